"""What was said to be saved is saved: through kills, a full disk, and several processes at once.

READER_KILLS says how many kills are tried (40 unless told).
"""

import os
import random
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reader.shelf import schema
from reader.shelf.backups import backups
from reader.shelf.connection import file_in
from reader.shelf.health import quick_check
from reader.shelf.store import Shelf
from tests.shelf.books import book, shelf_in
from tests.shelf.writer import LONG_STEP, ROWS

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("READER_KILLS", "40"))


@contextmanager
def writer(folder: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """The writing process; it does not outlive the block."""
    command = [sys.executable, "-m", "tests.shelf.writer", str(folder), *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def said_until_killed(folder: Path, seconds: float, *words: str) -> list[list[str]]:
    """What the process said until it was killed, so long after its first word; a half line was never said."""
    with writer(folder, *words) as process:
        assert process.stdout
        handle = process.stdout.fileno()
        heard = os.read(handle, 1 << 16)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and select.select([handle], [], [], left)[0]:
            more = os.read(handle, 1 << 16)
            heard += more
            if not more:
                break
        process.kill()
        heard += process.stdout.read()
    return [line.split(" ") for line in heard.decode().split("\n")[:-1]]


class Ledger:
    """What must be on the shelf, by what was said."""

    def __init__(self) -> None:
        self.marks: set[str] = set()
        self.gone: set[str] = set()
        self.notes: dict[int, int] = {}
        self.place = 0

    def enter(self, said: list[list[str]]) -> None:
        """Take down what one process said; its place counts anew."""
        self.place = 0
        for what, *words in said:
            if what == "mark":
                self.marks.add(" ".join(words))
            elif what == "gone":
                self.gone.add(" ".join(words))
            elif what == "note":
                self.notes[int(words[0])] = int(words[1])
            elif what == "place":
                self.place = int(words[0])

    def lost(self, shelf: Shelf) -> list[str]:
        """What was said to be saved and is not there; what was saved but no longer said is no loss."""
        text = shelf.text(book())
        names = {mark.name for mark in shelf.marks(text)}
        bodies = {note.id: int(note.body.split()[-1]) for note in shelf.notes(text)}
        place = shelf.place(text)
        lost = [f"mark {name}" for name in self.marks - self.gone - names if not self._going(name)]
        lost += [f"deletion of {name}" for name in self.gone & names]
        lost += [
            f"note {id_}" for id_, number in self.notes.items() if bodies.get(id_, -1) - number not in (0, 1)
        ]
        if self.place and not (place and place.top[1] - self.place in (0, 1)):
            lost.append(f"place {self.place}")
        return lost

    def _going(self, name: str) -> bool:
        """Whether the mark is the last of its process, and was to be deleted next."""
        process, number = name.split()
        return int(number) % 3 == 0 and f"{process} {int(number) + 1}" not in self.marks


def test_no_kill_loses_what_was_saved_or_damages_the_file(tmp_path: Path) -> None:
    ledger = Ledger()
    chance = random.Random(2020)
    saved = 0
    for kill in range(KILLS):
        said = said_until_killed(tmp_path, chance.uniform(0, 0.05), "stream", f"p{kill}", "100000")
        saved += len(said)
        ledger.enter(said)
        shelf = shelf_in(tmp_path)
        assert shelf.notices == ()
        assert quick_check(tmp_path) == ()
        assert ledger.lost(shelf) == []
        shelf.close()
    assert saved > KILLS
    print(f"{KILLS} kills, {saved} saved, 0 lost")


def test_four_processes_lose_nothing_to_each_other(tmp_path: Path) -> None:
    count = 125  # of each of four kinds of writing
    command = [sys.executable, "-m", "tests.shelf.writer", str(tmp_path), "stream"]
    processes = [
        subprocess.Popen([*command, f"p{number}", str(count)], cwd=ROOT, stdout=subprocess.DEVNULL)
        for number in range(4)
    ]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]
    shelf = shelf_in(tmp_path)
    text = shelf.text(book())
    wanted = {f"p{process} {number}" for process in range(4) for number in range(1, count + 1) if number % 3}
    assert {mark.name for mark in shelf.marks(text)} == wanted
    assert {note.body for note in shelf.notes(text)} == {f"p{process} {count}" for process in range(4)}
    assert len(shelf.notes(text)) == 4
    assert quick_check(tmp_path) == ()


def test_a_full_disk_refuses_and_loses_nothing(tmp_path: Path) -> None:
    with writer(tmp_path, "full") as process:
        assert process.stdout
        refused, read, saved = process.stdout.read().decode().splitlines()
    assert refused.startswith("refused Not saved: the disk of")
    assert (read, saved) == ("read 0", "saved 1")
    assert quick_check(tmp_path) == ()


@pytest.fixture(scope="module")
def old_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf of the first schema with 300 marks."""
    folder = tmp_path_factory.mktemp("old")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[:1])
        shelf = shelf_in(folder)
        text = shelf.text(book())
        for number in range(300):
            shelf.add_mark(text, 1 + number % 7, f"mark {number}")
        shelf.prefer(mode="below")
        shelf.close()
    return file_in(folder)


def test_a_kill_while_the_file_is_brought_up_leaves_the_old_or_the_new_one(
    old_file: Path, tmp_path: Path
) -> None:
    chance = random.Random(2020)
    for kill in range(max(8, KILLS // 4)):
        folder = tmp_path / str(kill)
        folder.mkdir()
        shutil.copy(old_file, folder)
        said_until_killed(folder, chance.uniform(0, 0.12), "bring-up")
        assert quick_check(folder) == ()
        assert state(file_in(folder)) in (OLD, NEW)
        assert all(state(path) == OLD for path in backups(file_in(folder)))


def test_after_a_kill_the_next_start_finishes_the_bringing_up(old_file: Path, tmp_path: Path) -> None:
    shutil.copy(old_file, tmp_path)
    said_until_killed(tmp_path, 0.01, "bring-up")
    with writer(tmp_path, "bring-up") as process:
        assert process.stdout
        assert b"opened" in process.stdout.read()
    assert state(file_in(tmp_path)) == NEW
    assert state(backups(file_in(tmp_path))[0]) == OLD


OLD = (1, 300, 0, 0, 1)
NEW = (schema.newest() + 1, 300, 300, ROWS, 0)


def state(file: Path) -> tuple[int, ...]:
    """The schema; the marks; of them the changed ones; the rows of the new table; the preferences."""
    with closing(sqlite3.connect(file)) as connection:

        def number(sql: str) -> int:
            return int(connection.execute(sql).fetchone()[0])

        new = number("PRAGMA user_version") > 1
        return (
            number("PRAGMA user_version"),
            number("SELECT count(*) FROM marks"),
            number("SELECT count(*) FROM marks WHERE name LIKE '% of old'"),
            number("SELECT count(*) FROM colours") if new else 0,
            number("SELECT count(*) FROM preferences"),
        )


def test_the_step_of_this_test_is_one_more_than_the_program_knows() -> None:
    assert LONG_STEP not in schema.STEPS
