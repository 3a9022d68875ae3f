"""Draws the rows of the page: gutter, text with its terms, columns, pinyin."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.terms.occurrences import Occurrence
from reader.text.article import Paragraph, Side
from reader.tui.ink import Ink, Palette, draw, padded, placed
from reader.tui.layout import COLUMN_GAP, TRANSLATION_INDENT, Piece, Row, column_width
from reader.tui.ruby import Reading, gaps, pinyin_line

BAR = "▌"
MARK = "◆"
NOTE = "✎"
HIDDEN = "  ⋯  v"
WRONG = ("page--deprecated", "page--superseded")


class Inked(NamedTuple):
    """A paragraph with all that is laid over its two sides."""

    paragraph: Paragraph
    inks: Mapping[Side, Sequence[Ink]]
    readings: Mapping[Side, Sequence[Reading]]


class Look(NamedTuple):
    """Everything but the text that decides how a row looks."""

    width: int  # cells of the page
    number_width: int  # cells for paragraph numbers
    current: int
    numbered: range  # the paragraphs whose number is shown
    marked: frozenset[int]
    noted: frozenset[int]
    label: str
    palette: Palette
    base: Style
    told: bool = False  # each segment tells the mouse where its text begins

    @property
    def gutter(self) -> int:
        """Cells before the text: a mark, the number, a blank, the bar, a blank."""
        return self.number_width + 4

    def style(self, name: str) -> Style:
        """The base style with a component class on it."""
        return self.base + self.palette(name)


def row_segments(row: Row, inked: Inked, look: Look) -> list[Segment]:
    """One row over the whole width of the page."""
    return padded([*_gutter(row, look), *_columns(row, inked, look)], look.width, look.base)


def _columns(row: Row, inked: Inked, look: Look) -> list[Segment]:
    if row.kind == "label" or row.left is row.right is None:
        return _remark(row, inked, look)
    if row.right is None and row.left is not None:
        indent = " " * (TRANSLATION_INDENT if row.left.side == "translation" else 0)
        return [Segment(indent, look.base), *_cell(row, row.left, inked, look)]
    width = column_width(look.width - look.gutter - 1) + COLUMN_GAP
    left = _cell(row, row.left, inked, look) if row.left else []
    right = _cell(row, row.right, inked, look) if row.right else []
    return [*padded(left, width, look.base), *right]


def _remark(row: Row, inked: Inked, look: Look) -> list[Segment]:
    """A row with no text of the article; a selection that ends here ends after the paragraph."""
    shown = {"label": _label(row, look), "hidden": HIDDEN}.get(row.kind, "")
    length = len(inked.paragraph.side("translation"))
    segments = [Segment(shown or " ", look.style("page--label"))]
    return placed(segments, length, 2 * row.number + 1) if look.told else segments


def _label(row: Row, look: Look) -> str:
    return look.label[row.left.start : row.left.end].rstrip() if row.left else ""


def _gutter(row: Row, look: Look) -> list[Segment]:
    signs = [MARK] * (row.number in look.marked) + [NOTE] * (row.number in look.noted)
    sign = signs[row.line] if row.line < len(signs) and row.kind != "blank" else " "
    number = str(row.number) if row.line == 0 and row.number in look.numbered else ""
    bar = BAR if row.number == look.current and row.kind != "blank" else " "
    return [
        Segment(sign, look.style("page--mark")),
        Segment(f"{number:>{look.number_width}} ", look.style("page--gutter")),
        Segment(f"{bar} ", look.style("page--bar")),
    ]


def _cell(row: Row, piece: Piece, inked: Inked, look: Look) -> list[Segment]:
    """The part of a row that shows one piece, where `look` tells with the offsets a selection needs."""
    number, side = inked.paragraph.number, piece.side
    text = inked.paragraph.side(side)
    end = piece.start + len(text[piece.start : piece.end].rstrip())
    if row.kind == "pinyin":
        readings = pinyin_line(text, piece.start, end, inked.readings[side])
        return [Segment(" " * piece.indent + readings, look.style("page--pinyin"))]
    base = look.style(_voice(number, side, look))
    blanks = gaps(text, inked.readings[side])
    cuts = [piece.start, *(offset for offset in blanks if piece.start < offset < end), end]
    shown = [Segment(" " * piece.indent, base)] if piece.indent else []
    for start, stop in pairwise(cuts):
        if start != piece.start:
            shown.append(Segment(" " * blanks[start], base))
        there = draw(text, start, stop, inked.inks[side], base, look.palette)
        shown += placed(there, start, 2 * number + (side == "translation")) if look.told else there
    return shown


def _voice(number: int, side: Side, look: Look) -> str:
    """The component class of running text."""
    away = "" if number == look.current else "-away"
    if side == "translation":
        return f"page--translation{away}"
    return f"page--source{away}" if number in look.numbered else "page--headline"


def term_inks(found: Sequence[Occurrence], side: Side, active: Occurrence | None, *, here: bool) -> list[Ink]:
    """The inks of the terms on one side: the longest underlined by status, the active one lit in both.

    Only `here`, in the reader's paragraph, do the wrong ones have a colour too.
    """
    inks = [
        Ink(item.start, item.end, f"page--{item.term.status or 'admitted'}")
        for item in outermost_on(found, side)
    ]
    if here:
        inks += [ink._replace(style="page--wrong") for ink in inks if ink.style in WRONG]
    lit = active and ((active.start, active.end) if active.side == side else active.partner)
    return [*inks, Ink(*lit, "page--active")] if lit else inks


def outermost_on(found: Sequence[Occurrence], side: Side) -> list[Occurrence]:
    """The terms on one side that stand inside no other."""
    own = [item for item in found if item.side == side]
    return [item for item in own if not any(_inside(item, other) for other in own)]


def _inside(item: Occurrence, other: Occurrence) -> bool:
    longer = other.end - other.start > item.end - item.start
    return longer and other.start <= item.start and item.end <= other.end
