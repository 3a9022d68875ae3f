"""A list of the findings of a small text, over an empty screen."""

from textual.pilot import Pilot

from reader.tui.desk import Desk
from reader.tui.findings import Filter, Findings
from reader.tui.findings_list import FindingsList
from reader.tui.keeping import Keeper
from tests.tui.found import found_in, small_desk
from tests.tui.stage import Stage, rows

DESK = small_desk()
FOUND = found_in(DESK)


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
