"""What the shelf refuses waits, is shown to wait, and ends as if it had been written at once."""

import resource
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StoreError
from reader.shelf.connection import file_in
from reader.shelf.marks import Mark
from reader.shelf.places import Place
from reader.shelf.store import Shelf
from reader.shelf.texts import Text
from reader.tui.keeping import Keeper
from tests.shelf.books import book, shelf_in
from tests.tui.kept import Listener, blocked, bodies, keeper_in, keeper_on, names, write


def test_what_is_refused_stays_and_is_written_when_it_is_tried_again(tmp_path: Path) -> None:
    listener, folder = Listener(), tmp_path / "data"
    with blocked(folder):
        keeper = keeper_in(folder, listener=listener)
        keeper.toggle_mark(2)
        keeper.rename(keeper.own.marks[0], "bearings")
        write(keeper, 3, "a note")
        keeper.place_changed(Place(3, (3, 0)))
        keeper.retry()
        assert (keeper.unsaved, keeper.waiting) == (4, 3)
        assert keeper.unsaved_line.startswith("4 changes are not saved: ")
        assert (names(keeper), bodies(keeper)) == ([(2, "bearings")], [(3, "a note")])
        assert "saved" not in listener.sentences.replace("Not saved", "")
        assert [told.severity for told in listener.told] == ["warning", "error", "error"]
    keeper.retry()
    assert (keeper.unsaved, keeper.waiting, keeper.unsaved_line) == (0, 0, "")
    assert listener.told[-1] == ("Everything is saved.", "information")
    again = keeper_in(folder)
    assert (names(again), bodies(again), again.place()) == (names(keeper), bodies(keeper), Place(3, (3, 0)))


def test_one_refusal_is_told_once_and_again_when_the_reader_tries(tmp_path: Path) -> None:
    listener = Listener()
    with blocked(tmp_path / "data"):
        keeper = keeper_in(tmp_path / "data", listener=listener)
        keeper.toggle_mark(2)
        assert keeper.unsaved_line.startswith("1 change is not saved: ")
        keeper.toggle_mark(3)
        assert keeper.unsaved_line.startswith("2 changes are not saved: ")
        assert [told.severity for told in listener.told] == ["warning", "error"]
        keeper.retry()
        assert [told.severity for told in listener.told] == ["warning", "error", "error"]


def test_after_a_refusal_the_place_waits_for_the_reader(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with blocked(folder):
        keeper = keeper_in(folder)
        keeper.place_changed(Place(3, (3, 0)))
        keeper.settle()
        assert keeper.unsaved == 1
    keeper.settle()
    assert keeper_in(folder).place() is None
    assert keeper.flush()
    assert keeper_in(folder).place() == Place(3, (3, 0))


def test_a_later_change_takes_the_waiting_ones_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with blocked(folder):
        keeper = keeper_in(folder)
        keeper.toggle_mark(2)
    keeper.toggle_mark(3)
    assert keeper_in(folder).marked == {2, 3}


def test_trying_again_with_nothing_to_save_says_so(tmp_path: Path) -> None:
    listener = Listener()
    keeper_in(tmp_path, listener=listener).retry()
    assert listener.told == [("Everything is saved already.", "information")]


class Unreadable(Shelf):
    """A shelf that takes things and gives nothing back."""

    broken = True

    def marks(self, text: Text) -> list[Mark]:
        if self.broken:
            raise StoreError("What you keep cannot be read: it is far away.")
        return super().marks(text)

    def preferences(self) -> dict[str, str]:
        raise StoreError("What you keep cannot be read: it is far away.")


def test_what_cannot_be_read_is_told_and_what_is_known_stays(tmp_path: Path) -> None:
    listener = Listener()
    keeper_in(tmp_path).toggle_mark(2)
    shelf = Unreadable.open(tmp_path)
    keeper = keeper_on(shelf, listener=listener)
    assert keeper.marked == frozenset()
    assert keeper.tastes() == {}
    assert listener.told == [("What you keep cannot be read: it is far away.", "error")] * 2
    shelf.broken = False
    keeper.load()
    shelf.broken = True
    keeper.load()
    assert keeper.marked == {2}


def test_marks_stay_in_sight_when_the_shelf_goes_away(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path / "data")
    keeper.toggle_mark(2)
    (tmp_path / "data").rename(tmp_path / "away")
    with blocked(tmp_path / "data"):
        keeper.toggle_mark(3)
        assert keeper.marked == {2, 3}
    (tmp_path / "away").rename(tmp_path / "data")
    keeper.retry()
    assert keeper_in(tmp_path / "data").marked == {2, 3}


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(2)
    room = file_in(tmp_path).stat().st_size
    limit, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limit[1]))
    try:
        write(keeper, 3, "a long note " * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, ignored)
    assert keeper.unsaved == 1
    assert "full" in keeper.unsaved_line
    assert keeper.noted == {3}
    keeper.retry()
    assert bodies(keeper_in(tmp_path)) == [(3, ("a long note " * 10_000).strip())]


