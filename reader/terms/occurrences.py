"""The terms of one paragraph on both of its sides, each with its partner on the other."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from reader.terms.concepts import Term
from reader.terms.matching import Match, Matcher
from reader.text.article import Paragraph

Side = Literal["source", "translation"]


class Occurrence(NamedTuple):
    """A term where it stands in a paragraph; offsets in code points of that side's text."""

    paragraph: int
    side: Side
    start: int
    end: int
    text: str
    concept: str
    term: Term
    partner: tuple[int, int] | None  # where the same concept stands on the other side; None where it does not
    nested: bool = False  # it stands inside a longer one, of another concept


def occurrences(
    paragraph: Paragraph, source_lang: str, target_lang: str, matcher: Matcher
) -> tuple[Occurrence, ...]:
    """Every term of a paragraph, nested ones too: the source's first; each side by start, then the longer."""
    source = matcher.find(paragraph.source, source_lang)
    translation = matcher.find(paragraph.translation or "", target_lang)
    return (
        *_with_partners(paragraph.number, "source", source, translation),
        *_with_partners(paragraph.number, "translation", translation, source),
    )


def _with_partners(
    number: int, side: Side, own: Sequence[Match], others: Sequence[Match]
) -> Iterator[Occurrence]:
    nested = _nested(own)
    groups, other_groups = _by_concept(own, nested), _by_concept(others, _nested(others))
    partners: dict[int, tuple[int, int]] = {}
    for concept, group in groups.items():
        for index, other in _pairs(group, other_groups.get(concept, [])):
            partners[index] = (others[other].start, others[other].end)
    for index, (start, end, concept, term, text) in enumerate(own):
        yield Occurrence(number, side, start, end, text, concept, term, partners.get(index), index in nested)


def _nested(matches: Sequence[Match]) -> set[int]:
    """Which of the matches, in the order of `Matcher.find`, stand inside a longer one."""
    nested = set()
    outer = (0, 0)
    for index, match in enumerate(matches):
        span = (match.start, match.end)
        if match.end <= outer[1] and span != outer:
            nested.add(index)
        else:
            outer = span
    return nested


class _Place(NamedTuple):
    """Which of a side's matches, and whether it stands inside another."""

    at: int
    nested: bool


def _by_concept(matches: Sequence[Match], nested: set[int]) -> dict[str, list[_Place]]:
    groups: dict[str, list[_Place]] = {}
    for index, match in enumerate(matches):
        groups.setdefault(match.concept, []).append(_Place(index, index in nested))
    return groups


def _pairs(own: list[_Place], others: list[_Place]) -> Iterator[tuple[int, int]]:
    """Pair the places of one concept in their order.

    Where both sides have as many that are not nested, those pair with each other and the nested ones among
    themselves: a word inside a longer term is translated with that term. Otherwise all of them pair.
    """
    outer, other_outer = ([place for place in places if not place.nested] for places in (own, others))
    if len(outer) == len(other_outer):
        yield from _in_order(outer, other_outer)
        own, others = ([place for place in places if place.nested] for places in (own, others))
    yield from _in_order(own, others)


def _in_order(own: list[_Place], others: list[_Place]) -> Iterator[tuple[int, int]]:
    """The k-th with the k-th; where one side has more, its places share the other's in proportion."""
    count, other_count = len(own), len(others)
    for k, place in enumerate(own if others else []):
        partner = k * other_count // count if count > other_count else -(-k * other_count // count)
        yield place.at, others[partner].at
