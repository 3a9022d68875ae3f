"""Copies of the shelf's file: made whole or not at all, numbered, and the newest good one found."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from reader.shelf import schema
from reader.shelf.connection import connect, version

KEPT = 3

_NAME = re.compile(r"reader-(\d+)-schema-(\d+)\.sqlite3")


def backups(file: Path) -> list[Path]:
    """The backups of the file, the newest first: by their number, since clocks are set back."""
    folder = _folder(file)
    names = os.listdir(folder) if folder.is_dir() else []
    numbered = sorted(
        ((int(match[1]), match[0]) for match in map(_NAME.fullmatch, names) if match), reverse=True
    )
    return [folder / name for _, name in numbered]


def back_up(connection: sqlite3.Connection, file: Path) -> Path:
    """Make a backup and drop what is older than the last KEPT, but for the last one of every older schema.

    To be called by one process at a time. Returns its path; raises OSError or sqlite3.Error.
    """
    existing = backups(file)
    number = int(_parts(existing[0])[0]) + 1 if existing else 1
    made = _folder(file) / f"reader-{number:06}-schema-{version(connection)}.sqlite3"
    made.parent.mkdir(mode=0o700, exist_ok=True)
    making = made.with_suffix(".making")
    for left in made.parent.glob("*.making"):
        left.unlink()
    os.close(os.open(making, os.O_CREAT | os.O_EXCL, 0o600))
    connection.execute("VACUUM INTO ?", (os.fspath(making),))
    sync(making)
    making.replace(made)
    sync(made.parent)
    _prune([made, *existing])
    return made


def newest_good(file: Path) -> Path | None:
    """The newest backup that SQLite finds nothing wrong with and that this program can read."""
    return next((path for path in backups(file) if _good(path)), None)


def sync(path: Path) -> None:
    """Have a file's content, or a folder's names, on the disk. Never for a file that SQLite has open:

    closing it here would drop the locks that this process holds on it.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _folder(file: Path) -> Path:
    return file.parent / "backups"


def _parts(path: Path) -> tuple[str, str]:
    match = _NAME.fullmatch(path.name)
    assert match, path
    return match[1], match[2]


def _prune(newest_first: list[Path]) -> None:
    schemas: set[str] = set()
    for place, path in enumerate(newest_first):
        last_of_schema = _parts(path)[1] not in schemas
        schemas.add(_parts(path)[1])
        if place >= KEPT and not last_of_schema:
            with suppress(OSError):  # a backup too many does no harm
                path.unlink()


def _good(path: Path) -> bool:
    try:
        with closing(connect(path)) as connection:
            number = version(connection)
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.Error:
        return False
    return sound and number is not None and 0 < number <= schema.newest()
