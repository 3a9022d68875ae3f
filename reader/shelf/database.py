"""The shelf's one connection: reads, short transactions, and following the file when it is replaced."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from reader.errors import StoreError
from reader.shelf.connection import begin, damage, read_only, worded, writable
from reader.shelf.health import mend
from reader.shelf.opening import Opened, open_file
from reader.shelf.turns import at_once_or_in_turn

Row = tuple[Any, ...]


class Reads(Protocol):
    """What can be asked for rows: the database, or a transaction under way."""

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a SELECT."""


class Transaction:
    """What can be done between BEGIN IMMEDIATE and COMMIT."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a SELECT."""
        return list(self._connection.execute(sql, values))

    def insert(self, sql: str, *values: object) -> int:
        """The id of the new row."""
        return self._connection.execute(sql, values).lastrowid or 0

    def change(self, sql: str, *values: object) -> int:
        """How many rows were changed."""
        return self._connection.execute(sql, values).rowcount


class Database:
    """One SQLite file, for the thread that opened it (SQLite's binding refuses the others).

    Another process, or the check in a worker, may set the file aside and put another one in its place. So
    before each use the file under the name is compared with the one that is open; that costs one `stat`.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.notices: list[str] = []
        self._identity: tuple[int, int] | None = None  # of the file that is open
        self._opened = self._open()

    @property
    def refusal(self) -> str:
        """Why nothing can be written; "" where it can be tried."""
        return self._opened.refusal

    @property
    def writable(self) -> bool:
        """Whether writing can be expected to succeed."""
        return not self.refusal and writable(self.file)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a SELECT; a damaged file is mended first. Raises StoreError."""
        self._follow()
        try:
            return self._select(sql, values)
        except sqlite3.DatabaseError as error:
            if not damage(error):
                raise self._unread(error) from error
        try:
            self.notices += mend(self.file)
            self._reopen()
            return self._select(sql, values)
        except (OSError, sqlite3.DatabaseError) as error:
            raise self._unread(error) from error

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One transaction, on the disk when the block has been left; else StoreError, and nothing changed."""
        try:
            connection = self._begun()
            try:
                yield Transaction(connection)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    with suppress(sqlite3.Error):  # the first error is the one to tell
                        connection.execute("ROLLBACK")
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            if read_only(error):
                self._identity = None  # so that it is opened anew when it is tried again
            raise StoreError(f"Not saved: {worded(error, self.file)}.") from error

    def close(self) -> None:
        """Give the file back; closing twice does no harm."""
        self._opened.connection.close()

    def _begun(self) -> sqlite3.Connection:
        if self._opened.stand_in:
            self._reopen()
        self._follow()
        self._begin()
        if self._replaced():  # between the look and the lock
            self._reopen()
            self._begin()
        return self._opened.connection

    def _begin(self) -> None:
        if self.refusal:
            raise StoreError(f"Not saved. {self.refusal}")
        begin(self._opened.connection, self.file)

    def _unread(self, error: OSError | sqlite3.Error) -> StoreError:
        cause = worded(error, self.file) if isinstance(error, sqlite3.Error) else str(error)
        return StoreError(f"What you keep cannot be read: {cause}.")

    def _select(self, sql: str, values: tuple[object, ...]) -> list[Row]:
        read = partial(Transaction(self._opened.connection).rows, sql, *values)
        return at_once_or_in_turn(self._opened.connection, self.file.parent, read)

    def _open(self) -> Opened:
        opened = open_file(self.file)
        self.notices += (notice for notice in opened.notices if notice not in self.notices)
        self._identity = None if opened.stand_in else _identity(self.file)
        return opened

    def _reopen(self) -> None:
        self.close()
        self._opened = self._open()

    def _follow(self) -> None:
        if self._replaced():
            self._reopen()

    def _replaced(self) -> bool:
        return not self._opened.stand_in and _identity(self.file) != self._identity


def _identity(file: Path) -> tuple[int, int] | None:
    """What tells a file from another one of the same name; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
