"""Sets a damaged file aside, never deleting it, and puts the newest good backup in its place."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reader.shelf.backups import backups, newest_good, sync
from reader.shelf.connection import empty
from reader.text.clean import clean_line

# A journal belongs to the file it lies beside: left behind, SQLite would play it into the restored one.
_COMPANIONS = ("-journal", "-wal", "-shm")


def restore(file: Path) -> Iterator[str]:
    """Replace a damaged, empty or missing file; yields what is to be told. For one process at a time.

    A kill at any moment leaves either the old file or the whole new one under the name.
    Raises OSError.
    """
    if empty(file) and not backups(file):
        return
    good = newest_good(file)
    new = _copied(good, file) if good else None
    aside = _set_aside(file, new)
    sync(file.parent)
    yield _told(file, aside, good)


def _copied(backup: Path, file: Path) -> Path:
    """A copy of the backup beside the file, on the disk."""
    copy = file.with_suffix(".restoring")
    copy.unlink(missing_ok=True)
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))
    copy.write_bytes(backup.read_bytes())
    sync(copy)
    return copy


def _set_aside(file: Path, new: Path | None) -> Path | None:
    """Give the file another name, and its own to the new one; returns the former, None if there was none."""
    aside = _free(file)
    for companion in _COMPANIONS:
        with suppress(FileNotFoundError):
            os.rename(f"{file}{companion}", f"{aside}{companion}")
    if not file.exists():
        if new:
            new.replace(file)
        return None
    if new is None:
        file.rename(aside)
        return aside
    try:
        os.link(file, aside)
    except OSError:  # a file system without links
        file.rename(aside)
    new.replace(file)
    return aside


def _free(file: Path) -> Path:
    number = 1
    while (path := file.with_name(f"{file.stem}-damaged-{number}{file.suffix}")).exists():
        number += 1
    return path


def _told(file: Path, aside: Path | None, good: Path | None) -> str:
    name = clean_line(str(file))
    what = f"{name} was damaged and is now {clean_line(str(aside))}" if aside else f"{name} was missing"
    if good:
        return f"{what}; your marks and notes are those of the backup {clean_line(str(good))}."
    return f"{what}; there was no good backup, so the shelf begins empty."
