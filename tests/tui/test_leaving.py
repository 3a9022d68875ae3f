"""`q` closes what lies on top, whatever that is; on the page alone it leaves."""

import pytest
from textual.widgets import Input, TextArea

from reader.tui.app import ReaderApp
from reader.tui.keys import all_keys


@pytest.fixture
def left(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was on top each time that the program was to be left."""
    asked: list[str] = []
    monkeypatch.setattr(app, "action_quit", lambda: asked.append(type(app.screen).__name__))
    return asked


@pytest.mark.parametrize(
    ("keys", "beneath"),
    [
        ("x", "ReadingScreen"),
        ("B", "ReadingScreen"),
        ("enter", "ReadingScreen"),
        ("question_mark", "ReadingScreen"),
        ("i", "ReadingScreen"),
        ("t tab", "IndexScreen"),
        ("x question_mark", "FindingsList"),
        ("enter question_mark", "EntryScreen"),
        ("a x escape", "NoteEditor"),
    ],
)
async def test_q_closes_what_lies_on_top_and_nothing_else(
    app: ReaderApp, left: list[str], keys: str, beneath: str
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*keys.split(), "q")
        await pilot.pause()
        assert type(app.screen).__name__ == beneath
        assert left == []


@pytest.mark.parametrize("keys", ["t", "colon", "a", "slash"])
async def test_where_words_are_typed_q_is_a_letter(app: ReaderApp, left: list[str], keys: str) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(keys)
        opened = app.screen
        await pilot.press("q")
        assert app.screen is opened
        typed = app.focused
        assert isinstance(typed, Input | TextArea)
        assert (typed.value if isinstance(typed, Input) else typed.text) == "q"
        assert left == []


async def test_on_the_page_q_leaves(app: ReaderApp, left: list[str]) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("x", "q", "q")
    assert left == ["ReadingScreen"]


def test_a_second_key_for_leaving_clashes_with_no_sheet() -> None:
    rooms = {key.id: key.rooms for key in all_keys()}
    assert rooms["app.quit"] == {"reading"}
