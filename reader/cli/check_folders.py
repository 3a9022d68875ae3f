"""A folder that was named where a check wants a file: which of its files could be named instead."""

import os
from collections import Counter
from pathlib import Path
from shlex import quote

from reader.errors import InputError
from reader.text.bitexts.opening import ENDINGS
from reader.text.clean import clean_line


def a_folder(path: Path) -> InputError:
    """The error for a folder, with a command for the files in it that are likeliest meant."""
    said = f"{clean_line(str(path))} is a folder"
    ending = _commonest(path)
    if not ending:
        return InputError(f"{said}, and no file in it has an ending of texts or translations.")
    command = f"reader check {clean_line(quote(str(path)))}/*{ending}"
    return InputError(f"{said}. Name the files in it, as `{command}`.")


def _commonest(path: Path) -> str:
    """The ending, as it stands there, that most of the files have which can be checked; else empty."""
    try:
        endings = [os.path.splitext(name)[1] for name in sorted(os.listdir(path))]
    except OSError:  # not every folder may be looked into
        return ""
    counts = Counter(ending for ending in endings if ending.lower() in ENDINGS)
    return counts.most_common(1)[0][0] if counts else ""
