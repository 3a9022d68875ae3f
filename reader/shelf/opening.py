"""Opens the shelf's file in whatever state it is: new, older, newer, damaged, or not to be had at all."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from reader.shelf import schema
from reader.shelf.backups import back_up
from reader.shelf.connection import connect, empty, examined, version, worded, writable
from reader.shelf.turns import alone
from reader.text.clean import clean_line


class Opened(NamedTuple):
    """A connection and what is to be said about it."""

    connection: sqlite3.Connection
    notices: tuple[str, ...] = ()
    refusal: str = ""  # why nothing can be written; "" where it can be tried
    stand_in: bool = False  # it is empty and in memory, in place of a file that could not be opened


def open_file(file: Path) -> Opened:
    """The file, made or mended where need be; where nothing helps an empty stand-in in memory."""
    try:
        _make_folder(file.parent)
        ready = _ready(file)
        if ready:
            return ready
        with alone(file.parent):
            notices = tuple(_prepare(file))
        ready = _ready(file)
        if ready:
            return ready._replace(notices=(*notices, *ready.notices))
        reason = f"{clean_line(str(file))} was changed by another program while it was being opened"
    except OSError as error:
        reason = f"{clean_line(str(file.parent))}: {clean_line(error.strerror or str(error))}"
    except sqlite3.Error as error:
        reason = worded(error, file)
    return stand_in(f"Marks, notes and your place are not kept: {reason}.")


def stand_in(reason: str) -> Opened:
    """An empty shelf in memory, so that reading goes on; it refuses to be written to: that would be lost."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.bring_up(connection.execute, 0)
    return Opened(connection, (reason,), reason, stand_in=True)


def _make_folder(folder: Path) -> None:
    # A folder that is there already may hold other things too: its mode is the reader's to choose.
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _ready(file: Path) -> Opened | None:
    """The file as it is, or None where something must be done to it first."""
    looked_at = None if empty(file) else examined(file)
    if looked_at is None:
        return None
    connection, number = looked_at
    if number == schema.newest():
        _tidy(connection, file)
        return Opened(connection, _warned(file))
    if number is not None and number > schema.newest():
        return _newer(connection, file, number)
    connection.close()
    return None


def _tidy(connection: sqlite3.Connection, file: Path) -> None:
    """Make sure of the journal and of the mode: a copied file may have come with others."""
    connection.execute("PRAGMA journal_mode = DELETE")
    with suppress(OSError):  # another user's file: theirs to guard
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)


def _warned(file: Path) -> tuple[str, ...]:
    return () if writable(file) else (f"{clean_line(str(file))} cannot be written to: nothing new is kept.",)


def _newer(connection: sqlite3.Connection, file: Path, number: int) -> Opened:
    """A newer program's file: read as far as it can be read, never written."""
    reason = (
        f"{clean_line(str(file))} was written by a newer reader (its schema is {number}, "
        f"this one knows {schema.newest()}): nothing new is kept."
    )
    connection.execute("PRAGMA query_only = ON")
    try:
        for probe in schema.PROBES:
            connection.execute(f"{probe} LIMIT 0")
    except sqlite3.OperationalError:
        connection.close()
        return stand_in(f"{reason} This one cannot read it either.")
    return Opened(connection, (reason,), reason)


def _prepare(file: Path) -> Iterator[str]:
    """Make, restore or bring up the file; yields what is to be told. For one process at a time."""
    if empty(file) or _unusable(file):
        from reader.shelf.repair import restore  # seldom needed

        yield from restore(file)
    if not file.exists():
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    with closing(connect(file)) as connection:
        number = version(connection)
        if number is not None and 0 < number < schema.newest():
            kept = back_up(connection, file)
            yield (
                f"Your marks and notes were brought from schema {number} to {schema.newest()}; "
                f"as they were, they are in {clean_line(str(kept))}."
            )
        _bring_up(connection)


def _bring_up(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        number = version(connection)
        if number is not None and number < schema.newest():
            schema.bring_up(connection.execute, number)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _unusable(file: Path) -> bool:
    """Whether the file is damaged, or SQLite's but not a shelf."""
    looked_at = examined(file)
    if looked_at is None:
        return True
    connection, number = looked_at
    connection.close()
    return number is None
