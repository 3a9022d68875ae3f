"""The list of marks and notes: what it shows, going there, closing, at every size."""

from pathlib import Path

import pytest

from reader.text.clean import clean, clean_import
from reader.tui.cards import Go
from reader.tui.keeping import Keeper
from tests.hostile import HOSTILE
from tests.shelf.books import PARAGRAPHS, book
from tests.tui.kept import Listener, in_the_way, keeper_in, write
from tests.tui.marked import after, kept, opened
from tests.tui.stage import Stage, rows


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """Marks on 2 ("awards") and 5, a note on a term of 3 and on 5."""
    return kept(tmp_path)


async def test_everything_stands_in_the_order_of_the_text(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper)
        shown = [line.strip() for line in rows(marks.sheet) if line]
        assert [line for line in shown if line[0] in "◆✎"] == ["◆ ¶ 2  awards", "✎ ¶ 3", "◆ ¶ 5", "✎ ¶ 5"]
        assert "“firms”" in shown
        assert "on the firms" in shown
        assert f"“{PARAGRAPHS[4]}”"[:20] in "\n".join(shown)
        assert rows(marks.heading)[0].endswith("2 ◆  2 ✎")


@pytest.mark.parametrize(
    ("keys", "here", "given"),
    [
        ("enter", 1, [Go(2, 0)]),
        ("j enter", 1, [Go(3, 6)]),
        ("j j enter", 1, [Go(5, 0)]),
        ("j j k enter", 1, [Go(3, 6)]),
        ("enter", 4, [Go(3, 6)]),
        ("enter", 6, [Go(5, 0)]),
        ("escape", 1, [None]),
        ("r escape escape", 1, [None]),
        ("x", 1, []),
    ],
)
async def test_a_key_goes_there_or_closes(keeper: Keeper, keys: str, here: int, given: list[object]) -> None:
    assert await after(keeper, keys, here) == given


async def test_a_click_goes_there(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper)
        at = next(y for y, line in enumerate(rows(marks.sheet)) if "on the firms" in line)
        await pilot.click(marks.sheet, offset=(5, at))
        await pilot.pause()
    assert app.given == [Go(3, 6)]


async def test_an_empty_list_says_which_keys_make_one(tmp_path: Path) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper_in(tmp_path))
        said = " ".join(" ".join(rows(marks.sheet)).split())
        assert "b marks the one you are reading" in said
        assert "a writes a note" in said
        await pilot.press("j", "enter", "r", "x", "a", "c", "u", "escape")
    assert app.given == [None]


async def test_a_list_longer_than_the_screen_opens_where_the_reader_is(tmp_path: Path) -> None:
    long = book([f"Paragraph {number} says something of its own." for number in range(1, 61)])
    keeper = keeper_in(tmp_path, long)
    for number in range(1, 61):
        keeper.toggle_mark(number)
    app = Stage()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        marks = await opened(pilot, keeper, here=40)
        assert "◆ ¶ 40" in "\n".join(rows(marks.sheet))
        await pilot.press("j", "enter")
    assert app.given == [Go(41, 0)]


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (120, 40)])
async def test_it_works_at_every_size(keeper: Keeper, size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size, notifications=True) as pilot:
        marks = await opened(pilot, keeper)
        assert rows(marks.sheet)[0].strip().startswith("◆ ¶ 2")
        await pilot.press("r", "end", "exclamation_mark")
        assert "awards!" in rows(marks.name_input)[0]
        await pilot.press("enter", "x", "u", "enter")
    assert app.given == [Go(2, 0)]


async def test_what_is_not_saved_is_said_as_long_as_it_is_not(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path / "data")
    keeper.toggle_mark(2)
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper)
        with in_the_way(tmp_path / "data"):
            await pilot.press("x")
            assert "1 change is not saved" in rows(marks.hints)[0]
        await pilot.press("u")
        assert "not saved" not in rows(marks.hints)[0]
    assert keeper_in(tmp_path / "data").marked == {2}


async def test_hostile_names_quotes_and_notes_do_no_harm(tmp_path: Path) -> None:
    texts = [clean_import(text) for text in HOSTILE if len(text) < 1000]
    keeper = keeper_in(tmp_path, book([clean(text) or "-" for text in texts]))
    listener = Listener()
    keeper.listen(listener.tell, listener.changed)
    app = Stage()
    async with app.run_test(size=(60, 24), notifications=True) as pilot:
        keeper.listen(lambda said, how: app.notify(said, severity=how, markup=False), lambda: None)
        for number, text in enumerate(texts, 1):
            keeper.toggle_mark(number)
            keeper.rename(keeper.own.marks[-1], text)
            write(keeper, number, f"a{text}z")
        marks = await opened(pilot, keeper)
        lines = [line for y in range(len(marks.sheet.lines)) for line in [marks.sheet.render_line(y).text]]
        await pilot.press("G", "k", "r", "exclamation_mark", "enter", "x", "u", "enter")
        await pilot.pause()
    assert not [line for line in lines if clean(line) != line]
    assert len(app.given) == 1
