"""Writing a note: on a term or on the paragraph, saved, given up, never lost in silence."""

import pytest
from textual.pilot import Pilot

from reader.shelf.notes import Note
from reader.text.clean import clean, clean_import
from reader.tui.asking import Question
from reader.tui.keeping import Subject, Written
from reader.tui.note_editor import NoteEditor
from tests.hostile import HOSTILE
from tests.shelf.books import PARAGRAPHS, book
from tests.tui.stage import Stage, rows

THERE = Note(7, 3, 3, 0, 0, "source", "", PARAGRAPHS[2], "what is there", 4, "", "", "exact")
TERM = Subject(3, "firms", 6, 11, "source", "firm")
WHOLE = Subject(3, PARAGRAPHS[2])
NOTED = WHOLE._replace(note=THERE)


async def opened(pilot: Pilot[None], *subjects: Subject) -> NoteEditor:
    """The editor on these subjects; what it gives is put into the app's `given`."""
    editor = NoteEditor(book(), subjects)
    assert isinstance(pilot.app, Stage)
    pilot.app.push_screen(editor, pilot.app.given.append)
    await pilot.pause()
    return editor


async def after(*keys: str, subjects: tuple[Subject, ...] = (TERM, WHOLE)) -> list[object]:
    """What the editor gave after these keys; [] while it is still open."""
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, *subjects)
        await pilot.press(*keys)
    return app.given


@pytest.mark.parametrize(
    ("keys", "subjects", "given"),
    [
        ("h i ctrl+s", (TERM, WHOLE), (Written(TERM, "hi"),)),
        ("tab h i ctrl+s", (TERM, WHOLE), (Written(WHOLE, "hi"),)),
        ("h i tab ctrl+s", (TERM, WHOLE), (Written(WHOLE, "hi"),)),
        ("h tab i tab ctrl+s", (TERM, WHOLE), (Written(TERM, "hi"),)),
        ("h i tab tab ctrl+s", (TERM, WHOLE), (Written(TERM, "hi"),)),
        (
            "h i tab exclamation_mark ctrl+s",
            (TERM, NOTED),
            (Written(TERM, "hi"), Written(NOTED, "what is there!")),
        ),
        ("h i tab ctrl+s", (TERM, NOTED), (Written(TERM, "hi"),)),
        (
            "tab exclamation_mark tab h ctrl+s",
            (TERM, NOTED),
            (Written(TERM, "h"), Written(NOTED, "what is there!")),
        ),
        ("tab tab ctrl+s", (NOTED, TERM), ()),
        ("h i tab ctrl+s", (WHOLE,), (Written(WHOLE, "hi"),)),
        ("h i enter j k q ctrl+s", (WHOLE,), (Written(WHOLE, "hi\njkq"),)),
        ("exclamation_mark ctrl+s", (NOTED,), (Written(NOTED, "what is there!"),)),
        ("f7 delete ctrl+s", (NOTED,), (Written(NOTED, ""),)),
        ("ctrl+s", (NOTED,), ()),
        ("space ctrl+s", (WHOLE,), ()),
        ("escape", (NOTED,), ()),
        ("h backspace escape", (WHOLE,), ()),
    ],
)
async def test_what_is_given(keys: str, subjects: tuple[Subject, ...], given: tuple[Written, ...]) -> None:
    assert await after(*keys.split(), subjects=subjects) == [given]


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("y", [(Written(TERM, "hi"),)]),
        ("n", [()]),
        ("escape", []),
        ("escape exclamation_mark ctrl+s", [(Written(TERM, "hi!"),)]),
    ],
)
async def test_escape_asks_before_it_throws_anything_away(answer: str, given: list[object]) -> None:
    assert await after("h", "i", "escape", *answer.split()) == given


async def test_escape_asks_also_for_what_is_written_on_the_other_subject() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, TERM, NOTED)
        await pilot.press("h", "tab", "escape")
        assert isinstance(app.screen, Question)


async def test_what_it_is_about_is_shown() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        editor = await opened(pilot, TERM, NOTED)
        assert rows(editor.heading) == [" New note on a term in ¶ 3"]
        assert rows(editor.quote) == [" firms"]
        assert "tab the paragraph instead" in rows(editor.hints)[0]
        await pilot.press("tab")
        assert rows(editor.heading) == [" Your note on ¶ 3"]
        assert rows(editor.quote)[0].startswith(f" {PARAGRAPHS[2][:20]}")
        assert "tab the term instead" in rows(editor.hints)[0]
        assert editor.area.text == "what is there"


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (120, 40)])
async def test_there_is_room_to_write_at_every_size(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size, notifications=True) as pilot:
        editor = await opened(pilot, TERM, WHOLE)
        await pilot.press("h", "i")
        assert editor.area.size.height >= 3
        assert editor.area.size.width >= 18
        assert "hi" in rows(editor.area)[0]


async def test_hostile_notes_come_through_as_they_are() -> None:
    app = Stage()
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        for text in (clean(clean_import(text)) for text in HOSTILE if len(text) < 1000):
            subject = WHOLE._replace(quote=text, note=THERE._replace(body=text))
            editor = await opened(pilot, subject)
            editor.area.insert("!")
            editor.action_save()
            await pilot.pause()
            assert app.given.pop() == (Written(subject, f"{text}!"),), text
