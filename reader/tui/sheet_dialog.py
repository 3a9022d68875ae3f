"""A dialog that is one sheet."""

from collections.abc import Sequence

from textual.app import ComposeResult

from reader.tui.blocks import Block
from reader.tui.dialog import Dialog, Result
from reader.tui.sheet import Sheet


class SheetDialog(Dialog[Result]):
    """A sheet over the page that has the focus from the start."""

    def __init__(self, blocks: Sequence[Block], *, id: str) -> None:
        """`id` is the sheet's."""
        super().__init__()
        self.sheet = Sheet(id=id)
        self._blocks = blocks

    def compose(self) -> ComposeResult:
        yield self.sheet

    def on_mount(self) -> None:
        self.sheet.show(self._blocks)
        self.sheet.focus()
