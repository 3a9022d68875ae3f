"""The terms of one paragraph on both of its sides, each with its partner on the other."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.terms.concepts import Term
from reader.terms.matching import Match, Matcher
from reader.text.article import Paragraph, Side

Span = tuple[int, int]


class Occurrence(NamedTuple):
    """A term where it stands in a paragraph; offsets in code points of that side's text."""

    paragraph: int
    side: Side
    start: int
    end: int
    text: str
    concept: str
    term: Term
    partner: Span | None  # where the same concept stands on the other side; None where it does not
    nested: bool = False  # it stands inside a longer one, of another concept


def occurrences(
    paragraph: Paragraph, source_lang: str, target_lang: str, matcher: Matcher
) -> tuple[Occurrence, ...]:
    """Every term of a paragraph, nested ones too: the source's first; each side by start, then the longer."""
    source = matcher.find(paragraph.source, source_lang)
    translation = matcher.find(paragraph.side("translation"), target_lang)
    return (
        *_with_partners(paragraph.number, "source", source, translation),
        *_with_partners(paragraph.number, "translation", translation, source),
    )


def _with_partners(
    number: int, side: Side, own: Sequence[Match], others: Sequence[Match]
) -> Iterator[Occurrence]:
    around = _containers(own)
    groups, other_groups = _by_concept(own, around), _by_concept(others, _containers(others))
    partners: dict[int, Span] = {}
    for concept, group in groups.items():
        for at, other in _pairs(group, other_groups.get(concept, [])):
            partners[at] = (others[other].start, others[other].end)
    spans = {
        concept: [(others[place.at].start, others[place.at].end) for place in group]
        for concept, group in other_groups.items()
    }
    partners |= _inside(own, around, partners, spans)
    for at, (start, end, concept, term, text) in enumerate(own):
        yield Occurrence(number, side, start, end, text, concept, term, partners.get(at), at in around)


def _containers(matches: Sequence[Match]) -> dict[int, int]:
    """Of each match that stands inside a longer one, the outermost around it; both as places in the order."""
    around: dict[int, int] = {}
    outer = 0
    for at, match in enumerate(matches):
        last = matches[outer]
        if at and match.end <= last.end and (match.start, match.end) != (last.start, last.end):
            around[at] = outer
        else:
            outer = at
    return around


class _Place(NamedTuple):
    """Which of a side's matches, and whether it stands inside another."""

    at: int
    nested: bool


def _by_concept(matches: Sequence[Match], around: Mapping[int, int]) -> dict[str, list[_Place]]:
    groups: dict[str, list[_Place]] = {}
    for at, match in enumerate(matches):
        groups.setdefault(match.concept, []).append(_Place(at, at in around))
    return groups


def _inside(
    own: Sequence[Match],
    around: Mapping[int, int],
    partners: Mapping[int, Span],
    spans: Mapping[str, list[Span]],
) -> dict[int, Span]:
    """Better partners of the nested: those inside the partner of what they stand in, in their order."""
    found: dict[int, Span] = {}
    counts: dict[tuple[int, str], int] = {}
    for at, outer in around.items():
        concept = own[at].concept
        if outer not in partners or concept not in spans:
            continue
        first, last = partners[outer]
        begin = bisect_left(spans[concept], (first, 0))
        inside = [span for span in spans[concept][begin : begin + last - first] if span[1] <= last]
        if inside:
            count = counts.get((outer, concept), 0)
            counts[outer, concept] = count + 1
            found[at] = inside[min(count, len(inside) - 1)]
    return found


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
