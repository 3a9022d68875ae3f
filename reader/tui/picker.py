"""A list to choose from, over the screen: type to narrow it, step through it while typing, take one."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.text.clean import clean_line
from reader.tui.blocks import Block
from reader.tui.dialog import Dialog
from reader.tui.heading import Hints, Line
from reader.tui.sheet import Sheet

HINTS = "esc close   ⏎ take   ↑ ↓ move"


class Picker(Dialog[object]):
    """Gives the target of the block that was taken, or None.

    `blocks_for` gives the blocks for what is typed; those without a target are only read.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 -- as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", id="index.close", tooltip="Close the list, take nothing"),
        Binding("down", "step(1)", "Down", id="index.down", tooltip="The next one of the list"),
        Binding("up", "step(-1)", "Up", id="index.up", tooltip="The one before"),
        Binding(
            "pagedown", "screenful(1)", "Next screen", id="index.screen_down", tooltip="A screenful down"
        ),
        Binding("pageup", "screenful(-1)", "Previous screen", id="index.screen_up", tooltip="A screenful up"),
        Binding("ctrl+home", "edge(0)", "Top", id="index.top", tooltip="The first one of the list"),
        Binding("ctrl+end", "edge(-1)", "End", id="index.end", tooltip="The last one of the list"),
    ]

    def __init__(
        self,
        title: str,
        blocks_for: Callable[[str], Sequence[Block]],
        *,
        placeholder: str = "type to filter",
        empty: str = "There is nothing here yet.",
        hints: str = HINTS,
    ) -> None:
        super().__init__()
        self.heading = Line(classes="picker--heading")
        self.heading.left = title
        self.hints = Hints(classes="picker--hints")
        self.hints.left = hints
        self.input = Input(placeholder=placeholder, compact=True)
        self.sheet = Sheet(driven=True)
        self._blocks_for = blocks_for
        self._empty = empty

    def compose(self) -> ComposeResult:
        with Vertical(id="picker"):
            yield self.heading
            yield self.input
            yield self.sheet
            yield self.hints

    def on_mount(self) -> None:
        self.renew()
        self.input.focus()

    def renew(self) -> None:
        """Ask for the blocks again, after what they tell of has changed; the cursor stays on its own."""
        self._show(keep=True)

    @on(Input.Changed)
    def narrow(self) -> None:
        """Show what matches now."""
        self._show(keep=False)

    def _show(self, *, keep: bool) -> None:
        typed = self.input.value.strip()
        blocks = self._blocks_for(typed)
        count = sum(block.target is not None for block in blocks)
        self.heading.right = str(count) if count else ""
        self.sheet.show(blocks or [Block(self._nothing(typed), "sheet--faint")], keep=keep)

    def _nothing(self, typed: str) -> str:
        return f"Nothing matches “{clean_line(typed)}”." if typed else self._empty

    @on(Input.Submitted)
    def take(self) -> None:
        """Choose the one under the cursor."""
        self.sheet.action_choose()

    @on(Sheet.Chosen)
    def chosen(self, event: Sheet.Chosen) -> None:
        """Take what was chosen, by key or by click."""
        self.choose(event.target)

    def choose(self, target: object) -> None:
        """Close with this target."""
        self.leave(target)

    def action_leave(self) -> None:
        self.leave()

    def action_step(self, by: int) -> None:
        self.sheet.action_step(by)

    def action_screenful(self, by: int) -> None:
        self.sheet.action_screenful(by)

    def action_edge(self, at: int) -> None:
        self.sheet.action_edge(at)
