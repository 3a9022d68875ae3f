"""Tables of two columns or more: TSV, split at every TAB without quoting, and CSV with quotes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from reader.errors import Fault, InputError
from reader.text.bitexts.columns import Columns, Header, read_header
from reader.text.bitexts.quoted import quoted_rows
from reader.text.bitexts.request import Request
from reader.text.bitexts.rows import Lines, Table, segment
from reader.text.bitexts.streams import open_stream, open_undecoded
from reader.text.bitexts.telling import told
from reader.text.csv_records import Record, Records, cells_of
from reader.text.encoding import decode_lines
from reader.text.segments import Bitext, Parted, Passage, Segment

_DELIMITERS = "\t;,"  # the first is the likeliest where several would do: prose is full of commas
_SNIFFED = 20  # lines by which a delimiter is told
_QUOTED = re.compile('"(?:[^"]|"")*"')
_OPENED = re.compile('(?:^|(?<=[\t;,]))"[^"]*\\Z', re.MULTILINE)  # a cell that the sample cuts in two
_SEPARATOR = re.compile("sep=(.)\n")


class TableSegments(Parted):
    """The segments of a table without quotes, or, as long as none was taken, the lines that they are in."""

    def __init__(self, pieces: Iterable[tuple[int, bytes]], table: Table) -> None:
        """`pieces` are whole lines, with the number of the first."""
        self._pieces = pieces
        self._table = table
        self._segments = chain.from_iterable(part.segments() for part in self.parts())

    def __next__(self) -> Segment | Fault:
        return next(self._segments)

    def parts(self) -> Iterator[Lines]:
        """The lines, as many at once as are read at once."""
        return (Lines(data, line, self._table) for line, data in self._pieces)


def read_table(request: Request) -> Bitext:
    """The rows of a TSV or CSV file, which is never held as a whole.

    Columns and languages are those that the header names, else the first two. Raises InputError where the
    file cannot be read, has no rows, or does not tell its languages.
    """
    return _csv(request) if request.format == "csv" else _tsv(request)


def _tsv(request: Request) -> Bitext:
    name, encoding, pieces = open_undecoded(request.path, request.data, request.encoding)
    line, first = next(((line, data) for line, data in pieces if data.strip()), (1, b""))
    if not first:
        raise _empty(name)
    blank = first[: len(first) - len(first.lstrip())]
    start = blank.rfind(b"\n") + 1
    line += blank.count(b"\n")
    row, _, rest = first[start:].partition(b"\n")
    cells = cells_of(decode_lines(row, name, line), line, "\t")
    header, table = _header(list(cells), Table(name, Columns(), skip_empty=request.skip_empty), request)
    head = (line + 1, rest) if header else (line, first[start:])
    if not head[1]:
        head = next(pieces, head)
    languages = _languages(request, header)
    known, _ = told(Lines(head[1], head[0], table).segments(), *languages, name, request.likely)
    segments = TableSegments(chain([head], pieces), table)
    return Bitext(name, name, known.source, known.target, segments, encoding, guessed=known.guessed)


def _csv(request: Request) -> Bitext:
    stream = open_stream(request.path, request.data, request.encoding)
    name = stream.name
    line, pieces = _begun(stream.pieces, name)
    first = next(pieces)
    if said := _SEPARATOR.match(first):  # how Excel is told
        line, first = line + 1, first[said.end() :]
    delimiter = said[1] if said else _delimiter(first)
    table = Table(name, Columns(), delimiter, request.skip_empty)
    records = Records(chain([first] if first else [], pieces), name, delimiter, line)
    record = records.record()
    header: Header | None = None
    own: Iterator[Segment | Fault] = iter([record] if isinstance(record, Fault) else [])
    if isinstance(record, Record):
        header, table = _header(record.cells, table, request)
        if not header:
            own = segment(record.cells, record.line, record.row, table)
    languages = _languages(request, header)
    known, segments = told(chain(own, quoted_rows(records, table)), *languages, name, request.likely)
    return Bitext(name, name, known.source, known.target, segments, stream.encoding, guessed=known.guessed)


def _begun(pieces: Iterator[str], name: str) -> tuple[int, Iterator[str]]:
    """The pieces from the first filled line on, and its number; raises InputError where there is none."""
    line = 1
    for piece in pieces:
        filled = piece.lstrip()
        if filled:
            start = piece.rfind("\n", 0, len(piece) - len(filled)) + 1
            return line + piece.count("\n", 0, start), chain([piece[start:]], pieces)
        line += piece.count("\n")
    raise _empty(name)


def _empty(name: str) -> InputError:
    return InputError(f"{name} is empty: there is nothing to check in it.")


def _header(cells: Sequence[Passage], table: Table, request: Request) -> tuple[Header | None, Table]:
    header = read_header([cell.text for cell in cells], request, table.name)
    return header, table._replace(columns=header.columns) if header else table


def _languages(request: Request, header: Header | None) -> tuple[str, str]:
    """Those of source and target as far as they are said; "" where they are not."""
    source = request.source_language or (header.source_language if header else "")
    return source, request.target_language or (header.target_language if header else "")


def _delimiter(text: str) -> str:
    """What separates the cells: what every line has as often, outside of quotes, else what every line has."""
    bare = _OPENED.sub("", _QUOTED.sub("", text))  # before it is cut into lines: they end in quotes too
    lines = [line for line in bare.split("\n", _SNIFFED)[:_SNIFFED] if line.strip(" ")]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    even = [mark for mark, counted in counts.items() if min(counted, default=0) and len(set(counted)) == 1]
    found = even or [mark for mark, counted in counts.items() if min(counted, default=0)]
    return found[0] if found else ","
