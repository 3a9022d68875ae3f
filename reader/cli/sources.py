"""What a command works on: the text, the glossary and the shelf that its options name."""

import sys
from pathlib import Path

from reader import folders
from reader.errors import InputError
from reader.terms.concepts import Glossary
from reader.text.article import Article

STDIN = "-"
STDIN_NAME = "standard input"


def article(file: str | None, language: str | None = None) -> Article:
    """The text with its languages known: the shipped one for None, standard input for `-`."""
    from reader.text import files

    if file is None:
        return files.shipped_article()
    if file == STDIN:
        return files.read_text_article(STDIN_NAME, read_stdin())
    return files.read_article(Path(file))


def read_stdin() -> str:
    """All of standard input, decoded, not yet cleaned; raises InputError where it is closed or no text."""
    from reader.text.encoding import decode
    from reader.text.files import MAX_BYTES

    if sys.stdin is None:
        raise InputError("Standard input is closed.")
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"Standard input is larger than {MAX_BYTES >> 20} MiB, the most that is read.")
    return decode(data, STDIN_NAME)


def glossary_path(chosen: Path | None) -> Path:
    """The glossary to use: the reader's choice, else the shipped one."""
    return chosen or folders.shipped("glossary.yaml")


def glossary(chosen: Path | None) -> Glossary:
    """The glossary, read; raises GlossaryError with every fault in it."""
    from reader.terms.glossary_yaml import load_glossary

    return load_glossary(glossary_path(chosen))
