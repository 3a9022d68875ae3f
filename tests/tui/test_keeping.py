"""What the reader keeps: place, tastes and marks; what is deleted comes back."""

from pathlib import Path

import pytest

from reader.shelf.marks import Mark
from reader.shelf.notes import Note
from reader.shelf.places import Place
from reader.text.clean import clean_line
from reader.tui.keeping import Keeper
from tests.hostile import HOSTILE
from tests.shelf.books import book, shelf_in
from tests.tui.kept import Listener, bodies, keeper_in, names, write

SHORT = [text for text in HOSTILE if len(text) < 1000]


# The place and the tastes


def test_a_place_is_written_when_it_settles_and_not_before(tmp_path: Path) -> None:
    keeper, place = keeper_in(tmp_path), Place(3, (2, 1), 0)
    keeper.place_changed(place)
    assert keeper_in(tmp_path).place() is None
    keeper.settle()
    assert keeper_in(tmp_path).place() == place


def test_what_is_written_is_not_written_again(tmp_path: Path) -> None:
    one, two = keeper_in(tmp_path), keeper_in(tmp_path)
    for keeper, number, mode in ((one, 3, "beside"), (two, 4, "only")):
        keeper.place_changed(Place(number, (number, 0)))
        keeper.taste_changed(mode=mode)
        keeper.settle()
    one.flush()
    assert keeper_in(tmp_path).place() == Place(4, (4, 0))
    assert keeper_in(tmp_path).tastes() == {"mode": "only"}


def test_going_back_to_where_it_was_written_writes_nothing(tmp_path: Path) -> None:
    one, two = keeper_in(tmp_path), keeper_in(tmp_path)
    for keeper, number in ((one, 3), (two, 4), (one, 3)):
        keeper.place_changed(Place(number, (number, 0)))
        keeper.settle()
    assert keeper_in(tmp_path).place() == Place(4, (4, 0))


def test_tastes_are_written_with_the_place_or_alone(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    keeper.taste_changed(mode="beside")
    keeper.settle()
    keeper.taste_changed(theme="reader-light", pinyin="off")
    keeper.place_changed(Place(2, (2, 0)))
    assert keeper_in(tmp_path).tastes() == {"mode": "beside"}
    assert keeper.flush()
    assert keeper_in(tmp_path).tastes() == {"mode": "beside", "theme": "reader-light", "pinyin": "off"}


def test_coming_back_to_the_kept_place_writes_nothing(tmp_path: Path) -> None:
    first = keeper_in(tmp_path)
    first.place_changed(Place(3, (3, 0)))
    first.settle()
    second = keeper_in(tmp_path)
    before = second.place()
    assert before == Place(3, (3, 0))
    first.place_changed(Place(5, (5, 0)))
    first.settle()
    second.place_changed(Place(4, (4, 0)))
    second.place_changed(before)
    second.settle()
    assert keeper_in(tmp_path).place() == Place(5, (5, 0))


# Marks


def test_nothing_is_marked_until_the_shelf_was_read(tmp_path: Path) -> None:
    keeper_in(tmp_path).toggle_mark(2)
    keeper = Keeper(shelf_in(tmp_path), book())
    assert keeper.marked == frozenset()
    keeper.load()
    assert keeper.marked == {2}


def test_a_mark_that_goes_is_told_of_and_comes_back_once(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path, listener=listener)
    keeper.toggle_mark(2)
    keeper.rename(keeper.own.marks[0], "bearings")
    keeper.toggle_mark(2)
    assert listener.told == [("The mark on ¶ 2 is gone; the same key brings it back.", "information")]
    keeper.toggle_mark(4)
    keeper.toggle_mark(2)
    assert names(keeper) == [(2, "bearings"), (4, "")]
    assert keeper.undo() is None


def test_every_change_is_heard_of(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path, listener=listener)
    heard = listener.changes
    keeper.toggle_mark(2)
    assert listener.changes > heard


def test_a_key_marks_unmarks_and_marks_again_under_the_old_name(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(2)
    keeper.rename(keeper.own.marks[0], "  bearings\n ")
    assert keeper.marked == {2}
    keeper.toggle_mark(2)
    assert keeper.marked == keeper_in(tmp_path).marked == frozenset()
    keeper.toggle_mark(2)
    assert names(keeper) == names(keeper_in(tmp_path)) == [(2, "bearings")]


@pytest.mark.parametrize(
    ("marked", "here", "by", "found"),
    [
        ((2, 5), 1, 1, 2),
        ((2, 5), 2, 1, 5),
        ((2, 5), 3, -1, 2),
        ((2, 5), 5, 1, 2),
        ((2, 5), 6, 1, 2),
        ((2, 5), 2, -1, 5),
        ((2, 5), 1, -1, 5),
        ((2,), 2, 1, None),
        ((2,), 4, -1, 2),
        ((), 4, 1, None),
    ],
)
def test_marks_are_gone_through_in_both_directions(
    tmp_path: Path, marked: tuple[int, ...], here: int, by: int, found: int | None
) -> None:
    keeper = keeper_in(tmp_path)
    for number in marked:
        keeper.toggle_mark(number)
    assert keeper.next_mark(here, by) == found


@pytest.mark.parametrize("name", SHORT)
def test_a_name_comes_back_harmless(tmp_path: Path, name: str) -> None:
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(1)
    keeper.rename(keeper.own.marks[0], name)
    assert names(keeper) == names(keeper_in(tmp_path)) == [(1, clean_line(name.strip()))]


# Deleting and undoing


def test_what_was_deleted_comes_back_last_first(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(2)
    keeper.rename(keeper.own.marks[0], "bearings")
    write(keeper, 3, "a note")
    keeper.listen(listener.tell, listener.changed)
    for item in keeper.items():
        keeper.delete(item)
    assert [told.sentence[:19] for told in listener.told[-2:]] == [
        "The mark is deleted",
        "The note is deleted",
    ]
    assert keeper_in(tmp_path).items() == []
    first, second, third = keeper.undo(), keeper.undo(), keeper.undo()
    assert isinstance(first, Note)
    assert isinstance(second, Mark)
    assert third is None
    again = keeper_in(tmp_path)
    assert (names(again), bodies(again)) == ([(2, "bearings")], [(3, "a note")])
