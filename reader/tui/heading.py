"""The lines above and below: what is read, where the reader is, what is marked; what the keys do."""

import re

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

_GAP = re.compile(r"(?<=\S) {2,}")


class Line(Widget):
    """One line with something at its left and something at its right; the left is cut first."""

    ALLOW_SELECT = False

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """The line; `y` is always 0."""
        width, style = self.size.width, self.rich_style
        right = f" {self.right} " if self.right else ""
        room = width - cell_len(right)
        if room < 12 and cell_len(self.left) > room:
            right, room = right.strip(), width - cell_len(right.strip())
        left = f" {self.left}"
        if cell_len(left) > room:
            left = self.cut(left, room)
        shown = set_cell_size(left, max(0, room)) + right
        return Strip([Segment(set_cell_size(shown, width), style)], width)

    def cut(self, text: str, room: int) -> str:
        """The beginning of a text that is too long for the room, in cells."""
        return set_cell_size(text, max(0, room - 1)) + "…" * (room > 0)


class Hints(Line):
    """A line of keys and what they do, with two blanks or more between them: none is cut in two."""

    def cut(self, text: str, room: int) -> str:
        """The first ones that have room whole; a text of one piece is cut anywhere."""
        gaps = [gap.start() for gap in _GAP.finditer(text) if cell_len(text[: gap.start()]) <= room]
        if not gaps:
            return super().cut(text, room)
        kept = text[: gaps[-1]]
        return f"{kept} …" if cell_len(kept) + 2 <= room else kept
