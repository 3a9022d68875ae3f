"""The file is opened with the right modes and pragmas, through links, and never another program's."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.shelf import schema
from reader.shelf.backups import back_up
from reader.shelf.connection import connect, file_in
from tests.shelf.books import book, names, shelf_in


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_what_a_reader_keeps_is_nobody_elses_business(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    shelf = shelf_in(folder)
    shelf.add_mark(shelf.text(book()), 1)
    with closing(connect(file_in(folder))) as connection:
        made = back_up(connection, file_in(folder))
    assert [mode(path) for path in (folder, made.parent)] == [0o700, 0o700]
    assert {mode(path) for path in (file_in(folder), made, folder / "reader.lock")} == {0o600}


def test_a_file_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    file_in(folder).chmod(0o644)
    shelf_in(folder)
    assert mode(file_in(folder)) == 0o600


def test_the_mode_of_a_folder_that_was_there_is_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    shelf_in(tmp_path)
    assert mode(tmp_path) == 0o755


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "delete"), ("synchronous", 3), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
def test_every_connection_writes_through_to_the_disk(folder: Path, pragma: str, value: str | int) -> None:
    with closing(connect(file_in(folder))) as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_a_write_ahead_log_is_given_up(folder: Path) -> None:
    with closing(sqlite3.connect(file_in(folder))) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    shelf_in(folder).close()
    with closing(sqlite3.connect(file_in(folder))) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_file_says_what_it_is(folder: Path) -> None:
    with closing(sqlite3.connect(file_in(folder))) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION,)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.newest(),)


def test_another_programs_file_is_not_written_to(folder: Path) -> None:
    file_in(folder).unlink()
    with closing(sqlite3.connect(file_in(folder))) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    content = file_in(folder).read_bytes()
    assert names(shelf_in(folder)) == ["old"]
    assert (folder / "reader-damaged-1.sqlite3").read_bytes() == content


def test_a_link_is_followed_and_stays(folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "marks.db"
    real.parent.mkdir()
    (folder / "reader.sqlite3").rename(real)
    (folder / "reader.sqlite3").symlink_to(real)
    assert names(shelf_in(folder)) == ["old", "new"]
    real.write_bytes(b"garbage")
    shelf = shelf_in(folder)
    assert "marks-damaged-1.db" in shelf.notices[0]
    assert (folder / "reader.sqlite3").is_symlink()
