"""Writing a report into a file: whole or not at all, and over another one only where that was asked for."""

import os
import stat
import time
from collections.abc import Iterable
from pathlib import Path

from reader.errors import UsageError, WriteError
from reader.text.clean import clean_line


def write_atomically(path: Path, pieces: Iterable[str], force: bool) -> None:
    """Write the pieces as UTF-8 with their line ends as they are; until all is there, nothing has changed.

    An overwritten file keeps its mode, and a link to a file stays one. What is no file, as a device or a
    named pipe, is written to as it is. Raises UsageError where there is a file and no `force`, before a piece
    is asked for; WriteError where it cannot be written; and what the pieces raise, with nothing left behind.
    """
    try:
        mode = _mode(path)
        if mode is not None and stat.S_ISDIR(mode):
            raise WriteError(f"{_named(path)} is a folder: name a file in it.")
        if mode is not None and not stat.S_ISREG(mode):
            with open(path, "wb") as stream:
                _write(stream.fileno(), pieces)
            return
        if mode is not None and not force:
            raise UsageError(f"There is already a file {_named(path)}: `--force` overwrites it.")
        _replace(path, pieces, None if mode is None else stat.S_IMODE(mode))
    except OSError as error:
        raise WriteError(f"{_named(path)} cannot be written: {error.strerror or error}.") from error


def _replace(path: Path, pieces: Iterable[str], mode: int | None) -> None:
    """Put a file made of the pieces in the path's place, by way of a draft in the same folder."""
    place = path.resolve()
    draft = place.with_name(f".reader-{os.getpid()}-{time.monotonic_ns()}.part")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        try:
            if mode is not None:
                os.fchmod(descriptor, mode)
            _write(descriptor, pieces)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
    _sync(place.parent)


def _write(descriptor: int, pieces: Iterable[str]) -> None:
    # What has no place in UTF-8 is spelled out, as on standard output.
    with open(
        descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="", closefd=False
    ) as file:
        file.writelines(pieces)


def _sync(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mode(path: Path) -> int | None:
    """What kind of thing stands there, and what may be done with it; None where nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _named(path: Path) -> str:
    return clean_line(str(path))
