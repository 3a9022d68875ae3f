"""An app with nothing but the looks of the reading room, and small texts with their terms, for one screen."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.app import App
from textual.widget import Widget

from reader.folders import shipped
from reader.terms.concepts import Concept, Glossary, Source
from reader.terms.occurrences import Occurrence
from reader.text.article import About, Article
from reader.tui.blocks import Block
from reader.tui.desk import Desk
from reader.tui.themes import DEFAULT, THEMES, defaults


class Stage(App[None]):
    """What a screen was dismissed with is in `given`."""

    CSS_PATH = shipped("reader/tui/reader.tcss")

    def __init__(self) -> None:
        super().__init__()
        self.given: list[object] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that our own themes add."""
        return defaults(dark=self.current_theme.dark)


def rows(widget: Widget) -> list[str]:
    """What a widget shows, row by row, without the blanks at the ends."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def fitted(blocks: Iterable[Block], width: int) -> list[str]:
    """What the blocks say at this width in cells, one string each."""
    return [(block.fit(width) if block.fit else block).text for block in blocks]


def desk_with(
    concepts: Sequence[Concept],
    paragraphs: Sequence[tuple[str, str]],
    sources: dict[str, Source] | None = None,
) -> Desk:
    """A desk with a text of English and Chinese paragraphs from 1, and a glossary of these concepts."""
    article = Article(
        Path("small.txt"), [one for one, _ in paragraphs], [two for _, two in paragraphs], About(), "", False
    )
    desk = Desk(article, "en", "zh-Hans")
    desk.put(Glossary("glossary.yaml", "Small", ("zh-Hans", "en"), "", sources or {}, tuple(concepts)))
    return desk


def counted(desk: Desk) -> dict[str, list[Occurrence]]:
    """Every place of every concept of the desk's text."""
    places: dict[str, list[Occurrence]] = {}
    for number in range(desk.article.first, desk.article.last + 1):
        for place in desk.terms(number):
            places.setdefault(place.concept, []).append(place)
    return places
