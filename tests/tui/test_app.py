"""The app around the reading screen: starting, leaving, themes, commands, the glossary file."""

import gc
import weakref

import pytest

from reader.tui import collector
from reader.tui.app import ReaderApp
from reader.tui.themes import THEMES


async def test_the_collector_rests_only_until_the_first_screen(app: ReaderApp) -> None:
    gc.disable()
    try:
        async with app.run_test() as pilot:
            await pilot.pause()
            assert gc.isenabled()
            assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
        gc.enable()


async def test_what_the_start_left_over_is_freed_once_the_reader_is_still(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    freed: list[int] = []
    left = [True, True, False]
    monkeypatch.setattr("reader.tui.app.STILL", 0.01)
    monkeypatch.setattr(collector, "enable", lambda: True)
    monkeypatch.setattr(collector, "tidy", lambda: freed.append(len(left)))
    monkeypatch.setattr(app.reading, "moves", lambda: left.pop(0) if left else False)
    async with app.run_test() as pilot:
        await pilot.pause(0.2)
    assert freed == [0]


def test_tidying_frees_what_goes_round_in_a_circle() -> None:
    class Circle:
        def __init__(self) -> None:
            self.itself = self

    gc.disable()
    try:
        gone = weakref.ref(Circle())
        collector.enable()
        assert gone()
        collector.tidy()
        assert not gone()
    finally:
        gc.unfreeze()
        gc.enable()


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_theme_of_last_time_is_there_from_the_start(app: ReaderApp, theme: str) -> None:
    app.keeper.taste_changed(theme=theme)
    app.keeper.flush()
    again = ReaderApp(app.desk, app.keeper, app.request)
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        background = again.get_css_variables()["background"].lower()
        assert again.screen.styles.background.hex.lower() == background
        assert again.has_class("-dark-mode") == again.current_theme.dark
        assert again.reading.page.look("page--bar").color is not None


async def test_a_theme_chosen_here_is_kept(app: ReaderApp) -> None:
    async with app.run_test() as pilot:
        app.theme = "reader-light"
        await pilot.pause()
        await pilot.press("q")
    assert app.keeper.tastes()["theme"] == "reader-light"


async def test_every_key_is_a_command_by_name(app: ReaderApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        titles = {command.title for command in app.get_system_commands(app.screen)}
        for wanted in ("Mark", "Help", "Find"):
            assert wanted in titles
        await pilot.press("ctrl+p", *"about", "escape")
