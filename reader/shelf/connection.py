"""Connections to the shelf's file, what can be said of the file through one, and SQLite's errors in words."""

import os
import sqlite3
from functools import partial
from pathlib import Path

from reader.shelf import schema
from reader.shelf.turns import BUSY_SECONDS, at_once_or_in_turn, code, in_turn
from reader.text.clean import clean_line

_PRAGMAS = ("PRAGMA synchronous = EXTRA", "PRAGMA foreign_keys = ON")
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def file_in(folder: Path) -> Path:
    """The shelf's file of a data folder; itself, where the name there is a link to it."""
    return Path(os.path.realpath(folder / "reader.sqlite3"))


def empty(file: Path) -> bool:
    """Whether there is no file or nothing in it: one byte is what SQLite takes for nothing, and may leave."""
    try:
        return file.stat().st_size <= 1
    except FileNotFoundError:
        return True


def writable(file: Path) -> bool:
    """Whether the file and its folder can be expected to take what is written."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def connect(file: Path) -> sqlite3.Connection:
    """A connection in autocommit mode, for the thread that asks for it; raises sqlite3.Error."""
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            at_once_or_in_turn(connection, file.parent, partial(connection.execute, pragma))
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def examined(file: Path) -> tuple[sqlite3.Connection, int | None] | None:
    """A connection and the file's schema, or None where the file is damaged; raises sqlite3.Error."""
    try:
        connection = connect(file)
    except sqlite3.Error as error:
        if damage(error):
            return None
        raise
    try:
        number, whole = at_once_or_in_turn(connection, file.parent, partial(_examined, connection, file))
        if whole:
            return connection, number
    except sqlite3.Error as error:
        if not damage(error):
            connection.close()
            raise
    connection.close()
    return None


def _examined(connection: sqlite3.Connection, file: Path) -> tuple[int | None, bool]:
    """The schema, and whether the file is whole: SQLite reads a shortened last page as if it held zeros."""
    connection.execute("BEGIN")
    try:
        # From the first answer to the COMMIT nobody can write: the file can be measured.
        number = version(connection)
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        return number, file.stat().st_size % int(size) == 0
    finally:
        connection.execute("COMMIT")


def begin(connection: sqlite3.Connection, file: Path) -> None:
    """Begin to write as soon as no other process does; raises sqlite3.Error."""
    in_turn(connection, file.parent, partial(connection.execute, "BEGIN IMMEDIATE"))


def version(connection: sqlite3.Connection) -> int | None:
    """The file's schema, 0 for an empty file, None where it is no shelf; raises sqlite3.Error."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == schema.APPLICATION:
        return int(number)
    return None if application or number or tables else 0


def damage(error: sqlite3.Error) -> bool:
    """Whether the error means that the file itself is damaged, and not that it cannot be reached just now."""
    return code(error) in _DAMAGE


def read_only(error: sqlite3.Error) -> bool:
    """Whether the connection cannot write; it never will, even if the file can be written to again."""
    return code(error) == sqlite3.SQLITE_READONLY


def worded(error: sqlite3.Error, file: Path) -> str:
    """The cause in words, as a half-sentence that names the file."""
    name = clean_line(str(file))
    said = {
        sqlite3.SQLITE_FULL: f"the disk of {name} is full",
        sqlite3.SQLITE_IOERR: f"the disk of {name} is full or failing",
        sqlite3.SQLITE_READONLY: f"{name} cannot be written to",
        sqlite3.SQLITE_BUSY: f"another program has kept {name} locked for {BUSY_SECONDS} s",
        sqlite3.SQLITE_CANTOPEN: f"{name} or its folder cannot be opened",
        sqlite3.SQLITE_CORRUPT: f"{name} is damaged",
        sqlite3.SQLITE_NOTADB: f"{name} is damaged",
    }
    return said.get(code(error), f"{name}: {clean_line(str(error))}")
