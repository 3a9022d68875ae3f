"""The reading room on a text that is checked beside it."""

from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.checking import Pace, check
from tests.tui.stage import rows

WIDE = (120, 40)


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
