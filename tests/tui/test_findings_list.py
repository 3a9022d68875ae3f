"""The list of findings: going, dismissing with a reason, undoing, narrowing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.terms.findings import Finding
from reader.tui.cards import Go
from reader.tui.desk import Desk
from reader.tui.entry import EntryScreen
from reader.tui.findings import Filter, Findings, term_at
from reader.tui.findings_lines import CHECKING, NOTHING
from reader.tui.findings_list import FindingsList
from reader.tui.keeping import Keeper
from tests.tui.found import found_in, keeper_of, small_desk
from tests.tui.kept import in_the_way
from tests.tui.stage import Stage, counted, rows

DESK = small_desk()
FOUND = found_in(DESK)
STEM, SEVERAL, RADIX, ROOT, LEAF = FOUND.told


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return keeper_of(DESK, tmp_path / "data")


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Keeper]:
    """Another window on the same shelf, opened after the test's own has written."""
    return iter(keeper_of(DESK, tmp_path / "data") for _ in range(9))


async def opened(
    pilot: Pilot[None],
    keeper: Keeper,
    found: Findings | None = FOUND,
    here: tuple[int, int] = (1, 4),
    shown: Filter = Filter(),  # noqa: B008 -- a value that does not change
    desk: Desk = DESK,
) -> FindingsList:
    """The list over an empty screen; what it gives is put into the app's `given`."""
    listed = FindingsList(desk, keeper, found, shown, here)
    assert isinstance(pilot.app, Stage)
    pilot.app.push_screen(listed, pilot.app.given.append)
    await pilot.pause()
    await pilot.pause()
    return listed


async def after(keeper: Keeper, keys: str, here: tuple[int, int] = (1, 4)) -> list[object]:
    """What the list gave after these keys; [] while it is still open."""
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, keeper, here=here)
        await pilot.press(*keys.split())
    return app.given


def heads(listed: FindingsList) -> list[str]:
    """The first row of each finding on the screen."""
    return [line.strip() for line in rows(listed.sheet) if line.strip()[1:4] == " ¶ "]


def reasons(keeper: Keeper) -> list[tuple[str, str]]:
    """The dismissals of a keeper: kind and reason."""
    return [(dismissal.kind, dismissal.reason) for dismissal in keeper.own.dismissals]


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


async def test_a_click_goes_there(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        at = next(y for y, line in enumerate(rows(listed.sheet)) if line.strip() == "“radix”")
        await pilot.click(listed.sheet, offset=(5, at + 1))
        await pilot.pause()
    assert app.given == [RADIX]


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ("d enter", [("forbidden", "")]),
        ("d a space b enter", [("forbidden", "a b")]),
        ("j d o k enter", [("inconsistent", "ok")]),
        ("d x escape", []),
        ("d enter d enter", [("forbidden", ""), ("inconsistent", "")]),
        ("d a enter D k k d end b enter", [("forbidden", "ab")]),
    ],
)
async def test_a_finding_is_dismissed_with_a_reason_or_without(
    keeper: Keeper, again: Iterator[Keeper], keys: str, kept: list[tuple[str, str]]
) -> None:
    assert await after(keeper, keys) == []
    assert reasons(next(again)) == kept


