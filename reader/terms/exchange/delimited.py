"""Rows of delimited text: TSV as OmegaT reads it, CSV as spreadsheets write it, each cell with its place."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

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
    """The rows of the walker's lines that hold anything; comments of a TSV are left out.

    A TSV is split at each TAB; quotation marks mean nothing in it; a line that begins with # is a comment.
    In a CSV a cell between quotation marks may hold separators, line ends and doubled quotation marks; the
    separator is the one of `, ; TAB` that stands most often in its first line.
    """
    found = _split_lines(walker.lines) if kind == "tsv" else _Csv(walker).rows()
    return (row for row in found if any(cell.text for cell in row))


def _split_lines(lines: list[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            continue
        row, column = [], 1
        for piece in line.split("\t"):
            row.append(_cell(piece, number, column))
            column += len(piece) + 1
        yield row


def _cell(piece: str, line: int, column: int) -> Cell:
    bare = piece.lstrip()
    return Cell(bare.rstrip(), line, column + len(piece) - len(bare))


class _Csv:
    """A CSV on its way: a row is a line unless a quotation mark opens in it and closes later."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._lines = walker.lines
        first = next((line for line in self._lines if line.strip()), "")
        said = _SAID.fullmatch(first.strip(" "))
        outside = "".join(first.split('"')[::2])
        self._separator = said[1] if said else max(_SEPARATORS, key=outside.count)
        self._at = self._lines.index(first) + 1 if said else 0  # the line that is read, from 0
        self._from = 0  # how far into it

    def rows(self) -> Iterator[Row]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if '"' in line:
                yield self._quoted_row()
            else:
                yield self._plain_row(line)
            self._at += 1
            self._from = 0

    def _plain_row(self, line: str) -> Row:
        row, column = [], 1
        for piece in line.split(self._separator):
            row.append(_cell(piece, self._at + 1, column))
            column += len(piece) + 1
        return row

    def _quoted_row(self) -> Row:
        row = []
        while True:
            line = self._lines[self._at]
            start = self._from
            while start < len(line) and line[start] in " \t" and line[start] != self._separator:
                start += 1
            row.append(self._quoted(start) if line[start : start + 1] == '"' else self._bare())
            if self._from >= len(self._lines[self._at]):
                return row
            self._from += 1  # behind the separator
            if self._from == len(self._lines[self._at]):
                row.append(Cell("", self._at + 1, self._from + 1))
                return row

    def _bare(self) -> Cell:
        """The cell up to the next separator."""
        line, start = self._lines[self._at], self._from
        end = line.find(self._separator, start)
        self._from = len(line) if end < 0 else end
        return _cell(line[start : self._from], self._at + 1, start + 1)

    def _quoted(self, opening: int) -> Cell:
        """The cell whose quotation mark opens here; what follows the closing one is a fault."""
        begun, pieces, at, start = self._at, [], self._at, opening + 1
        while True:
            end = self._lines[at].find('"', start)
            if end >= 0 and self._lines[at][end + 1 : end + 2] == '"':
                pieces.append(self._lines[at][start : end + 1])
                start = end + 2
            elif end >= 0:
                pieces.append(self._lines[at][start:end])
                break
            elif at + 1 < len(self._lines):
                pieces.append(self._lines[at][start:] + "\n")
                at, start = at + 1, 0
            else:
                return self._never_closed(opening)
        self._at = at
        self._behind(end + 1)
        return Cell("".join(pieces).strip(), begun + 1, opening + 2)

    def _behind(self, start: int) -> None:
        """Go on behind a closing quotation mark, to the next separator."""
        line = self._lines[self._at]
        end = line.find(self._separator, start)
        self._from = len(line) if end < 0 else end
        if rest := line[start : self._from].strip():
            column = line.index(rest, start) + 1
            hint = 'a quotation mark inside a cell is written twice: ""'
            self._walker.fault_at(self._at + 1, column, "this stands behind a closing quotation mark", hint)

    def _never_closed(self, opening: int) -> Cell:
        hint = 'a cell that begins with a quotation mark ends with one; inside it write ""'
        message = "this quotation mark is never closed"
        self._walker.fault_at(self._at + 1, opening + 1, message, hint)
        self._from = len(self._lines[self._at])
        return Cell("", self._at + 1, opening + 1)
