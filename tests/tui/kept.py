"""A keeper on a small text and a real shelf, and shelves that refuse."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reader.shelf.store import Shelf
from reader.terms.concepts import Term
from reader.terms.occurrences import Occurrence
from reader.text.article import Article
from reader.tui.keeping import Keeper, Written
from tests.shelf.books import PARAGRAPHS, book, shelf_in

FIRMS = Occurrence(3, "source", 6, 11, "firms", "firm", Term("en", "firms"), None)
"""A term in the third paragraph of the book."""
EDITED = ("Something new stands before it all.", *PARAGRAPHS[:2], *PARAGRAPHS[3:])
"""The book with a new beginning and without its third paragraph."""


class Told(NamedTuple):
    """A sentence that was said to the reader."""

    sentence: str
    severity: str


class Listener:
    """Hears what a keeper says."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.changes = 0

    def tell(self, sentence: str, severity: str) -> None:
        self.told.append(Told(sentence, severity))

    def changed(self) -> None:
        self.changes += 1

    @property
    def sentences(self) -> str:
        """Everything that was said."""
        return "\n".join(told.sentence for told in self.told)


def keeper_in(folder: Path, article: Article | None = None, listener: Listener | None = None) -> Keeper:
    """A keeper that has read the shelf of the folder."""
    return keeper_on(shelf_in(folder), article, listener)


def keeper_on(shelf: Shelf, article: Article | None = None, listener: Listener | None = None) -> Keeper:
    """A keeper that has read the shelf."""
    keeper = Keeper(shelf, article or book())
    if listener:
        keeper.listen(listener.tell, listener.changed)
    keeper.load()
    return keeper


def write(keeper: Keeper, number: int, text: str, at: Occurrence | None = None) -> None:
    """Write a note on what is there, as the editor does."""
    keeper.write(Written(keeper.subjects(number, at)[0], text))


def bodies(keeper: Keeper) -> list[tuple[int | None, str]]:
    """Its notes, as paragraph and text."""
    return [(note.paragraph, note.body) for note in keeper.own.notes]


def names(keeper: Keeper) -> list[tuple[int | None, str]]:
    """Its marks, as paragraph and name."""
    return [(mark.paragraph, mark.name) for mark in keeper.own.marks]


@contextmanager
def blocked(folder: Path) -> Iterator[None]:
    """Meanwhile the folder is a file, so that nothing can be kept in it."""
    folder.write_text("in the way")
    yield
    if folder.is_file():
        folder.unlink()


@contextmanager
def in_the_way(folder: Path) -> Iterator[None]:
    """The folder is away meanwhile, and nothing can be kept."""
    folder.rename(folder.with_name("away"))
    with blocked(folder):
        yield
    folder.with_name("away").rename(folder)
