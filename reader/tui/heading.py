"""The line above the page: what is read, where the reader is, what is marked, in which mode."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


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
            left = set_cell_size(left, max(0, room - 1)) + "…" * (room > 0)
        shown = set_cell_size(left, max(0, room)) + right
        return Strip([Segment(set_cell_size(shown, width), style)], width)
