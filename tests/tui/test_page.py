"""Moving through the page, and how it looks."""

from functools import lru_cache

import pytest
from textual.pilot import Pilot

from reader.text.article import Paragraph
from reader.tui.app import ReaderApp
from reader.tui.layout import MODES
from reader.tui.page import Page
from reader.tui.reading import ReadingScreen

WIDE, NORMAL, NARROW, TINY = (120, 40), (80, 24), (40, 24), (20, 5)


def reading(app: ReaderApp) -> ReadingScreen:
    """The reading screen of a running app."""
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


def lines(page: Page) -> list[str]:
    """What the page shows, row by row."""
    return [page.render_line(y).text for y in range(page.size.height)]


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys, given with blanks between them."""
    await pilot.press(*keys.split())
    await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ("j", 2),
        ("j j k", 2),
        ("k", 0),
        ("k k", 0),
        ("G", 22),
        ("G j", 22),
        ("end home", 0),
        ("G g", 0),
        ("down", 2),
        ("j up", 1),
    ],
)
async def test_keys_go_from_paragraph_to_paragraph(app: ReaderApp, keys: str, number: int) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, keys)
        assert reading(app).page.current == number


@pytest.mark.parametrize("size", [WIDE, NORMAL, NARROW, TINY])
async def test_the_current_paragraph_is_on_the_screen_wherever_the_reader_goes(
    app: ReaderApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        page = reading(app).page
        for key in ("j",) * 22 + ("k",) * 5 + ("G", "pageup", "space", "g"):
            await press(pilot, key)
            assert any(row.number == page.current for row in page.frame().rows)


async def test_screenfuls_cover_the_text_without_a_gap(app: ReaderApp) -> None:
    async with app.run_test(size=NORMAL, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "g")
        seen: list[tuple[int, int]] = []
        for _ in range(40):
            rows = [(row.number, row.line) for row in page.frame().rows]
            assert not seen or rows[0] <= (seen[-1][0], seen[-1][1] + 1)
            seen += [row for row in rows if row not in seen]
            await press(pilot, "space")
        assert page.current == 22
        assert {number for number, _ in seen} == set(range(23))


async def test_space_and_back_again(app: ReaderApp) -> None:
    async with app.run_test(size=NORMAL, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "space space pageup pageup pageup pageup")
        assert page.current == 0


@pytest.mark.parametrize("key", ["m", "p p", "d", "ctrl+p escape", "question_mark escape", "i escape"])
async def test_nothing_but_the_reader_moves_the_paragraph(app: ReaderApp, key: str) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "j j j j j j")
        for _ in MODES:
            await press(pilot, key)
            assert page.current == 7


async def test_a_resize_keeps_the_paragraph_and_shows_it(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "j j j j j j")
        for size in (NORMAL, NARROW, TINY, (200, 60), WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert page.current == 7
            assert any(row.number == 7 for row in page.frame().rows)


async def test_a_theme_keeps_the_paragraph(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "j j")
        for theme in ("reader-light", "reader-contrast", "nord", "textual-light"):
            app.theme = theme
            await pilot.pause()
            assert reading(app).page.current == 3


async def test_terms_are_stepped_through_and_on_into_the_next_paragraph(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "g")
        visited = []
        for _ in range(30):
            assert page.active is not None
            visited.append((page.current, page.step))
            await press(pilot, "tab")
        assert [number for number, _ in visited] == sorted(number for number, _ in visited)
        assert len(set(visited)) == len(visited)
        await press(pilot, "shift+tab")
        assert (page.current, page.step) == visited[-1]


async def test_the_active_term_lights_its_partner(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "j")
        active = page.active
        assert active is not None
        assert active.partner is not None
        lit = [
            segment.text
            for y in range(page.size.height)
            for segment in page.render_line(y)
            if segment.style and segment.style.reverse
        ]
        translation = page.desk.paragraph(2).translation or ""
        assert active.text in "".join(lit)
        assert translation[slice(*active.partner)] in "".join(lit)


async def test_terms_differ_by_more_than_colour(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True):
        page = reading(app).page
        looks = set()
        for status in ("preferred", "admitted", "deprecated"):
            style = page.look(f"page--{status}")
            looks.add((style.underline, style.bold, style.italic))
        assert len(looks) == 3


async def test_hidden_chinese_is_revealed_for_one_paragraph(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "m m")
        assert page.mode == "hidden"
        assert "前不久" not in "".join(lines(page))
        await press(pilot, "v")
        assert "前不久" in "".join(lines(page))
        assert "这些" not in "".join(lines(page))
        await press(pilot, "v")
        assert "前不久" not in "".join(lines(page))


async def test_pinyin_stands_above_its_term(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "p")
        rows = lines(page)
        at = next(index for index, row in enumerate(rows) if "zhuān" in row)
        assert "专精特新" in rows[at + 1]


async def test_a_click_makes_a_term_active(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        y = next(index for index, row in enumerate(lines(page)) if "specializing and new" in row)
        x = lines(page)[y].index("specializing and new")
        await pilot.click(Page, offset=(x + 2, y))
        await pilot.pause()
        assert page.active is not None
        assert page.active.text == "specializing and new"


async def test_a_click_on_a_paragraph_goes_there_and_leaves_the_window(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        before = page.frame().rows
        y = next(index for index, row in enumerate(lines(page)) if row.strip().startswith("3 "))
        await pilot.click(Page, offset=(40, y))
        await pilot.pause()
        assert page.current == 3
        assert page.frame().rows == before


async def test_the_wheel_scrolls_and_the_paragraph_follows_only_off_the_screen(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "j j j")
        page.scroll_rows(3)
        assert page.current == 4
        page.scroll_rows(60)
        await pilot.pause()
        assert page.current > 4


async def test_selecting_copies_the_text_and_not_its_lines(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "j")
        y = next(index for index, row in enumerate(lines(page)) if "These" in row)
        await pilot.mouse_down(Page, offset=(6, y))
        await pilot.hover(Page, offset=(12, y + 2))
        await pilot.mouse_up(Page, offset=(12, y + 2))
        copied = app.screen.get_selected_text()
        assert copied is not None
        assert copied.strip() in page.desk.paragraph(2).source
        assert "\n" not in copied.strip()


async def test_an_arrow_scrolls_inside_a_paragraph_taller_than_the_screen(app: ReaderApp) -> None:
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "j j")
        tops = []
        while page.current == 3:
            tops.append(page.frame().rows[0])
            await press(pilot, "down")
        assert len(tops) > 3
        assert page.current == 4


async def test_moving_breaks_no_more_than_a_screenful(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        page = reading(app).page
        await press(pilot, "j")
        asked: list[int] = []
        paragraph = page.desk.article.paragraph

        def counted(number: int) -> Paragraph:
            asked.append(number)
            return paragraph(number)

        page.desk.paragraph = lru_cache(counted)
        page.desk.terms.cache_clear()
        await press(pilot, "j")
        assert asked
        assert len(set(asked)) <= 12
