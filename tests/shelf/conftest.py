"""What the tests of the shelf's file begin with."""

from contextlib import closing
from pathlib import Path

import pytest

from reader.shelf.backups import back_up
from reader.shelf.connection import connect, file_in
from reader.shelf.store import Shelf
from tests.shelf.books import book, shelf_in


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_in(tmp_path / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shelf with one backed-up mark, `old`, and one newer mark, `new`."""
    folder = tmp_path / "data"
    shelf = shelf_in(folder)
    shelf.add_mark(shelf.text(book()), 2, "old")
    with closing(connect(file_in(folder))) as connection:
        back_up(connection, file_in(folder))
    shelf.add_mark(shelf.text(book()), 3, "new")
    shelf.close()
    return folder
