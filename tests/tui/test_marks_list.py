"""The list of marks and notes: going, naming, deleting, confirming."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.shelf.anchors import State
from reader.shelf.marks import Mark
from reader.terms.concepts import Term
from reader.terms.occurrences import Occurrence
from reader.text.clean import clean, clean_import
from reader.tui.cards import Go
from reader.tui.keeping import Keeper
from reader.tui.marks_blocks import doubt, item_block, shortened
from reader.tui.marks_list import MarksList
from reader.tui.note_editor import NoteEditor
from tests.hostile import HOSTILE
from tests.shelf.books import PARAGRAPHS, book, book_file
from tests.tui.kept import Listener, bodies, in_the_way, keeper_in, names, write
from tests.tui.stage import Stage, rows

FIRMS = Occurrence(3, "source", 6, 11, "firms", "firm", Term("en", "firms"), None)
EDITED = ("Something new stands before it all.", *PARAGRAPHS[:2], *PARAGRAPHS[3:])


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """Marks on 2 ("awards") and 5, a note on a term of 3 and on 5."""
    made = keeper_in(tmp_path)
    made.toggle_mark(5)
    made.toggle_mark(2)
    made.rename(made.own.marks[0], "awards")
    write(made, 5, "on the whole")
    write(made, 3, "on the firms", FIRMS)
    return made


@pytest.fixture
def edited(tmp_path: Path) -> Keeper:
    """Marks on 1, 2 and 3 of a text that then got a new beginning and lost its third paragraph."""
    original = book_file(tmp_path / "b")
    for number in (1, 2, 3):
        keeper_in(tmp_path, original).toggle_mark(number)
    return keeper_in(tmp_path, book(EDITED, tmp_path / "b"))


async def opened(pilot: Pilot[None], keeper: Keeper, here: int = 1) -> MarksList:
    """The list over an empty screen; what it gives is put into the app's `given`."""
    marks = MarksList(keeper, here)
    assert isinstance(pilot.app, Stage)
    pilot.app.push_screen(marks, pilot.app.given.append)
    await pilot.pause()
    await pilot.pause()
    return marks


async def after(keeper: Keeper, keys: str, here: int = 1) -> list[object]:
    """What the list gave after these keys; [] while it is still open."""
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, keeper, here)
        await pilot.press(*keys.split())
    return app.given


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


async def test_an_empty_list_says_which_keys_make_one(tmp_path: Path) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        marks = await opened(pilot, keeper_in(tmp_path))
        said = " ".join(" ".join(rows(marks.sheet)).split())
        assert "b marks the one you are reading" in said
        assert "a writes a note" in said
        await pilot.press("j", "enter", "r", "x", "a", "c", "u", "escape")
    assert app.given == [None]


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


def test_each_part_of_an_entry_has_its_own_style(keeper: Keeper, edited: Keeper) -> None:
    blocks = [item_block(made.article, item, 6) for made in (keeper, edited) for item in made.items()]
    parts = [[block.text[ink.start : ink.end] for ink in block.inks] for block in blocks]
    assert parts[0] == ["◆", "¶ 2", "awards", f"“{shortened(PARAGRAPHS[1], 120)}”"]
    assert parts[1] == ["✎", "¶ 3", "", "“firms”", "on the firms"]
    assert parts[-1][1] == "nowhere"
    assert parts[-1][-1].startswith("lost: ")


@pytest.mark.parametrize(
    ("state", "paragraph", "said"),
    [
        ("exact", 2, ""),
        ("moved", 2, "moved: the text was edited, this was in ¶ 3. c: it is right here"),
        (
            "uncertain",
            2,
            "uncertain: the text was edited, this is most like what was in ¶ 3. c: it is right here",
        ),
        ("orphan", None, "lost: the text was edited, this was in ¶ 3. c: put it on ¶ 6"),
    ],
)
def test_a_doubt_is_put_in_words(state: State, paragraph: int | None, said: str) -> None:
    assert doubt(book(), Mark(1, paragraph, 3, "", "", "", state), 6) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two", "one two"),
        ("one two three four", "one two…"),
        ("专精特新专精特新专精特新", "专精特新专精特新专精…"),
        ("a bcdefghijklmnop", "a bcdefghi…"),
    ],
)
def test_a_long_quote_is_cut_at_a_blank_or_where_it_must(text: str, short: str) -> None:
    assert shortened(text, 10) == short
