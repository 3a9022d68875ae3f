"""Keeping what a command reads from being overwritten by what it writes."""

import os
from collections.abc import Iterable
from pathlib import Path

from reader.errors import UsageError
from reader.text.clean import clean_line


def spare(output: Path, read: Iterable[Path]) -> None:
    """Raise UsageError where the output is one of the files to be read, under whatever name.

    What is no file, as a terminal that is both read and written, is no matter.
    """
    if not os.path.isfile(output):
        return
    for path in read:
        if os.path.exists(path) and os.path.samefile(path, output):
            raise UsageError(f"{clean_line(str(output))} is read here: name another file to write.")
