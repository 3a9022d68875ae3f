"""Rows of a table without quotes: from whole lines to segments, with little done for each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.errors import Fault
from reader.text.bitexts.columns import Columns
from reader.text.bitexts.pieces import EMPTY_HINT, EMPTY_TARGET, fault
from reader.text.clean import clean, is_clean
from reader.text.csv_records import cells_of
from reader.text.encoding import decode_lines
from reader.text.segments import MAX_PASSAGE, Pairs, Passage, Segment, bounded, ignored

_NOTHING: frozenset[str] = frozenset()
_BESIDE = 2  # from a cell's last column to the next one's first
_NO_CONTROLS = bytes(code for code in range(32, 256) if code != 0x7F)


class Table(NamedTuple):
    """What is known of a table before its rows are read."""

    name: str  # of the file, as it is named to people
    columns: Columns
    delimiter: str = "\t"
    skip_empty: bool = False


class Lines(NamedTuple):
    """Whole lines of a table without quotes: a part of it that can be read apart from the others."""

    data: bytes  # UTF-8, and each line ends in LF
    first: int  # the number of the first
    table: Table

    def pairs(self) -> Pairs | None:
        """Its segments, where every row is a filled source and a filled target that `clean` leaves alone."""
        data, first = self.data, self.first
        if not data or not self.table.columns.plain or not _is_plain(data):
            return None
        cells = data.replace(b"\n", b"\t").split(b"\t")
        cells.pop()  # behind the last LF
        sources, targets = _column(cells[::2]), _column(cells[1::2])
        if not (all(cells) and sources and targets) or len(data) > MAX_PASSAGE < max(map(len, cells)):
            return None

        def row(at: int) -> Segment:
            line, source = first + at, sources[at]
            of = Passage(source, line, 1)
            return Segment(str(line), Passage(targets[at], line, len(source) + _BESIDE), of)

        return Pairs(sources, targets, row)

    def segments(self) -> Iterator[Segment | Fault]:
        """What the lines hold; raises InputError where they are no text."""
        text = decode_lines(self.data, self.table.name, self.first)
        return bounded(rows(text, self.first, self.table), self.table.name)


def _is_plain(data: bytes) -> bool:
    """Whether every line has one TAB and no other control character."""
    controls = data.translate(None, _NO_CONTROLS)
    return controls == b"\t\n" * (len(controls) // 2)


def _column(cells: Sequence[bytes]) -> Sequence[str]:
    """The texts of some cells without control characters; none where there is anything to be looked at."""
    try:
        texts = list(map(bytes.decode, cells))
    except UnicodeDecodeError:
        return ()
    harmless = all(map(str.isascii, texts)) or is_clean("".join(texts))
    return () if not harmless or any(map(str.isspace, texts)) else texts


def rows(text: str, first_line: int, table: Table) -> Iterator[Segment | Fault]:
    """The segments of whole lines of a table without quotes, the first of which is this line of the file.

    A row is called by its line unless the table has a column for that. One that cannot be read is a fault.
    """
    separated = "\u2028" in text or "\u2029" in text
    if not separated:
        text = clean(text)
    new = tuple.__new__  # a third of the time of a NamedTuple's own constructor
    delimiter, plain = table.delimiter, table.columns.plain and not separated
    for line, row in enumerate(text.removesuffix("\n").split("\n"), first_line):
        cells = row.split(delimiter)
        if plain and len(cells) == 2:
            source, target = cells
            if source and target and not source.isspace() and not target.isspace():
                of = new(Passage, (source, line, 1, ()))
                at = len(source) + _BESIDE
                yield new(Segment, (str(line), new(Passage, (target, line, at, ())), of, _NOTHING))
                continue
        if row and not row.isspace():
            yield from segment(cells_of(row, line, delimiter), line, row, table)


def segment(cells: Iterable[Passage], line: int, row: str, table: Table) -> Iterator[Segment | Fault]:
    """The segment of a row that begins in this line, or what is wrong with it; nothing for an empty row."""
    found = list(cells)
    columns = table.columns
    if not any(map(_filled, found)):
        return
    if len(found) < columns.least:
        counted = f"{len(found)} column{'s' * (len(found) != 1)} where {columns.least} are needed"
        hint = f"the columns of this file are separated by {_spoken(table.delimiter)}"
        yield fault(table.name, line, 1, f"this row has {counted}", row, hint)
        return
    source, target = found[columns.source], found[columns.target]
    if not _filled(target):
        if not table.skip_empty:
            yield fault(table.name, target.line, target.column, EMPTY_TARGET, row, EMPTY_HINT)
        return
    if not _filled(source):
        hint = "fill it, or remove the row"
        yield fault(table.name, source.line, source.column, "the source is empty", row, hint)
        return
    name = found[columns.id].text.strip() if 0 <= columns.id < len(found) else ""
    notes = [found[at].text for at in columns.notes if at < len(found)]
    notes += [cell.text for cell in found[columns.rest :]]
    yield Segment(name or str(line), target, source, ignored(*notes) if notes else _NOTHING)


def _filled(cell: Passage) -> bool:
    return bool(cell.text) and not cell.text.isspace()


def _spoken(delimiter: str) -> str:
    return {"\t": "TAB", ",": "a comma", ";": "a semicolon"}.get(delimiter, delimiter)
