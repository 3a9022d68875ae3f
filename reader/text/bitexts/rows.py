"""Rows of a table without quotes: from whole lines to segments, with little done for each."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import repeat
from typing import NamedTuple

from reader.errors import Fault
from reader.text.bitexts.columns import Columns
from reader.text.bitexts.pieces import EMPTY_HINT, EMPTY_TARGET, fault
from reader.text.clean import clean
from reader.text.csv_records import cells_of
from reader.text.segments import Passage, Segment, ignored

_NOTHING: frozenset[str] = frozenset()
_BESIDE = 2  # from a cell's last column to the next one's first
# A third of the time of a NamedTuple's own constructor.
_passage = partial(tuple.__new__, Passage)
_segment = partial(tuple.__new__, Segment)


class Table(NamedTuple):
    """What is known of a table before its rows are read."""

    name: str  # of the file, as it is named to people
    columns: Columns
    delimiter: str = "\t"
    skip_empty: bool = False


def rows(text: str, first_line: int, table: Table) -> Iterator[Segment | Fault]:
    """The segments of whole lines of a table without quotes, the first of which is this line of the file.

    A row is called by its line unless the table has a column for that. One that cannot be read is a fault.
    """
    separated = "\u2028" in text or "\u2029" in text
    if not separated:
        text = clean(text)
    if table.columns.plain and not separated and (plain_rows := _plain(text, first_line, table.delimiter)):
        yield from plain_rows
        return
    new = tuple.__new__  # a third of the time of a NamedTuple's own constructor
    delimiter, plain = table.delimiter, table.columns.plain and not separated
    for line, row in enumerate(text.removesuffix("\n").split("\n"), first_line):
        cells = row.split(delimiter)
        if plain and len(cells) == 2:
            source, target = cells
            if source and target and not source.isspace() and not target.isspace():
                of = new(Passage, (source, line, 1, ()))
                at = len(source) + 2
                yield new(Segment, (str(line), new(Passage, (target, line, at, ())), of, _NOTHING))
                continue
        if row and not row.isspace():
            yield from segment(cells_of(row, line, delimiter), line, row, table)


def _plain(text: str, first_line: int, delimiter: str) -> Iterator[Segment] | None:
    """The segments where every row is a filled source and a filled target, with nothing done for each row."""
    lines = text.removesuffix("\n").split("\n")
    sources, marks, targets = zip(*map(str.partition, lines, repeat(delimiter)), strict=True)
    if not all(marks) or text.count(delimiter) != len(lines) or not all(targets) or not all(sources):
        return None
    if any(map(str.isspace, sources)) or any(map(str.isspace, targets)):
        return None
    numbers = range(first_line, first_line + len(lines))
    columns = map(_BESIDE.__add__, map(len, sources))
    left = map(_passage, zip(sources, numbers, repeat(1), repeat(()), strict=False))
    right = map(_passage, zip(targets, numbers, columns, repeat(()), strict=False))
    return map(_segment, zip(map(str, numbers), right, left, repeat(_NOTHING), strict=False))


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
