"""The check beside the reading screen: counted in the heading, begun anew after a change, in nobody's way."""

from collections.abc import Callable

import pytest

from reader.terms.concepts import Concept, Glossary
from reader.tui import checked_screen
from reader.tui.app import ReaderApp
from reader.tui.findings_list import FindingsList
from reader.tui.page_screen import PageScreen
from tests.tui.checked import WIDE, counts, heading, settled
from tests.tui.stage import rows


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who moves is not waited for."""
    monkeypatch.setattr(checked_screen, "STILL", 0)


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


async def test_the_entry_of_a_finding_is_the_one_to_edit(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("x", "G")
        assert isinstance(app.screen, FindingsList)
        assert app.screen.finding
        assert app._line_to_edit() == app.desk.concept(app.screen.finding.concept).line


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
