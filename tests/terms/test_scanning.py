"""Many texts searched at once give what each of them gives alone."""

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terms.concepts import Concept, Glossary, Rules, Status, Term
from reader.terms.matching import Matcher
from reader.terms.scanning import Scanner

PIECES = (
    "firm",
    "firms",
    "Firm's",
    "firmly",
    "key firms",
    "company",
    "companies",
    "the key",
    "“key”",
    "key-firm",
    "企业",
    "小企业",
    "企",
    "SME",
    "R&D",
    "é",
    "e\u0301",
    "\u0301",
    "…",
    "㎡",
    "ß",
    "\u1161",
    "\0",
    "\1",
    "\ud800",
    "\u200b",
    "\u00a8",
    ".",
    "ＳＭＥ",
    "m",
    "s",
    "a",
)
GAPS = st.sampled_from((" ", "", "", "  ", "\u200b", "\n", "\u3000"))
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), GAPS), max_size=7).map(
    lambda drawn: "".join(piece + gap for piece, gap in drawn)
)
SURFACES = st.lists(st.sampled_from(PIECES[:17]), min_size=1, max_size=3).map(" ".join) | st.sampled_from(
    ("firm.", "小企业", "m2", "..", "m", "s", "企业SME", "C++")
)
CASES: tuple[Literal["fold", "exact"], ...] = ("fold", "fold", "exact")
MOSTLY = st.sampled_from((True, True, True, False))
NONE_OR_ONE = st.just(()) | st.just(()) | st.tuples(SURFACES)
RULES = st.just(Rules()) | st.tuples(st.sampled_from(CASES), MOSTLY, MOSTLY, NONE_OR_ONE, NONE_OR_ONE).map(
    lambda drawn: Rules(*drawn)
)


def glossaries(statuses: tuple[Status, ...]) -> st.SearchStrategy[Glossary]:
    terms = st.tuples(st.sampled_from(("en", "zh")), SURFACES, st.sampled_from(statuses), RULES).map(
        lambda drawn: Term(drawn[0], drawn[1], drawn[2], match=drawn[3])
    )
    entries = st.lists(st.lists(terms, min_size=1, max_size=2).map(tuple), min_size=1, max_size=5)
    return entries.map(glossary)


def glossary(entries: list[tuple[Term, ...]]) -> Glossary:
    concepts = tuple(Concept(f"c{place}", terms) for place, terms in enumerate(entries))
    return Glossary("g", "", ("en", "zh"), "", {}, concepts)


@settings(max_examples=300)
@given(
    glossaries(("preferred", "admitted", "deprecated", "")),
    st.lists(TEXTS, max_size=5),
    st.sampled_from(("en", "zh")),
)
def test_all_texts_at_once_give_what_each_gives_alone(made: Glossary, texts: list[str], lang: str) -> None:
    matcher = Matcher(made)
    alone = [(at, found) for at, text in enumerate(texts) if (found := matcher.find(text, lang))]
    scanned = Scanner(matcher, lang).scan(texts)
    seen = sorted(scanned.hits.keys() | scanned.unclear)
    places = [(at, matcher.find(texts[at], lang)) for at in seen]
    assert [place for place in places if place[1]] == alone


@settings(max_examples=600)
@given(glossaries(("preferred", "")), st.lists(TEXTS, max_size=5), st.sampled_from(("en", "zh")))
def test_every_hit_in_a_clear_text_is_a_term(made: Glossary, texts: list[str], lang: str) -> None:
    matcher = Matcher(made)
    scanner = Scanner(matcher, lang)
    scanned = scanner.scan(texts)
    assert scanned.nested.keys() <= scanned.hits.keys()
    assert not scanned.unclear & scanned.hits.keys()
    for at, text in enumerate(texts):
        if at in scanned.unclear:
            continue
        hits = scanned.hits.get(at, [])
        assert hits == sorted(hits, key=lambda hit: (hit[1], -hit[2]))
        concepts = [concept for pattern, _, _ in hits for concept in scanner.concepts[pattern]]
        if len(set(concepts)) < len(concepts) and at in scanned.nested:
            continue  # the one may stand inside the other
        assert concepts == [match.concept for match in matcher.find(text, lang)]


TERMS: list[tuple[Term, ...]] = [
    (Term("en", "key firm"), Term("zh", "企业")),
    (Term("en", "firm"), Term("en", "SME", match=Rules(case="exact"))),
    (Term("zh", "小企业"), Term("en", "firm law", match=Rules(inflect=False))),
    (Term("zh", "·企业家"), Term("en", "firm office")),
]


@pytest.mark.parametrize(
    ("text", "lang", "seen"),
    [
        ("Nothing.", "en", ""),
        ("Key firms are here", "en", "nested"),
        ("One firm. Another firm.", "en", "clear"),
        ("firmly", "en", ""),
        ("an SME", "en", "unclear"),
        ("a key firm office", "en", "unclear"),  # two that cross
        ("the firm law", "en", "unclear"),  # found with and without its plural
        ("中小企业", "zh", "nested"),
        ("企业……", "zh", "clear"),
        ("小·企业", "zh", "nested"),
        ("㊤·企业家", "zh", "clear"),  # the dot between two Chinese characters is passed over
        ("企\u0301业", "zh", "unclear"),
    ],
)
def test_a_text_is_clear_where_nothing_has_to_be_weighed(text: str, lang: str, seen: str) -> None:
    scanned = Scanner(Matcher(glossary(TERMS)), lang).scan(["企业 firm SME", text, "SME firm 企业"])
    if seen == "unclear":
        assert 1 in scanned.unclear
    else:
        assert 1 not in scanned.unclear
        assert (1 in scanned.nested) == (seen == "nested")
        assert (1 in scanned.hits) == bool(seen)


def test_a_dot_is_passed_over_where_nothing_else_is() -> None:
    assert Scanner(Matcher(glossary(TERMS)), "zh").scan(["小·企业"]).nested
