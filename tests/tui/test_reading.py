"""What the keys of the reading screen do, beside moving."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.folders import config_folder, shipped
from reader.shelf.places import Place
from reader.terms.concepts import Glossary
from reader.tui.app import ReaderApp
from reader.tui.reading import ReadingScreen
from tests.tui.stage import rows

WIDE = (120, 40)


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys, given with blanks between them."""
    await pilot.press(*keys.split())
    await pilot.pause()


def started(app: ReaderApp, start: int | None) -> ReaderApp:
    """The same room, begun at a paragraph."""
    return ReaderApp(app.desk, app.keeper, app.request._replace(paragraph=start))


@pytest.mark.parametrize(("start", "number"), [(9, 9), (0, 0), (None, 1), (99, 22)])
async def test_the_room_begins_where_it_is_told(app: ReaderApp, start: int | None, number: int) -> None:
    room = started(app, start)
    async with room.run_test(size=WIDE, notifications=True):
        assert room.reading.page.current == number


async def test_a_kept_term_waits_for_its_glossary(app: ReaderApp, glossary: Glossary) -> None:
    app.keeper.place_changed(Place(3, (2, 0), 11))
    app.keeper.flush()
    app.desk.put(None)
    room = started(app, None)
    async with room.run_test(size=WIDE, notifications=True) as pilot:
        room.reading.post_message(ReadingScreen.GlossaryRead(glossary))
        await pilot.pause()
        await room.workers.wait_for_complete()
        await pilot.pause()
        assert (room.reading.page.current, room.reading.page.step) == (3, 11)


async def test_there_is_one_find_bar_however_often_it_is_asked_for(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "slash")
        app.reading.page.focus()
        await press(pilot, "slash")
        assert len(app.reading.query("FindBar")) == 1


async def test_a_search_goes_on_from_the_reader_and_comes_back_there(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "slash r o o t enter")
        assert app.reading.page.current == 5
        await press(pilot, "n")
        assert app.reading.page.current == 19
        await press(pilot, "slash s m a l l")
        assert app.reading.page.current == 20
        await press(pilot, "escape")
        assert app.reading.page.current == 19


async def test_what_is_typed_after_enter_is_no_longer_searched_for(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("slash", *"root", "enter", "n")
        await pilot.pause()
        assert app.reading.finding is not None
        assert app.reading.finding.search.words == "root"
        assert app.reading.page.current == 19


async def test_a_search_without_a_hit_leaves_the_reader_where_they_were(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "j j j j")
        await press(pilot, "slash z z z z")
        assert app.reading.page.current == 5
        assert "was not found" in app.reading.hints.right


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("n", "no search yet; / begins one"),
        ("N", "no search yet; / begins one"),
        ("slash enter n", "no search yet; / begins one"),
        ("right_square_bracket", "no mark yet; b makes one"),
        ("left_square_bracket", "no mark yet; b makes one"),
        ("b right_square_bracket", "no other mark"),
    ],
)
@pytest.mark.parametrize("size", [WIDE, (40, 24)])
async def test_a_key_that_leads_nowhere_says_so_in_the_last_line(
    app: ReaderApp, keys: str, said: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, keys)
        assert rows(app.reading.hints)[0].endswith(said)
        assert app.reading.page.current == 1


@pytest.mark.parametrize("width", range(24, 100, 5))
async def test_no_key_is_cut_in_the_last_line(app: ReaderApp, width: int) -> None:
    async with app.run_test(size=(width, 24), notifications=True) as pilot:
        await pilot.pause()
        shown = rows(app.reading.hints)[0].removesuffix(" …").strip()
        assert app.reading.hints.left.startswith(shown)
        assert app.reading.hints.left.removeprefix(shown)[:2] in ("", "  ")


async def test_a_search_gives_no_hidden_chinese_away_for_good(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "m m")
        await pilot.press("slash", *"企业", "enter", "n", "n")
        await pilot.pause()
        assert app.reading.page.revealed
        await press(pilot, "escape")
        assert app.reading.page.revealed == frozenset()


async def test_a_narrow_screen_passes_two_columns_over(app: ReaderApp) -> None:
    async with app.run_test(size=(40, 24), notifications=True) as pilot:
        modes = []
        for _ in range(4):
            await press(pilot, "m")
            modes.append(app.reading.page.mode)
        assert modes == ["hidden", "only", "below", "hidden"]


async def test_the_last_line_follows_the_readers_own_keys(app: ReaderApp) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "config.toml").write_text('[keys]\n"read.mode" = "f2"\n', encoding="utf-8")
    room = started(app, None)
    async with room.run_test(size=WIDE, notifications=True) as pilot:
        assert "f2 中文" in room.reading.hints.left.lower()
        await press(pilot, "f2")
        assert room.reading.page.mode == "beside"


async def test_a_faulty_glossary_is_told_and_the_old_one_stays(app: ReaderApp, tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    text = shipped("glossary.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("    tier: core", "    teir: core", 1), encoding="utf-8")
    room = ReaderApp(app.desk, app.keeper, app.request._replace(glossary=path))
    async with room.run_test(size=WIDE, notifications=True) as pilot:
        room.read_glossary()
        await room.workers.wait_for_complete()
        await pilot.pause()
        shown = [block.text for block in room.reading.pane.blocks]
        assert any("did you mean 'tier'" in line for line in shown)
        assert any(line.startswith("Terms in") for line in shown)
        assert room.reading.page.active is not None


async def test_the_copied_term_is_chinese_pinyin_and_english(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "y")
        assert app.clipboard.startswith("专精特新 zhuān-jīng-tè-xīn")


async def test_a_card_leads_to_its_term_and_a_relation_to_its_entry(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        pane = app.reading.pane
        y = next(y for y in range(pane.size.height) if "国家科学技术奖" in pane.render_line(y).text)
        await pilot.click("#pane", offset=(6, y))
        await pilot.pause()
        assert app.reading.concept is not None
        assert app.reading.concept.id == "guo-jia-ke-xue-ji-shu-jiang"


async def test_every_key_of_the_program_works_without_a_fault(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for keys in (
            "d p p p m m m m v b b a escape B escape t escape i escape question_mark escape enter escape",
            "colon 7 enter right_square_bracket left_square_bracket n N J K y ctrl+s ctrl+p escape",
            "G g space pageup tab shift+tab h l left right up down end home escape escape",
        ):
            await press(pilot, keys)
        assert app.failure is None
        assert app.screen is app.reading


async def test_a_mode_keeps_the_active_term(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "j j j j")
        for _ in range(len(app.reading.page.steps())):
            concept = app.reading.concept
            for _ in range(4):
                await press(pilot, "m")
                assert app.reading.concept == concept
            await press(pilot, "tab")
