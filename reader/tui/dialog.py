"""What the screens over the page have in common: left once, drafts kept, the app's own keys within reach."""

from typing import ClassVar, Protocol, TypeVar, runtime_checkable

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from reader.tui.keeping import Keeper

Result = TypeVar("Result")

HELP = Binding(
    "question_mark,f1", "app.help", "Help", id="app.help", tooltip="All keys; while you type, f1 alone"
)
EDIT = Binding("e", "app.edit", "Edit", id="app.edit", tooltip="Open the entry in $EDITOR, at its line")
QUIT = Binding("q", "app.quit", "Quit", id="app.quit", tooltip="On the page: leave; the place is kept")
SUSPEND = Binding(
    "ctrl+z", "app.suspend_process", "Suspend", id="app.suspend", tooltip="Suspend; fg comes back"
)
"""What the app does by a key; a screen that takes every key has to name those that go on to it."""


class Leaving(Screen[Result]):
    """A screen over others that gives a result."""

    def leave(self, result: Result | None = None) -> None:
        """Close with this result; a second key that was typed ahead of the closing does no more."""
        if self.is_active:
            self.dismiss(result)


# Textual takes styles from the first base alone, so that has to be the modal one.
class Dialog(ModalScreen[Result], Leaving[Result]):
    """A screen that leaves those beneath it in sight and takes every key."""

    BINDINGS: ClassVar[list[BindingType]] = [HELP, SUSPEND]


@runtime_checkable
class HoldsDraft(Protocol):
    """A screen with something in it that was typed and not yet given to the keeper."""

    def keep_draft(self, keeper: Keeper) -> None:
        """Give it to the keeper, as often as this is asked for; the screen may stay open afterwards."""
