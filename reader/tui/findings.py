"""What the check found in the text so far: in which order, where each leads, what is left, what is shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.shelf.dismissals import Dismissal
from reader.terms.concepts import Kind
from reader.terms.findings import LEVEL_MARKS, LEVELS, Finding, Level, Quote
from reader.terms.occurrences import Occurrence
from reader.text.article import Side
from reader.tui.cards import Go
from reader.tui.desk import Desk

COUNTED: tuple[Level, ...] = ("error", "warning")
"""The levels that the heading counts; the rest are infos."""

Dismissals = Mapping[str, Dismissal]
"""The dismissals by the fingerprint of their finding."""


class Findings(NamedTuple):
    """What was found: of a long text not every finding is kept, but all are counted."""

    told: tuple[Finding, ...] = ()  # in the order of the text
    more: Mapping[Level, int] = {}  # those that are only counted
    complete: bool = False  # the whole text was checked
    refusal: str = ""  # why it cannot be checked

    def left(self, dismissed: Dismissals) -> Counter[Level]:
        """How many are not dismissed, by level."""
        own = Counter(finding.severity for finding in self.told if finding.fingerprint not in dismissed)
        return own + Counter(self.more)

    def tally(self, dismissed: Dismissals) -> str:
        """The counts of what is left, as the heading has them: `12 ✗ 9 !`; "" where nothing was found.

        While the check goes on an ellipsis follows.
        """
        if not self.told:
            return ""
        left = self.left(dismissed)
        counts = [f"{left[level]:,} {LEVEL_MARKS[level]}" for level in COUNTED]
        return " ".join(counts if self.complete else [*counts, "…"])

    def at(self, number: int) -> Iterable[Finding]:
        """Those that stand in a paragraph."""
        return (finding for finding in self.told if number_of(finding) == number)


class Filter(NamedTuple):
    """Which findings are shown."""

    level: Level | None = None  # None for all
    kind: Kind | None = None
    dismissed: bool = False  # also those that are dismissed

    def lifted(self) -> "Filter":
        """Every level and kind."""
        return self._replace(level=None, kind=None)

    def next_level(self, findings: Iterable[Finding], dismissed: Dismissals) -> "Filter":
        """The next level that has something to show; after the last one, all."""
        every = self._replace(level=None)
        found = {finding.severity for finding in findings if every.shows(finding, dismissed)}
        levels: list[Level | None] = [None, *(level for level in LEVELS if level in found)]
        at = levels.index(self.level) if self.level in levels else 0
        return self._replace(level=levels[(at + 1) % len(levels)])

    def next_kind(self, findings: Iterable[Finding], dismissed: Dismissals, by: int) -> "Filter":
        """The next kind (1) or the one before (-1) that has something to show; beyond the last one, all."""
        every = self._replace(kind=None)
        found = {finding.kind for finding in findings if every.shows(finding, dismissed)}
        kinds: list[Kind | None] = [None, *sorted(found)]
        at = kinds.index(self.kind) if self.kind in kinds else 0
        return self._replace(kind=kinds[(at + by) % len(kinds)])

    def shows(self, finding: Finding, dismissed: Dismissals) -> bool:
        """Whether a finding is shown."""
        return (
            self.level in (None, finding.severity)
            and self.kind in (None, finding.kind)
            and (self.dismissed or finding.fingerprint not in dismissed)
        )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By paragraph, then by place, then the heavier first."""
    return tuple(sorted(findings, key=_standing))


def _standing(finding: Finding) -> tuple[int, int, int]:
    return number_of(finding), stretch(finding).start, LEVELS.index(finding.severity)


def number_of(finding: Finding) -> int:
    """The number of its paragraph."""
    return int(finding.target.spot.segment)


def stretch(finding: Finding) -> Quote:
    """The words to look at: what is wrong, or where nothing stands, the term on the other side."""
    return finding.source if finding.kind == "missing" and finding.source else finding.target


def place(desk: Desk, finding: Finding) -> Go:
    """Where a finding leads: a term becomes active there."""
    quote, paragraph = stretch(finding), desk.paragraph(number_of(finding))
    side: Side = "translation" if quote.text == paragraph.translation else "source"
    return Go(paragraph.number, _offset(paragraph.side(side), quote), side, finding.concept)


def term_at(desk: Desk, finding: Finding) -> Occurrence | None:
    """The term that a finding leads to; None where it is about no term."""
    go = place(desk, finding)
    terms = (term for term in desk.terms(go.number) if term.concept == go.concept and term.side == go.side)
    return next((term for term in terms if term.start == go.offset), None)


def _offset(text: str, quote: Quote) -> int:
    """Where the words begin in the text that is read: it has remarks and markup, which a check leaves out."""
    if text == quote.text:
        return quote.start
    at = -1
    for _ in range(quote.text.count(quote.words, 0, quote.start) + 1 if quote.words else 0):
        at = text.find(quote.words, at + 1)
    return max(at, 0)


def nearest(findings: Sequence[Finding], here: tuple[int, int]) -> int:
    """The index of the finding at a paragraph and an offset, else of the first in or after the paragraph."""
    places = [_standing(finding)[:2] for finding in findings]
    if here in places:
        return places.index(here)
    return min(sum(number < here[0] for number, _ in places), len(findings) - 1)


def beyond(findings: Sequence[Finding], here: tuple[int, int], at: Finding | None, by: int) -> Finding | None:
    """The next finding (1), or the one before (-1), round the end; None where there is none.

    Seen from `at`, where the reader still stands there, else from `here`: a paragraph and an offset.
    """
    if not findings:
        return None
    if at in findings:
        return findings[(findings.index(at) + by) % len(findings)]
    ahead = [one for one in findings if (_standing(one)[:2] >= here if by > 0 else _standing(one)[:2] < here)]
    return (ahead or findings)[0 if by > 0 else -1]
