"""The entry screen: stepping through places, related entries, coming back."""

import pytest
from textual.events import Key
from textual.pilot import Pilot

from reader.terms.concepts import Concept, Term
from reader.text.clean import clean
from reader.tui.blocks import Block
from reader.tui.cards import Go
from reader.tui.desk import Desk
from reader.tui.entry import EntryScreen
from reader.tui.help import SheetScreen
from tests.hostile import HOSTILE
from tests.tui.stage import Stage, counted, desk_with, rows

WIDE, NARROW, TINY = (120, 40), (40, 24), (20, 5)
LABEL, GIANT = "zhuan-jing-te-xin", "xiao-ju-ren"


async def opened(pilot: Pilot[None], screen: EntryScreen) -> Stage:
    """The stage with the screen on it, after its first layout."""
    app = pilot.app
    assert isinstance(app, Stage)
    app.push_screen(screen, app.given.append)
    await pilot.pause()
    await pilot.pause()
    return app


def shown(screen: EntryScreen) -> str:
    """The rows of the sheet as one text."""
    return "\n".join(rows(screen.sheet))


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY])
async def test_the_entry_begins_with_the_name(desk: Desk, size: tuple[int, int]) -> None:
    async with Stage().run_test(size=size, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        await opened(pilot, screen)
        assert "专精特新" in shown(screen)
        assert "专精特新" in rows(screen.heading)[0]


async def test_enter_on_a_place_gives_it_to_the_page(desk: Desk) -> None:
    last = counted(desk)[LABEL][-1]
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        app = await opened(pilot, EntryScreen(desk, LABEL, counted(desk)))
        await pilot.press("G", "enter")
        assert app.given == [Go(last.paragraph, last.start, last.side)]


async def test_a_click_on_a_place_goes_there(desk: Desk) -> None:
    last = counted(desk)[LABEL][-1]
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        app = await opened(pilot, screen)
        await pilot.press("G")
        await pilot.click(screen.sheet, offset=(30, screen.sheet.size.height))
        assert app.given == [Go(last.paragraph, last.start, last.side)]


async def test_a_click_on_a_bar_goes_to_that_paragraph(desk: Desk) -> None:
    places = counted(desk)[GIANT]
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, GIANT, counted(desk))
        app = await opened(pilot, screen)
        y, row = next((y, row) for y, row in enumerate(rows(screen.sheet)) if "█" in row)
        x = row.index("█")
        await pilot.click(screen.sheet, offset=(2 + x, 1 + y))
        wanted = next(place for place in places if (place.side, place.paragraph) == ("translation", x - 2))
        assert app.given == [Go(wanted.paragraph, wanted.start, wanted.side)]


