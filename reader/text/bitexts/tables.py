"""Tables of two columns or more: TSV, split at every TAB without quoting, and CSV with quotes."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reader.errors import Fault, InputError
from reader.text.bitexts.columns import Columns, Header, read_header
from reader.text.bitexts.quoted import quoted_rows
from reader.text.bitexts.request import Request
from reader.text.bitexts.rows import Table, rows, segment
from reader.text.bitexts.streams import open_stream
from reader.text.bitexts.telling import told
from reader.text.csv_records import Record, Records, cells_of
from reader.text.segments import MAX_PASSAGE, Bitext, Passage, Segment, bounded

_DELIMITERS = "\t;,"  # the first is the likeliest where several would do: prose is full of commas
_SNIFFED = 20  # lines by which a delimiter is told
_QUOTED = re.compile('"(?:[^"]|"")*"')
_OPENED = re.compile('(?:^|(?<=[\t;,]))"[^"]*\\Z', re.MULTILINE)  # a cell that the sample cuts in two
_SEPARATOR = re.compile("sep=(.)\n")

Parts = tuple[Header | None, Iterator[Segment | Fault]]


def read_table(request: Request) -> Bitext:
    """The rows of a TSV or CSV file, which is never held as a whole.

    Columns and languages are those that the header names, else the first two. Raises InputError where the
    file cannot be read, has no rows, or does not tell its languages.
    """
    stream = open_stream(request.path, request.data, request.encoding)
    line, pieces = _begun(stream.pieces, stream.name)
    table = Table(stream.name, Columns(), skip_empty=request.skip_empty)
    header, segments = (_csv if request.format == "csv" else _tsv)(pieces, line, table, request)
    source = request.source_language or (header.source_language if header else "")
    target = request.target_language or (header.target_language if header else "")
    source, target, segments = told(segments, source, target, stream.name)
    return Bitext(stream.name, stream.name, source, target, segments, stream.encoding)


def _begun(pieces: Iterator[str], name: str) -> tuple[int, Iterator[str]]:
    """The pieces from the first filled line on, and its number; raises InputError where there is none."""
    line = 1
    for piece in pieces:
        filled = piece.lstrip()
        if filled:
            start = piece.rfind("\n", 0, len(piece) - len(filled)) + 1
            return line + piece.count("\n", 0, start), chain([piece[start:]], pieces)
        line += piece.count("\n")
    raise InputError(f"{name} is empty: there is nothing to check in it.")


def _header(cells: Sequence[Passage], table: Table, request: Request) -> tuple[Header | None, Table]:
    header = read_header([cell.text for cell in cells], request, table.name)
    return header, table._replace(columns=header.columns) if header else table


def _tsv(pieces: Iterator[str], line: int, table: Table, request: Request) -> Parts:
    first = next(pieces)
    row, _, rest = first.partition("\n")
    header, table = _header(list(cells_of(row, line, table.delimiter)), table, request)
    if header:
        line, first = line + 1, rest
    return header, Cut(chain([first] if first else [], pieces), line, table)


class Lines(NamedTuple):
    """Whole lines of a table without quotes: a part of it that can be read apart from the others."""

    text: str
    first: int  # the number of the first
    table: Table

    def segments(self) -> Iterator[Segment | Fault]:
        """What the lines hold."""
        found = rows(*self)
        return bounded(found, self.table.name) if len(self.text) > MAX_PASSAGE else found


class Cut(Iterator[Segment | Fault]):
    """The segments of a table without quotes, or, as long as none was taken, the lines that they are in."""

    def __init__(self, pieces: Iterator[str], line: int, table: Table) -> None:
        self._pieces = pieces
        self._line = line
        self._table = table
        self._segments = chain.from_iterable(part.segments() for part in self.parts())

    def __next__(self) -> Segment | Fault:
        return next(self._segments)

    def parts(self) -> Iterator[Lines]:
        """The lines, as many at once as are read at once."""
        for piece in self._pieces:
            yield Lines(piece, self._line, self._table)
            self._line += piece.count("\n")


def _csv(pieces: Iterator[str], line: int, table: Table, request: Request) -> Parts:
    first = next(pieces)
    if said := _SEPARATOR.match(first):  # how Excel is told
        line, first = line + 1, first[said.end() :]
    table = table._replace(delimiter=said[1] if said else _delimiter(first))
    records = Records(chain([first] if first else [], pieces), table.name, table.delimiter, line)
    record = records.record()
    if not isinstance(record, Record):
        return None, chain([record] if record else [], quoted_rows(records, table))
    header, table = _header(record.cells, table, request)
    own = iter(()) if header else segment(record.cells, record.line, record.row, table)
    return header, chain(own, quoted_rows(records, table))


def _delimiter(text: str) -> str:
    """What separates the cells: what every line has as often, outside of quotes, else what every line has."""
    bare = _OPENED.sub("", _QUOTED.sub("", text))  # before it is cut into lines: they end in quotes too
    lines = [line for line in bare.split("\n", _SNIFFED)[:_SNIFFED] if line.strip(" ")]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    even = [mark for mark, counted in counts.items() if min(counted, default=0) and len(set(counted)) == 1]
    found = even or [mark for mark, counted in counts.items() if min(counted, default=0)]
    return found[0] if found else ","
