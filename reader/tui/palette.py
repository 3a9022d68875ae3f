"""How every kind of text looks: a colour of the theme, a background, and what tells it without colour.

Component classes of a stylesheet would say the same, but each costs a pass over the stylesheet at every
start, for every widget: a tenth of the time to the first screen.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

WHEEL = 3  # rows a notch of the wheel


class Look(NamedTuple):
    """A foreground and a background, as variables of the theme, and Rich's words for the rest."""

    foreground: str = ""
    attributes: str = ""
    background: str = ""


LOOKS: Mapping[str, Look] = {
    "page--gutter": Look("reader-faint"),
    "page--bar": Look("accent"),
    "page--mark": Look("warning"),
    "page--label": Look("reader-faint", "italic"),
    "page--pinyin": Look("reader-pinyin"),
    "page--headline": Look("foreground", "bold"),
    "page--source": Look("foreground"),
    "page--source-away": Look("reader-away"),
    "page--translation": Look("reader-translation"),
    "page--translation-away": Look("reader-translation-away"),
    "page--preferred": Look(attributes="underline"),
    "page--admitted": Look(attributes="underline italic"),
    "page--deprecated": Look(attributes="underline bold"),
    "page--superseded": Look(attributes="underline bold"),
    "page--wrong": Look("error"),
    "page--active": Look(attributes="reverse"),
    "page--hit": Look("foreground", background="reader-hit"),
    "page--hit-here": Look("background", "bold reverse", "warning"),
    "sheet--text": Look("foreground"),
    "sheet--title": Look("accent", "bold"),
    "sheet--term": Look(attributes="bold"),
    "sheet--pinyin": Look("reader-pinyin"),
    "sheet--faint": Look("reader-away"),
    "sheet--label": Look("accent"),
    "sheet--quote": Look("reader-translation", "bold"),
    "sheet--link": Look(attributes="underline"),
    "sheet--cursor": Look(attributes="reverse"),
    "sheet--keyword": Look(attributes="bold underline"),
    "sheet--preferred": Look("success"),
    "sheet--admitted": Look("foreground"),
    "sheet--deprecated": Look("error"),
    "sheet--superseded": Look("error"),
    "sheet--inconsistent": Look("warning"),
    "sheet--edge": Look("reader-faint"),
    "selection": Look("foreground", "reverse"),
}


class Drawn(Widget):
    """A widget that draws its rows itself, in the looks of the palette, over its whole width.

    `render_line` gives a row whose segments tell the mouse what they are; `paint_line` gives the same row
    for the screen, where that would double the time it takes to draw.
    """

    stale = True  # something changed since the last painting
    _glasses: tuple[Sequence[LineFilter], Color] | None = None  # of the present painting
    _looks: dict[str, Style] | None = None
    _base: Style | None = None

    @property
    def base(self) -> Style:
        """The style beneath everything that is drawn."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def look(self, name: str) -> Style:
        """The style of one of LOOKS in the present theme, to be laid over another; raises KeyError."""
        if self._looks is None:
            self._looks = {}
        if name not in self._looks:
            self._looks[name] = style_of(LOOKS[name], self.app.theme_variables)
        return self._looks[name]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint anew at the next frame."""
        self.stale = True
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def paint_line(self, y: int) -> Strip:
        """The row `y` as it stands on the screen."""
        return self.seen(list(self.render_line(y)), self.size.width)

    def seen(self, segments: list[Segment], width: int) -> Strip:
        """A row of this width in cells, as it is seen through the filters of the app.

        `Strip.apply_filter` would keep a row for every filter.
        """
        filters, background = self._glasses or self._looked_through()
        for glass in filters:
            segments = glass.apply(segments, background)
        return Strip(segments, width)

    def _looked_through(self) -> tuple[Sequence[LineFilter], Color]:
        return self.get_line_filters(), self.background_colors[1]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the widget; a single one is what the mouse asks for.

        What Textual does to each row for borders and padding is left out where there are none.
        """
        if self.styles.gutter or crop.height == 1:
            return super().render_lines(crop)
        self._glasses = self._looked_through()
        rows = [self.paint_line(y).crop(*crop.column_span) for y in crop.line_range]
        self._glasses = None
        return rows

    def scroll_rows(self, by: int) -> None:
        """Scroll by so many rows; a widget that scrolls says how."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL)

    def notify_style_update(self) -> None:
        """The theme changed: forget the colours."""
        super().notify_style_update()
        self._looks = self._base = None


def style_of(look: Look, variables: Mapping[str, str]) -> Style:
    """The Rich style of a look, with the colours of these theme variables."""
    style = Style.parse(look.attributes or "none")
    foreground, background = (_colour(variables.get(name, "")) for name in (look.foreground, look.background))
    return style + Style(color=foreground, bgcolor=background)


def _colour(value: str) -> RichColor | None:
    return Color.parse(value).rich_color if value else None
