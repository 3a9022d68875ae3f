"""What is asked of a reader of termbases: which file, and what is said of it."""

from pathlib import Path
from typing import NamedTuple


class Request(NamedTuple):
    """A termbase to open; what is empty is found out from the file."""

    path: Path
    data: bytes | None = None  # what to read instead of the file: standard input, whose name is `path`
    encoding: str = ""  # of a table or XML, as Python names it
    settable: bool = True  # whether the command has an option that says the encoding
    columns: str = ""  # of a table, as `zh,en,note,-`
    named: bool = False  # the first row of a table is names, whatever it says
    source_language: str = ""  # BCP 47, of a table that names none
    target_language: str = ""
