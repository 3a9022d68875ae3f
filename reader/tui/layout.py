"""Where each line of a paragraph falls: a paragraph becomes rows, without any drawing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from reader.text.article import Paragraph, Side
from reader.tui.ruby import Reading, stretched_starts

Mode = Literal["below", "beside", "hidden", "only"]
MODES: tuple[Mode, ...] = ("below", "beside", "hidden", "only")
BESIDE_WIDTH = 56  # cells a page needs before two columns read better than one
OPENING = 2  # cells by which the first row of an original paragraph is indented, as in its file
COLUMN_GAP = 3  # cells between two columns
TRANSLATION_INDENT = 2  # cells that set a translation off from its source


Readings = Mapping[Side, Sequence[Reading]]
_NO_READINGS: Readings = {}


class Piece(NamedTuple):
    """A slice of one side of a paragraph that stands on one row."""

    side: Side
    start: int  # code points
    end: int
    indent: int = 0  # cells before it: the first row of what opens a paragraph of the original


class Row(NamedTuple):
    """One row of the page. `left` and `right` are columns; only the mode `beside` has a right one."""

    number: int  # of the paragraph
    kind: Literal["text", "pinyin", "label", "hidden", "blank"]
    left: Piece | None = None  # of a label, a slice of the label
    right: Piece | None = None
    line: int = 0  # counts the rows of its paragraph from 0


class Setting(NamedTuple):
    """All that decides how a paragraph is broken into rows."""

    width: int  # cells for text, without the gutter
    mode: Mode
    pinyin: tuple[Side, ...] = ()  # the sides that get a row of pinyin above what has a reading
    label: str = ""  # what the translation is; it stands under the headline


def lay_out(
    paragraph: Paragraph, setting: Setting, revealed: bool, readings: Readings = _NO_READINGS
) -> tuple[Row, ...]:
    """The rows of one paragraph, its closing blank row included; there is always a first row.

    A side with pinyin is stretched where a reading of `readings` is wider than its term.
    """
    number = paragraph.number
    if setting.mode == "beside" and paragraph.translation and setting.width >= BESIDE_WIDTH:
        rows = list(_beside(paragraph, setting, readings))
    else:
        rows = [
            row
            for side in _sides(paragraph, setting, revealed)
            for row in _column(paragraph, side, setting, readings)
        ]
        if setting.mode == "hidden" and paragraph.translation and not revealed:
            rows.append(Row(number, "hidden"))
    if number == 0 and setting.label:
        rows += [Row(number, "label", piece) for piece in _slices("source", setting.label, setting.width)]
    rows.append(Row(number, "blank"))
    return tuple(row._replace(line=line) for line, row in enumerate(rows))


def _sides(paragraph: Paragraph, setting: Setting, revealed: bool) -> tuple[Side, ...]:
    """Which sides the mode shows, in their order down the page."""
    if not paragraph.translation:
        return ("source",)
    if setting.mode == "only":
        return ("translation", "source") if revealed else ("translation",)
    if setting.mode == "hidden" and not revealed:
        return ("source",)
    return ("source", "translation")


def _pieces(paragraph: Paragraph, side: Side, width: int, readings: Readings) -> list[Piece]:
    text, own = paragraph.side(side), readings.get(side, ())
    if not paragraph.opens or width < 4 * OPENING:
        return _slices(side, text, width, own)
    begin = next(iter(stretched_starts(text, width - OPENING, own)[1:2]), len(text))
    after = [
        Reading(reading.start - begin, reading.end - begin, reading.pinyin)
        for reading in own
        if reading.start >= begin
    ]
    rest = _slices(side, text[begin:], width, after) if begin < len(text) else []
    first = Piece(side, 0, begin, OPENING)
    return [first, *(Piece(side, begin + piece.start, begin + piece.end) for piece in rest)]


def _slices(side: Side, text: str, width: int, readings: Sequence[Reading] = ()) -> list[Piece]:
    """The lines of a text, at least one."""
    starts = stretched_starts(text, max(1, width), readings)
    return [Piece(side, start, end) for start, end in pairwise([*starts, len(text)])]


def _column(paragraph: Paragraph, side: Side, setting: Setting, readings: Readings) -> Iterator[Row]:
    indent = TRANSLATION_INDENT if side == "translation" else 0
    for piece in _pieces(paragraph, side, setting.width - indent, readings):
        if _said(piece, readings):
            yield Row(paragraph.number, "pinyin", piece)
        yield Row(paragraph.number, "text", piece)


def read_first(mode: Mode) -> Side:
    """The side that a reader reads first in this mode."""
    return "translation" if mode == "only" else "source"


def _said(piece: Piece | None, readings: Readings) -> bool:
    """Whether a reading stands above this piece."""
    own = readings.get(piece.side, ()) if piece else ()
    return piece is not None and any(piece.start <= reading.start < piece.end for reading in own)


def column_width(width: int) -> int:
    """Cells of one of two columns on a page with this many cells for text."""
    return (width - COLUMN_GAP) // 2


def _beside(paragraph: Paragraph, setting: Setting, readings: Readings) -> Iterator[Row]:
    width = column_width(setting.width)
    left = _pieces(paragraph, "source", width, readings)
    right = _pieces(paragraph, "translation", width, readings)
    for index in range(max(len(left), len(right))):
        one = left[index] if index < len(left) else None
        other = right[index] if index < len(right) else None
        if _said(one, readings) or _said(other, readings):
            yield Row(paragraph.number, "pinyin", one, other)
        yield Row(paragraph.number, "text", one, other)
