"""The file is opened in whatever state it is, nothing is ever deleted, and what was done is told."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.shelf import schema, turns
from reader.shelf.backups import back_up, backups
from reader.shelf.connection import begin, connect, file_in
from reader.shelf.opening import open_file
from reader.shelf.places import Place
from reader.shelf.store import Shelf
from tests.shelf.books import book, shelf_in

COLOURED: schema.Step = ("ALTER TABLE marks ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'",)


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


def names(shelf: Shelf) -> list[str]:
    return [mark.name for mark in shelf.marks(shelf.text(book()))]


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


GARBAGE = {
    "one byte": b"x",
    "text": b"These are not the marks you are looking for.\n" * 50,
    "zeros": bytes(8192),
    "the right beginning and then nothing": b"SQLite format 3\0" + bytes(100),
}


@pytest.mark.parametrize("content", GARBAGE.values(), ids=GARBAGE)
def test_a_garbage_file_is_set_aside_and_the_backup_restored_and_both_told(
    folder: Path, content: bytes
) -> None:
    file = file_in(folder)
    file.write_bytes(content)
    shelf = shelf_in(folder)
    assert names(shelf) == ["old"]
    (notice,) = shelf.notices
    aside = folder / "reader-damaged-1.sqlite3"
    assert aside.read_bytes() == content
    assert str(aside) in notice
    assert str(backups(file)[0]) in notice
    assert shelf.writable
    shelf.add_mark(shelf.text(book()), 4, "later")
    assert names(shelf_in(folder)) == ["old", "later"]
    assert shelf_in(folder).notices == ()


@pytest.mark.parametrize("part", [1, 20, 50, 99, 100, 511, 512, 4095, 4096, 5000, 0.5, 0.9, -1])
def test_half_a_file_is_damaged(folder: Path, part: float) -> None:
    file = file_in(folder)
    content = file.read_bytes()
    rest = content[: int(part * len(content)) if isinstance(part, float) else part]
    file.write_bytes(rest)
    shelf = shelf_in(folder)
    assert names(shelf) == ["old"]
    assert len(shelf.notices) == 1
    assert (folder / "reader-damaged-1.sqlite3").read_bytes() == rest


def test_an_empty_file_beside_a_backup_is_damaged(folder: Path) -> None:
    file_in(folder).write_bytes(b"")
    shelf = shelf_in(folder)
    assert names(shelf) == ["old"]
    assert "reader-damaged-1" in shelf.notices[0]
    assert (folder / "reader-damaged-1.sqlite3").read_bytes() == b""


@pytest.mark.parametrize("content", [b"", b"\0"], ids=["nothing", "what SQLite takes for nothing"])
def test_an_empty_file_without_a_backup_is_a_new_one(tmp_path: Path, content: bytes) -> None:
    file_in(tmp_path).write_bytes(content)
    shelf = shelf_in(tmp_path)
    assert (shelf.notices, shelf.writable) == ((), True)
    shelf.add_mark(shelf.text(book()), 1, "first")
    assert names(shelf_in(tmp_path)) == ["first"]


def test_a_missing_file_beside_a_backup_is_restored(folder: Path) -> None:
    file_in(folder).unlink()
    shelf = shelf_in(folder)
    assert names(shelf) == ["old"]
    assert "missing" in shelf.notices[0]


def test_a_damaged_backup_is_passed_over(folder: Path) -> None:
    (only,) = backups(file_in(folder))
    (folder / "backups" / "reader-000007-schema-1.sqlite3").write_bytes(b"not a backup")
    file_in(folder).write_bytes(b"garbage")
    shelf = shelf_in(folder)
    assert names(shelf) == ["old"]
    assert str(only) in shelf.notices[0]


def test_without_a_good_backup_the_shelf_begins_empty_and_says_so(folder: Path) -> None:
    backups(file_in(folder))[0].unlink()
    file_in(folder).write_bytes(b"garbage")
    shelf = shelf_in(folder)
    assert names(shelf) == []
    assert "no good backup" in shelf.notices[0]
    assert (folder / "reader-damaged-1.sqlite3").read_bytes() == b"garbage"
    shelf.add_mark(shelf.text(book()), 1)


def test_every_damaged_file_is_kept(folder: Path) -> None:
    for content in (b"first", b"second"):
        file_in(folder).write_bytes(content)
        shelf_in(folder).close()
    kept = sorted(path.read_bytes() for path in folder.glob("reader-damaged-*"))
    assert kept == [b"first", b"second"]


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


def test_a_page_that_turns_out_damaged_while_reading_is_mended(folder: Path) -> None:
    shelf = shelf_in(folder)
    spoil(file_in(folder), "marks")
    assert names(shelf) == ["old"]
    assert "reader-damaged-1" in shelf.notices[0]
    shelf.add_mark(shelf.text(book()), 4, "later")
    assert names(shelf_in(folder)) == ["old", "later"]


def spoil(file: Path, table: str) -> None:
    """Overwrite the page on which a table begins, behind SQLite's back."""
    with closing(sqlite3.connect(file)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        # As another program would write it: the open shelf must not trust the pages it has in memory.
        connection.execute("REPLACE INTO preferences VALUES ('a', 'b')")
        connection.commit()
    with file.open("r+b") as stream:
        stream.seek((root - 1) * size)
        stream.write(b"\xff" * size)


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
