"""Which text is which: one is known by its content, else by its path, so it may be moved or edited."""

import os
from pathlib import Path
from typing import NamedTuple

from reader.shelf.anchors import Paragraphs
from reader.shelf.database import Reads, Transaction
from reader.text.article import Article
from reader.text.clean import clean_line


class Text(NamedTuple):
    """A text as the shelf knows it; making one reads and writes nothing on the shelf."""

    article: Paragraphs
    title: str
    path: bytes  # absolute and without links; b"" for a text that lies in no file
    shown: str  # the path, cleaned for one line


class KeptText(NamedTuple):
    """A text of which something is kept, whether or not its file still exists."""

    id: int
    title: str
    path: str


def text_of(article: Article) -> Text:
    """The article's identity; what does not come from a file (a pipe) is known by its content alone."""
    path = Path(os.path.realpath(article.path))
    in_file = path.is_file()
    shown = clean_line(str(path if in_file else article.path))
    return Text(article, clean_line(article.title), os.fsencode(path) if in_file else b"", shown)


def known(reads: Reads, text: Text) -> int | None:
    """The id of the text, None where nothing of it is kept."""
    found = reads.rows("SELECT text FROM digests WHERE digest = ?", text.article.digest)
    if not found and text.path:
        found = reads.rows("SELECT text FROM paths WHERE path = ?", text.path)
    return int(found[0][0]) if found else None


def register(transaction: Transaction, text: Text) -> int:
    """The id of the text, with its content and its path of today remembered."""
    number = known(transaction, text)
    if number is None:
        number = transaction.insert("INSERT INTO texts (title, path) VALUES (?, ?)", text.title, text.shown)
    else:
        transaction.change(
            "UPDATE texts SET title = ?1, path = ?2 WHERE id = ?3 AND (title, path) != (?1, ?2)",
            text.title,
            text.shown,
            number,
        )
    transaction.change(
        "INSERT OR IGNORE INTO digests (digest, text) VALUES (?, ?)", text.article.digest, number
    )
    if text.path:
        transaction.change(
            "INSERT INTO paths (path, text) VALUES (?1, ?2) ON CONFLICT (path) DO UPDATE SET text = ?2",
            text.path,
            number,
        )
    return number


def kept_texts(reads: Reads) -> list[KeptText]:
    """Every text of which something is kept, in the order in which they came to the shelf."""
    return [KeptText(*row) for row in reads.rows("SELECT id, title, path FROM texts ORDER BY id")]
