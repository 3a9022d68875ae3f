"""Going from finding to finding on the page, and from the list to the page and back."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from reader.terms.findings import Finding
from reader.tui import checked_screen
from reader.tui.app import ReaderApp
from reader.tui.entry import EntryScreen
from reader.tui.findings import Filter
from reader.tui.findings_list import FindingsList
from reader.tui.page_screen import PageScreen
from tests.tui.checked import WIDE, counts, settled
from tests.tui.stage import rows


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who moves is not waited for."""
    monkeypatch.setattr(checked_screen, "STILL", 0)


async def test_a_finding_is_gone_to_and_its_term_is_active(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("x", "tab", "G", "enter")
        assert not isinstance(app.screen, FindingsList)
        assert app.reading.finding_at
        assert app.reading.finding_at.kind == "forbidden"
        assert app.reading.page.current == 21
        assert app.reading.concept
        assert app.reading.concept.id == app.reading.finding_at.concept


async def test_the_list_opens_where_the_reader_left_it_and_as_it_was(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("g", "x", "f", "j", "j", "enter")
        first = app.reading.finding_at
        await pilot.press("x")
        assert isinstance(app.screen, FindingsList)
        assert app.screen.finding == first
        assert app.screen.shown.level == "error"
        await pilot.press("j", "enter")
        assert app.reading.finding_at != first


async def test_keys_walk_from_finding_to_finding_round_the_end(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        assert app.reading.findings
        told = app.reading.findings.told
        await pilot.press("g")
        seen: list[Finding] = []
        for _ in range(4):
            await pilot.press("X")
            assert app.reading.finding_at
            seen.append(app.reading.finding_at)
        assert len(set(seen)) == 4
        assert set(seen) <= set(told[:6])
        at = told.index(seen[3]) + 1
        assert f"{seen[3].kind}: {at} of {len(told)}" in rows(app.reading.hints)[0]
        await pilot.press("left_curly_bracket")
        assert app.reading.finding_at == seen[2]
        await pilot.press(*["left_curly_bracket"] * (told.index(seen[2]) + 1))
        assert app.reading.finding_at == told[-1]
        await pilot.press("right_curly_bracket")
        assert app.reading.finding_at == told[0]


async def test_walking_keeps_to_what_the_list_shows(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("x", "f", "f", "escape", "X", "X")
        assert app.reading.finding_at
        assert app.reading.finding_at.severity == "warning"
        assert rows(app.reading.hints)[0].strip().endswith(f" of {counts(app)[1]} · filter warnings")


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((120, 40), "filter errors · inconsistent: none; x a lifts it"),
        ((40, 24), "filter ✗ inconsistent: none; x a lifts it"[:40]),
    ],
)
async def test_a_filter_that_leaves_nothing_to_walk_is_named_and_can_be_lifted(
    app: ReaderApp, size: tuple[int, int], said: str
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        app.reading.shown = Filter("error", "inconsistent")
        await pilot.press("X")
        assert said in rows(app.reading.hints)[0]
        assert app.reading.finding_at is None
        await pilot.press("x", "a", "escape", "X")
        assert app.reading.findings
        told = app.reading.findings.told
        assert app.reading.finding_at
        assert rows(app.reading.hints)[0].strip().endswith(f" of {len(told)}")


async def test_a_place_chosen_in_the_entry_of_a_finding_is_gone_to(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("g", "x", "o")
        await pilot.pause()
        entry = app.screen
        assert isinstance(entry, EntryScreen)
        assert entry.survey == app.reading.known.places
        await pilot.press("G", "enter")
        await settled(pilot)
        assert app.screen is app.reading
        assert app.reading.concept == entry.concept
        assert app.reading.page.current > 1


async def test_before_the_check_there_is_nothing_to_walk(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageScreen, "check", lambda screen: None)
    monkeypatch.setattr(type(app.reading), "check", lambda screen: None)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("X")
        assert "not checked yet" in rows(app.reading.hints)[0]
        await pilot.press("x")
        assert isinstance(app.screen, FindingsList)
        assert "being checked" in rows(app.screen.sheet)[0]


async def test_what_the_mode_hides_is_shown_where_a_finding_leads(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        app.reading.page.mode = "only"
        await settled(pilot)
        await pilot.press("g", "X", "X")
        assert app.reading.page.shows(app.reading.page.current, "source")


async def test_of_two_terms_that_begin_together_the_one_of_the_finding_is_active(app: ReaderApp) -> None:
    desk = app.desk
    for number in range(desk.article.first, desk.article.last + 1):
        own = [item for item in desk.terms(number) if item.side == "source"]
        twins = [pair for pair in pairwise(own) if pair[0].start == pair[1].start]
        if twins:
            break
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        for item in twins[0]:
            app.reading.page.go_to(number, "source", item.start, item.concept)
            assert app.reading.page.active == item


class Timed:
    """Stands for a timer: what it was to do, until it is stopped."""

    def __init__(self, delay: float, callback: Callable[[], object]) -> None:
        self.delay = delay
        self.callback: Callable[[], object] | None = callback

    def stop(self) -> None:
        self.callback = None


async def test_what_is_said_of_a_finding_stays_while_the_next_ones_are_gone_to(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    timers: list[Timed] = []

    def timed(delay: float, callback: Callable[[], object]) -> Timed:
        timers.append(Timed(delay, callback))
        return timers[-1]

    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        monkeypatch.setattr(app.reading, "set_timer", timed)
        await pilot.press("g", "X", "X", "X")
        assert len(timers) == 3
        for timer in timers[:-1]:  # their time is over, that of the last one is not
            if timer.callback:
                timer.callback()
        assert " of 1" in rows(app.reading.hints)[0]
        assert timers[-1].callback
        timers[-1].callback()
        assert " of 1" not in rows(app.reading.hints)[0]
