"""A place in the text in words, and as it is kept: free of any width, mode or theme."""

from collections.abc import Sequence

from reader.text.article import Article
from reader.tui.layout import Row
from reader.tui.window import Anchor


def called(article: Article, number: int) -> str:
    """How a paragraph is called: `¶ 3`, `the headline`, `the byline`."""
    if number == 0:
        return "the headline"
    return "the byline" if number == article.about.byline else f"¶ {number}"


def top_of(rows: Sequence[Row]) -> tuple[int, int]:
    """What stands at the top of a window: a paragraph, and which row of it from 0."""
    return (rows[0].number, rows[0].line) if rows else (0, 0)


def anchor_of(top: tuple[int, int], rows: Sequence[Row]) -> Anchor:
    """The anchor that brings `top` to the top again; `rows` are its paragraph's at the present width."""
    number, line = top
    texts = [row for row in rows if row.kind == "text"]
    row = next((row for row in texts if row.line >= line), texts[-1] if texts else None)
    piece = row and (row.left or row.right)
    if row is None or piece is None:
        return Anchor(number, row=0)
    return Anchor(number, piece.side, piece.start, max(0, row.line - line))
