"""Screens over others close once, however fast the keys come, and lose nothing that was typed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from reader.tui.app import ReaderApp
from reader.tui.asking import Question
from reader.tui.blocks import Block
from reader.tui.cards import Go
from reader.tui.dialog import HoldsDraft
from reader.tui.entry import EntryScreen
from reader.tui.findings import Filter
from reader.tui.findings_list import FindingsList
from reader.tui.go_to import GoTo
from reader.tui.help import Help, SheetScreen
from reader.tui.keeping import Keeper, Subject, Written
from reader.tui.keys import all_keys
from reader.tui.marks_list import MarksList
from reader.tui.note_editor import NoteEditor
from reader.tui.picker import Picker
from tests.shelf.books import PARAGRAPHS, book
from tests.tui.found import found_in, keeper_of, small_desk
from tests.tui.kept import FIRMS, blocked, bodies, keeper_in, names, write
from tests.tui.stage import Stage, rows

WHOLE = Subject(3, PARAGRAPHS[2])


def marks(folder: Path) -> MarksList:
    """A list with one mark."""
    keeper = keeper_in(folder)
    keeper.toggle_mark(2)
    return MarksList(keeper, 1)


async def typed_ahead(pilot: Pilot[None], *keys: str) -> None:
    """Keys that all come before the first of them is answered."""
    for key in keys:
        pilot.app.post_message(Key(key, None))
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize(
    ("made", "key", "given"),
    [
        (marks, "enter", Go(2, 0)),
        (marks, "escape", None),
        (marks, "q", None),
        (lambda _: Question("?", "yes", "no", "back"), "enter", True),
        (lambda _: Question("?", "yes", "no", "back"), "n", False),
        (lambda _: NoteEditor(book(), (WHOLE,)), "ctrl+s", ()),
        (lambda _: NoteEditor(book(), (WHOLE,)), "escape", ()),
        (lambda _: Picker("One", lambda _: [Block("one", target=1)]), "enter", 1),
        (lambda _: Picker("One", lambda _: [Block("one", target=1)]), "escape", None),
        (lambda _: SheetScreen([Block("one", target=Go(1, 0))]), "enter", Go(1, 0)),
        (lambda _: SheetScreen([Block("one", target=Go(1, 0))]), "escape", None),
    ],
)
async def test_the_same_key_three_times_closes_once(
    tmp_path: Path, made: Callable[[Path], Screen[object]], key: str, given: object
) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(made(tmp_path), app.given.append)
        await pilot.pause()
        await typed_ahead(pilot, key, key, key)
        assert app.given == [given]
        assert len(app.screen_stack) == 1


async def test_keeping_a_note_by_two_enters_keeps_it() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(NoteEditor(book(), (WHOLE,)), app.given.append)
        await pilot.pause()
        await pilot.press("h", "i", "escape")
        await typed_ahead(pilot, "enter", "enter")
        assert app.given == [(Written(WHOLE, "hi"),)]


# The keys of the app


@pytest.fixture
def app(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    """The reading room; its own text is not checked, so that the list of another one stays as it is."""
    monkeypatch.setattr(app.reading, "check", lambda: None)
    return app


def findings(folder: Path) -> FindingsList:
    """A list with what was found in a small text."""
    desk = small_desk()
    return FindingsList(desk, keeper_of(desk, folder), found_in(desk), Filter(), (1, 0))


MADE: list[tuple[Callable[[Path], Screen[Any]], str]] = [
    (marks, "Marks and notes"),
    (findings, "Findings of the check"),
    (lambda _: Question("?", "yes", "no", "back"), "When something is asked"),
    (lambda _: SheetScreen([Block("one", target=Go(1, 0))]), "Lists and sheets"),
    (lambda _: NoteEditor(book(), (WHOLE,)), "Writing a note"),
    (lambda _: Picker("One", lambda _: [Block("one", target=1)]), "Lists to choose from"),
    (lambda _: GoTo(book(), 1), "Lists to choose from"),
]
"""Every screen over others, and the heading of its keys in the help."""


@pytest.mark.parametrize(("made", "title"), MADE)
async def test_help_is_a_key_away_and_the_same_key_leads_back(
    app: ReaderApp, tmp_path: Path, made: Callable[[Path], Screen[Any]], title: str
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = made(tmp_path)
        app.push_screen(screen)
        await pilot.pause()
        await pilot.press("f1")
        assert isinstance(app.screen, Help)
        assert rows(app.screen.sheet)[2].strip() == title
        await pilot.press("f1")
        await pilot.pause()
        assert app.screen is screen


@pytest.mark.parametrize(("made", "title"), MADE[:4])
async def test_where_nothing_is_typed_a_question_mark_asks_for_help(
    app: ReaderApp, tmp_path: Path, made: Callable[[Path], Screen[Any]], title: str
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = made(tmp_path)
        app.push_screen(screen)
        await pilot.pause()
        await pilot.press("question_mark")
        assert isinstance(app.screen, Help)
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.screen is screen


@pytest.mark.parametrize("made", [marks, findings, lambda _: EntryScreen(small_desk(), "root")])
async def test_the_narrowest_screen_hints_at_the_help(
    tmp_path: Path, made: Callable[[Path], MarksList | FindingsList | EntryScreen]
) -> None:
    app, screen = Stage(), made(tmp_path)
    async with app.run_test(size=(40, 24), notifications=True) as pilot:
        app.push_screen(screen)
        await pilot.pause()
        assert "? help" in rows(screen.hints)[0]


async def test_where_something_is_typed_a_question_mark_is_typed(app: ReaderApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        editor = NoteEditor(book(), (WHOLE,))
        app.push_screen(editor)
        await pilot.pause()
        await pilot.press("question_mark", "e", "q")
        assert editor.area.text == "?eq"
        listed = findings(tmp_path)
        app.push_screen(listed)
        await pilot.pause()
        await pilot.press("d", "question_mark", "e", "q")
        assert listed.reason_input.value == "?eq"


@pytest.mark.parametrize("made", [marks, findings])
async def test_a_list_lets_the_key_of_the_editor_through(
    app: ReaderApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Callable[[Path], Screen[Any]]
) -> None:
    edited: list[Screen[Any]] = []
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        monkeypatch.setattr(app, "action_edit", lambda: edited.append(app.screen))
        app.push_screen(made(tmp_path))
        await pilot.pause()
        await pilot.press("e")
        assert edited == [app.screen]


def test_no_two_keys_of_a_part_of_the_program_are_the_same() -> None:
    taken: dict[tuple[str, str], str] = {}
    twice = [
        (room, pressed, taken[room, pressed], key.id)
        for key in all_keys()
        for room in sorted(key.rooms)
        for pressed in key.keys
        if taken.setdefault((room, pressed), key.id) != key.id
    ]
    assert twice == []


# Drafts, when the program has to end while something is being typed


def keep_drafts(app: Stage, keeper: Keeper) -> None:
    """What the app does at a signal, and before it asks whether to leave without saving."""
    for screen in app.screen_stack:
        if isinstance(screen, HoldsDraft):
            screen.keep_draft(keeper)


async def kept_while_writing(keeper: Keeper, keys: str, more: str = "") -> None:
    """Type into the editor, keep the draft, go on and save."""
    app = Stage()

    def save(written: Sequence[Written] | None) -> None:
        for one in written or ():
            keeper.write(one)

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(NoteEditor(keeper.article, keeper.subjects(3, FIRMS)), save)
        await pilot.pause()
        await pilot.press(*keys.split())
        keep_drafts(app, keeper)
        keep_drafts(app, keeper)
        await pilot.press(*more.split())


@pytest.mark.parametrize(
    ("keys", "more", "kept"),
    [
        ("h i", "", [(3, "hi")]),
        ("h i", "ctrl+s", [(3, "hi")]),
        ("h i", "exclamation_mark ctrl+s", [(3, "hi!")]),
        ("h i", "f7 delete ctrl+s", []),
        ("h i enter", "enter a ctrl+s", [(3, "hi\n\na")]),
        ("h tab i", "exclamation_mark ctrl+s", [(3, "hi!")]),
    ],
)
@pytest.mark.parametrize("refused", [False, True])
async def test_a_new_note_is_kept_once_however_often(
    tmp_path: Path, keys: str, more: str, kept: list[tuple[int, str]], refused: bool
) -> None:
    folder = tmp_path / "data"
    keeper = keeper_in(folder)
    if refused:
        folder.rename(tmp_path / "away")
        with blocked(folder):
            await kept_while_writing(keeper, keys, more)
        assert keeper.flush()
    else:
        await kept_while_writing(keeper, keys, more)
    assert bodies(keeper) == bodies(keeper_in(folder)) == kept


async def test_a_draft_of_what_another_window_changed_becomes_one_other_note(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    for text in ("one", "two", "three"):
        write(keeper, 3, text, FIRMS)
    write(keeper_in(tmp_path), 3, "elsewhere", FIRMS)
    await kept_while_writing(keeper, "a", "b ctrl+s")
    assert sorted(bodies(keeper_in(tmp_path))) == [(3, "elsewhere"), (3, "threeab")]


async def test_a_note_that_was_only_emptied_is_kept_as_it_was(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    write(keeper, 3, "there", FIRMS)
    await kept_while_writing(keeper, "f7 delete")
    assert bodies(keeper_in(tmp_path)) == [(3, "there")]


@pytest.mark.parametrize(
    ("keys", "more", "name"),
    [
        ("r x", "", "x"),
        ("r x", "enter", "x"),
        ("r x", "y enter", "xy"),
        ("r x", "escape", "x"),
        ("r x", "ctrl+u enter", ""),
        ("", "", ""),
    ],
)
async def test_the_name_that_is_being_typed_is_kept(tmp_path: Path, keys: str, more: str, name: str) -> None:
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(2)
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(MarksList(keeper, 1))
        await pilot.pause()
        await pilot.press(*keys.split())
        keep_drafts(app, keeper)
        await pilot.press(*more.split())
    assert names(keeper_in(tmp_path)) == [(2, name)]
