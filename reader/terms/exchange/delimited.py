"""Rows of delimited text: TSV as OmegaT reads it, CSV as spreadsheets write it, each cell with its place."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from reader.errors import Fault
from reader.text.csv_records import Records, cells_of
from reader.text.segments import Passage
from reader.text.yaml_walker import Walker

Kind = Literal["tsv", "csv"]
_SEPARATORS = ",;\t"
_SAID = re.compile("sep=([,;\t])")  # what a spreadsheet may put before the first row


class Cell(NamedTuple):
    """What stands between two separators, without blanks at its ends."""

    text: str
    line: int  # where its first character stands, from 1
    column: int  # from 1, in code points


Row = list[Cell]


def rows(walker: Walker, kind: Kind) -> Iterator[Row]:
    """The rows of the walker's lines that hold anything, cleaned; comments of a TSV are left out.

    A TSV is split at each TAB; quotation marks mean nothing in it; a line that begins with # is a comment.
    In a CSV a cell between quotation marks may hold separators, line ends and doubled quotation marks; the
    separator is the one of `, ; TAB` that stands most often in its first line. A row that cannot be read is
    a fault of the walker.
    """
    found = _split_lines(walker.lines) if kind == "tsv" else _csv(walker)
    return (row for row in map(_row, found) if any(cell.text for cell in row))


def _split_lines(lines: list[str]) -> Iterator[Iterable[Passage]]:
    for number, line in enumerate(lines, start=1):
        if not line.startswith("#"):
            yield cells_of(line, number, "\t")


def _csv(walker: Walker) -> Iterator[list[Passage]]:
    lines = walker.lines
    first = next((line for line in lines if line.strip()), "")
    said = _SAID.fullmatch(first.strip(" "))
    outside = "".join(first.split('"')[::2])
    separator = said[1] if said else max(_SEPARATORS, key=outside.count)
    begin = lines.index(first) + 1 if said else 0
    pieces = (f"{line}\n" for line in lines[begin:])
    for record in Records(pieces, walker.path, separator, begin + 1, skip_initial_space=True):
        if isinstance(record, Fault):
            walker.fault_at(record.line, record.column, record.message, record.hint)
        else:
            yield record.cells


def _row(cells: Iterable[Passage]) -> Row:
    return list(map(_cell, cells))


def _cell(passage: Passage) -> Cell:
    bare = passage.text.lstrip()
    return Cell(bare.rstrip(), *passage.place(len(passage.text) - len(bare)))
