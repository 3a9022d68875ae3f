"""The line in which the words to be found are typed."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input


class FindBar(Input):
    """Tells what is typed while it is typed; `enter` keeps what was found, `escape` gives up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Give up", id="find.give_up", tooltip="Back to where the search began"),
    ]

    def __init__(
        self, typed: Callable[[str], None], kept: Callable[[], None], given_up: Callable[[], None]
    ) -> None:
        super().__init__(placeholder="find in both languages", compact=True)
        self._typed = typed
        self._kept = kept
        self._given_up = given_up

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Tell what is typed now."""
        self._typed(event.value)

    async def action_submit(self) -> None:
        """Tell that the reader is content, before the next key comes."""
        self._kept()

    def action_give_up(self) -> None:
        self._given_up()
