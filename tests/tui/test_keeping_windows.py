"""What is kept when the same text is open in two windows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.tui.keeping import Keeper
from tests.tui.kept import Listener, bodies, keeper_in, names, write


def test_two_windows_changing_one_note_keep_both_texts(tmp_path: Path) -> None:
    listener = Listener()
    write(keeper_in(tmp_path), 2, "first")
    one, two = keeper_in(tmp_path), keeper_in(tmp_path, listener=listener)
    write(one, 2, "from the one window")
    write(two, 2, "from the other")
    assert sorted(body for _, body in bodies(two)) == ["from the one window", "from the other"]
    assert bodies(keeper_in(tmp_path)) == bodies(two)
    assert [told.severity for told in listener.told] == ["warning"]
    assert "both texts are kept" in listener.sentences


def test_a_note_that_another_window_changed_is_not_deleted(tmp_path: Path) -> None:
    listener = Listener()
    write(keeper_in(tmp_path), 2, "first")
    one, two = keeper_in(tmp_path), keeper_in(tmp_path, listener=listener)
    write(one, 2, "changed")
    two.delete(two.own.notes[0])
    assert bodies(two) == [(2, "changed")]
    assert "nothing was deleted" in listener.sentences
    two.undo()
    assert bodies(two) == [(2, "changed")]


def test_a_mark_that_another_window_deleted_is_not_renamed_in_silence(tmp_path: Path) -> None:
    listener = Listener()
    keeper_in(tmp_path).toggle_mark(2)
    one, two = keeper_in(tmp_path), keeper_in(tmp_path, listener=listener)
    one.toggle_mark(2)
    two.rename(two.own.marks[0], "mine")
    assert two.marked == frozenset()
    assert "“mine”" in listener.sentences


@pytest.mark.parametrize("again", [lambda keeper: keeper.toggle_mark(2), Keeper.undo])
def test_a_mark_that_another_window_deleted_can_be_made_anew(
    tmp_path: Path, again: Callable[[Keeper], object]
) -> None:
    listener = Listener()
    one = keeper_in(tmp_path)
    one.toggle_mark(2)
    one.rename(one.own.marks[0], "bearings")
    two = keeper_in(tmp_path, listener=listener)
    one.toggle_mark(2)
    two.toggle_mark(2)
    assert listener.told == [("The mark was deleted in another window already.", "warning")]
    again(two)
    assert names(two) == names(keeper_in(tmp_path)) == [(2, "bearings")]
    two.rename(two.own.marks[0], "tilled")
    two.toggle_mark(2)
    two.toggle_mark(2)
    assert names(keeper_in(tmp_path)) == [(2, "tilled")]
