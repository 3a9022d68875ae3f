"""A list of the marks and notes of a small text, over an empty screen."""

from pathlib import Path

from textual.pilot import Pilot

from reader.tui.keeping import Keeper
from reader.tui.marks_list import MarksList
from tests.shelf.books import book, book_file
from tests.tui.kept import EDITED, FIRMS, keeper_in, write
from tests.tui.stage import Stage


def kept(folder: Path) -> Keeper:
    """Marks on 2 ("awards") and 5, a note on a term of 3 and on 5."""
    made = keeper_in(folder)
    made.toggle_mark(5)
    made.toggle_mark(2)
    made.rename(made.own.marks[0], "awards")
    write(made, 5, "on the whole")
    write(made, 3, "on the firms", FIRMS)
    return made


def edited_since(folder: Path) -> Keeper:
    """Marks on 1, 2 and 3 of a text that then got a new beginning and lost its third paragraph."""
    original = book_file(folder / "b")
    for number in (1, 2, 3):
        keeper_in(folder, original).toggle_mark(number)
    return keeper_in(folder, book(EDITED, folder / "b"))


async def opened(pilot: Pilot[None], keeper: Keeper, here: int = 1) -> MarksList:
    """The list over an empty screen; what it gives is put into the app's `given`."""
    marks = MarksList(keeper, here)
    assert isinstance(pilot.app, Stage)
    pilot.app.push_screen(marks, pilot.app.given.append)
    await pilot.pause()
    await pilot.pause()
    return marks


async def after(keeper: Keeper, keys: str, here: int = 1) -> list[object]:
    """What the list gave after these keys; [] while it is still open."""
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, keeper, here)
        await pilot.press(*keys.split())
    return app.given
