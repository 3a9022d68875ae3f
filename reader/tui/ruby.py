"""Pinyin above its term: how far the text is stretched so that each reading has room over its characters."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from reader.text.wrap import line_starts

_WHOLE = "x"  # a letter: the wrap keeps a run of them on one line
_BREAK = "\u200b"  # a line may end here


class Reading(NamedTuple):
    """How a term is said, and where it stands."""

    start: int  # code points
    end: int
    pinyin: str


def gaps(text: str, readings: Sequence[Reading]) -> Mapping[int, int]:
    """The blank cells to stand before an offset, so that the reading of the term that ends there has room."""
    wanted = {
        reading.end: cell_len(reading.pinyin) + 1 - cell_len(text[reading.start : reading.end])
        for reading in readings
    }
    return {offset: cells for offset, cells in wanted.items() if cells > 0}


def stretched_starts(text: str, width: int, readings: Sequence[Reading]) -> list[int]:
    """Where the lines of the stretched text begin, as by `line_starts`; no term is cut that fits a line.

    Each term is wrapped as one word, as wide as its reading.
    """
    if not readings:
        return line_starts(text, width)
    shown = ""
    origin: list[int] = []  # for each character that is shown, its offset in the text
    done = 0
    for reading in readings:
        between = text[done : reading.start]
        room = max(cell_len(text[reading.start : reading.end]), cell_len(reading.pinyin) + 1)
        shown += between
        origin += range(done, reading.start)
        if shown[-1:].isalnum() and shown[-1:].isascii():
            shown += _BREAK
            origin.append(reading.start)
        shown += _WHOLE * room
        length = reading.end - reading.start
        origin += [reading.start + cell * length // room for cell in range(room)]
        done = reading.end
    if text[done : done + 1].isalnum() and text[done : done + 1].isascii():
        shown += _BREAK
        origin.append(done)
    shown += text[done:]
    origin += range(done, len(text))
    return sorted({0, *(origin[start] for start in line_starts(shown, width))})


def pinyin_line(text: str, start: int, end: int, readings: Sequence[Reading]) -> str:
    """Pinyin to stand above `text[start:end]` as it is stretched: each reading where its term begins."""
    blanks = gaps(text, readings)
    line = ""
    for reading in readings:
        if start <= reading.start < end:
            pushed = sum(cells for offset, cells in blanks.items() if start < offset <= reading.start)
            line = set_cell_size(line, cell_len(text[start : reading.start]) + pushed) + reading.pinyin
    return line
