"""The app around the reading screen: starting, leaving, themes, commands, the glossary file."""

import gc

import pytest

from reader.tui.app import ReaderApp
from reader.tui.themes import THEMES


async def test_the_collector_rests_only_until_the_first_screen(app: ReaderApp) -> None:
    gc.disable()
    try:
        async with app.run_test() as pilot:
            await pilot.pause()
            assert gc.isenabled()
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
