"""Which findings are dismissed, for a check that opens no shelf: it makes, mends and writes nothing."""

import os
from contextlib import closing
from pathlib import Path

from reader.errors import StoreError


def dismissed(folder: Path) -> dict[str, str]:
    """The reasons of all dismissals, of every text, by the finding's fingerprint; "" where none was given.

    Empty where there is no shelf in the data folder, or one that knows no dismissals yet. Raises StoreError
    where there is one that cannot be read.
    """
    if not os.path.exists(folder / "reader.sqlite3"):
        return {}
    import sqlite3  # 5 ms, which a check without a shelf can do without

    from reader.shelf.connection import connect, empty, file_in, version, worded

    file = file_in(folder)
    try:
        if empty(file):
            return {}
        with closing(connect(file)) as connection:
            if (version(connection) or 0) < FIRST:
                return {}
            return dict(connection.execute("SELECT fingerprint, reason FROM dismissals ORDER BY id"))
    except (OSError, sqlite3.Error) as error:
        cause = worded(error, file) if isinstance(error, sqlite3.Error) else str(error)
        raise StoreError(f"What you dismissed cannot be read: {cause}.") from error


FIRST = 2
"""The first schema that has dismissals."""
