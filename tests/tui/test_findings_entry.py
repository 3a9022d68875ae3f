"""From a finding in the list to the entry of its term, and back or on to a place."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.terms.findings import Finding
from reader.tui.cards import Go
from reader.tui.entry import EntryScreen
from reader.tui.findings import term_at
from reader.tui.findings_list import FindingsList
from reader.tui.keeping import Keeper
from tests.tui.found import keeper_of
from tests.tui.listed import DESK, FOUND, opened
from tests.tui.stage import Stage, counted, rows

STEM, SEVERAL, RADIX, ROOT, LEAF = FOUND.told


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return keeper_of(DESK, tmp_path / "data")


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
