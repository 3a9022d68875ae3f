"""A fault of reader's own: a report without local variables in the state folder, and one line about it."""

import os
import sys
import time
import traceback
from pathlib import Path

from reader import __version__, folders
from reader.text.clean import clean, clean_line

KEPT = 20
"""How many reports stay in the folder; the names sort by time."""


def report(error: Exception) -> str:
    """Write the report and return the line that says what happened and where the report lies."""
    what = f"This is a fault of reader's own: {type(error).__name__}{_where(error)}."
    try:
        path = _written(_text(error))
    except OSError as unwritten:
        return f"{what} The report could not be written: {unwritten.strerror}."
    return f"{what} The report is {clean_line(str(path))}"


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def _text(error: Exception) -> str:
    """Versions and the traceback: source lines and messages, but no values of variables, no arguments."""
    versions = f"reader {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return clean(f"{versions}\n\n{''.join(traceback.format_exception(error))}")


def _written(text: str) -> Path:
    folder = folders.state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in sorted(folder.glob("crash-*.txt"))[: 1 - KEPT]:
        old.unlink(missing_ok=True)
    path = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path
