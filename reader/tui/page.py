"""The page: a window on the text, where the reader's paragraph and the active term are."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from reader.terms.occurrences import Occurrence
from reader.text.article import Side
from reader.tui.layout import Mode, read_first
from reader.tui.page_view import SIDES, PageView, holds
from reader.tui.search import Found
from reader.tui.window import Anchor, scrolled, window

TIERS = ("core", "term", "phrase")
SEVERITIES = ("critical", "major", "minor", "")
FAR = 500  # paragraphs: as far as `tab` looks for the next term


class Page(PageView, can_focus=True):
    """The page as the reader moves through it, by keys and by mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "paragraph(1)", "Next paragraph", id="page.next"),
        Binding("k", "paragraph(-1)", "Previous paragraph", id="page.previous"),
        Binding("down", "line(1)", "Down", id="page.down", tooltip="Down a line, or to the next paragraph"),
        Binding("up", "line(-1)", "Up", id="page.up", tooltip="Up a line, or to the previous paragraph"),
        Binding("space,pagedown", "screenful(1)", "Next screen", id="page.screen_down"),
        Binding("pageup", "screenful(-1)", "Previous screen", id="page.screen_up"),
        Binding("g,home", "first", "First paragraph", id="page.first"),
        Binding("G,end", "last", "Last paragraph", id="page.last"),
        Binding("tab,l,right", "term(1)", "Next term", id="page.next_term"),
        Binding("shift+tab,h,left", "term(-1)", "Previous term", id="page.previous_term"),
        Binding(
            "v", "reveal", "Reveal", id="page.reveal", tooltip="Show what the mode hides of this paragraph"
        ),
    ]

    # Where the reader is

    def go(self, number: int, *, step: int | None = None, anchor: Anchor | None = None) -> None:
        """Make this paragraph the reader's, a third of the way down or at `anchor`.

        The active term is its `step`-th (-1 for the last), or without one the first of the weightiest tier.
        """
        first, last = self.bounds
        self.current = min(max(number, first), last)
        self.pinned = anchor or Anchor(self.current)
        self.wanted = None
        self.step = self._weightiest() if step is None else self._nth(step)
        self.refresh()
        self.moved()

    def _nth(self, step: int) -> int:
        """This step where there are so many; -1 where there is none at all."""
        count = len(self.steps())
        return step % count if count else -1

    def resume(self, number: int, top: tuple[int, int], step: int | None) -> None:
        """Put the reader back where they were: a paragraph, what stood at the top, the active term."""
        self.go(number, step=step)
        self.top = top
        self.wanted = step

    def activate(self, item: Occurrence) -> None:
        """Make this term the active one, and its paragraph the reader's; the window moves only if it must."""
        if item.paragraph != self.current:
            self.current = item.paragraph
        self.step = next((at for at, step in enumerate(self.steps()) if _same(step, item)), -1)
        self._show_active()
        self.moved()

    def go_to(self, number: int, side: Side = "source", offset: int = 0, concept: str = "") -> None:
        """Make this paragraph the reader's, and the term that begins at the offset active where one does.

        Where several do, it is that of `concept`.
        """
        self.go(number)
        for item in self.desk.terms(self.current):
            if (item.side, item.start) == (side, offset) and concept in ("", item.concept):
                self.activate(item)
                return
        if offset and self.size and self.shows(self.current, side):
            self.pinned = Anchor(self.current, side, offset)
            self.refresh()

    def show_hits(self, hits: Callable[[int], tuple[Found, ...]], hit: Found | None) -> None:
        """Light up what a search found, and go to the hit it stands at."""
        self.hits, self.hit = hits, hit
        if hit:
            if hit.number != self.current:
                self.go(hit.number)
            if not self.shows(hit.number, hit.side):
                self.revealed |= {hit.number}
            if self.size and not any(
                holds(row, hit.number, hit.side, hit.start) for row in self.frame().rows
            ):
                self.pinned = Anchor(hit.number, hit.side, hit.start)
        self.redraw()

    def renew(self) -> None:
        """Draw anew after the terms changed, and keep an active term where there is one."""
        if self.wanted is not None and self.steps():
            self.step, self.wanted = self.wanted % len(self.steps()), None
        elif not 0 <= self.step < len(self.steps()):
            self.step = self._weightiest()
        self.redraw()
        self.moved()

    def _weightiest(self) -> int:
        """The first term of the weightiest tier; of those the one that is rendered worst."""
        steps = self.steps()
        return min(range(len(steps)), key=lambda at: (self._weight(steps[at]), at), default=-1)

    def _weight(self, item: Occurrence) -> tuple[int, int]:
        return TIERS.index(self.desk.concept(item.concept).tier), SEVERITIES.index(item.term.severity)

    # Moving

    def action_paragraph(self, by: int) -> None:
        first, last = self.bounds
        if first <= self.current + by <= last:
            self.go(self.current + by)

    def action_first(self) -> None:
        self.go(self.bounds[0])

    def action_last(self) -> None:
        self.go(self.bounds[1])

    def action_term(self, by: int) -> None:
        if 0 <= self.step + by < len(self.steps()):
            self.step += by
            self._show_active()
            self.moved()
        else:
            self._next_with_terms(by)

    def _next_with_terms(self, by: int) -> None:
        first, last = self.bounds
        for number in range(self.current + by, self.current + by * FAR, by):
            if not first <= number <= last:
                return
            if self.desk.terms(number):
                self.go(number, step=0 if by > 0 else -1)
                return
        self.notify(f"No term stands in the next {FAR} paragraphs.", timeout=2.5)

    def _show_active(self) -> None:
        """Bring the active term onto the screen where its paragraph is taller than that."""
        active = self.active
        if active is None or not self.size:
            return
        at = (self.current, active.side, active.start)
        if self.shows(self.current, active.side) and not any(holds(row, *at) for row in self.frame().rows):
            self.pinned = Anchor(*at)
            self.refresh()

    def action_line(self, by: int) -> None:
        edge = -1 if by > 0 else 0
        shown = [row for row in self.frame().rows if row.number == self.current and row.kind == "text"]
        every = [row for row in self.rows_of(self.setting)(self.current) if row.kind == "text"]
        if every and (not shown or shown[edge] != every[edge]):
            self.scroll_rows(by)
        else:
            self.action_paragraph(by)

    def action_screenful(self, by: int) -> None:
        before = self.frame().rows
        self.scroll_rows(by * max(1, self.size.height - 2))
        rows = self.frame().rows
        if rows == before:
            self.go(self.bounds[1] if by > 0 else self.bounds[0])
        else:
            self.go(next((row.number for row in rows if row.line == 0), rows[0].number), anchor=self.pinned)

    def scroll_rows(self, by: int) -> None:
        """Move the window by so many rows; the reader's paragraph follows only when it leaves the screen."""
        anchor = scrolled(self.frame().rows, by)
        if anchor is None:
            return
        rows = window(anchor, anchor.number, self.size.height, self.bounds, self.rows_of(self.setting))
        seen = [row.number for row in rows]
        self.pinned = anchor
        if self.current not in seen:
            self.go(seen[0] if by > 0 else seen[-1], anchor=anchor)
        self.refresh()

    def action_reveal(self) -> None:
        self.revealed ^= {self.current}
        self.refresh()

    def watch_mode(self, before: Mode, now: Mode) -> None:
        self.revealed = frozenset()
        self.set_class(now == "beside", "-beside")
        if not self.is_mounted:
            return
        steps = self.desk.steps(self.current, read_first(before))
        active = steps[self.step] if 0 <= self.step < len(steps) else None
        if active:
            self.step = next((at for at, step in enumerate(self.steps()) if _same(step, active)), -1)
        self.renew()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        item = self._term_under(event)
        number = event.style.meta.get("offset", (0, 2 * self.current))[1] // 2
        if item:
            self.activate(item)
        elif number != self.current:
            self.go(number, anchor=self.pinned)

    def _term_under(self, event: events.MouseEvent) -> Occurrence | None:
        """The term under the mouse; of several the shortest, for the others lie around it."""
        widget, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if widget is not self or offset is None or not self.bounds[0] <= offset.y // 2 <= self.bounds[1]:
            return None
        side = SIDES[offset.y % 2]
        found = self.desk.terms(offset.y // 2)
        there = [item for item in found if item.side == side and item.start <= offset.x < item.end]
        return min(there, key=lambda item: item.end - item.start, default=None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        item = self._term_under(event)
        self.tooltip = Content(self._names(item)) if item else None

    def _names(self, item: Occurrence) -> str:
        """What the concept of a term is called in both languages."""
        concept = self.desk.concept(item.concept)
        terms = (concept.preferred(lang) for lang in (self.desk.source_language, self.desk.target_language))
        return " · ".join(term.text for term in terms if term)


def _same(step: Occurrence, item: Occurrence) -> bool:
    """Whether `item` is the term of this step or its partner on the other side."""
    return step == item or (step.concept == item.concept and step.partner == (item.start, item.end))
