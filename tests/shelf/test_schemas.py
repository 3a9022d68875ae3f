"""A file of a newer schema is only read; one of an older schema is backed up and brought up."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.shelf import schema
from reader.shelf.backups import backups
from reader.shelf.connection import file_in
from reader.shelf.opening import open_file
from tests.shelf.books import book, names, shelf_in

COLOURED: schema.Step = ("ALTER TABLE marks ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'",)


def newer(folder: Path, *statements: str) -> bytes:
    with closing(sqlite3.connect(file_in(folder), isolation_level=None)) as connection:
        for statement in (*statements, "PRAGMA user_version = 99"):
            connection.execute(statement)
    return file_in(folder).read_bytes()


def test_a_newer_schema_is_read_but_never_written(folder: Path) -> None:
    content = newer(folder, "ALTER TABLE marks ADD COLUMN colour TEXT")
    shelf = shelf_in(folder)
    assert names(shelf) == ["old", "new"]
    assert not shelf.writable
    (notice,) = shelf.notices
    assert "99" in notice
    assert f"knows {schema.newest()}" in notice
    with pytest.raises(StoreError, match="newer reader"):
        shelf.add_mark(shelf.text(book()), 1)
    assert file_in(folder).read_bytes() == content


def test_a_newer_schema_is_guarded_by_sqlite_too(folder: Path) -> None:
    newer(folder)
    connection = open_file(file_in(folder)).connection
    with closing(connection), pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM marks")


def test_a_newer_schema_that_cannot_be_read_is_left_alone(folder: Path) -> None:
    content = newer(folder, "ALTER TABLE marks RENAME TO signs")
    shelf = shelf_in(folder)
    assert names(shelf) == []
    assert "99" in shelf.notices[0]
    with pytest.raises(StoreError, match="newer reader"):
        shelf.prefer(mode="below")
    assert file_in(folder).read_bytes() == content


def test_an_older_schema_is_backed_up_and_brought_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = schema.newest()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, COLOURED))
    shelf = shelf_in(folder)
    assert names(shelf) == ["old", "new"]
    (notice,) = shelf.notices
    kept = backups(file_in(folder))[0]
    assert f"from schema {known} to {known + 1}" in notice
    assert str(kept) in notice
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (known,)
        assert connection.execute("SELECT count(*) FROM marks").fetchone() == (2,)
    with closing(sqlite3.connect(file_in(folder))) as connection:
        assert connection.execute("SELECT DISTINCT colour FROM marks").fetchall() == [("grey",)]
    assert shelf_in(folder).notices == ()


def test_an_older_backup_is_brought_up_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, COLOURED))
    file_in(folder).write_bytes(b"garbage")
    shelf = shelf_in(folder)
    assert names(shelf) == ["old"]
    assert len(shelf.notices) == 2
    shelf.add_mark(shelf.text(book()), 1)


def test_a_step_that_fails_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = file_in(folder).read_bytes()
    twice_at_noon = "CREATE UNIQUE INDEX marks_by_time ON marks (created)"
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, (*COLOURED, twice_at_noon)))
    shelf = shelf_in(folder)
    assert names(shelf) == []
    assert "not kept" in shelf.notices[0]
    with pytest.raises(StoreError):
        shelf.add_mark(shelf.text(book()), 1)
    assert file_in(folder).read_bytes() == content
