"""Whose turn it is when several processes use one shelf; SQLite alone would let some of them starve.

Where processes write without a pause, SQLite's file is free for a fraction of a millisecond at a time, while
its own waiting comes to sleep a tenth of a second between two tries. So whoever wants to write takes the turn
first (a lock on `reader.lock`), keeps it only until SQLite lets them in, and tries often. Whoever has just
written finds the turn taken, and cannot overtake.
"""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

BUSY_SECONDS = 5
"""How long a process waits for the others before it gives up."""

Answer = TypeVar("Answer")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process makes, mends, brings up or backs up the file, nor begins to write to it.

    Raises OSError.
    """
    handle = _lock(folder)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def in_turn(connection: sqlite3.Connection, folder: Path, act: Callable[[], Answer]) -> Answer:
    """What `act` answers when it is its turn and SQLite lets it in; raises sqlite3.Error after BUSY_SECONDS.

    The turn is only a courtesy, SQLite has locks of its own: one that is never given back is done without.
    """
    end = monotonic() + BUSY_SECONDS
    with _impatient(connection), _lock_of(folder) as lock:
        while not _taken(lock) and monotonic() < end:
            _pause()
        return _tried(act, end, lock)


def at_once_or_in_turn(connection: sqlite3.Connection, folder: Path, act: Callable[[], Answer]) -> Answer:
    """The same for what only reads: it takes the turn only if it must wait, so that writers let it pass."""
    with _impatient(connection):
        try:
            return act()
        except sqlite3.OperationalError as error:
            if not _busy(error):
                raise
        with _lock_of(folder) as lock:
            return _tried(act, monotonic() + BUSY_SECONDS, lock)


@contextmanager
def _impatient(connection: sqlite3.Connection) -> Iterator[None]:
    """Have SQLite itself not wait."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


@contextmanager
def _lock_of(folder: Path) -> Iterator[int | None]:
    """The lock's file, None where the folder cannot be written to: then nobody writes there."""
    try:
        lock = _lock(folder)
    except OSError:
        yield None
        return
    try:
        yield lock
    finally:
        os.close(lock)


def _tried(act: Callable[[], Answer], end: float, lock: int | None) -> Answer:
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            if not _busy(error) or monotonic() >= end:
                raise
        _taken(lock)
        _pause()


def _lock(folder: Path) -> int:
    return os.open(folder / "reader.lock", os.O_CREAT | os.O_RDWR, 0o600)


def _taken(lock: int | None) -> bool:
    """Take the turn, if it is free; taking it twice does no harm."""
    try:
        if lock is not None:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no such lock
        return True
    return True


def _pause() -> None:
    from random import uniform  # hardly ever needed, and not cheap to import

    sleep(uniform(0.001, 0.003))


def _busy(error: sqlite3.OperationalError) -> bool:
    return code(error) == sqlite3.SQLITE_BUSY


def code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for an error that is not SQLite's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
