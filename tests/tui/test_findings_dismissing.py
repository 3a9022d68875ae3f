"""Dismissing findings in the list: with a reason or without, undone, shown again, kept on the shelf."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.tui.findings import Findings
from reader.tui.keeping import Keeper
from tests.tui.found import keeper_of
from tests.tui.kept import in_the_way
from tests.tui.listed import DESK, FOUND, after, heads, opened
from tests.tui.stage import Stage, rows

STEM, SEVERAL, RADIX, ROOT, LEAF = FOUND.told


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return keeper_of(DESK, tmp_path / "data")


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Keeper]:
    """Another window on the same shelf, opened after the test's own has written."""
    return iter(keeper_of(DESK, tmp_path / "data") for _ in range(9))


def reasons(keeper: Keeper) -> list[tuple[str, str]]:
    """The dismissals of a keeper: kind and reason."""
    return [(dismissal.kind, dismissal.reason) for dismissal in keeper.own.dismissals]


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


async def test_a_list_of_which_nothing_is_left_says_how_to_see_it(keeper: Keeper) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        listed = await opened(pilot, keeper)
        await pilot.press(*["d", "enter"] * 5)
        assert "Nothing is left" in rows(listed.sheet)[0]
        assert rows(listed.heading)[0].strip().endswith("0 ✗ 0 ! 0 · 5 ○")


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
