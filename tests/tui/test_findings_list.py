"""The list of findings: what it shows, at every size and while more comes in; going there, narrowing."""

from pathlib import Path

import pytest

from reader.tui.desk import Desk
from reader.tui.findings import Filter, Findings
from reader.tui.findings_lines import CHECKING, NOTHING
from reader.tui.keeping import Keeper
from tests.tui.found import keeper_of, small_desk
from tests.tui.listed import DESK, FOUND, after, heads, opened
from tests.tui.stage import Stage, rows

STEM, SEVERAL, RADIX, ROOT, LEAF = FOUND.told


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return keeper_of(DESK, tmp_path / "data")


async def test_all_stand_in_the_order_of_the_text_and_are_counted(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        assert heads(listed) == [
            "✗ ¶ 1  forbidden · major  根",
            "! ¶ 1  inconsistent  根",
            "· ¶ 3  non-preferred  根",
            "✗ ¶ 4  missing  根",
            "✗ ¶ 4  missing  叶",
        ]
        assert rows(listed.heading)[0].strip().endswith("3 ✗ 1 ! 1 ·")
        await pilot.resize_terminal(130, 40)
        listed.show()
        assert "✗ 3 errors  ! 1 warning  · 1 info" in rows(listed.heading)[0]


@pytest.mark.parametrize(
    ("keys", "here", "given"),
    [
        ("enter", (1, 4), [STEM]),
        ("j enter", (1, 4), [SEVERAL]),
        ("enter", (2, 0), [RADIX]),
        ("enter", (4, 2), [LEAF]),
        ("G enter", (1, 0), [LEAF]),
        ("escape", (1, 0), [None]),
        ("d escape escape", (1, 0), [None]),
        ("d", (1, 0), []),
    ],
)
async def test_a_key_goes_there_or_closes(
    keeper: Keeper, keys: str, here: tuple[int, int], given: list[object]
) -> None:
    assert await after(keeper, keys, here) == given


@pytest.mark.parametrize("height", range(8, 14))
async def test_the_list_opens_with_a_whole_finding_at_its_top(keeper: Keeper, height: int) -> None:
    app = Stage()
    async with app.run_test(size=(50, height), notifications=True) as pilot:
        listed = await opened(pilot, keeper, here=(3, 0))
        assert listed.finding == RADIX
        assert rows(listed.sheet)[0].strip() == heads(listed)[0]


async def test_a_click_goes_there(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        at = next(y for y, line in enumerate(rows(listed.sheet)) if line.strip() == "“radix”")
        await pilot.click(listed.sheet, offset=(5, at + 1))
        await pilot.pause()
    assert app.given == [RADIX]


@pytest.mark.parametrize(
    ("keys", "title", "count"),
    [
        ("f", "Findings: errors", 3),
        ("f f", "Findings: warnings", 1),
        ("f f f", "Findings: infos", 1),
        ("f f f f", "Findings ", 5),
        ("tab", "Findings: forbidden", 1),
        ("shift+tab", "Findings: non-preferred", 1),
        ("f tab tab", "Findings: errors · missing", 2),
        ("f tab tab tab", "Findings: errors ", 3),
        ("f tab a", "Findings ", 5),
    ],
)
async def test_the_list_is_narrowed_by_level_and_by_kind(
    keeper: Keeper, keys: str, title: str, count: int
) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press(*keys.split())
        assert rows(listed.heading)[0].strip().startswith(title)
        assert len(heads(listed)) == count


async def test_a_filter_that_leaves_nothing_is_named_and_lifted_by_a_key(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper, shown=Filter("error", "inconsistent"))
        assert "“errors · inconsistent” leaves nothing; a lifts it" in rows(listed.sheet)[0]
        assert "esc close  a all" in rows(listed.hints)[0]
        await pilot.press("a")
        assert len(heads(listed)) == 5


@pytest.mark.parametrize(
    ("width", "heading", "keys"),
    [
        (40, " ✗ missing              3✗ 1! 1·", " ⏎ go  d dismiss  ? help  esc close …"),
        (
            80,
            " Findings: errors · missing ",
            " ⏎ go  d dismiss  ? help  esc close  a all  u undo  o entry  tab kind",
        ),
        (120, " Findings: errors · missing ", "D dismissed  e edit"),
    ],
)
async def test_what_is_most_needed_is_in_sight_at_every_width(
    keeper: Keeper, width: int, heading: str, keys: str
) -> None:
    app = Stage()
    async with app.run_test(size=(90, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press("f", "tab", "tab")
        await pilot.resize_terminal(width, 24)
        await pilot.pause()
        assert heading.split() == rows(listed.heading)[0].split()[: len(heading.split())]
        assert keys in rows(listed.hints)[0]


async def test_narrowing_leaves_the_cursor_on_its_finding(keeper: Keeper) -> None:
    assert await after(keeper, "G f enter") == [LEAF]
    assert await after(keeper, "j j f enter", (1, 4)) == [ROOT]


@pytest.mark.parametrize(
    ("found", "desk", "said"),
    [
        (None, DESK, CHECKING),
        (Findings(), DESK, CHECKING),
        (Findings(complete=True), DESK, NOTHING),
        (Findings(complete=True, refusal="It has no French."), DESK, "It has no French."),
    ],
)
async def test_an_empty_list_says_why(keeper: Keeper, found: Findings | None, desk: Desk, said: str) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper, found, desk=desk)
        assert said in rows(listed.sheet)[0]
        await pilot.press("enter", "d", "u", "o", "f", "tab", "a", "D", "j", "escape")
    assert app.given == [None]


async def test_without_a_glossary_that_is_said(keeper: Keeper) -> None:
    desk, app = small_desk(), Stage()
    desk.put(None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper, None, desk=desk)
        assert "no glossary" in rows(listed.sheet)[0]


async def test_what_is_found_meanwhile_comes_in_and_the_cursor_stays(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper, Findings(FOUND.told[2:3]), here=(3, 0))
        assert "Findings …" in rows(listed.heading)[0]
        listed.update_findings(FOUND)
        assert len(heads(listed)) == 5
        await pilot.press("enter")
    assert app.given == [RADIX]


async def test_of_a_long_text_it_is_said_how_many_more_there_are(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 50), notifications=True) as pilot:
        listed = await opened(pilot, keeper, FOUND._replace(more={"error": 1200}))
        assert "1,200 more are counted" in "\n".join(rows(listed.sheet))
        assert rows(listed.heading)[0].strip().endswith("1,203 ✗ 1 ! 1 ·")


async def test_where_only_the_count_grows_the_list_is_left_as_it_is(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper, Findings(FOUND.told))
        monkeypatch.setattr(listed, "show", lambda: pytest.fail("drawn anew"))
        listed.update_findings(Findings(FOUND.told, {"error": 5}))
        assert rows(listed.heading)[0].strip().endswith("8 ✗ 1 ! 1 ·")


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (40, 24), (80, 24), (120, 40)])
async def test_it_works_at_every_size(keeper: Keeper, size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size, notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        assert rows(listed.sheet)[0].strip().startswith("✗ ¶ 1")
        await pilot.press("d", "o", "k")
        assert "ok" in rows(listed.reason_input)[0]
        await pilot.press("enter", "u", "enter")
    assert app.given == [STEM]
