"""The file is checked, mended and backed up beside the reading, and what was done is told."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.shelf import schema
from reader.shelf.backups import KEPT, backups, newest_good
from reader.shelf.connection import file_in
from reader.shelf.health import DAY, quick_check, tend
from reader.shelf.places import Place
from reader.shelf.store import Shelf
from tests.shelf.books import book, shelf_in

NOW = 1_600_000_000.0
NAME = f"reader-00000{{}}-schema-{schema.newest()}.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def shelf(folder: Path) -> Shelf:
    shelf = shelf_in(folder)
    text = shelf.text(book())
    for number in range(20):
        shelf.add_mark(text, 1 + number % 7, f"mark {number}")
    return shelf


def date(folder: Path, *, backup: float, file: float) -> None:
    """Say when the newest backup was made and when the file was written."""
    os.utime(backups(file_in(folder))[0], (backup, backup))
    os.utime(file_in(folder), (file, file))


def spoil(file: Path) -> None:
    """Damage the pages in the middle: SQLite still opens it."""
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(size // 2)
        stream.write(b"\xff" * (size // 4))


def test_a_sound_file_has_no_faults(shelf: Shelf, folder: Path) -> None:
    assert quick_check(folder) == ()
    assert shelf.notices == ()


def test_where_there_is_no_file_there_is_no_fault(folder: Path) -> None:
    assert quick_check(folder) == ()
    assert tend(folder) == ()
    assert not folder.exists()


def test_faults_are_told_and_nothing_is_done(shelf: Shelf, folder: Path) -> None:
    shelf.close()
    spoil(file_in(folder))
    before = file_in(folder).read_bytes()
    assert quick_check(folder)
    assert file_in(folder).read_bytes() == before


def test_a_file_that_is_no_database_is_a_fault(tmp_path: Path) -> None:
    file_in(tmp_path).write_bytes(b"not a database at all")
    assert quick_check(tmp_path) == (f"{file_in(tmp_path)} is damaged",)


def test_the_check_runs_in_a_thread_of_its_own(shelf: Shelf, folder: Path) -> None:
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(tend, folder).result() == ()
    assert len(shelf.marks(shelf.text(book()))) == 20
    assert len(backups(file_in(folder))) == 1


def test_a_damaged_file_is_mended_and_the_open_shelf_follows(shelf: Shelf, folder: Path) -> None:
    text = shelf.text(book())
    tend(folder)
    shelf.add_mark(text, 1, "after the backup")
    spoil(file_in(folder))
    (told,) = tend(folder)
    assert "reader-damaged-1" in told
    assert len(shelf.marks(text)) == 20
    shelf.add_mark(text, 1, "after the mending")
    assert len(shelf_in(folder).marks(text)) == 21
    assert tend(folder) == ()


def test_an_empty_shelf_is_not_backed_up(folder: Path) -> None:
    shelf_in(folder)
    tend(folder)
    assert backups(file_in(folder)) == []


@pytest.mark.parametrize(
    ("backup", "file", "made"),
    [
        (NOW - DAY, NOW - 1, True),
        (NOW - 2 * DAY, NOW - 1.5 * DAY, True),
        (NOW - DAY + 1, NOW - 1, False),
        (NOW - 2 * DAY, NOW - 3 * DAY, False),
        (NOW + 1000, NOW - 1, True),
    ],
    ids=["a day old", "two days old", "from today", "nothing new since", "from the future"],
)
def test_a_backup_is_made_once_a_day_if_there_is_something_new(
    shelf: Shelf, folder: Path, backup: float, file: float, made: bool
) -> None:
    tend(folder, NOW)
    date(folder, backup=backup, file=file)
    assert tend(folder, NOW) == ()
    assert len(backups(file_in(folder))) == 1 + made
    assert shelf.notices == ()


def test_the_last_backups_are_kept_in_the_order_of_their_numbers(shelf: Shelf, folder: Path) -> None:
    text = shelf.text(book())
    for day in range(KEPT + 2):
        shelf.keep_place(text, Place(1 + day, (1, 0)))
        tend(folder, NOW)
        date(folder, backup=NOW - (1 + day) * DAY, file=NOW)
    kept = backups(file_in(folder))
    assert [path.name for path in kept] == [NAME.format(number) for number in (5, 4, 3)]
    assert newest_good(file_in(folder)) == kept[0]


def test_the_last_backup_of_an_older_schema_is_kept_too(shelf: Shelf, folder: Path) -> None:
    old = folder / "backups" / "reader-000001-schema-0.sqlite3"
    old.parent.mkdir()
    old.write_bytes(b"of old")
    for _ in range(KEPT + 1):
        shelf.prefer(mode="below")
        date(folder, backup=NOW - DAY, file=NOW)
        tend(folder, NOW)
    assert len(backups(file_in(folder))) == KEPT + 1
    assert old.exists()


def test_a_backup_that_was_cut_short_is_no_backup_and_is_swept_away(shelf: Shelf, folder: Path) -> None:
    left = (folder / "backups" / NAME.format(1)).with_suffix(".making")
    left.parent.mkdir()
    left.write_bytes(b"half")
    assert tend(folder) == ()
    assert [path.name for path in left.parent.iterdir()] == [NAME.format(1)]
    assert shelf.notices == ()


def test_a_backup_that_cannot_be_made_is_told(shelf: Shelf, folder: Path) -> None:
    (folder / "backups").write_text("a file where the folder should be")
    (told,) = tend(folder)
    assert told.startswith("No backup could be made")
    shelf.prefer(mode="below")


def test_mending_that_fails_is_told_as_that(shelf: Shelf, folder: Path) -> None:
    shelf.close()
    spoil(file_in(folder))
    (folder / "reader.lock").unlink(missing_ok=True)
    (folder / "reader.lock").mkdir()
    assert tend(folder) == ("What you keep could not be checked and mended: Is a directory.",)
