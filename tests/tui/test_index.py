"""The index of terms: its order, its marks, narrowing it, and where it leads."""

import pytest
from rich.cells import cell_len
from textual.events import Key
from textual.pilot import Pilot

from reader.terms.concepts import Concept, Term
from reader.text.clean import clean
from reader.tui.cards import Go
from reader.tui.desk import Desk
from reader.tui.entry import EntryScreen
from reader.tui.index import MOST, IndexScreen, index_blocks, index_rows
from tests.hostile import HOSTILE
from tests.tui.stage import Stage, counted, desk_with, fitted, rows

WIDE, NARROW, TINY = (120, 40), (40, 24), (20, 5)
LANGUAGES = ("English", "Chinese")


def concept(name: str, chinese: Term, *english: Term, tier: str = "term") -> Concept:
    """A concept of the tier."""
    return Concept(name, (chinese, *english), tier="core" if tier == "core" else "term")


FIRM = concept(
    "firm",
    Term("zh-Hans", "企业", "preferred", pinyin="qǐyè"),
    Term("en", "firm", "preferred"),
    Term("en", "outfit", "deprecated"),
)
LABEL = concept(
    "label",
    Term("zh-Hans", "专精特新", "preferred", pinyin="zhuān jīng tè xīn"),
    Term("en", "distinctive", "preferred"),
    Term("en", "special new", "deprecated"),
    tier="core",
)
AWARD = concept("award", Term("zh-Hans", "奖", "preferred"), Term("en", "prize", "admitted"))
RULE = concept(
    "rule", Term("zh-Hans", "条例", "preferred", pinyin="tiáolì"), Term("en", "regulation", "preferred")
)
TEXT = [("A prize for every firm.", "每个企业一个奖。"), ("A special new outfit.", "专精特新企业。")]


@pytest.fixture
def small() -> Desk:
    """Two paragraphs; four terms, of which one does not stand in them."""
    return desk_with([RULE, FIRM, LABEL, AWARD], TEXT)


def listing(desk: Desk, typed: str = "", width: int = 80) -> list[str]:
    """The rows of the index, without blanks at the ends."""
    blocks = index_blocks(index_rows(desk, counted(desk)), typed, LANGUAGES, counted=True)
    return [row.rstrip() for row in fitted(blocks, width)]


def test_terms_come_by_tier_then_first_place_and_the_absent_last(small: Desk) -> None:
    assert [" ".join(row.split()) for row in listing(small)] == [
        "Core terms English Chinese",
        "✗ 专精特新 distinctive 1 1",
        "Terms English Chinese",
        "~ 奖 prize 1 1",
        "✗! 企业 firm 2 2",
        "Not in this text",
        "条例 regulation",
    ]


def test_columns_are_aligned_in_cells(small: Desk) -> None:
    counts = [row for row in listing(small) if row.endswith((" 1", " 2", "Chinese"))]
    assert {cell_len(row) for row in counts} == {80}
    assert cell_len(listing(small)[1].partition("distinctive")[0]) == cell_len(
        listing(small)[4].partition("firm")[0]
    )


@pytest.mark.parametrize("width", [38, 71])
def test_without_room_for_columns_nothing_is_cut(small: Desk, width: int) -> None:
    assert "✗! 企业  firm  2 English, 2 Chinese" in listing(small, width=width)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("专精", ["label"]),
        ("special", ["label"]),
        ("zhuanjing", ["label"]),
        ("zjtx", ["label"]),
        ("tiaoli", ["rule"]),
        ("QIYE", ["firm"]),
        ("", ["label", "award", "firm", "rule"]),
        ("nowhere", []),
    ],
)
def test_typing_narrows_by_chinese_english_and_pinyin(small: Desk, typed: str, names: list[str]) -> None:
    blocks = index_blocks(index_rows(small, counted(small)), typed, LANGUAGES, counted=True)
    assert [block.target for block in blocks if block.target] == [(name,) for name in names]


def test_before_counting_no_term_is_called_absent(small: Desk) -> None:
    blocks = index_blocks(index_rows(small, None), "", LANGUAGES, counted=False)
    shown = fitted(blocks, 80)
    assert shown[0] == "counting…"
    assert "Not in this text" not in shown
    assert sum(block.target is not None for block in blocks) == 4


def test_of_very_many_places_only_the_number_is_told() -> None:
    desk = desk_with([LABEL], [("special new " * MOST, "专精特新")])
    assert listing(desk)[1].endswith(f" {MOST + 1:,} in all")
    assert listing(desk, width=40)[1].endswith(f" {MOST + 1:,} in all")


