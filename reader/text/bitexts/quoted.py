"""Rows of a table that may have quotes, as segments: what has none is read as fast as a table without."""

from collections.abc import Iterator

from reader.errors import Fault
from reader.text.bitexts.rows import Table, rows, segment
from reader.text.csv_records import Records
from reader.text.segments import Segment


def quoted_rows(records: Records, table: Table) -> Iterator[Segment | Fault]:
    """The segments of all rows that are left, with the faults of those that cannot be read."""
    while True:
        while plain := records.plain_lines():
            yield from rows(*plain, table)
        record = records.record()
        if record is None:
            return
        if isinstance(record, Fault):
            yield record
        else:
            yield from segment(record.cells, record.line, record.row, table)
