"""How alike two passages are, and which paragraphs of a long text are worth comparing at all."""

from collections.abc import Iterator, Sequence
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING

from reader.shelf.anchors import PASSAGE, Anchor, Paragraphs

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

ALIKE = 0.6
"""From this ratio on (`difflib`'s: twice what is common by what there is) a passage is taken for another."""

_SHORTLIST = 6
_PROBES = 16
_LETTERS, _HAN = 12, 5  # how long a probe is in an alphabet and in Chinese: about as rare in both


def likeness(passage: str, words: str) -> float:
    """From 0 to 1, how alike a remembered passage and a paragraph are; 0 where that is less than ALIKE.

    What both begin and end with is set aside first, so that one small edit costs next to nothing.
    """
    from difflib import SequenceMatcher

    words = words[: PASSAGE if len(passage) == PASSAGE else 3 * PASSAGE]
    total = len(passage) + len(words)
    if not total or 2 * min(len(passage), len(words)) < ALIKE * total:
        return 0.0
    ahead = common(passage, words)
    passage, words = passage[ahead:], words[ahead:]
    behind = common(passage[::-1], words[::-1])
    rest = SequenceMatcher(
        None, passage[: len(passage) - behind], words[: len(words) - behind], autojunk=False
    )
    same = ahead + behind
    most = same + rest.quick_ratio() * (total - 2 * same) / 2
    if 2 * most < ALIKE * total:
        return 0.0
    same += sum(block.size for block in rest.get_matching_blocks())
    ratio = 2 * same / total
    return ratio if ratio >= ALIKE else 0.0


def common(left: str, right: str) -> int:
    """How many characters both begin with."""
    length = min(len(left), len(right))
    for place in range(length):
        if left[place] != right[place]:
            return place
    return length


def shortlists(anchors: Sequence[Anchor], text: Paragraphs) -> list[list[int]]:
    """For each anchor the numbers of the few paragraphs that share most of its pieces, the best one first.

    One pass over the text serves all anchors, however many there are.
    """
    probes: dict[str, list[int]] = {}
    for place, anchor in enumerate(anchors):
        for probe in set(_probes(anchor)):
            probes.setdefault(probe, []).append(place)
    best: list[list[tuple[int, int, int]]] = [[] for _ in anchors]
    for number, votes in _ballots(list(probes), list(probes.values()), text):
        for place, count in votes.items():
            entry = (count, -abs(number - anchors[place].number), number)
            (heappush if len(best[place]) < _SHORTLIST else heappushpop)(best[place], entry)
    return [[number for _, _, number in sorted(entries, reverse=True)] for entries in best]


def _probes(anchor: Anchor) -> Iterator[str]:
    """Pieces of the passage, evenly spread, and what stands around the words."""
    passage = anchor.passage
    size = _LETTERS if passage[:200].isascii() else _HAN
    last = max(0, len(passage) - size)
    yield from (passage[place : place + size] for place in range(0, last + 1, max(1, last // _PROBES)))
    if not anchor.whole and anchor.side == "source":
        yield from (piece for piece in (anchor.quote, anchor.prefix, anchor.suffix) if piece)


def _ballots(
    probes: list[str], voters: list[list[int]], text: Paragraphs
) -> Iterator[tuple[int, dict[int, int]]]:
    """For each paragraph that holds a probe: its number, and how many probes of which anchor it holds."""
    search = _automaton([probe for probe in probes if probe])
    for number in range(text.first, text.last + 1):
        found = {
            match[0]
            for match in search.find_matches_as_indexes(text.paragraph(number).source, overlapping=True)
        }
        votes: dict[int, int] = {}
        for probe in found:
            for place in voters[probe]:
                votes[place] = votes.get(place, 0) + 1
        if votes:
            yield number, votes


def _automaton(probes: list[str]) -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(probes)
