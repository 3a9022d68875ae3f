"""The list of what the check found in this text: to go to one, dismiss it with a reason, undo, narrow."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.terms.concepts import Concept
from reader.terms.findings import Finding
from reader.tui.blocks import Block
from reader.tui.cards import Go
from reader.tui.desk import Desk
from reader.tui.dialog import Dialog
from reader.tui.entry import EntryScreen
from reader.tui.entry_blocks import Survey
from reader.tui.findings import Filter, Findings, nearest, number_of, stretch, term_at
from reader.tui.findings_blocks import finding_block
from reader.tui.findings_keys import KEYS
from reader.tui.findings_lines import counts, empty, hints, title
from reader.tui.heading import Hints, Line
from reader.tui.keeping import Keeper
from reader.tui.sheet import Sheet

REASON = "⏎ dismiss   esc leave it   a reason may be left out"


class FindingsList(Dialog[Finding | Go | None]):
    """Gives the finding that was chosen, or a place from its entry; all else is done while it is open."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 -- as above
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper,
        findings: Findings | None,
        shown: Filter,
        here: tuple[int, int],
        at: Finding | None = None,
        survey: Survey | None = None,
    ) -> None:
        """`here`: the reader's paragraph, and where the active term begins; `at`: the finding they are at.

        `survey` is for the entries.
        """
        super().__init__()
        self.heading = Line(classes="marks--heading")
        self.sheet = Sheet()
        self.reason_input = Input(compact=True, placeholder="why it may stand")
        self.hints = Hints(classes="marks--hints")
        self.shown = shown
        self._desk = desk
        self._keeper = keeper
        self._findings = findings
        self._here = here
        self._at = at
        self._survey = survey
        self._dismissing: Finding | None = None  # the one whose reason is being typed

    def compose(self) -> ComposeResult:
        with Vertical(id="findings"):
            yield self.heading
            yield self.sheet
            yield self.reason_input
            yield self.hints

    def on_mount(self) -> None:
        self.reason_input.display = False
        self._keeper.load()
        self.show()
        self.sheet.focus()
        self.call_after_refresh(self._stand_near)

    # Showing

    def show(self, *, keep: bool = True) -> None:
        """Show the findings as they are now; with `keep` the cursor stays where it is."""
        dismissed = self._keeper.dismissed
        blocks = [finding_block(self._desk, one, dismissed.get(one.fingerprint)) for one in self.listed]
        nothing = empty(self._findings, self.shown, glossary=self._desk.glossary is not None)
        keep = keep and bool(self.sheet.blocks)
        self.sheet.show([*blocks, *self._remainder()] or [Block(nothing, "sheet--faint")], keep=keep)
        self._say()
        self.hints.left = self._keeper.unsaved_line or hints(self.shown)

    def _say(self) -> None:
        """Say what is shown and how many there are, in the words that there is room for."""
        width, findings = self.size.width, self._findings
        self.heading.left = title(self.shown, width, complete=bool(findings and findings.complete))
        if findings:
            dismissed = self._keeper.dismissed
            gone = sum(finding.fingerprint in dismissed for finding in findings.told)
            self.heading.right = counts(findings.left(dismissed), gone, width)

    def on_resize(self) -> None:
        self._say()

    def update_survey(self, survey: Survey | None) -> None:
        """Keep what was counted for the entries."""
        self._survey = survey

    def update_findings(self, findings: Findings) -> None:
        """Show what was found meanwhile."""
        before, had = self._findings, bool(self.listed)
        self._findings = findings
        if before and before.complete == findings.complete and before.told == findings.told:
            self._say()
            return
        if self._dismissing not in (None, *findings.told):
            self._end_dismissing()
        self.show()
        if not had:
            self._stand_near()

    @property
    def _told(self) -> Sequence[Finding]:
        return self._findings.told if self._findings else ()

    @property
    def listed(self) -> list[Finding]:
        """What the list shows."""
        dismissed = self._keeper.dismissed
        return [finding for finding in self._told if self.shown.shows(finding, dismissed)]

    def _remainder(self) -> list[Block]:
        more = sum(self._findings.more.values()) if self._findings else 0
        text = f"{more:,} more are counted and not listed; the text is long."
        return [Block(text, "sheet--faint")] if more else []

    def _stand_near(self) -> None:
        """Stand at the finding that the reader is at, else at the nearest."""
        listed = self.listed
        if listed:
            self.sheet.stand_at(listed.index(self._at) if self._at in listed else nearest(listed, self._here))

    @property
    def finding(self) -> Finding | None:
        """What is under the cursor."""
        chosen = self.sheet.chosen
        return chosen if isinstance(chosen, Finding) else None

    @property
    def concept(self) -> Concept | None:
        """Its entry; None where it has none, or the glossary has it no more."""
        try:
            return self._desk.concept(self.finding.concept) if self.finding else None
        except KeyError:
            return None

    # What the reader presses

    @on(Sheet.Chosen)
    def go(self, event: Sheet.Chosen) -> None:
        """Close with the chosen one."""
        if isinstance(event.target, Finding):
            self.leave(event.target)

    def action_let_stand(self) -> None:
        """Ask for the reason in place."""
        if self.finding is None:
            return
        self._dismissing = self.finding
        known = self._keeper.dismissed.get(self.finding.fingerprint)
        self.reason_input.value = known.reason if known else ""
        self.reason_input.display = True
        self.reason_input.focus()
        self.hints.left = REASON

    @on(Input.Submitted)
    def dismiss_it(self) -> None:
        """Dismiss the finding for the reason that was typed."""
        if self._dismissing:
            self._keeper.dismiss(self._dismissing, self.reason_input.value)
        self._end_dismissing()

    def keep_draft(self, keeper: Keeper) -> None:
        """A reason that was begun is kept with its finding; where there is none yet, nothing was decided."""
        if self._dismissing and self.reason_input.value.strip():
            keeper.dismiss(self._dismissing, self.reason_input.value)

    def _end_dismissing(self) -> None:
        self._dismissing = None
        self.sheet.focus()
        self.reason_input.display = False
        self.show()

    def action_close(self) -> None:
        if self._dismissing:
            self._end_dismissing()
        else:
            self.leave()

    def action_undo(self) -> None:
        """Count a dismissed finding again, and stand on it."""
        finding = self._to_undo()
        if finding is None:
            self.hints.left = "There is no dismissed finding."
            return
        self._keeper.undismiss(finding.fingerprint)
        self.show()
        if finding in self.listed:
            self.sheet.stand_at(self.listed.index(finding))

    def _to_undo(self) -> Finding | None:
        dismissed = self._keeper.dismissed
        if self.finding and self.finding.fingerprint in dismissed:
            return self.finding
        by_print = {one.fingerprint: one for one in self._told}
        return next((by_print[mark] for mark in reversed([*dismissed]) if mark in by_print), None)

    def action_entry(self) -> None:
        """Lay the entry over the list, once, however often it was asked for."""
        finding, concept = self.finding, self.concept
        if finding and concept and self.is_active:
            here = term_at(self._desk, finding)
            self.app.push_screen(EntryScreen(self._desk, concept.id, self._survey, here), self._take_place)
        elif finding and concept is None:
            self.hints.left = "The glossary has no entry for it."

    def _take_place(self, place: Go | None) -> None:
        if place is not None:
            self.leave(place)

    def action_level(self) -> None:
        self._narrow(self.shown.next_level(self._told, self._keeper.dismissed))

    def action_kind(self, by: int) -> None:
        self._narrow(self.shown.next_kind(self._told, self._keeper.dismissed, by))

    def action_all(self) -> None:
        self._narrow(self.shown.lifted())

    def action_dismissed(self) -> None:
        self._narrow(self.shown._replace(dismissed=not self.shown.dismissed))

    def _narrow(self, shown: Filter) -> None:
        """Show others; the cursor stays on its finding where that is still shown."""
        at, self.shown = self.finding, shown
        self.show(keep=False)
        listed = self.listed
        if at and listed:
            there = (number_of(at), stretch(at).start)
            self.sheet.stand_at(listed.index(at) if at in listed else nearest(listed, there))
