"""A list that is narrowed by typing and taken from."""

from collections.abc import Sequence

import pytest
from textual.events import Key

from reader.text.clean import clean
from reader.tui.blocks import Block
from reader.tui.picker import Picker
from tests.hostile import HOSTILE
from tests.tui.stage import Stage, rows

FRUIT = ("apple", "apricot", "banana", "cherry")


def fruit(typed: str) -> Sequence[Block]:
    """The fruit that begin with what is typed."""
    return [Block(name, target=name) for name in FRUIT if name.startswith(typed)]


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        (["enter"], "apple"),
        (["down", "enter"], "apricot"),
        (["down", "down", "up", "enter"], "apricot"),
        (["up", "enter"], "apple"),
        (["ctrl+end", "enter"], "cherry"),
        (["ctrl+end", "ctrl+home", "enter"], "apple"),
        (["a", "p", "r", "enter"], "apricot"),
        (["down", "down", "b", "enter"], "banana"),
        (["escape"], None),
    ],
)
async def test_keys_work_while_typing(keys: list[str], taken: object) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(Picker("Fruit", fruit), app.given.append)
        await pilot.pause()
        await pilot.press(*keys)
    assert app.given == [taken]


async def test_what_matches_nothing_is_said_in_words() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        picker = Picker("Fruit", fruit)
        app.push_screen(picker, app.given.append)
        await pilot.press("x", "[", "enter")
        assert "Nothing matches “x[”." in rows(picker.sheet)[0]
        assert app.given == []


async def test_an_empty_list_says_so() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        picker = Picker("Marks", lambda typed: [], empty="No paragraph is marked.")
        app.push_screen(picker)
        await pilot.pause()
        assert "No paragraph is marked." in rows(picker.sheet)[0]


async def test_enter_typed_twice_takes_once() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(Picker("Fruit", fruit), app.given.append)
        await pilot.pause()
        for _ in range(3):
            app.post_message(Key("enter", None))
        await pilot.pause()
    assert len(app.given) == 1


async def test_renewing_keeps_the_cursor_on_its_own() -> None:
    app = Stage()
    names = ["banana", "cherry"]
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        picker = Picker("Fruit", lambda typed: [Block(name, target=name) for name in names])
        app.push_screen(picker, app.given.append)
        await pilot.press("down")
        names.insert(0, "apple")
        picker.renew()
        await pilot.press("enter")
    assert app.given == ["cherry"]


async def test_a_click_takes() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        picker = Picker("Fruit", fruit)
        app.push_screen(picker, app.given.append)
        await pilot.pause()
        await pilot.click(picker.sheet, offset=(3, 2))
    assert app.given == ["banana"]


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (120, 40)])
async def test_every_size_shows_the_first_one_and_what_is_typed(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size, notifications=True) as pilot:
        picker = Picker("A title that is longer than twenty cells", fruit)
        app.push_screen(picker)
        await pilot.press("a", "p")
        assert rows(picker.sheet)[0].strip() == "apple"
        assert "ap" in rows(picker.input)[0]


async def test_a_screenful_moves_the_cursor_with_it() -> None:
    app = Stage()
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        names = [f"fruit {n}" for n in range(50)]
        picker = Picker("Fruit", lambda typed: [Block(name, target=name) for name in names])
        app.push_screen(picker, app.given.append)
        await pilot.pause()
        height = picker.sheet.size.height
        await pilot.press("pagedown", "enter")
    assert app.given == [f"fruit {height - 1}"]


async def test_hostile_texts_are_shown_and_taken_like_others() -> None:
    texts = [clean(text) or " " for text in HOSTILE if len(text) < 1000]
    app = Stage()
    async with app.run_test(size=(60, 12), notifications=True) as pilot:
        blocks = [Block(text, target=n) for n, text in enumerate(texts)]
        picker = Picker(" ".join(texts), lambda typed: blocks, placeholder=texts[0], hints=texts[3])
        app.push_screen(picker, app.given.append)
        for _ in texts:
            await pilot.press("down")
        await pilot.press("enter")
    assert app.given == [len(texts) - 1]
