"""Going to a paragraph by number, or to a section by its words."""

from pathlib import Path

import pytest

from reader.text.article import About, Article, Section
from reader.text.clean import clean, clean_import
from reader.tui.go_to import GoTo
from tests.hostile import HOSTILE
from tests.tui.stage import Stage, rows

SECTIONS = (
    Section(0, "Headline", "What it is called."),
    Section(1, "Roots", "Why small firms matter."),
    Section(3, "Branches", "What small firms should do, 小巨人 too."),
)
BLOCKS = ["The headline", "One is short.", "Two is longer.", "Three.", "Four.", "By Han Xin"]


def article(sections: tuple[Section, ...] = SECTIONS) -> Article:
    """A headline, four paragraphs and a byline."""
    about = About(title="A text", sections=sections, byline=5)
    return Article(Path("text.txt"), list(BLOCKS), [], about, "digest", headline=True)


async def went(typed: str, *, here: int = 2, size: tuple[int, int] = (80, 24)) -> tuple[list[object], str]:
    """Where enter leads after this was typed, and what the list says."""
    app = Stage()
    async with app.run_test(size=size, notifications=True) as pilot:
        picker = GoTo(article(), here)
        app.push_screen(picker, app.given.append)
        await pilot.pause()
        picker.input.value = typed
        await pilot.pause()
        shown = "\n".join(rows(picker.sheet))
        await pilot.press("enter")
        await pilot.pause()
    return app.given, shown


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3),
        (" 3 ", 3),
        ("¶ 3", 3),
        ("#4", 4),
        ("003", 3),
        ("３", 3),
        ("0", 0),
        ("5", 5),
        ("$", 5),
        ("END", 5),
        ("branch", 3),
        ("SMALL should", 3),
        ("matter", 1),
        ("小巨人", 3),
    ],
)
async def test_a_number_or_the_words_of_a_section_lead_there(typed: str, number: int) -> None:
    given, _ = await went(typed)
    assert given == [number]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("6", "There is no paragraph 6: they go from 0 to 5."),
        ("-1", "There is no paragraph -1:"),
        ("3.5", "There is no paragraph 3.5:"),
        ("9" * 5000, "There is no paragraph 9999"),
        ("wings", "No section has “wings” in it; paragraphs have numbers, they go from 0 to 5."),
        ("²", "No section has “²” in it"),
        ("[/x]", "No section has “[/x]” in it"),
    ],
)
async def test_what_leads_nowhere_is_said_in_place_and_enter_stays(typed: str, sentence: str) -> None:
    given, shown = await went(typed)
    assert given == []
    assert sentence in " ".join(shown.split())


@pytest.mark.parametrize(("here", "first"), [(0, 0), (1, 1), (2, 1), (3, 3), (5, 3)])
async def test_with_nothing_typed_the_section_of_the_reader_is_first_at_hand(here: int, first: int) -> None:
    given, shown = await went("", here=here)
    assert given == [first]
    assert "Branches" in shown


async def test_taking_back_what_was_typed_brings_the_cursor_back() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(GoTo(article(), 4), app.given.append)
        await pilot.press("r", "o", "backspace", "backspace", "enter")
    assert app.given == [3]


async def test_a_number_shows_how_its_paragraph_begins() -> None:
    _, shown = await went("2")
    assert shown.strip().startswith("¶ 2  Two is longer.")


async def test_a_text_without_sections_asks_for_a_number() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        picker = GoTo(article(()), 2)
        app.push_screen(picker, app.given.append)
        await pilot.press("enter")
        assert "Type the number of a paragraph: they go from 0 to 5." in " ".join(rows(picker.sheet))
        await pilot.press("escape")
    assert app.given == [None]


async def test_a_section_outside_the_text_is_not_offered() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        picker = GoTo(article((*SECTIONS, Section(9, "Nowhere", ""))), 2)
        app.push_screen(picker)
        await pilot.pause()
        assert "Nowhere" not in "\n".join(rows(picker.sheet))


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (120, 40)])
async def test_it_works_at_every_size(size: tuple[int, int]) -> None:
    given, shown = await went("3", size=size)
    assert given == [3]
    assert shown.strip().startswith("¶ 3")


async def test_hostile_sections_and_input_do_no_harm() -> None:
    app = Stage()
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        texts = [clean(clean_import(text)) for text in HOSTILE if len(text) < 1000]
        picker = GoTo(article(tuple(Section(1, text, text) for text in texts)), 1)
        app.push_screen(picker, app.given.append)
        await pilot.pause()
        assert sum(block.target == 1 for block in picker.sheet.blocks) == len(texts)
        for text in texts:
            picker.input.value = text
            await pilot.pause()
        picker.input.value = ""
        await pilot.press("enter")
    assert app.given == [1]