async def test_enter_typed_twice_leaves_once(desk: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        app = await opened(pilot, EntryScreen(desk, LABEL, counted(desk)))
        for _ in range(3):
            app.post_message(Key("enter", None))
        await pilot.pause()
        assert len(app.given) == 1


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_leaving_gives_nothing(desk: Desk, key: str) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        app = await opened(pilot, EntryScreen(desk, LABEL, counted(desk)))
        await pilot.press(key)
        assert app.given == [None]


async def to_related(pilot: Pilot[None], screen: EntryScreen) -> None:
    """Step to the first related entry and open it."""
    for _ in range(200):
        if screen.sheet.chosen == (GIANT,):
            break
        await pilot.press("j")
    await pilot.press("enter")


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_a_related_entry_opens_and_going_back_returns_to_where_it_stood(desk: Desk, key: str) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        app = await opened(pilot, screen)
        await to_related(pilot, screen)
        assert screen.concept.id == GIANT
        assert "小巨人" in rows(screen.heading)[0]
        assert screen.sheet.top == 0
        before = screen.sheet.cursor
        await pilot.press(key)
        assert screen.concept.id == LABEL
        assert screen.sheet.chosen == (GIANT,)
        assert screen.sheet.top > 0
        assert before == 0
        await pilot.press(key)
        assert app.given == [None]


async def test_stepping_shows_every_row_on_its_way(desk: Desk) -> None:
    async with Stage().run_test(size=NARROW, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        await opened(pilot, screen)
        sheet = screen.sheet
        seen = set(range(sheet.top, sheet.top + sheet.size.height))
        for _ in range(300):
            sheet.action_step(1)
            seen.update(range(sheet.top, sheet.top + sheet.size.height))
        assert set(range(len(sheet.lines))) <= seen
        assert sheet.chosen == screen.sheet.blocks[-1].target


async def test_tab_leads_from_section_to_section_and_back(desk: Desk) -> None:
    async with Stage().run_test(size=NARROW, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        await opened(pilot, screen)
        tops = []
        for _ in range(4):
            await pilot.press("tab")
            tops.append(rows(screen.sheet)[0].split()[0])
        assert tops == ["Chinese", "English", "Definitions", "Translator's"]
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "shift+tab")
        assert screen.sheet.top == 0


async def test_counting_is_filled_in_without_moving_the_reader(desk: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, GIANT)
        await opened(pilot, screen)
        assert "counting…" in shown(screen)
        related = screen.sheet.chosen
        top = screen.sheet.top
        screen.update_survey(counted(desk))
        await pilot.pause()
        assert "counting…" not in shown(screen)
        assert "█" in shown(screen)
        assert screen.sheet.chosen == related
        assert screen.sheet.top == top


async def test_a_new_width_keeps_the_block_at_the_top(desk: Desk) -> None:
    async with Stage().run_test(size=(80, 24), notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        await opened(pilot, screen)
        await pilot.press("space", "space")
        sheet = screen.sheet
        block = sheet.lines[sheet.top].block
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        assert sheet.lines[sheet.top].block == block


async def test_copying_takes_chinese_pinyin_and_english(desk: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        app = await opened(pilot, EntryScreen(desk, LABEL, counted(desk)))
        await pilot.press("y")
        assert app.clipboard.startswith("专精特新 zhuān-jīng-tè-xīn specialized, refined")


async def test_a_renewed_glossary_is_shown_and_a_vanished_entry_left(desk: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        app = await opened(pilot, screen)
        glossary = desk.glossary
        assert glossary
        changed = Concept(LABEL, (Term("zh-Hans", "改名"),))
        desk.put(glossary._replace(concepts=(changed,)))
        screen.update_survey(None)
        await pilot.pause()
        assert "改名" in shown(screen)
        desk.put(glossary._replace(concepts=()))
        screen.update_survey(None)
        await pilot.pause()
        assert app.given == [None]


async def test_hostile_texts_harm_nothing() -> None:
    texts = [clean(text) or "-" for text in ("[@click=app.quit]x[/]", *HOSTILE) if len(text) < 1000]
    terms = [
        term
        for text in texts
        for term in (Term("zh-Hans", text, pinyin=text), Term("en", text, "deprecated", why=text, note=text))
    ]
    desk = desk_with(
        [Concept("bad", tuple(terms), notes=tuple(texts), related=("bad",))], [(text, text) for text in texts]
    )
    async with Stage().run_test(size=(40, 400), notifications=True) as pilot:
        screen = EntryScreen(desk, "bad", counted(desk))
        app = await opened(pilot, screen)
        assert texts[0] in rows(screen.heading)[0]
        assert "before [/x] after" in shown(screen)
        await pilot.press("y", "tab", "G", "enter")
        assert isinstance(app.given[0], Go)


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_an_entry_that_vanished_under_another_screen_is_left_with_it(desk: Desk, key: str) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        app = await opened(pilot, screen)
        app.push_screen(SheetScreen([Block("Keys")]))
        await pilot.pause()
        desk.put(None)
        screen.update_survey(None)
        await pilot.pause()
        assert app.given == []
        await pilot.press(key)
        await pilot.pause()
        assert app.given == [None]
        assert len(app.screen_stack) == 1


async def test_a_related_entry_that_is_no_more_is_not_opened(desk: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        await opened(pilot, screen)
        glossary = desk.glossary
        assert glossary
        desk.put(glossary._replace(concepts=tuple(one for one in glossary.concepts if one.id == LABEL)))
        await to_related(pilot, screen)
        assert screen.concept.id == LABEL


async def test_going_back_passes_by_an_entry_that_is_no_more(desk: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = EntryScreen(desk, LABEL, counted(desk))
        app = await opened(pilot, screen)
        await to_related(pilot, screen)
        giant = screen.concept._replace(related=())
        glossary = desk.glossary
        assert glossary
        desk.put(glossary._replace(concepts=(giant,)))
        screen.update_survey(None)
        assert screen.concept == giant
        await pilot.press("escape")
        assert app.given == [None]
