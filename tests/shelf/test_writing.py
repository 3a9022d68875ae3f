"""Where nothing can be written reading goes on; what was not saved is saved as soon as it can be."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.shelf import turns
from reader.shelf.connection import begin, file_in
from reader.shelf.places import Place
from tests.shelf.books import book, names, shelf_in


@pytest.mark.parametrize("place", ["/dev/null/x", "/dev/null/x/y", "/proc/reader"])
def test_without_a_place_to_write_reading_goes_on(place: str) -> None:
    shelf = shelf_in(Path(place))
    text = shelf.text(book())
    assert (shelf.place(text), shelf.marks(text), shelf.preferences(), shelf.everything()) == (
        None,
        [],
        {},
        [],
    )
    assert not shelf.writable
    (notice,) = shelf.notices
    assert "not kept" in notice
    assert place in notice
    with pytest.raises(StoreError, match="Not saved"):
        shelf.keep_place(text, Place(1, (1, 0)))


def test_what_could_not_be_saved_is_saved_once_there_is_a_place(tmp_path: Path) -> None:
    blocker = tmp_path / "blocked"
    blocker.write_text("a file where a folder should be")
    shelf = shelf_in(blocker / "data")
    with pytest.raises(StoreError):
        shelf.add_mark(shelf.text(book()), 1, "wanted")
    blocker.unlink()
    shelf.add_mark(shelf.text(book()), 1, "wanted")
    assert shelf.writable
    assert names(shelf) == names(shelf_in(blocker / "data")) == ["wanted"]


def test_a_file_that_is_replaced_while_it_is_open_is_followed(folder: Path) -> None:
    shelf = shelf_in(folder)
    assert names(shelf) == ["old", "new"]
    file_in(folder).write_bytes(b"")
    file_in(folder).rename(folder / "gone")
    assert names(shelf) == ["old"]
    assert len(shelf.notices) == 1
    shelf.add_mark(shelf.text(book()), 4, "later")
    assert names(shelf_in(folder)) == ["old", "later"]


def test_a_file_that_is_replaced_between_the_look_and_the_lock_is_followed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = shelf_in(folder)
    replaced: list[Path] = []

    def late(connection: sqlite3.Connection, file: Path) -> None:
        if not replaced:
            replaced.append(file.rename(folder / "gone"))
        begin(connection, file)

    monkeypatch.setattr("reader.shelf.database.begin", late)
    shelf.add_mark(shelf.text(book()), 4, "later")
    assert names(shelf_in(folder)) == ["old", "later"]


def test_a_file_that_cannot_be_written_to_is_read_and_the_reader_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    shelf = shelf_in(folder)
    assert names(shelf) == ["old", "new"]
    assert shelf.notices == (f"{file_in(folder)} cannot be written to: nothing new is kept.",)
    assert not shelf.writable


def test_a_file_that_can_be_written_to_again_is_written_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        # What SQLite does by itself with a file that it may not write to.
        patch.setattr("reader.shelf.connection._PRAGMAS", ("PRAGMA query_only = ON",))
        shelf = shelf_in(folder)
        with pytest.raises(StoreError, match="cannot be written to"):
            shelf.add_mark(shelf.text(book()), 4, "again")
    shelf.add_mark(shelf.text(book()), 4, "again")
    assert names(shelf_in(folder)) == ["old", "new", "again"]


def test_a_file_that_another_program_keeps_locked_is_told_and_can_be_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0)
    shelf = shelf_in(folder)
    with closing(sqlite3.connect(file_in(folder), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            shelf.add_mark(shelf.text(book()), 1, "again")
        assert names(shelf) == ["old", "new"]
    shelf.add_mark(shelf.text(book()), 1, "again")
    assert names(shelf) == ["again", "old", "new"]


def test_a_file_that_is_locked_while_it_is_opened_does_not_stop_the_reading(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0)
    with closing(sqlite3.connect(file_in(folder), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        shelf = shelf_in(folder)
        assert names(shelf) == []
        assert "locked" in shelf.notices[0]
    shelf.add_mark(shelf.text(book()), 1, "again")
    assert names(shelf) == ["again", "old", "new"]
