"""A damaged, empty or missing file is set aside, never deleted; the newest good backup takes its place."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.shelf.backups import backups
from reader.shelf.connection import file_in
from tests.shelf.books import book, names, shelf_in

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
