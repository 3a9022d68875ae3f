"""Looks after the shelf's file beside the reading: checks it, mends it, backs it up once a day."""

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from reader.shelf.backups import back_up, backups
from reader.shelf.connection import connect, damage, file_in, worded
from reader.shelf.turns import alone
from reader.text.clean import clean_line

DAY = 24 * 60 * 60
"""Seconds between two backups."""


def quick_check(folder: Path) -> tuple[str, ...]:
    """What SQLite finds wrong with the shelf's file in this folder; () where it is sound, or not there yet.

    It opens a connection of its own, so it may run in any thread. Raises sqlite3.Error where the file cannot
    be reached.
    """
    return _faults(file_in(folder))


def _faults(file: Path) -> tuple[str, ...]:
    if not file.exists():
        return ()
    try:
        with closing(connect(file)) as connection:
            return tuple(
                clean_line(row[0]) for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"
            )
    except sqlite3.Error as error:
        if damage(error):
            return (worded(error, file),)
        raise


def mend(file: Path) -> tuple[str, ...]:
    """Where the file is damaged: set it aside, restore the newest good backup, and return what is to be told.

    Raises OSError or sqlite3.Error where that cannot be done.
    """
    with alone(file.parent):
        if not _faults(file):
            return ()
        from reader.shelf.repair import restore  # seldom needed

        with closing(sqlite3.connect(file, timeout=1, isolation_level=None)) as connection:
            # No writer may be inside when the file changes its name; one too damaged to lock has none.
            with suppress(sqlite3.Error):
                connection.execute("BEGIN EXCLUSIVE")
            return tuple(restore(file))


def tend(folder: Path, now: float | None = None) -> tuple[str, ...]:
    """Check the file, mend it where it is damaged, else back it up where that is due; what is to be told.

    Meant for a worker thread after the first paint; the shelf that is open notices by itself if the file was
    replaced. `now` is in seconds since 1970.
    """
    file = file_in(folder)
    try:
        told = mend(file) if file.exists() else ()
    except (OSError, sqlite3.Error) as error:
        return (f"What you keep could not be checked and mended: {_cause(error, file)}.",)
    try:
        if not told and file.exists():
            _back_up_where_due(file, time.time() if now is None else now)
    except (OSError, sqlite3.Error) as error:
        return (f"No backup could be made: {_cause(error, file)}.",)
    return told


def _cause(error: OSError | sqlite3.Error, file: Path) -> str:
    if isinstance(error, sqlite3.Error):
        return worded(error, file)
    return clean_line(error.strerror or str(error))


def _back_up_where_due(file: Path, now: float) -> None:
    if _due(file, now):
        with alone(file.parent), closing(connect(file)) as connection:
            back_up(connection, file)


def _due(file: Path, now: float) -> bool:
    """Whether there is something to back up that the newest backup does not hold, and a day has passed."""
    existing = backups(file)
    if not existing:
        with closing(connect(file)) as connection:
            return bool(connection.execute("SELECT 1 FROM anchors LIMIT 1").fetchone())
    made = existing[0].stat().st_mtime
    # A backup from the future was made before the clock was set back: how old it is cannot be known.
    return made > now or (now - made >= DAY and file.stat().st_mtime > made)
