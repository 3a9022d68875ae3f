"""The fast search equals a slow, plain one, which tries every stretch of the text with every form."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terms.concepts import Concept, Glossary, Rules, Status, Term
from reader.terms.folding import fold, singular
from reader.terms.matching import Matcher

WORDS = (
    "firm",
    "firms",
    "Firm's",
    "firmly",
    "key",
    "company",
    "companies",
    "“key",
    "key”",
    "企业",
    "企",
    "SME",
    "R&D",
)
TEXTS = st.lists(st.sampled_from((*WORDS, "a", "-", ".", "firm's", "专")), max_size=9).flatmap(
    lambda words: st.lists(
        st.sampled_from((" ", "", "  ", "\u200b", "\n")), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)))
)
SURFACES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join) | st.sampled_from(
    ("firm.", "企业", "fir", "m", "s", "a")
)
CASES: tuple[Literal["fold", "exact"], ...] = ("fold", "exact")
NONE_OR_ONE = st.just(()) | st.tuples(SURFACES)
RULES = st.just(Rules()) | st.tuples(
    st.sampled_from(CASES), st.booleans(), st.booleans(), NONE_OR_ONE, NONE_OR_ONE
).map(lambda drawn: Rules(*drawn))
STATUSES: tuple[Status, ...] = ("preferred", "admitted", "deprecated", "superseded", "")
TERMS = st.tuples(SURFACES, st.sampled_from(STATUSES), RULES).map(
    lambda drawn: Term("en", drawn[0], drawn[1], match=drawn[2])
)
GLOSSARIES = st.lists(st.lists(TERMS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(
    lambda entries: Glossary(
        "g", "", ("en",), "", {}, tuple(Concept(f"c{place}", terms) for place, terms in enumerate(entries))
    )
)


class Stretch(NamedTuple):
    start: int
    end: int
    concept: str
    term: Term
    order: int
    surface: str


def is_word(char: str) -> bool:
    return (char.isalnum() and not "一" <= char <= "鿿") or char == "_"


def ends_here(text: str, at: int) -> bool:
    """Whether no word goes on across this place; characters without width do not part one."""
    left, right = text[:at].rstrip("\u200b")[-1:], text[at:].lstrip("\u200b")[:1]
    return not (left and right and is_word(left) and is_word(right))


def inside_token(text: str, at: int) -> bool:
    """Whether this place is inside a word or between it and its possessive 's."""
    before, after = text[:at].replace("\u200b", ""), text[at:].replace("\u200b", "") + " "
    for s in ("'s", "’s", "”s", "“s"):
        if after.startswith(s) and not is_word(after[2]) and before and is_word(before[-1]):
            return True
        if (before[-1:] + after[:1]) == s and not is_word(after[1]) and before[-2:-1] and is_word(before[-2]):
            return True
    return not ends_here(text, at)


@cache
def key(text: str, inflected: bool, keep_case: bool) -> str:
    folded = fold(text, keep_case)
    return (singular(folded) if inflected else folded).text


def places(text: str, rules: Rules) -> list[tuple[int, int]]:
    """Every stretch that may be a form, whatever it says."""
    marks = [at for at, char in enumerate(text) if char not in "\u200b \n"]
    ends = [at + 1 for at in marks]
    if rules.boundary:
        marks = [at for at in marks if ends_here(text, at)]
        ends = [at for at in ends if ends_here(text, at)]
    if rules.boundary and rules.inflect:
        marks = [at for at in marks if not inside_token(text, at)]
        ends = [at for at in ends if not inside_token(text, at)]
    return [(start, end) for start in marks for end in ends if start < end]


def stands(found: str, surface: str, rules: Rules) -> bool:
    inflected = rules.inflect and rules.boundary
    return key(found, inflected, False) == key(surface, inflected, False) and (
        rules.case == "fold" or key(found, inflected, True) == key(surface, inflected, True)
    )


def stretches(text: str, glossary: Glossary) -> Iterator[Stretch]:
    order = 0
    for concept in glossary.concepts:
        for term in concept.terms:
            order += 1
            rules = term.match
            everywhere = places(text, rules)
            shut = [
                (start, end)
                for start, end in everywhere
                if any(stands(text[start:end], form, rules) for form in rules.except_in)
            ]
            for start, end in everywhere:
                if any(first <= start and end <= last for first, last in shut):
                    continue
                for surface in (term.text, *rules.variants):
                    if stands(text[start:end], surface, rules):
                        yield Stretch(start, end, concept.id, term, order, surface)


def approved(term: Term) -> bool:
    return term.status in ("preferred", "admitted", "")


def distance(text: str, found: Stretch) -> tuple[bool, bool, bool, int]:
    part = text[found.start : found.end]
    return (
        part != found.surface,
        key(part, False, False) != key(found.surface, False, False),
        not approved(found.term),
        found.order,
    )


def slow_find(text: str, glossary: Glossary) -> list[tuple[int, int, str, Term]]:
    every = sorted(stretches(text, glossary), key=lambda found: distance(text, found))
    once = {(found.start, found.end, found.concept): found for found in reversed(every)}
    taken: list[Stretch] = []
    for new in sorted(once.values(), key=lambda found: (found.start - found.end, found.start, found.order)):
        for old in taken:
            if new.end <= old.start or old.end <= new.start:
                continue
            if not (old.start <= new.start and new.end <= old.end) or new.concept == old.concept:
                break
            if (new[:2] != old[:2]) and approved(old.term) and not approved(new.term):
                break
        else:
            taken.append(new)
    taken.sort(key=lambda found: (found.start, -found.end, found.order))
    return [(found.start, found.end, found.concept, found.term) for found in taken]


@settings(max_examples=300, deadline=None)
@given(TEXTS, GLOSSARIES)
def test_the_search_finds_what_trying_everything_finds(text: str, glossary: Glossary) -> None:
    found = [tuple(match[:4]) for match in Matcher(glossary).find(text, "en")]
    assert found == slow_find(text, glossary)
