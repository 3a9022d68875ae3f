"""Marks and notes changed in their list: named, deleted, brought back, written, confirmed."""

from pathlib import Path

import pytest

from reader.tui.cards import Go
from reader.tui.keeping import Keeper
from reader.tui.note_editor import NoteEditor
from tests.shelf.books import book
from tests.tui.kept import EDITED, bodies, keeper_in, names
from tests.tui.marked import after, edited_since, kept, opened
from tests.tui.stage import Stage, rows


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """Marks on 2 ("awards") and 5, a note on a term of 3 and on 5."""
    return kept(tmp_path)


@pytest.fixture
def edited(tmp_path: Path) -> Keeper:
    """Marks on 1, 2 and 3 of a text that then got a new beginning and lost its third paragraph."""
    return edited_since(tmp_path)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("r end exclamation_mark enter", "awards!"),
        ("r ctrl+u x enter", "x"),
        ("r ctrl+u enter", ""),
        ("r x escape", "awards"),
        ("r x escape r end q enter", "awardsq"),
    ],
)
async def test_a_mark_is_named_in_place(keeper: Keeper, tmp_path: Path, keys: str, name: str) -> None:
    assert await after(keeper, keys) == []
    assert names(keeper_in(tmp_path))[0] == (2, name)


async def test_the_line_for_the_name_is_there_only_while_it_is_needed(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper)
        assert not marks.name_input.display
        await pilot.press("r", "exclamation_mark")
        assert marks.name_input.display
        await pilot.press("enter")
        assert not marks.name_input.display
        assert rows(marks.sheet)[0].strip() == "◆ ¶ 2  !"
        assert "⏎ go" in rows(marks.hints)[0]


async def test_a_mark_that_is_nowhere_is_named_by_where_it_was(edited: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, edited)
        await pilot.press("G", "r")
        assert "names the mark on ¶ 3" in rows(marks.hints)[0]


async def test_a_click_while_naming_keeps_the_name(keeper: Keeper, tmp_path: Path) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper)
        await pilot.press("r", "end", "exclamation_mark")
        await pilot.click(marks.sheet, offset=(5, 1))
        await pilot.pause()
    assert app.given == [Go(2, 0)]
    assert names(keeper_in(tmp_path))[0] == (2, "awards!")


@pytest.mark.parametrize("delete", ["x", "delete"])
async def test_what_is_deleted_comes_back(keeper: Keeper, tmp_path: Path, delete: str) -> None:
    await after(keeper, f"{delete} {delete}")
    assert (names(keeper_in(tmp_path)), bodies(keeper_in(tmp_path))) == ([(5, "")], [(5, "on the whole")])
    await after(keeper, "u u")
    assert names(keeper_in(tmp_path)) == [(2, "awards"), (5, "")]
    assert bodies(keeper_in(tmp_path)) == [(3, "on the firms"), (5, "on the whole")]


async def test_the_cursor_stands_on_what_came_back(keeper: Keeper) -> None:
    assert await after(keeper, "j j x k k u enter") == [Go(5, 0)]


async def test_everything_can_be_deleted_and_brought_back(keeper: Keeper) -> None:
    assert await after(keeper, "x x x x x u u u u enter") == [Go(2, 0)]
    assert len(keeper.items()) == 4


async def test_a_note_is_opened_and_changed(keeper: Keeper, tmp_path: Path) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper)
        await pilot.press("j", "a")
        assert isinstance(app.screen, NoteEditor)
        await pilot.press("exclamation_mark", "ctrl+s")
        assert "on the firms!" in "\n".join(rows(marks.sheet))
    assert bodies(keeper_in(tmp_path))[0] == (3, "on the firms!")


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("j r", "A note has no name; a changes what it says."),
        ("a", "A mark has a name; r changes it."),
        ("c", "That is where you put it: there is nothing to confirm."),
        ("u", "There is nothing to bring back."),
        ("r", "enter names the mark on ¶ 2"),
    ],
)
async def test_a_key_that_does_not_fit_says_why(
    keeper: Keeper, tmp_path: Path, keys: str, sentence: str
) -> None:
    fresh, app = keeper_in(tmp_path), Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, fresh)
        await pilot.press(*keys.split())
        assert sentence in rows(marks.hints)[0]


async def test_what_moved_says_so_until_it_is_confirmed(edited: Keeper, tmp_path: Path) -> None:
    app = Stage()
    async with app.run_test(size=(110, 30), notifications=True) as pilot:
        marks = await opened(pilot, edited, here=6)
        shown = " ".join(" ".join(rows(marks.sheet)).split())
        assert "moved: the text was edited, this was in ¶ 1." in shown
        assert "lost: the text was edited, this was in ¶ 3. c: put it on ¶ 6" in shown
        assert [line for line in rows(marks.sheet) if "◆" in line][-1].strip() == "◆ nowhere"
        assert "c confirm" in rows(marks.hints)[0]
        await pilot.press("G", "enter")
        assert "no longer in the text" in rows(marks.hints)[0]
        await pilot.press("c", "g", "c", "j", "c")
        assert "c confirm" not in rows(marks.hints)[0]
        assert "the text was edited" not in " ".join(rows(marks.sheet))
    assert app.given == []
    again = keeper_in(tmp_path, book(EDITED, tmp_path / "b"))
    assert [(item.paragraph, item.settled) for item in again.items()] == [(2, True), (3, True), (6, True)]
