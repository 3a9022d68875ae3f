"""What the screens over the page have in common: they are left once, and drafts in them are kept."""

from typing import Protocol, TypeVar, runtime_checkable

from textual.screen import ModalScreen, Screen

from reader.tui.keeping import Keeper

Result = TypeVar("Result")


class Leaving(Screen[Result]):
    """A screen over others that gives a result."""

    def leave(self, result: Result | None = None) -> None:
        """Close with this result; a second key that was typed ahead of the closing does no more."""
        if self.is_active:
            self.dismiss(result)


# Textual takes styles from the first base alone, so that has to be the modal one.
class Dialog(ModalScreen[Result], Leaving[Result]):
    """A screen that leaves those beneath it in sight and takes every key."""


@runtime_checkable
class HoldsDraft(Protocol):
    """A screen with something in it that was typed and not yet given to the keeper."""

    def keep_draft(self, keeper: Keeper) -> None:
        """Give it to the keeper, as often as this is asked for; the screen may stay open afterwards."""
