"""Findings on the reading screen: the check beside the reading, their count, their list, the keys between."""

from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import get_current_worker

from reader.tui.blocks import Block
from reader.tui.cards import Go
from reader.tui.page_screen import BUSY, REST, STILL
from reader.tui.search_screen import SearchScreen

if TYPE_CHECKING:  # the first screen is there before anything is found
    from reader.terms.findings import Finding
    from reader.tui.findings import Filter, Findings
    from reader.tui.findings_list import FindingsList


class CheckedScreen(SearchScreen):
    """A page whose text is checked against the glossary, once it is seen and the reader is still."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "x",
            "findings",
            "Findings",
            id="findings.open",
            tooltip="What the check found, to walk through",
        ),
        Binding(
            "X,right_curly_bracket",
            "next_finding(1)",
            "Next finding",
            id="findings.next",
            tooltip="The next finding of those that the list shows",
        ),
        Binding(
            "left_curly_bracket",
            "next_finding(-1)",
            "Previous finding",
            id="findings.previous",
            tooltip="The finding before",
        ),
    ]

    class Checked(Message):
        """Something was found; `run` is the number of the check that found it."""

        def __init__(self, findings: "Findings", run: int) -> None:
            super().__init__()
            self.findings = findings
            self.run = run

    findings: "Findings | None" = None
    finding_at: "Finding | None" = None  # the one that the reader went to last
    shown: "Filter | None" = None  # which of them the list shows
    _run = 0

    def check(self) -> None:
        """Check the text anew, as soon as the reader is still."""
        self._run += 1
        self._check_when_still(self._run)

    def _check_when_still(self, run: int) -> None:
        if run != self._run:  # another check was asked for meanwhile
            return
        if self.moves():
            self.set_timer(STILL, partial(self._check_when_still, run))
        else:
            self._check_beside(run)

    @work(thread=True, exclusive=True, group="check")
    def _check_beside(self, run: int) -> None:
        from reader.tui.checking import Pace, Stopped, check

        worker = get_current_worker()
        pace = Pace(BUSY, REST, self.moves, lambda: worker.is_cancelled)
        try:
            for findings in check(self.desk, pace):
                self.post_message(self.Checked(findings, run))
        except Stopped:
            pass

    def moves(self) -> bool:
        """Whether the reader has just moved, and must not be disturbed."""
        return monotonic() - self._moved_at < STILL

    @on(Checked)
    def take_findings(self, event: Checked) -> None:
        """Count and show what was found; dismissals that were made elsewhere count too."""
        if event.run == self._run:
            self.findings = event.findings
            if event.findings.complete:
                self.keeper.load()  # shows everything that is kept, these counts with it
            else:
                self.count_findings()
                self.show_heading()
            for screen in self._lists():
                screen.update_findings(event.findings)

    def _lists(self) -> "Sequence[FindingsList]":
        if len(self.app.screen_stack) == 1:
            return ()
        from reader.tui.findings_list import FindingsList

        return [screen for screen in self.app.screen_stack if isinstance(screen, FindingsList)]

    def count_findings(self) -> None:
        """Count what is not dismissed."""
        self.tally = self.findings.tally(self.keeper.dismissed) if self.findings else ""

    def remarks(self) -> Sequence[Block]:
        """What was found of the active term beyond its status, and of the paragraph as such."""
        if self.findings is None:
            return ()
        from reader.tui.findings_remarks import remarks

        active = self.page.active
        found = self.findings.at(self.page.current)
        concept = active.concept if active else ""
        return list(remarks(found, concept, self.keeper.dismissed, self._still_at()))

    def action_findings(self) -> None:
        from reader.tui.findings import Filter
        from reader.tui.findings_list import FindingsList

        where = (self._here(), self._still_at(), self.known.places if self.surveyed else None)
        listed = FindingsList(self.desk, self.keeper, self.findings, self.shown or Filter(), *where)
        self.app.push_screen(listed, partial(self._take_finding, listed))

    def _take_finding(self, listed: "FindingsList", chosen: "Finding | Go | None") -> None:
        self.shown = listed.shown
        if isinstance(chosen, Go):
            self.page.go_to(chosen.number, chosen.side, chosen.offset, chosen.concept)
        elif chosen:
            self.go_to_finding(chosen)

    def action_next_finding(self, by: int) -> None:
        from reader.tui.findings import Filter, beyond
        from reader.tui.findings_lines import narrowed, nowhere

        told = self.findings.told if self.findings else ()
        shown, dismissed, width = self.shown or Filter(), self.keeper.dismissed, self.size.width
        findings = [finding for finding in told if shown.shows(finding, dismissed)]
        finding = beyond(findings, self._here(), self._still_at(), by)
        if finding is None:
            self.remind(nowhere(self.findings, shown, dismissed, width))
            return
        self.go_to_finding(finding)
        said = narrowed(shown, width)
        which = f"{finding.kind}: {findings.index(finding) + 1:,} of {len(findings):,}"
        self.remind(f"{which} · filter {said}" if said else which)

    def _here(self) -> tuple[int, int]:
        """The paragraph, and where the active term begins."""
        return self.page.current, self.page.active.start if self.page.active else 0

    def _still_at(self) -> "Finding | None":
        """The finding that the reader went to, while they stand in its paragraph."""
        at = self.finding_at
        return at if at and at.target.spot.segment == str(self.page.current) else None

    def go_to_finding(self, finding: "Finding") -> None:
        """Make its term the active one; words that the mode hides are shown."""
        from reader.tui.findings import place

        self.finding_at = finding
        where, page = place(self.desk, finding), self.page
        page.go_to(where.number, where.side, where.offset, where.concept)
        if not page.shows(where.number, where.side):
            page.revealed |= {where.number}
            page.refresh()
