"""Whether texts, glossary, what is kept and settings are sound; nothing is made, mended or changed."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.text.clean import clean_line


class Finding(NamedTuple):
    """Whether one thing is as it should be, and a sentence about it."""

    name: str
    sound: bool
    said: str


def examine(glossary: Path, data: Path) -> list[Finding]:
    """The findings, one for each thing that reader cannot do without."""
    return [
        _told("article", _article),
        _told("glossary", lambda: _glossary(glossary)),
        _store(data),
        _told("settings", _settings),
    ]


def _told(name: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except ReaderError as error:
        return Finding(name, False, str(error))


def _article() -> Finding:
    from reader.text.files import shipped_article

    article = shipped_article()
    said = f"“{article.title}”, {article.count} paragraphs"
    return Finding("article", not article.warnings, "\n".join([said, *article.warnings]))


def _glossary(path: Path) -> Finding:
    from reader.terms.glossary_yaml import sound_glossary

    read = sound_glossary(path)
    terms = sum(len(concept.terms) for concept in read.concepts)
    return Finding("glossary", True, f"{len(read.concepts)} concepts, {terms} terms, without a fault")


def _settings() -> Finding:
    from reader.cli.settings import examined
    from reader.folders import config_folder

    return Finding("settings", True, examined(config_folder() / "config.toml"))


def _store(folder: Path) -> Finding:
    """The shelf's file as SQLite sees it; opening the shelf itself would mend it, and a doctor only looks."""
    import sqlite3

    from reader.shelf.backups import backups
    from reader.shelf.connection import file_in, worded

    file = file_in(folder)
    try:
        if not file.exists():
            said = "it is missing, though there are backups" if backups(file) else "nothing is kept yet"
            return Finding("store", not backups(file), said)
        if not file.stat().st_size and backups(file):
            return Finding("store", False, f"{clean_line(str(file))} is empty, though there are backups")
        return _file(folder, file)
    except sqlite3.Error as error:
        return Finding("store", False, worded(error, file))
    except OSError as error:
        return Finding("store", False, f"{clean_line(str(file))}: {error.strerror}")


def _file(folder: Path, file: Path) -> Finding:
    from reader.shelf import schema
    from reader.shelf.connection import connect, version
    from reader.shelf.health import quick_check

    faults = quick_check(folder)
    if faults:
        return Finding("store", False, "\n".join(faults))
    with closing(connect(file)) as connection:
        number = version(connection)
    if number is None:
        return Finding("store", False, f"{clean_line(str(file))} is a database of another program")
    if number > schema.newest():
        said = f"it was written by a newer reader: its schema is {number}, this one knows {schema.newest()}"
        return Finding("store", False, said)
    return Finding("store", True, f"sound, schema {number}")
