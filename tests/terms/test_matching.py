"""Which terms are found in a text, and where: as words, under their own rules, in an article."""

from pathlib import Path

import pytest

from reader.folders import shipped
from reader.terms.concepts import Rules, Term
from reader.terms.glossary_yaml import load_glossary
from reader.terms.matching import Matcher
from tests.hostile import HOSTILE
from tests.terms.small_glossaries import english, entry, find, glossary


def rules(text: str, term: str, **given: object) -> list[str]:
    one = entry("a", english(term, rules=Rules(**given)))  # type: ignore[arg-type]  # a table gives them
    return [found for _, found in find(text, one)]


STANDS = {
    "case": ("Key Technologies", "key technologies", ["Key Technologies"]),
    "plural in the text": ("two SMEs, one SME", "SME", ["SMEs", "SME"]),
    "plural in the term": ("a leading enterprise", "leading enterprises", ["leading enterprise"]),
    "plural inside": ("technologies transfers", "technology transfer", ["technologies transfers"]),
    "possessive": ("China’s and China", "China", ["China’s", "China"]),
    "the longer word": ("unfirm firmness confirm", "firm", []),
    "beside a digit": ("5G 15G 5G2", "5G", ["5G"]),
    "beside an underscore": ("a_firm firm_a", "firm", []),
    "beside Chinese": ("发展SME企业", "SME", ["SME"]),
    "beside punctuation": ("(SME)/SME-SME.", "SME", ["SME", "SME", "SME"]),
    "a term that ends in punctuation": ("10.2% of the total.", "10.2%", ["10.2%"]),
    "a term that is a sentence": ("Rush and withstand.", "Rush and withstand.", ["Rush and withstand."]),
    "a term that begins with a mark": ("more “pioneers” too", '"pioneer"', ["“pioneers”"]),
    "curly quotation marks": ("the “little giants”", '"little giants"', ["“little giants”"]),
    "across a line end": ("key\n  technologies", "key technologies", ["key\n  technologies"]),
    "not a synonym": ("core technologies", "key technologies", []),
    "a zero-width character inside": (
        "key tech\u200bnologies.",
        "key technology",
        ["key tech\u200bnologies"],
    ),
    "a mark on the last letter": ("cafe\u0301", "cafe", []),
    "half of a ligature": ("ﬁ f", "f", ["f"]),
    "before a letter with an accent": ("cafés", "caf", []),
    "before a Greek letter": ("α-firm firmα", "firm", ["firm"]),
    "a ligature whole": ("ﬁrm", "firm", ["ﬁrm"]),
    "hyphen and blank": ("medium sized, medium-sized", "medium-sized", ["medium sized", "medium-sized"]),
    "a hyphen left hanging": ("small- and big firms", "small and big firm", ["small- and big firms"]),
    "a dash between clauses": ("a key—firm", "key firm", []),
    "another spelling": ("Labour laws", "labor law", ["Labour laws"]),
    "an article inside": ("rule of the law", "rule of law", ["rule of the law"]),
    "an article left out inside": ("rule of law", "rule of the law", ["rule of law"]),
    "an article before": ("the firm", "firm", ["firm"]),
    "an article of the term": ("the State Council", "the State Council", ["the State Council"]),
    "an article of the term left out": ("a State Council", "the State Council", ["State Council"]),
    "an article before a single word": (
        "the country, bathe country, a country",
        "the country",
        ["the country"],
    ),
    "an article at the end": ("part of the firm, part of", "part of the", ["part of the", "part of"]),
    "quotation marks inside": (
        "“Belt and Road” Initiative",
        "Belt and Road Initiative",
        ["Belt and Road” Initiative"],
    ),
    "quotation marks of the term": ("root “root” 'root'", '"root"', ["“root”", "'root'"]),
    "a plural possessive": ("firms’ law", "firm law", ["firms’ law"]),
    "ampersand": ("R & D, research & development", "R&D", ["R & D"]),
    "full stops": ("the U.S. and us", "US", ["U.S."]),
    "an Oxford comma": ("one, two, and three", "one, two and three", ["one, two, and three"]),
    "in one word": ("ecommerce e-commerce", "e-commerce", ["ecommerce", "e-commerce"]),
    "a term that is an article": ("a firm, A firm", "a", ["a", "A"]),
}


@pytest.mark.parametrize(("text", "term", "found"), STANDS.values(), ids=STANDS)
def test_a_term_is_found_as_a_word(text: str, term: str, found: list[str]) -> None:
    assert rules(text, term) == found


