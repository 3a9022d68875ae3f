"""What the command line asks the reading room to open; imports no Textual."""

from pathlib import Path
from typing import NamedTuple


class OpenRequest(NamedTuple):
    """One opening of the reading room."""

    path: Path | None  # None: the shipped article, or `text`
    text: str | None  # what standard input held, for `read_text_article`; None where a file is read
    glossary: Path
    data_dir: Path
    paragraph: int | None  # where to begin, as the page numbers it; None: where the reader left it
    language: str | None  # BCP 47 of the source text; None: the sidecar's, else detected
