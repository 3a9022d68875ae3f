"""Which rows stand on the screen: a window laid out around a place in the text, and no further."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.text.article import Side
from reader.tui.layout import Row

RowsOf = Callable[[int], tuple[Row, ...]]
"""Gives the rows of a paragraph by its number."""


class Anchor(NamedTuple):
    """A place in the text and the screen row it should stand on; it outlives any change of width or mode."""

    number: int
    side: Side = "source"
    offset: int = 0  # code points; the row that holds it is meant
    row: int | None = None  # from the top of the window; None is a third of the way down


def row_of(rows: Sequence[Row], side: Side, offset: int) -> int:
    """The index of the row of a paragraph that holds this offset; 0 where the side is not shown."""
    found = 0
    for index, row in enumerate(rows):
        for piece in (row.left, row.right):
            if row.kind == "text" and piece and piece.side == side and piece.start <= offset:
                found = index
    return found


def window(anchor: Anchor, current: int, height: int, bounds: tuple[int, int], rows_of: RowsOf) -> list[Row]:
    """The rows of a window of this height around the anchor, or around `current` where it was not seen."""
    rows = _fill(anchor, height, bounds, rows_of)
    if any(row.number == current for row in rows):
        return rows
    return _fill(Anchor(current), height, bounds, rows_of)


def scrolled(rows: Sequence[Row], by: int) -> Anchor | None:
    """The anchor that moves a window with these rows by so many rows; None where no text is to hold on to."""
    for index in range(min(max(by, 0), max(len(rows) - 1, 0)), len(rows)):
        piece = rows[index].left or rows[index].right
        if rows[index].kind == "text" and piece:
            return Anchor(rows[index].number, piece.side, piece.start, index - by)
    return None


def _fill(anchor: Anchor, height: int, bounds: tuple[int, int], rows_of: RowsOf) -> list[Row]:
    """The window never begins before the first row, nor shows emptiness below while there is text above."""
    first, last = bounds
    own = rows_of(anchor.number)
    middle = row_of(own, anchor.side, anchor.offset)
    wanted = _row_wanted(anchor, len(own), height)
    above, below = list(own[:middle]), list(own[middle:])
    after = _extend_down(below, anchor.number, height - wanted, last, rows_of)
    if after == last:
        wanted = max(wanted, height - (len(below) - 1))  # the blank row after the end need not be seen
    before = anchor.number
    while len(above) < wanted and before > first:
        before -= 1
        above[:0] = rows_of(before)
    rows = above[max(0, len(above) - wanted) :] + below
    _extend_down(rows, after, height, last, rows_of)
    return rows[:height]


def _row_wanted(anchor: Anchor, length: int, height: int) -> int:
    """The row for the anchor: a third of the way down, higher where only so its whole paragraph is seen."""
    if anchor.row is not None:
        return min(max(anchor.row, 0), max(height - 1, 0))
    return min(height // 3, max(0, height - length + 1)) if anchor.offset == 0 else height // 3


def _extend_down(rows: list[Row], number: int, length: int, last: int, rows_of: RowsOf) -> int:
    """Add paragraphs after `number` until there are `length` rows; gives the last paragraph added."""
    while len(rows) < length and number < last:
        number += 1
        rows += rows_of(number)
    return number