# The screen


async def opened(pilot: Pilot[None], screen: IndexScreen) -> Stage:
    """The stage with the screen on it, after its first layout."""
    app = pilot.app
    assert isinstance(app, Stage)
    app.push_screen(screen, app.given.append)
    await pilot.pause()
    await pilot.pause()
    return app


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["enter"], Go(2, 2)),
        (["down", "enter"], Go(1, 2)),
        (["q", "i", "y", "e", "enter"], Go(1, 18)),
        (["escape"], None),
    ],
)
async def test_keys_lead_to_the_first_place(small: Desk, keys: list[str], given: object) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        app = await opened(pilot, IndexScreen(small, counted(small)))
        await pilot.press(*keys)
        assert app.given == [given]


@pytest.mark.parametrize(
    ("keys", "concept"),
    [
        (["t", "i", "a", "o", "enter"], "rule"),
        (["tab"], "label"),
        (["down", "down", "tab"], "firm"),
        (["q", "i", "y", "e", "tab"], "firm"),
    ],
)
async def test_an_entry_opens_over_the_index_and_leads_back_to_it(
    small: Desk, keys: list[str], concept: str
) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        index = IndexScreen(small, counted(small))
        app = await opened(pilot, index)
        await pilot.press(*keys)
        entry = app.screen
        assert isinstance(entry, EntryScreen)
        assert entry.concept.id == concept
        typed, chosen = index.input.value, index.sheet.chosen
        await pilot.press("escape")
        assert app.screen is index
        assert (index.input.value, index.sheet.chosen) == (typed, chosen)
        assert app.given == []


async def test_a_place_chosen_in_the_entry_closes_both(small: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        app = await opened(pilot, IndexScreen(small, counted(small)))
        await pilot.press("down", "down", "tab", "G", "enter")
        await pilot.pause()
        last = counted(small)["firm"][-1]
        assert app.given == [Go(last.paragraph, last.start, last.side)]
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("key", ["tab", "enter"])
async def test_a_key_typed_ahead_opens_one_entry(small: Desk, key: str) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        app = await opened(pilot, IndexScreen(small, counted(small)))
        await pilot.press("t", "i", "a", "o")
        for _ in range(3):
            app.post_message(Key(key, None))
        await pilot.pause()
        assert len(app.screen_stack) == 3


async def test_a_term_that_is_no_more_is_not_taken(small: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        index = IndexScreen(small, counted(small))
        app = await opened(pilot, index)
        gone = index.sheet.chosen
        small.put(None)
        index.update_survey({})
        index.choose(gone)
        await pilot.press("tab", "enter")
        assert app.screen is index
        assert app.given == []


async def test_nothing_to_take_stays_open(small: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = IndexScreen(small, counted(small))
        app = await opened(pilot, screen)
        await pilot.press("x", "x", "x", "enter", "tab")
        assert "Nothing matches “xxx”." in rows(screen.sheet)[0]
        assert app.given == []


async def test_counting_keeps_the_cursor_on_its_term(small: Desk) -> None:
    async with Stage().run_test(size=WIDE, notifications=True) as pilot:
        screen = IndexScreen(small)
        app = await opened(pilot, screen)
        await pilot.press("down")
        before = screen.sheet.chosen
        assert "counting…" in rows(screen.sheet)[0]
        screen.update_survey(counted(small))
        await pilot.pause()
        assert screen.sheet.chosen == before
        assert "counting…" not in rows(screen.sheet)[0]
        assert app.given == []


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY])
async def test_every_size_shows_the_first_term(desk: Desk, size: tuple[int, int]) -> None:
    async with Stage().run_test(size=size, notifications=True) as pilot:
        screen = IndexScreen(desk, counted(desk))
        await opened(pilot, screen)
        assert "小巨人" in "\n".join(rows(screen.sheet))


async def test_hostile_names_are_listed_and_taken() -> None:
    texts = [clean(text) for text in HOSTILE if len(text) < 1000 and text.strip()]
    concepts = [concept(f"c{n}", Term("zh-Hans", text), Term("en", text)) for n, text in enumerate(texts)]
    desk = desk_with(concepts, [(text, text) for text in texts])
    async with Stage().run_test(size=(100, 200), notifications=True) as pilot:
        screen = IndexScreen(desk, counted(desk))
        app = await opened(pilot, screen)
        assert "[@click=app.quit]press[/]" in "\n".join(rows(screen.sheet))
        await pilot.press("ctrl+end", "tab")
        assert isinstance(app.screen, EntryScreen)
