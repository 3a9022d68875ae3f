"""Several glossaries as one."""

from reader.terms.combining import combined
from reader.terms.concepts import Concept, Glossary, Source, Term


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
