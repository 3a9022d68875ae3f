"""Several glossaries as one."""

import pytest

from reader.terms.checking import Checker
from reader.terms.combining import combined
from reader.terms.concepts import Concept, Glossary, Source, Term
from reader.text.segments import Bitext, Passage, Segment


def glossary(path: str, *ids: str, lang: str = "en") -> Glossary:
    concepts = tuple(Concept(name, (Term(lang, name),)) for name in ids)
    return Glossary(path, path, (lang,), "", {"S1": Source(path)}, concepts)


def test_one_glossary_stays_as_it_is() -> None:
    one = glossary("a.yaml", "sme")
    assert combined([one]) == (one, {})


def test_concepts_follow_each_other_and_know_their_files() -> None:
    whole, files = combined([glossary("a.yaml", "sme"), glossary("b.tbx", "giant", lang="zh")])
    assert [concept.id for concept in whole.concepts] == ["sme", "giant"]
    assert (whole.path, files, whole.languages) == ("a.yaml", {"giant": "b.tbx"}, ("en", "zh"))
    assert whole.sources["S1"].title == "a.yaml"


def test_an_id_that_stands_twice_gets_a_number() -> None:
    whole, files = combined([glossary("a", "sme", "sme-2"), glossary("b", "sme"), glossary("c", "sme")])
    assert [concept.id for concept in whole.concepts] == ["sme", "sme-2", "sme-3", "sme-4"]
    assert files == {"sme-3": "b", "sme-4": "c"}


def entry(name: str, line: int, *terms: str) -> Concept:
    """A concept of `zh` and `en` terms, `-` before a deprecated one."""
    return Concept(
        name,
        tuple(
            Term(
                "en" if text.isascii() else "zh",
                text.removeprefix("-"),
                "deprecated" if text[0] == "-" else "",
            )
            for text in terms
        ),
        line=line,
    )


def joined(*files: tuple[Concept, ...]) -> tuple[Glossary, dict[str, str]]:
    whole, where = combined(
        [Glossary(f"{at}.yaml", "", ("zh", "en"), "", {}, own) for at, own in enumerate(files, 1)]
    )
    return whole, {
        concept.id: f"{where.get(concept.id, whole.path)}:{concept.line}" for concept in whole.concepts
    }


def test_concepts_of_two_files_that_share_a_term_in_both_languages_are_one() -> None:
    one, other = entry("ai", 3, "人工智能", "AI"), entry("x", 5, "人工智能", "ai", "-machine mind")
    whole, places = joined((one,), (other,), (entry("y", 7, "人工智能", "AI", "smart machine"),))
    (concept,) = whole.concepts
    assert [term.text for term in concept.terms] == ["人工智能", "AI", "machine mind", "smart machine"]
    assert places == {"ai": "1.yaml:3, 2.yaml:5, 3.yaml:7"}


def test_a_place_has_one_verdict_where_two_files_have_its_concept() -> None:
    one, other = entry("ai", 3, "人工智能", "AI"), entry("x", 5, "人工智能", "AI", "-machine mind")
    pair = Segment("1", Passage("A machine mind", 1, 1), Passage("人工智能", 1, 1))
    whole, files = combined(
        [Glossary("a", "", ("zh", "en"), "", {}, (one,)), Glossary("b", "", ("zh", "en"), "", {}, (other,))]
    )
    found = Checker(whole, files=files).findings(Bitext("t", "t", "zh", "en", iter([pair])))
    assert [(each.kind, each.concept, each.glossary) for each in found] == [("forbidden", "ai", "a:3, b:5")]


@pytest.mark.parametrize(
    "other",
    [
        entry("x", 5, "人工智能", "machine mind"),  # one language
        entry("x", 5, "人工智能", "-AI"),  # not to be used there
        entry("x", 5, "人工智能", "智能"),
    ],
)
def test_concepts_that_share_less_stay_two(other: Concept) -> None:
    _, places = joined((entry("ai", 3, "人工智能", "智能", "AI"),), (other,))
    assert places == {"ai": "1.yaml:3", "x": "2.yaml:5"}


def test_two_concepts_of_one_file_are_never_made_one() -> None:
    one, other = entry("a", 3, "人工智能", "AI"), entry("b", 5, "人工智能", "AI")
    assert joined((one, other), (entry("c", 7, "人工智能", "AI"), entry("d", 9, "人工智能", "AI")))[1] == {
        "a": "1.yaml:3, 2.yaml:7",
        "b": "1.yaml:5, 2.yaml:9",
    }
    assert list(joined((one,), (entry("c", 7, "人工智能", "AI"), entry("d", 9, "人工智能", "AI")))[1]) == [
        "a",
        "d",
    ]