def test_a_newer_shelf_is_read_and_not_written(tmp_path: Path) -> None:
    keeper_in(tmp_path).toggle_mark(2)
    with closing(sqlite3.connect(file_in(tmp_path))) as connection:
        connection.execute("PRAGMA user_version = 99")
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(3)
    assert keeper.marked == {2, 3}
    assert "99" in keeper.unsaved_line


def test_what_was_said_before_anybody_listened_is_said_then(tmp_path: Path) -> None:
    listener = Listener()
    with blocked(tmp_path / "data"):
        keeper = keeper_in(tmp_path / "data")
        keeper.toggle_mark(2)
        keeper.listen(listener.tell, listener.changed)
    assert [told.severity for told in listener.told] == ["warning", "error"]


def test_a_refusal_and_its_end_are_heard_of(tmp_path: Path) -> None:
    listener, folder = Listener(), tmp_path / "data"
    with blocked(folder):
        keeper = keeper_in(folder, listener=listener)
        keeper.place_changed(Place(3, (3, 0)))
        heard = listener.changes
        keeper.settle()
        assert listener.changes > heard
    heard = listener.changes
    keeper.retry()
    assert listener.changes > heard


# What the shelf has to say of its file


def damaged(folder: Path) -> None:
    """Leave something that is no database in place of the file."""
    file_in(folder).write_bytes(b"no database at all" * 500)


def newer(folder: Path) -> None:
    """Have the file written by a newer program."""
    with closing(sqlite3.connect(file_in(folder))) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(("befall", "said"), [(damaged, "was damaged and is now"), (newer, "newer reader")])
def test_what_befell_the_file_is_told_once_to_whoever_listens(
    tmp_path: Path, befall: Callable[[Path], None], said: str
) -> None:
    listener = Listener()
    keeper_in(tmp_path).toggle_mark(2)
    befall(tmp_path)
    keeper = Keeper(shelf_in(tmp_path), book())
    keeper.listen(listener.tell, listener.changed)
    assert said in listener.sentences
    keeper.load()
    keeper.flush()
    assert [told.severity for told in listener.told] == ["warning"]


@pytest.mark.parametrize("again", [Keeper.load, Keeper.flush, lambda keeper: keeper.toggle_mark(3)])
def test_what_befalls_the_file_while_it_is_open_is_told(
    tmp_path: Path, again: Callable[[Keeper], object]
) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path, listener=listener)
    keeper.toggle_mark(2)
    keeper.place_changed(Place(3, (3, 0)))
    file_in(tmp_path).rename(tmp_path / "away")
    damaged(tmp_path)
    again(keeper)
    assert [told.severity for told in listener.told] == ["warning"]
    assert "was damaged and is now" in listener.sentences


def test_what_was_told_as_the_cause_of_a_refusal_is_not_told_again(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path, listener=listener)
    keeper.toggle_mark(2)
    newer(tmp_path)
    other = tmp_path / "copy"
    other.write_bytes(file_in(tmp_path).read_bytes())
    other.rename(file_in(tmp_path))
    keeper.place_changed(Place(3, (3, 0)))
    keeper.flush()
    assert [told.severity for told in listener.told] == ["error"]
    assert "newer reader" in listener.sentences


# A law: waiting changes nothing of the outcome

DEEDS = ("mark", "name", "note", "again", "delete", "undo")


def deed(keeper: Keeper, what: str, number: int) -> None:
    """Do something, where there is anything to do it to."""
    items = keeper.items()
    match what:
        case "mark":
            keeper.toggle_mark(number + 1)
        case "name" if keeper.own.marks:
            keeper.rename(keeper.own.marks[0], f"name {number}")
        case "note":
            write(keeper, number + 1, f"note {number}")
        case "again" if keeper.own.notes:
            write(keeper, keeper.own.notes[0].was, f"again {number}")
        case "delete" if items:
            keeper.delete(items[number % len(items)])
        case "undo":
            keeper.undo()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 2)), max_size=12), st.integers(0, 12))
def test_what_waited_ends_as_if_it_had_been_written_at_once(deeds: list[tuple[str, int]], cured: int) -> None:
    with TemporaryDirectory() as outer:
        at_once, folder = keeper_in(Path(outer) / "at once"), Path(outer) / "data"
        with blocked(folder):
            waiting = keeper_in(folder)
            for place, (what, number) in enumerate(deeds):
                if place == cured:
                    folder.unlink()
                deed(at_once, what, number)
                deed(waiting, what, number)
                assert (names(waiting), bodies(waiting)) == (names(at_once), bodies(at_once))
        assert waiting.flush()
        again = keeper_in(folder)
        assert (names(again), bodies(again)) == (names(at_once), bodies(at_once))
