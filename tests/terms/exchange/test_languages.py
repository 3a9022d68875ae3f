"""Tags of an imported termbase, as the glossary writes them that it comes into."""

import pytest

from reader.terms.concepts import Concept, Definition, Glossary, Term
from reader.terms.exchange.languages import respelt


def glossary(*tags: str) -> Glossary:
    terms = tuple(Term(tag, f"word {tag}") for tag in tags)
    definitions = tuple(Definition(tag, "what it is") for tag in tags)
    return Glossary("new.tbx", "", tags, "", {}, (Concept("a", terms, definitions=definitions),))


@pytest.mark.parametrize(
    ("tag", "known", "spelt"),
    [
        ("zh-CN", ["zh-Hans", "en"], "zh-Hans"),
        ("zh", ["zh-Hans", "en"], "zh-Hans"),
        ("zh-TW", ["zh-Hans", "en"], "zh-TW"),
        ("zh-TW", ["zh-Hans", "zh-Hant"], "zh-Hant"),
        ("zh", ["zh-Hans", "zh-Hant"], "zh"),  # it might be either
        ("en-US", ["zh-Hans", "en"], "en"),
        ("en", ["en-GB"], "en-GB"),
        ("EN", ["en"], "EN"),
        ("fr", ["zh-Hans", "en"], "fr"),
        ("zh-Latn", ["zh"], "zh-Latn"),
        ("zh-CN", [], "zh-CN"),
    ],
)
def test_a_tag_is_written_as_the_known_one_that_means_it(tag: str, known: list[str], spelt: str) -> None:
    new, meant = respelt(glossary(tag), known)
    (concept,) = new.concepts
    assert (new.languages, concept.terms[0].lang, concept.definitions[0].lang) == ((spelt,), spelt, spelt)
    assert meant == ({} if tag == spelt else {tag: spelt})
    assert new.extra == (() if tag == spelt else ({"level": f"language {spelt}", "xml": tag},))


def test_two_tags_that_become_one_stand_once_in_the_head() -> None:
    new, _ = respelt(glossary("zh-CN", "zh", "en-US"), ["zh-Hans", "en"])
    assert new.languages == ("zh-Hans", "en")
