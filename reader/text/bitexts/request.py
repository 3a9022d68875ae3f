"""What is asked of a reader of bitexts: which file, as what, in which languages."""

from pathlib import Path
from typing import Literal, NamedTuple, get_args

Format = Literal["txt", "md", "tmx", "xliff", "po", "tsv", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)
MARKDOWN = (".md", ".markdown")
"""The endings of Markdown files."""


class Request(NamedTuple):
    """A file to check; what is empty is found out from the file."""

    path: Path  # of the file, or of the target where the source is a file of its own
    source_path: Path | None = None
    data: bytes | None = None  # what to read instead of the file: standard input, whose name is `path`
    format: Format | None = None
    source_language: str = ""  # BCP 47
    target_language: str = ""
    encoding: str = ""  # as Python names it
    likely: tuple[str, ...] = ()  # languages, BCP 47, that a guess at one is to prefer
    skip_empty: bool = False  # units without a target are passed over in silence
