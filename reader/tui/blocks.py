"""Blocks of text for a sheet, and how they are broken into its rows."""

from collections.abc import Callable
from typing import NamedTuple

from reader.text.wrap import line_starts
from reader.tui.ink import Ink


class Block(NamedTuple):
    """A paragraph of a sheet."""

    text: str = ""
    style: str = "sheet--text"
    inks: tuple[Ink, ...] = ()
    indent: int = 0  # cells before the first row
    hanging: int = 0  # cells more before the rows after it
    target: object = None  # what choosing this block means; None cannot be chosen
    fit: Callable[[int], "Block"] | None = None  # gives the block for a width in cells: for aligned columns


class Line(NamedTuple):
    """One row of a sheet: a slice of a block."""

    block: int
    start: int
    end: int
    indent: int


def wrapped(index: int, block: Block, width: int) -> list[Line]:
    """The rows of the block with this index, at a width in cells."""
    starts = line_starts(block.text, max(1, width - block.indent))
    if len(starts) > 1 and block.hanging:
        rest = line_starts(block.text[starts[1] :], max(1, width - block.indent - block.hanging))
        starts = [0, *(starts[1] + start for start in rest)]
    ends = [*starts[1:], len(block.text)]
    return [
        Line(index, start, end, block.indent + (block.hanging if start else 0))
        for start, end in zip(starts, ends, strict=True)
    ]
