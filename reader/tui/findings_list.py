"""The list of what the check found in this text: to go to one, dismiss it with a reason, undo, narrow."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.terms.findings import LEVEL_MARKS, LEVELS, Finding
from reader.tui.blocks import Block
from reader.tui.desk import Desk
from reader.tui.dialog import Dialog
from reader.tui.findings import Filter, Findings, nearest, number_of, stretch
from reader.tui.findings_blocks import DISMISSED, LEVEL_NAMES, finding_block
from reader.tui.heading import Line
from reader.tui.keeping import Keeper
from reader.tui.sheet import Sheet

HINTS = "esc close   ⏎ go   d dismiss   u undo   f ✗ ! ·   tab kind   D dismissed"
REASON = "enter dismisses it, with or without a reason   esc leaves it"
CHECKING = "The text is being checked against the glossary …"
WORDY = 110  # cells of a screen from which the counts are said in words
NOTHING = "The check found nothing in this text."


class FindingsList(Dialog[Finding | None]):
    """Gives the finding that was chosen; all else is done while it is open."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 -- as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "d",
            "let_stand",
            "Dismiss",
            id="findings.dismiss",
            tooltip="Dismiss the finding, with a reason or none; one that is dismissed gets another reason",
        ),
        Binding(
            "u",
            "undo",
            "Undo",
            id="findings.undo",
            tooltip="Count the dismissed one under the cursor again, else the one dismissed last",
        ),
        Binding(
            "f",
            "level",
            "Severity",
            id="findings.level",
            tooltip="Only errors, only warnings, only remarks, or all",
        ),
        Binding("tab", "kind(1)", "Next kind", id="findings.kind", tooltip="Only the next kind of findings"),
        Binding(
            "shift+tab",
            "kind(-1)",
            "Previous kind",
            id="findings.previous_kind",
            tooltip="Only the kind before",
        ),
        Binding(
            "D",
            "dismissed",
            "Dismissed",
            id="findings.dismissed",
            tooltip="Show what is dismissed too, or not",
        ),
        Binding(
            "escape",
            "close",
            "Close",
            id="findings.close",
            tooltip="Close the list, or leave the finding as it is",
        ),
    ]

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper,
        findings: Findings | None,
        shown: Filter,
        here: tuple[int, int],
        at: Finding | None = None,
    ) -> None:
        """`here`: the reader's paragraph, and where the active term begins; `at`: the finding they are at."""
        super().__init__()
        self.heading = Line(classes="marks--heading")
        self.sheet = Sheet()
        self.reason_input = Input(compact=True, placeholder="why it may stand")
        self.hints = Line(classes="marks--hints")
        self.shown = shown
        self._desk = desk
        self._keeper = keeper
        self._findings = findings
        self._here = here
        self._at = at
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
        keep = keep and bool(self.sheet.blocks)
        self.sheet.show([*blocks, *self._remainder()] or [Block(self._empty(), "sheet--faint")], keep=keep)
        self.heading.left = self._title()
        self.heading.right = self._counts()
        self.hints.left = self._keeper.unsaved_line or HINTS

    def update_findings(self, findings: Findings) -> None:
        """Show what was found meanwhile."""
        before, had = self._findings, bool(self.listed)
        self._findings = findings
        if before and before.complete == findings.complete and before.told == findings.told:
            self.heading.right = self._counts()
            return
        if self._dismissing not in (None, *findings.told):
            self._end_dismissing()
        self.show()
        if not had:
            self._stand_near()

    @property
    def listed(self) -> list[Finding]:
        """What the list shows."""
        told, dismissed = self._findings.told if self._findings else (), self._keeper.dismissed
        return [finding for finding in told if self.shown.shows(finding, dismissed)]

    def _remainder(self) -> list[Block]:
        more = sum(self._findings.more.values()) if self._findings else 0
        text = f"{more:,} more are counted and not listed; the text is long."
        return [Block(text, "sheet--faint")] if more else []

    def _empty(self) -> str:
        findings = self._findings
        if findings is None or not (findings.told or findings.complete):
            return CHECKING if self._desk.glossary else "There is no glossary to check the text with."
        if not findings.told:
            return findings.refusal or NOTHING
        if self.shown.level or self.shown.kind:
            return "Nothing of this kind; f and tab show the others."
        return "Nothing is left of what the check found; D shows what is dismissed."

    def _title(self) -> str:
        narrowed = (self.shown.level and LEVEL_NAMES[self.shown.level], self.shown.kind)
        said = " · ".join(filter(None, narrowed))
        going_on = "" if self._findings and self._findings.complete else " …"
        return f"Findings{going_on}: {said}" if said else f"Findings{going_on}"

    def _counts(self) -> str:
        """What is left of each level, and how many are dismissed."""
        if self._findings is None:
            return ""
        dismissed = self._keeper.dismissed
        left = self._findings.left(dismissed)
        gone = sum(finding.fingerprint in dismissed for finding in self._findings.told)
        if self.size.width < WORDY:
            counts = [f"{left[level]:,} {LEVEL_MARKS[level]}" for level in LEVELS]
            return " ".join([*counts, f"{gone:,} {DISMISSED}"] if gone else counts)
        counts = [f"{LEVEL_MARKS[level]} {left[level]:,} {LEVEL_NAMES[level]}" for level in LEVELS]
        return "  ".join([*counts, f"{DISMISSED} {gone:,} dismissed"] if gone else counts)

    def _stand_near(self) -> None:
        """Stand at the finding that the reader is at, else at the nearest."""
        listed = self.listed
        if listed:
            self._stand_at(listed.index(self._at) if self._at in listed else nearest(listed, self._here))

    def _stand_at(self, index: int) -> None:
        first = next((row for row, line in enumerate(self.sheet.lines) if line.block == index), 0)
        self.sheet.scroll_rows(first - self.sheet.top - self.sheet.size.height // 3)
        self.sheet.cursor = index

    @property
    def finding(self) -> Finding | None:
        """What is under the cursor."""
        chosen = self.sheet.chosen
        return chosen if isinstance(chosen, Finding) else None

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
            self.hints.left = "There is no dismissed finding to count again."
            return
        self._keeper.undismiss(finding.fingerprint)
        self.show()
        if finding in self.listed:
            self._stand_at(self.listed.index(finding))

    def _to_undo(self) -> Finding | None:
        dismissed = self._keeper.dismissed
        if self.finding and self.finding.fingerprint in dismissed:
            return self.finding
        by_print = {one.fingerprint: one for one in self._findings.told} if self._findings else {}
        return next((by_print[mark] for mark in reversed([*dismissed]) if mark in by_print), None)

    def action_level(self) -> None:
        self._narrow(self.shown.next_level())

    def action_kind(self, by: int) -> None:
        self._narrow(self.shown.next_kind(self._findings.told if self._findings else (), by))

    def action_dismissed(self) -> None:
        self._narrow(self.shown._replace(dismissed=not self.shown.dismissed))

    def _narrow(self, shown: Filter) -> None:
        """Show others; the cursor stays on its finding where that is still shown."""
        at, self.shown = self.finding, shown
        self.show(keep=False)
        listed = self.listed
        if at and listed:
            there = (number_of(at), stretch(at).start)
            self._stand_at(listed.index(at) if at in listed else nearest(listed, there))
