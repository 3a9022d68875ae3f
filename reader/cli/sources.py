"""The text that a command works on: a file, standard input, or the shipped article."""

import sys
from pathlib import Path

from reader.cli.manners import complain
from reader.errors import InputError, UsageError
from reader.text.article import About, Article

STDIN = "-"
STDIN_NAME = "standard input"


def article(file: str | None, language: str | None = None) -> Article:
    """The text with its language known: the shipped one for None, standard input for `-`.

    What is wrong beside the text (a faulty sidecar, a translation that parts from it) is said on standard
    error. Raises InputError where the text itself cannot be read, and UsageError for an empty name.
    """
    from reader.text import files

    if file == "":
        raise UsageError("Which text? The name of the file is empty; `-` is standard input.")
    if file is None:
        read = files.shipped_article()
    elif file == STDIN:
        read = files.read_text_article(STDIN_NAME, read_stdin())
    else:
        read = files.read_article(Path(file))
    for warning in read.warnings:
        complain(warning)
    read.about = _spoken(read, language)
    return read


def _spoken(read: Article, language: str | None) -> About:
    """What is known of the text, with its language: the reader's word, else the sidecar's, else a guess."""
    known = language or read.about.source_language
    if not known:
        from reader.text.language import settled_language

        known = settled_language(paragraph.source for paragraph in read)
    return read.about._replace(source_language=known)


def read_stdin() -> str:
    """All of standard input, decoded, not yet cleaned; raises InputError where it is closed or no text."""
    from reader.text.encoding import decode

    return decode(read_stdin_bytes(), STDIN_NAME)


def read_stdin_bytes() -> bytes:
    """All of standard input as it comes; raises InputError where it is closed or too large."""
    from reader.text.files import MAX_BYTES

    if sys.stdin is None:
        raise InputError("Standard input is closed.")
    if sys.stdin.isatty():
        complain("Reading standard input until Ctrl-D.")
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"Standard input is larger than {MAX_BYTES >> 20} MiB, the most that is read.")
    return data
