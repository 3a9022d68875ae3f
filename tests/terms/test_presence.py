"""A target renders what its source names: terms inside longer ones go with them."""

import pytest

from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.matching import Matcher
from reader.terms.presence import rendered, unrendered

GLOSSARY = Glossary(
    "g",
    "",
    ("zh", "en"),
    "",
    {},
    (
        Concept("economy", (Term("zh", "经济"), Term("en", "economy"), Term("en", "commerce", "deprecated"))),
        Concept("digital", (Term("zh", "数字经济"), Term("en", "digital economy"), Term("en", "DE"))),
        Concept("green", (Term("zh", "绿色经济"), Term("en", "green economy"))),
        Concept("safety", (Term("zh", "安全"), Term("en", "safety"))),
        Concept("security", (Term("zh", "安全"), Term("en", "security"))),
        Concept("law", (Term("zh", "法治"), Term("en", "rule of law"))),
    ),
)
MATCHER = Matcher(GLOSSARY)

CASES: dict[str, tuple[str, str, list[str]]] = {
    "it stands": ("发展经济", "to develop the economy", []),
    "it does not": ("发展经济", "to develop business", ["economy"]),
    "once answers for twice": ("经济，经济", "the economy", []),
    "more than the source asks for": ("法治", "the economy under the rule of law", []),
    "a deprecated one does not answer": ("经济", "commerce", ["economy"]),
    "inside a longer one that is rendered": ("数字经济", "the DE", []),
    "inside a longer one that is not rendered": ("数字经济", "cyberspace", ["digital", "economy"]),
    "inside a longer one, only itself rendered": ("数字经济", "an economy of data", ["digital"]),
    "on its own, and only inside what another concept uses": (
        "数字经济与经济",
        "the digital economy and trade",
        ["economy"],
    ),
    "on its own, and inside what the source does not name": ("经济", "the digital economy", []),
    "on its own and inside": ("数字经济与经济", "the digital economy and the economy", []),
    "each inside its own": ("数字经济与绿色经济", "the digital economy and the green economy", []),
    "one meaning of a word rendered": ("安全", "security", []),
    "no meaning of a word rendered": ("安全", "law", ["safety", "security"]),
    "nothing named": ("发展", "development", []),
    "nothing found": ("经济法治", "", ["economy", "law"]),
}


@pytest.mark.parametrize(("source", "target", "lacking"), CASES.values(), ids=CASES)
def test_what_is_named_is_rendered_or_told_once(source: str, target: str, lacking: list[str]) -> None:
    named, found = MATCHER.find(source, "zh"), MATCHER.find(target, "en")
    assert sorted(match.concept for match in unrendered(named, found)) == lacking
    for concept in GLOSSARY.concepts:
        assert rendered(concept.id, named, found) == (concept.id not in lacking)


def test_the_place_told_is_the_first_that_is_lacking() -> None:
    named, found = MATCHER.find("数字经济与经济，经济", "zh"), MATCHER.find("the digital economy", "en")
    assert [(match.start, match.text) for match in unrendered(named, found)] == [(5, "经济")]