RULES: dict[str, tuple[str, str, dict[str, object], list[str]]] = {
    "exact case": ("srdi SRDI Srdi SRDIs", "SRDI", {"case": "exact"}, ["SRDI", "SRDIs"]),
    "exact case of the ending": ("SMEs SMES", "SME", {"case": "exact"}, ["SMEs"]),
    "exact case of a small ending": ("GPUs GPUS gpus", "GPU", {"case": "exact"}, ["GPUs"]),
    "exact case folds marks": ("“SRDI”", '"SRDI"', {"case": "exact"}, ["“SRDI”"]),
    "no inflection": ("giant giants giant's", "giants", {"inflect": False}, ["giants"]),
    "no inflection, possessive stays outside": ("giant's", "giant", {"inflect": False}, ["giant"]),
    "no boundary": ("biotechnology techs", "tech", {"boundary": False}, ["tech", "tech"]),
    "no boundary, exact case": ("BioTech biotech", "Tech", {"case": "exact", "boundary": False}, ["Tech"]),
    "no boundary, half of a ligature": ("ﬁ fi", "f", {"boundary": False}, ["f"]),
    "no boundary, the other half": ("ﬁ fi", "i", {"boundary": False}, ["i"]),
    "variants": ("labour laborer labor", "labour", {"variants": ("labor",)}, ["labour", "labor"]),
    "except in": ("results results in", "results", {"except_in": ("results in",)}, ["results"]),
    "except in, inflected": ("a result in", "results", {"except_in": ("results in",)}, []),
    "except in the same": ("results", "results", {"except_in": ("results",)}, []),
    "except in beside": ("results in results", "results", {"except_in": ("results in",)}, ["results"]),
    "except in something crossing": ("big results", "results in", {"except_in": ("big results",)}, []),
}


@pytest.mark.parametrize(("text", "term", "given", "found"), RULES.values(), ids=RULES)
def test_a_terms_own_rules_hold(text: str, term: str, given: dict[str, object], found: list[str]) -> None:
    assert rules(text, term, **given) == found


def test_another_terms_exceptions_do_not_count() -> None:
    one = entry("a", english("results", rules=Rules(except_in=("results in",))))
    assert find("results in", one, entry("b", english("result"))) == [("b", "results")]


def test_a_spelling_that_is_deprecated_is_named() -> None:
    one = entry("a", english("labor law"), english("labour law", "deprecated"))
    two = entry("b", english("start-up"), english("startup", "deprecated"))
    matches = Matcher(glossary(one, two)).find("labour laws, labor laws; startups, start-ups", "en")
    assert [match.term.text for match in matches] == ["labour law", "labor law", "startup", "start-up"]
    three = entry("c", english("start-up"), english("startups", "deprecated"))
    assert [match.term.text for match in Matcher(glossary(three)).find("startup", "en")] == ["startups"]


def test_a_verb_is_found_in_its_forms_where_the_entry_says_it_is_one() -> None:
    verb = entry("a", Term("zh", "支持", pos="verb"), english("give support"), english("back", "admitted"))
    own = entry("b", Term("en", "deepen", pos="verb"))
    text = "gave support, backing, deepened, deepens"
    assert find(text, verb, own) == [("a", "gave support"), ("b", "deepened"), ("b", "deepens")]


def test_a_glossary_without_terms_finds_nothing() -> None:
    assert find("anything", lang="en") == []
    assert find("", entry("a", english("firm"))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_too_hostile(text: str) -> None:
    one = entry("a", english("before"), english("x" * 50, rules=Rules(boundary=False)), english("s"))
    paragraph = text[:100_000]
    find(paragraph, one)
    find(paragraph, entry("b", Term("zh", "专专")), lang="zh")


def expected() -> list[tuple[int, int, str, str, str]]:
    rows = (Path(__file__).parent / "occurrences.tsv").read_text(encoding="utf-8").splitlines()
    fields = (row.split("\t") for row in rows)
    return [(int(block), int(start), text, concept, status) for block, start, text, concept, status in fields]


def test_every_occurrence_in_the_article_is_found_and_nothing_else() -> None:
    matcher = Matcher(load_glossary(shipped("glossary.yaml")))
    article = shipped("seeds/000_87d324de753ab160.txt").read_text(encoding="utf-8").rstrip("\n")
    found = [
        (block, match.start, match.text, match.concept, match.term.status)
        for block, text in enumerate(article.split("\n\n"))
        for match in matcher.find(text.lstrip(" "), "en")
    ]
    assert sorted(found) == sorted(expected())
    assert len(found) == 159
    assert sum(status == "deprecated" for *_, status in found) == 61


def test_the_articles_occurrences_nest_in_33_pairs_and_never_cross() -> None:
    spans = [(block, start, start + len(text)) for block, start, text, *_ in expected()]
    nested = crossing = 0
    for at, (block, start, end) in enumerate(spans):
        for other, begin, stop in spans[at + 1 :]:
            if other == block and begin < end and start < stop:
                inside = start <= begin and stop <= end
                nested += inside
                crossing += not inside
    assert (nested, crossing) == (33, 0)