async def test_what_is_dismissed_goes_from_the_list_and_the_counts_and_can_be_shown(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press("d", "o", "k", "enter")
        assert len(heads(listed)) == 4
        assert rows(listed.heading)[0].strip().endswith("2 ✗ 1 ! 1 · 1 ○")
        await pilot.press("D")
        assert heads(listed)[0] == "○ ¶ 1  forbidden · major  根"
        assert "dismissed: ok" in "\n".join(rows(listed.sheet))
        await pilot.press("D")
        assert len(heads(listed)) == 4


async def test_the_last_dismissal_is_undone_first(keeper: Keeper, again: Iterator[Keeper]) -> None:
    await after(keeper, "d 1 enter d 2 enter d 3 enter u")
    assert reasons(next(again)) == [("forbidden", "1"), ("inconsistent", "2")]
    await after(keeper, "u u")
    assert reasons(next(again)) == []


async def test_the_cursor_stands_on_what_counts_again(keeper: Keeper) -> None:
    assert await after(keeper, "j j d enter g u enter") == [RADIX]


async def test_a_dismissed_one_under_the_cursor_is_the_one_that_counts_again(
    keeper: Keeper, again: Iterator[Keeper]
) -> None:
    await after(keeper, "d 1 enter d 2 enter D g u")
    assert reasons(next(again)) == [("inconsistent", "2")]


async def test_where_nothing_is_dismissed_there_is_nothing_to_undo(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press("u")
        assert "no dismissed finding" in rows(listed.hints)[0]


async def test_what_another_window_dismissed_is_seen_when_the_list_opens(
    keeper: Keeper, again: Iterator[Keeper]
) -> None:
    next(again).dismiss(STEM, "elsewhere")
    assert await after(keeper, "enter") == [SEVERAL]


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
        (40, " ✗ missing              3✗ 1! 1·", " ⏎ go  d dismiss  u undo  esc close …"),
        (
            80,
            " Findings: errors · missing ",
            " ⏎ go  d dismiss  u undo  esc close  a all  o entry  tab kind  f ✗!· …",
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


# The entry


async def entry_of(pilot: Pilot[None], listed: FindingsList, keys: str) -> EntryScreen:
    """The entry that these keys open over the list."""
    await pilot.press(*keys.split())
    await pilot.pause()
    entry = pilot.app.screen
    assert isinstance(entry, EntryScreen)
    return entry


@pytest.mark.parametrize(
    ("keys", "concept", "here"),
    [("o", "root", STEM), ("j j o", "root", RADIX), ("G o", "leaf", LEAF)],
)
async def test_its_entry_opens_and_leads_back_to_the_same_finding(
    keeper: Keeper, keys: str, concept: str, here: Finding
) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        entry = await entry_of(pilot, listed, keys)
        assert entry.concept.id == concept
        assert entry.here == term_at(DESK, here)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is listed
        assert listed.finding == here
        await pilot.press("enter")
    assert app.given == [here]


async def test_its_entry_opens_once_however_fast_the_keys_come(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        for _ in range(3):
            listed.action_entry()
        await pilot.pause()
        assert [type(screen) for screen in app.screen_stack[1:]] == [FindingsList, EntryScreen]


async def test_the_entry_has_the_counts_of_the_whole_text(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        assert (await entry_of(pilot, listed, "o")).survey is None
        await pilot.press("escape")
        listed.update_survey(counted(DESK))
        assert (await entry_of(pilot, listed, "o")).survey == counted(DESK)


async def test_a_place_that_is_chosen_in_the_entry_is_given(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        listed.update_survey(counted(DESK))
        await entry_of(pilot, listed, "o")
        await pilot.press("G", "enter")
        await pilot.pause()
    (place,) = app.given
    assert isinstance(place, Go)
    assert place.number == 4


@pytest.mark.parametrize("concept", ["", "gone"])
async def test_a_finding_without_an_entry_says_so(keeper: Keeper, concept: str) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        found = FOUND._replace(told=(STEM._replace(concept=concept),))
        listed = await opened(pilot, keeper, found)
        await pilot.press("o")
        assert app.screen is listed
        assert "no entry" in rows(listed.hints)[0]


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


async def test_a_list_of_which_nothing_is_left_says_how_to_see_it(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press(*["d", "enter"] * 5)
        assert "Nothing is left" in rows(listed.sheet)[0]
        assert rows(listed.heading)[0].strip().endswith("0 ✗ 0 ! 0 · 5 ○")


async def test_what_is_found_meanwhile_comes_in_and_the_cursor_stays(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        listed = await opened(pilot, keeper, Findings(FOUND.told[2:3]), here=(3, 0))
        assert "Findings …" in rows(listed.heading)[0]
        listed.update_findings(FOUND)
        assert len(heads(listed)) == 5
        await pilot.press("enter")
    assert app.given == [RADIX]


async def test_a_reason_for_what_is_found_no_more_is_let_go(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press("d", "o")
        listed.update_findings(FOUND)
        assert listed.reason_input.value == "o"
        listed.update_findings(Findings(FOUND.told[1:], complete=True))
        assert not listed.reason_input.display
    assert reasons(keeper) == []


@pytest.mark.parametrize(("typed", "kept"), [("", []), ("o k", [("forbidden", "ok")])])
async def test_a_reason_that_was_begun_is_kept_at_the_end(
    keeper: Keeper, typed: str, kept: list[tuple[str, str]]
) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press("d", *typed.split())
        listed.keep_draft(keeper)
        listed.keep_draft(keeper)
    assert reasons(keeper) == kept


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


async def test_what_is_not_saved_is_said_and_waits(
    keeper: Keeper, again: Iterator[Keeper], tmp_path: Path
) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        with in_the_way(tmp_path / "data"):
            await pilot.press("d", "1", "enter")
            assert "1 change is not saved" in rows(listed.hints)[0]
            assert len(heads(listed)) == 4
            await pilot.press("u")
            assert len(heads(listed)) == 5
            await pilot.press("d", "1", "enter")
        await pilot.press("d", "2", "enter")
        assert "not saved" not in rows(listed.hints)[0]
    assert reasons(next(again)) == [("forbidden", "1"), ("inconsistent", "2")]
