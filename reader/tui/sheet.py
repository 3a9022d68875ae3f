"""A sheet of wrapped text that scrolls: the glossary pane, an entry, help and every list that is read."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from reader.tui.blocks import Block, Line, wrapped
from reader.tui.ink import Ink, draw, padded, placed
from reader.tui.palette import Drawn

MORE = "▾"  # at the end of the last row where there is more below it


class View(NamedTuple):
    """What all rows of one painting have in common."""

    size: Size
    room: int  # cells for text
    lines: list[Line]
    lit: int  # the block under the cursor, -1 for none
    selection: Selection | None
    edge: list[Segment]
    blank: Strip  # a row below the last one


class Sheet(Drawn):
    """Blocks of text, wrapped at the width there is; those with a target can be stepped through, chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", "Down", id="sheet.down"),
        Binding("k,up", "step(-1)", "Up", id="sheet.up"),
        Binding("space,pagedown", "screenful(1)", "Next screen", id="sheet.screen_down"),
        Binding("pageup", "screenful(-1)", "Previous screen", id="sheet.screen_up"),
        Binding("g,home", "edge(0)", "Top", id="sheet.top"),
        Binding("G,end", "edge(-1)", "End", id="sheet.end"),
        Binding("enter", "choose", "Choose", id="sheet.choose"),
    ]

    top: reactive[int] = reactive(0)  # the first row shown
    edge: reactive[str] = reactive("")  # drawn before every row
    cursor: reactive[int] = reactive(-1)  # the chosen one among the blocks with a target; -1 for none

    class Chosen(Message):
        """The reader chose a block; `target` is its own."""

        def __init__(self, sheet: "Sheet", target: object) -> None:
            super().__init__()
            self.sheet = sheet
            self.target = target

        @property
        def control(self) -> "Sheet":
            """The sheet, for `@on` selectors."""
            return self.sheet

    def __init__(self, *, id: str | None = None, stepping: bool = True, driven: bool = False) -> None:
        """`stepping`: it has a cursor; `driven`: another widget moves that, so it shows without the focus."""
        super().__init__(id=id)
        self.can_focus = stepping and not driven
        self.stepping = stepping
        self.driven = driven
        self.blocks: Sequence[Block] = ()
        self._fitted: Sequence[Block] = ()  # the blocks as they are at the width of `_lines`
        self._stops: list[int] = []
        self._lines: tuple[int, list[Line]] = (-1, [])
        self._view: View | None = None

    def show(self, blocks: Sequence[Block], *, keep: bool = False) -> None:
        """Put these blocks on the sheet, from their top, or with `keep` where the reader is.

        What was under the cursor stays under it where it is still there.
        """
        wanted = self.chosen if keep else None
        self.blocks = self._fitted = blocks
        self._stops = [index for index, block in enumerate(blocks) if block.target is not None]
        self._lines = (-1, [])
        if not keep:
            self.top = 0
        self.cursor = self._cursor_on(wanted) if self.stepping else -1
        self.top = min(self.top, self._lowest_top)
        self.refresh()

    def _cursor_on(self, target: object) -> int:
        targets = [self.blocks[index].target for index in self._stops]
        if target in targets:
            return targets.index(target)
        return min(self.cursor if target is not None else 0, len(targets) - 1)

    # Moving

    def action_step(self, by: int) -> None:
        if not self._stops:
            self.scroll_rows(by)
            return
        at = self.cursor + by
        if 0 <= at < len(self._stops) and self._near(self._stops[at]):
            self.cursor = at
            self._show_cursor()
        else:
            self.scroll_rows(by)

    def stand_at(self, stop: int) -> None:
        """Put the cursor on one of the blocks with a target, counted from 0.

        It comes to stand a third of the way down, or higher, so that the top row begins a block.
        """
        if not 0 <= stop < len(self._stops):
            return
        if lines := self.lines:
            first = self._rows(self._stops[stop])[0]
            highest = max(0, first - self.size.height // 3)
            begin = next(row for row in range(highest, first + 1) if lines[row].start == 0)
            self.top = min(begin, self._lowest_top)
        self.cursor = stop

    def _near(self, block: int) -> bool:
        """Whether a block is no further than a screenful away: what lies before it has then been seen."""
        first, last = self._rows(block)
        height = self.size.height
        return self.top - height < last and first < self.top + 2 * height - 1

    def action_screenful(self, by: int) -> None:
        self.scroll_rows(by * max(1, self.size.height - 1))

    def action_edge(self, at: int) -> None:
        self.top = 0 if at == 0 else self._lowest_top
        if self._stops:
            self.cursor = 0 if at == 0 else len(self._stops) - 1

    def action_choose(self) -> None:
        if self.chosen is None:
            return
        if self.lines and not self._sees(self._stops[self.cursor]):
            self._show_cursor()  # nobody chooses what they do not see
        else:
            self.post_message(self.Chosen(self, self.chosen))

    @property
    def chosen(self) -> object:
        """The target under the cursor; None where there is none."""
        return self.blocks[self._stops[self.cursor]].target if 0 <= self.cursor < len(self._stops) else None

    def scroll_rows(self, by: int) -> None:
        """Scroll by rows, as far as there are any; the cursor stays among the blocks in sight."""
        self.top = min(max(0, self.top + by), self._lowest_top)
        seen = [at for at, block in enumerate(self._stops) if self._sees(block)] if self.cursor >= 0 else []
        if seen:
            self.cursor = min(max(self.cursor, seen[0]), seen[-1])

    def _sees(self, block: int) -> bool:
        first, last = self._rows(block)
        return self.top <= last and first < self.top + self.size.height

    def _rows(self, block: int) -> tuple[int, int]:
        """The first and the last row of a block."""
        lines = self.lines
        return bisect_left(lines, block, key=_block), bisect_right(lines, block, key=_block) - 1

    @property
    def _lowest_top(self) -> int:
        return max(0, len(self.lines) - self.size.height)

    def _show_cursor(self) -> None:
        first, last = self._rows(self._stops[self.cursor])
        if first < self.top:
            self.top = first
        elif last >= self.top + self.size.height:
            self.top = min(first, last - self.size.height + 1)

    # Drawing

    @property
    def _room(self) -> int:
        """Cells for text, right of the edge and left of the column where MORE stands."""
        return max(0, self.size.width - len(self.edge) - len(MORE))

    @property
    def lines(self) -> list[Line]:
        """Every row at the present width; a new width leaves the block at the top where it is."""
        width, before = self._room, self._lines
        if width and before[0] != width:
            self._fitted = [block.fit(width) if block.fit else block for block in self.blocks]
            self._lines = (
                width,
                [line for index, block in enumerate(self._fitted) for line in wrapped(index, block, width)],
            )
            if before[0] > 0 and 0 < self.top < len(before[1]):
                self.set_reactive(Sheet.top, self._rows(before[1][self.top].block)[0])
        return self._lines[1]

    def view(self) -> View:
        """What every row of one painting needs, looked up once."""
        if self._view is None or self.stale or self._view.size != self.size:
            lit = self.cursor >= 0 and (self.has_focus or self.driven)
            edge = [Segment(self.edge, self.base + self.look("sheet--edge"))] if self.edge else []
            width = self.size.width
            self._view = View(
                self.size,
                self._room,
                self.lines,
                self._stops[self.cursor] if lit else -1,
                self.text_selection,
                edge,
                self.seen(padded(edge, width, self.base), width),
            )
            self.stale = False
        return self._view

    def render_line(self, y: int) -> Strip:
        """The row `y` from the top of the sheet's window; what can be clicked or selected says so."""
        view = self.view()
        if self.top + y >= len(view.lines):
            return view.blank
        return Strip(self._drawn(y, view, told=True), view.size.width)

    def paint_line(self, y: int) -> Strip:
        """The same row for the screen alone."""
        view = self.view()
        if self.top + y >= len(view.lines):
            return view.blank
        return self.seen(self._drawn(y, view, told=False), view.size.width)

    def _drawn(self, y: int, view: View, *, told: bool) -> list[Segment]:
        width, at = view.size.width, self.top + y
        row = [*view.edge, *self._row(view.lines[at], view, told)]
        if y == view.size.height - 1 and at + 1 < len(view.lines) and width > len(MORE):
            more = Segment(MORE, self.base + self.look("sheet--label"))
            return [*padded(row, width - len(MORE), self.base), more]
        return padded(row, width, self.base)

    def _row(self, line: Line, view: View, told: bool) -> list[Segment]:
        """One row of a block; one that can be chosen is drawn to its full width."""
        block = self._fitted[line.block]
        style = self.base + self.look(block.style)
        if view.lit == line.block:
            style += self.look("sheet--cursor")
        end = line.start + len(block.text[line.start : line.end].rstrip())
        inks = [*block.inks, *_selected(line.block, block, view.selection)] if view.selection else block.inks
        row = draw(block.text, line.start, end, inks, style, self.look)
        if told:
            row = placed(row, line.start, line.block)
        if line.indent:
            row.insert(0, Segment(" " * line.indent, style))
        if block.target is None:
            return row
        row = padded(row, view.room, style)
        stop = Style.from_meta({"stop": line.block})
        return list(Segment.apply_style(row, post_style=stop)) if told else row

    # The mouse

    def on_click(self, event: events.Click) -> None:
        target, stop = event.style.meta.get("target"), event.style.meta.get("stop")
        if stop is not None:
            self.cursor = self._stops.index(stop) if self.stepping else -1
            target = target or self.blocks[stop].target
        if target is not None:
            self.post_message(self.Chosen(self, target))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, unwrapped."""
        parts = []
        for index, block in enumerate(self._fitted):
            span = selection.get_span(index)
            if span:
                parts.append(block.text[span[0] : span[1] if span[1] >= 0 else len(block.text)])
        return ("\n".join(parts), "\n") if parts else None

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()


def _block(line: Line) -> int:
    return line.block


def _selected(index: int, block: Block, selection: Selection) -> list[Ink]:
    """The ink of what the mouse selected in a block."""
    span = selection.get_span(index)
    if not span:
        return []
    return [Ink(span[0], span[1] if span[1] >= 0 else len(block.text), "selection")]
