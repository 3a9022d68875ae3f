"""The bare Textual apps that reader is measured against: `python floors.py NAME FILE`.

They show the same text with the least that Textual needs for it: no glossary, no store, no header, no styles.
"""

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


def blocks(path: Path) -> list[str]:
    """The paragraphs of a text, split on blank lines; none where there is no such file."""
    return path.read_text(encoding="utf-8").split("\n\n") if path.exists() else []


class Pane(Widget):
    """As many paragraphs as the pane can hold, wrapped once for its size."""

    def __init__(self, paragraphs: list[str]) -> None:
        super().__init__()
        self._paragraphs = paragraphs
        self._top = 0
        self._rows: list[Strip] = []
        self._drawn: tuple[Size, int] | None = None

    def move(self) -> None:
        """Go one paragraph on."""
        self._top = min(self._top + 1, len(self._paragraphs) - 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        if self._drawn != (self.size, self._top):
            self._rows, self._drawn = self._wrapped(), (self.size, self._top)
        return self._rows[y]

    def _wrapped(self) -> list[Strip]:
        width, height = self.size
        style = self.visual_style
        rows: list[Strip] = []
        for paragraph in self._paragraphs[self._top :]:
            rows += [Strip(line.render_segments(style)) for line in Content(paragraph).wrap(width)]
            rows.append(Strip.blank(width, style.rich_style))
            if len(rows) >= height:
                break
        rows += [Strip.blank(width, style.rich_style)] * (height - len(rows))
        return [row.adjust_cell_length(width, style.rich_style) for row in rows[:height]]


class TwoPane(App[None]):
    """The text in the left pane, its translation (else the text again) in the right one."""

    CSS = "Pane { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [("j", "move", "Next")]

    def __init__(self, path: Path) -> None:
        super().__init__()
        text = blocks(path)
        self._panes = Pane(text), Pane(blocks(path.with_suffix(".zh.txt")) or text)

    def compose(self) -> ComposeResult:
        """The panes side by side."""
        with Horizontal():
            yield from self._panes

    def action_move(self) -> None:
        """One paragraph on, in both panes."""
        for pane in self._panes:
            pane.move()


class OneStatic(App[None]):
    """The same text in one Static: the current paragraph and what follows, as much as a screen can hold."""

    CSS = "Static { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [("j", "move", "Next")]
    AT_ONCE = 20  # paragraphs that are shown

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._paragraphs = blocks(path)
        self._current = 1
        self._static = Static(self._shown())

    def compose(self) -> ComposeResult:
        """Nothing but the text."""
        yield self._static

    def action_move(self) -> None:
        """Show the next paragraph, after the last one the first."""
        self._current = (self._current + 1) % len(self._paragraphs)
        self._static.update(self._shown())

    def _shown(self) -> Content:
        return Content("\n\n".join(self._paragraphs[self._current : self._current + self.AT_ONCE]))


class OneParagraph(OneStatic):
    """The current paragraph alone: the least that can be shown. No limit is held against it."""

    CSS = ""
    AT_ONCE = 1


if __name__ == "__main__":
    floors = {"two_pane": TwoPane, "one_static": OneStatic, "one_paragraph": OneParagraph}
    floors[sys.argv[1]](Path(sys.argv[2])).run()
