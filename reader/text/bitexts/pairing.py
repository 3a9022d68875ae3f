"""Two runs of passages that should stand side by side, one longer than the other: where they part."""

import re
from collections.abc import Sequence
from math import log, sqrt
from typing import NamedTuple
from unicodedata import normalize

from reader.errors import Fault
from reader.text.clean import clean_line
from reader.text.segments import Passage

_CELLS = 1_500_000  # pairs that are weighed in files of a usual length: some seconds
_WINDOW = 1000  # passages that are looked at at once
_AHEAD = 100  # and those behind them, by which their end is judged
_NARROWEST = 20  # passages that may be left out there, however long the files are
_LEAVING = 0.3  # what it costs to leave passages out at one more place
_ENDING = 0.5  # what it costs that one ends as a sentence, a question or a heading, and the other does not
_ENDS = frozenset(".:?!;")
_CLOSING = "\"'”’」』》)] "


class _Trait(NamedTuple):
    """What of a passage is seen in its translation too."""

    size: float
    words: frozenset[str]  # numbers, and words in Latin letters: names, and what is not translated
    end: str


def parting(
    source_name: str, sources: Sequence[Passage], target_name: str, targets: Sequence[Passage], counts: str
) -> Fault:
    """The first passage of the longer one that seems to have no counterpart; neither is empty.

    `counts` says how many lines and paragraphs they have.
    """
    traits = list(map(_trait, sources)), list(map(_trait, targets))
    if len(sources) > len(targets):
        at = _first_alone(*traits)
        return _fault(source_name, sources, target_name, targets, at, counts)
    at = _first_alone(*reversed(traits))
    return _fault(target_name, targets, source_name, sources, at, counts)


def _fault(
    name: str, longer: Sequence[Passage], other_name: str, shorter: Sequence[Passage], at: int, counts: str
) -> Fault:
    surplus = len(longer) - len(shorter)
    first = "this seems" if surplus == 1 else f"this is the first of {surplus:,} that seem"
    message = f"{first} to have no counterpart in {other_name}: {counts}"
    beside = shorter[min(at, len(shorter) - 1)]
    where = "beside it stands" if at < len(shorter) else "the other one ends with"
    hint = f"{where} {other_name}:{beside.line}:{beside.column}: {clean_line(beside.text[:40])}"
    place, shown = longer[at], clean_line(longer[at].text[:80])
    return Fault(name, place.line, place.column, message, shown, hint, caret=1)


def _trait(passage: Passage) -> _Trait:
    text = normalize("NFKC", passage.text).replace("。", ".").casefold()
    end = text.rstrip(_CLOSING)[-1:]
    return _Trait(
        len(passage.text) + 5.0,  # a few characters more or less tell nothing of a short one
        frozenset(re.findall(r"[a-z][a-z_]+|\d+", text)),
        end if end in _ENDS else "",
    )


def _first_alone(longer: Sequence[_Trait], shorter: Sequence[_Trait]) -> int:
    """The index of the first of the longer ones that is left out where all others fit best.

    That is what alignments do (Gale and Church 1993, A program for aligning sentences in bilingual corpora),
    where there is nothing but pairs and passages left out. It is looked for window by window.
    """
    usual = log(_usual_size(longer) / _usual_size(shorter))
    most = min(len(longer) - len(shorter), max(_NARROWEST, _CELLS // len(shorter)))
    for start in range(0, len(shorter), _WINDOW):
        end = start + _WINDOW + _AHEAD
        at = start + _first_left_out(longer[start : end + most], shorter[start:end], usual, most)
        if at < start + _WINDOW and at < len(shorter):
            return at
    return len(shorter)


def _first_left_out(longer: Sequence[_Trait], shorter: Sequence[_Trait], usual: float, most: int) -> int:
    """The same of a window in which `most` may be left out; the number of the shorter ones if none is."""
    # What it costs when so many were left out, and which was the first of them.
    best = [(_LEAVING, 0) if left else (0.0, len(shorter)) for left in range(most + 1)]
    for at, other in enumerate(shorter):
        paired = [
            (cost + _unlike(one, other, usual), first)
            for one, (cost, first) in zip(longer[at : at + most + 1], best, strict=True)
        ]
        best, leaving = paired[:1], (float("inf"), 0)
        for left in range(1, most + 1):
            cost, first = paired[left - 1]
            leaving = min(leaving, (cost + _LEAVING, min(first, at + left)))
            best.append(min(paired[left], leaving))
    return min(best)[1]


def _usual_size(traits: Sequence[_Trait]) -> float:
    return sum(one.size for one in traits) / len(traits)


def _unlike(one: _Trait, other: _Trait, usual: float) -> float:
    """How little two passages look like each other's translation."""
    cost = abs(log(one.size / other.size) - usual)
    few = min(len(one.words), len(other.words))
    if few:
        cost += (few - 2 * len(one.words & other.words)) / sqrt(few)
    return cost + (_ENDING if one.end != other.end else 0)
