"""Findings on the reading screen: counted in the heading, walked with keys, checked anew after a change."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from textual.pilot import Pilot

from reader.terms.concepts import Concept, Glossary
from reader.terms.findings import Finding
from reader.tui import checked_screen
from reader.tui.app import ReaderApp
from reader.tui.checking import Pace, check
from reader.tui.entry import EntryScreen
from reader.tui.findings import Filter
from reader.tui.findings_list import FindingsList
from reader.tui.page_screen import PageScreen
from tests.tui.stage import rows

WIDE = (120, 40)


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who moves is not waited for."""
    monkeypatch.setattr(checked_screen, "STILL", 0)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the text is checked."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def heading(app: ReaderApp) -> str:
    return rows(app.reading.heading)[0]


def counts(app: ReaderApp) -> tuple[int, int]:
    """How many errors and warnings the text has, by the check itself."""
    *_, found = check(app.desk, Pace(1e9, 0, lambda: False, lambda: False))
    left = found.left({})
    return left["error"], left["warning"]


async def test_the_heading_counts_what_was_found(app: ReaderApp) -> None:
    errors, warnings = counts(app)
    assert errors > 10
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        assert f"¶ 1/21 · {errors} ✗ {warnings} !  EN+中" in heading(app)


async def test_the_first_screen_does_not_wait_for_it(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    begun = app.reading._check_beside

    def look(run: int) -> object:
        seen.append(rows(app.reading.page)[0])
        return begun(run)

    monkeypatch.setattr(app.reading, "_check_beside", look)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
    assert [line.strip()[:20] for line in seen] == ['Let more "little gia']


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 40)])
async def test_the_counts_are_in_sight_at_every_size(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        assert "{} ✗ {} !".format(*counts(app)) in heading(app)


async def test_a_dismissed_one_is_out_of_the_counts_and_back_again(app: ReaderApp) -> None:
    errors, warnings = counts(app)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("g", "x", "d", "o", "k", "enter", "escape")
        assert f"{errors - 1} ✗ {warnings} !" in heading(app)
        await pilot.press("x", "u", "escape")
        assert f"{errors} ✗ {warnings} !" in heading(app)


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


async def test_the_entry_of_a_finding_is_the_one_to_edit(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("x", "G")
        assert isinstance(app.screen, FindingsList)
        assert app.screen.finding
        assert app._line_to_edit() == app.desk.concept(app.screen.finding.concept).line


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


def without(glossary: Glossary, concept_id: str) -> Glossary:
    concepts: tuple[Concept, ...] = tuple(
        concept._replace(related=tuple(other for other in concept.related if other != concept_id))
        for concept in glossary.concepts
        if concept.id != concept_id
    )
    return glossary._replace(concepts=concepts)


async def test_an_edited_glossary_is_checked_with_anew_under_an_open_list(
    app: ReaderApp, glossary: Glossary
) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        errors, _ = counts(app)
        await pilot.press("g", "x")
        assert isinstance(app.screen, FindingsList)
        gone = app.screen.finding
        assert gone
        app.reading.post_message(PageScreen.GlossaryRead(without(glossary, gone.concept)))
        await settled(pilot)
        assert app.screen.finding != gone
        assert gone.concept not in {finding.concept for finding in app.screen.listed}
        left = counts(app)[0]
        assert left < errors
        assert f"{left} ✗" in heading(app)


async def test_what_an_earlier_check_tells_late_is_not_heard(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        known = app.reading.findings
        assert known
        app.reading.post_message(app.reading.Checked(known._replace(told=()), 0))
        await pilot.pause()
        assert app.reading.findings == known


async def test_it_is_not_begun_while_the_reader_moves(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked_screen, "STILL", 1e9)
    asked: list[Callable[[], object]] = []
    monkeypatch.setattr(app.reading, "set_timer", lambda delay, callback: asked.append(callback))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        assert (app.reading.findings, len(asked)) == (None, 1)
        app.reading.check()
        (_, again) = asked
        monkeypatch.setattr(checked_screen, "STILL", 0)
        asked[0]()
        await settled(pilot)
        assert app.reading.findings is None
        again()
        await settled(pilot)
        assert app.reading.findings


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
