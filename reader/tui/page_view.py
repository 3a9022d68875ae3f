"""The drawing half of the page: which rows are on the screen, and how each one looks."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from reader.terms.concepts import speaks
from reader.terms.occurrences import Occurrence
from reader.text.article import Side
from reader.tui.brush import Inked, Look, outermost_on, row_segments, term_inks
from reader.tui.desk import Desk
from reader.tui.ink import Ink
from reader.tui.layout import Mode, Row, Setting, lay_out, read_first
from reader.tui.palette import Drawn
from reader.tui.places import anchor_of
from reader.tui.ruby import Reading
from reader.tui.search import Found, nothing_found
from reader.tui.window import Anchor, window

SIDES: tuple[Side, Side] = ("source", "translation")
WIDEST = 180  # cells of two columns
WIDEST_COLUMN = 92  # cells: a longer line tires the eye


class Frame(NamedTuple):
    """What is on the screen in one state of the page."""

    size: Size
    state: object
    rows: list[Row]
    look: Look
    inked: dict[int, Inked]  # filled as rows are drawn


class PageView(Drawn):
    """A window on the text: only what is on the screen is broken into rows, matched and drawn.

    Its state is places in the text, never rows of the screen, so no resize, mode or theme moves the reader.
    """

    current: reactive[int] = reactive(1)
    step: reactive[int] = reactive(-1)  # the active term's index in `steps()`; -1 for none
    mode: reactive[Mode] = reactive[Mode]("below")
    pinyin: reactive[bool] = reactive(False)  # above the Chinese
    marked: reactive[frozenset[int]] = reactive(frozenset())
    noted: reactive[frozenset[int]] = reactive(frozenset())

    def __init__(self, desk: Desk, label: str = "", moved: Callable[[], None] = lambda: None) -> None:
        """`moved` is called when the reader went to another paragraph or term, or when the terms changed.

        A message would come a frame later, and everything that follows the page would be drawn twice.
        """
        super().__init__()
        self.desk = desk
        self.moved = moved
        self.label = label
        self.pinned = Anchor(desk.article.first, row=0)
        self.hits: Callable[[int], tuple[Found, ...]] = nothing_found
        self.hit: Found | None = None  # the one the search stands at
        self.top: tuple[int, int] | None = None  # paragraph and row to stand at the top, once there is a size
        self.wanted: int | None = None  # the step to take as soon as there are terms
        self.revealed: frozenset[int] = frozenset()
        self._frame: Frame | None = None
        self._rows = lru_cache(maxsize=1024)(self._lay_out)
        self._strips: dict[object, Strip] = {}  # rows as they were painted: a screenful and a few more
        self._before: dict[object, Strip] = {}  # those of the screenful before

    def redraw(self) -> None:
        """Draw anew after something changed that is no reactive of the page."""
        self._forget()
        self.refresh()

    # What is active

    def steps(self) -> tuple[Occurrence, ...]:
        """The terms of the current paragraph, in the order that `tab` goes through them."""
        return self.desk.steps(self.current, read_first(self.mode))

    @property
    def active(self) -> Occurrence | None:
        """The active term."""
        steps = self.steps()
        return steps[self.step] if 0 <= self.step < len(steps) else None

    # The window

    @property
    def setting(self) -> Setting:
        """How paragraphs are broken into rows at the present width."""
        most = WIDEST if self.mode == "beside" else WIDEST_COLUMN
        width = min(most, self.size.width - self.margin_width)
        return Setting(max(1, width), self.mode, self._pinyin_sides, self.label)

    @property
    def margin_width(self) -> int:
        """Cells that are not for text: mark, number, bar and blanks before it, a blank after it."""
        return self._number_width + 5

    @property
    def _number_width(self) -> int:
        return max(2, len(str(self.desk.article.last)))

    @property
    def _pinyin_sides(self) -> tuple[Side, ...]:
        tags = (self.desk.source_language, self.desk.target_language)
        return tuple(side for side, tag in zip(SIDES, tags, strict=True) if self.pinyin and speaks(tag, "zh"))

    @property
    def bounds(self) -> tuple[int, int]:
        """The numbers of the first and the last paragraph."""
        return self.desk.article.first, self.desk.article.last

    def rows_of(self, setting: Setting) -> Callable[[int], tuple[Row, ...]]:
        """A function that gives the rows of a paragraph."""
        return lambda number: self._rows(number, setting, number in self.revealed)

    def _lay_out(self, number: int, setting: Setting, revealed: bool) -> tuple[Row, ...]:
        found = self.desk.terms(number) if setting.pinyin else ()
        readings = {side: self._readings(found, side) for side in setting.pinyin}
        return lay_out(self.desk.paragraph(number), setting, revealed, readings)

    def shows(self, number: int, side: Side) -> bool:
        """Whether the mode shows this side of a paragraph."""
        rows = self.rows_of(self.setting)(number)
        return any(
            piece.side == side
            for row in rows
            for piece in (row.left, row.right)
            if piece and row.kind == "text"
        )

    def frame(self) -> Frame:
        """What is on the screen, computed once for each state of the page."""
        setting = self.setting
        if self.top and self.size:
            self.pinned, self.top = anchor_of(self.top, self.rows_of(setting)(self.top[0])), None
        lit = (self.step, self.hit, self.text_selection, self.marked, self.noted)
        state = (self.size, setting, self.pinned, self.current, self.revealed, lit)
        if self._frame is None or self._frame.state != state:
            if len(self._strips) > self.size.height:
                self._before, self._strips = self._strips, {}
            rows = window(self.pinned, self.current, self.size.height, self.bounds, self.rows_of(setting))
            self._frame = Frame(self.size, state, rows, self._look(), {})
        return self._frame

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The row at `y`, with the offsets that a selection needs."""
        frame = self.frame()
        if y >= len(frame.rows):
            return Strip.blank(self.size.width, frame.look.base)
        row = frame.rows[y]
        told = frame.look._replace(told=True)
        return Strip(row_segments(row, self._inked(row.number, frame), told), told.width)

    def paint_line(self, y: int) -> Strip:
        """The row at `y` for the screen, out of those that were painted before where it is among them."""
        frame = self._frame
        if frame is None or self.stale or frame.size != self.size:
            frame, self.stale = self.frame(), False
        if y >= len(frame.rows):
            return Strip.blank(frame.size.width, frame.look.base)
        row = frame.rows[y]
        key = (row, self._light(row.number), frame.look.width)
        strip = self._strips.get(key) or self._before.get(key)
        if strip is None:
            segments = row_segments(row, self._inked(row.number, frame), frame.look)
            strip = self.seen(segments, frame.look.width)
        self._strips[key] = strip
        return strip

    def _inked(self, number: int, frame: Frame) -> Inked:
        if number not in frame.inked:
            frame.inked[number] = self._ink(number)
        return frame.inked[number]

    def _light(self, number: int) -> tuple[object, ...]:
        """What besides its text decides how a paragraph looks, as long as `redraw` is not called."""
        return (
            self.step if number == self.current else None,
            number in self.marked,
            number in self.noted,
        )

    def _look(self) -> Look:
        article = self.desk.article
        return Look(
            self.size.width,
            self._number_width,
            self.current,
            range(1, article.count + 1),
            self.marked,
            self.noted,
            self.label,
            self.look,
            self.base,
        )

    def _ink(self, number: int) -> Inked:
        found = self.desk.terms(number)
        active = self.active if number == self.current else None
        inks = {
            side: [
                *term_inks(found, side, active, here=number == self.current),
                *self._passing_inks(number, side),
            ]
            for side in SIDES
        }
        return Inked(self.desk.paragraph(number), inks, {side: self._readings(found, side) for side in SIDES})

    def _passing_inks(self, number: int, side: Side) -> list[Ink]:
        """What a search found, and what the mouse selected."""
        inks = [
            Ink(hit.start, hit.end, "page--hit-here" if hit == self.hit else "page--hit")
            for hit in self.hits(number)
            if hit.side == side
        ]
        span = self.text_selection.get_span(2 * number + SIDES.index(side)) if self.text_selection else None
        if span:
            end = span[1] if span[1] >= 0 else len(self.desk.paragraph(number).side(side))
            inks.append(Ink(span[0], end, "selection"))
        return inks

    def _readings(self, found: tuple[Occurrence, ...], side: Side) -> list[Reading]:
        if side not in self._pinyin_sides:
            return []
        readings: list[Reading] = []
        for item in outermost_on(found, side):
            if item.term.pinyin and (not readings or item.start >= readings[-1].end):
                readings.append(Reading(item.start, item.end, item.term.pinyin))
        return readings

    def notify_style_update(self) -> None:
        """The theme changed: draw everything anew."""
        super().notify_style_update()
        self._forget()

    def _forget(self) -> None:
        """Keep nothing of what was drawn."""
        self._frame = None
        self._strips, self._before = {}, {}
        self._rows.cache_clear()

    # Selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text of the article, as it is in its file and not as it is wrapped."""
        rows = self.frame().rows
        if not rows:
            return None
        lowest = selection.start.y if selection.start else 2 * rows[0].number
        highest = selection.end.y if selection.end else 2 * rows[-1].number + 1
        parts = [self._selected(line, selection) for line in range(lowest, highest + 1)]
        return "\n\n".join(part for part in parts if part), "\n"

    def _selected(self, line: int, selection: Selection) -> str:
        number, side = line // 2, SIDES[line % 2]
        span = selection.get_span(line)
        if span is None or not self.shows(number, side):
            return ""
        text = self.desk.paragraph(number).side(side)
        return text[span[0] : span[1] if span[1] >= 0 else len(text)]

    def selection_updated(self, selection: Selection | None) -> None:
        self.redraw()


def holds(row: Row, number: int, side: Side, offset: int) -> bool:
    """Whether this row shows the character at an offset of a side of a paragraph."""
    pieces = (piece for piece in (row.left, row.right) if piece and row.kind == "text")
    return row.number == number and any(
        piece.side == side and piece.start <= offset < piece.end for piece in pieces
    )
