"""Screens over others close once, however fast the keys come."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from reader.tui.asking import Question
from reader.tui.blocks import Block
from reader.tui.cards import Go
from reader.tui.help import SheetScreen
from reader.tui.keeping import Subject, Written
from reader.tui.marks_list import MarksList
from reader.tui.note_editor import NoteEditor
from reader.tui.picker import Picker
from tests.shelf.books import PARAGRAPHS, book
from tests.tui.kept import keeper_in
from tests.tui.stage import Stage

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
