"""A text with its terms for a terminal: both languages, terms underlined, and listed beneath."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from reader.exports.entry import one_line, with_pinyin
from reader.exports.entry_rich import STYLES
from reader.exports.hanging import hung
from reader.exports.show import Page, Rendering, heading, renderings
from reader.terms.concepts import MARKS, Glossary
from reader.terms.occurrences import Occurrence
from reader.terms.wording import standing
from reader.text.article import Article

TRANSLATION = "italic cyan"
NARROW = 40  # under so many cells the text takes the whole width


def rich_heading(article: Article, width: int) -> Iterator[Text]:
    """The title and what else is known of the text, in lines of at most `width` cells."""
    for label, text in heading(article):
        style = "bold" if label == "title" else "dim"
        yield from hung(Text(one_line(text), style=style), width, Text(), 0)
    yield Text()


def rich_page(page: Page, glossary: Glossary, notes: bool, width: int) -> Iterator[Text]:
    """The paragraph in lines of at most `width` cells, ending in an empty one."""
    indent = 5 if width >= NARROW else 0
    number = Text(f"{page.paragraph.number:>3}  " if indent else f"¶ {page.paragraph.number} ", style="bold")
    source = [one for one in page.occurrences if one.side == "source"]
    yield from hung(_underlined(page.paragraph.source, source, ""), width, number, indent)
    if page.paragraph.translation is not None:
        target = [one for one in page.occurrences if one.side != "source"]
        lines = _underlined(page.paragraph.translation, target, TRANSLATION)
        yield from hung(lines, width, Text(" " * indent), indent)
    beneath = indent + 2 if indent else 0
    for rendering in renderings(page, glossary):
        status = rendering.term.status
        mark = Text(f"{' ' * indent}{MARKS[status]} ", style=STYLES[status])
        yield from hung(_described(rendering), width, mark, beneath)
    for note in page.paragraph.notes if notes else ():
        yield from hung(Text(one_line(note), style="dim"), width, Text(f"{' ' * indent}※ "), beneath)
    yield Text()


def _underlined(text: str, occurrences: Iterable[Occurrence], style: str) -> Text:
    """The text with its outermost terms underlined, and a mark after each that is not preferred."""
    text = one_line(text)
    drawn = Text(style=style)
    done = 0
    for one in sorted(occurrences, key=lambda one: (one.start, -one.end)):
        if one.start < done:
            continue
        drawn.append(text[done : one.start])
        drawn.append(text[one.start : one.end], style=f"underline {STYLES[one.term.status]}")
        if one.term.status not in ("preferred", ""):
            drawn.append(MARKS[one.term.status], style=STYLES[one.term.status])
        done = one.end
    return drawn.append(text[done:])


def _described(rendering: Rendering) -> Text:
    """What stands here, what it stands for, its status, and what would be better."""
    style = STYLES[rendering.term.status]
    said = Text().append(rendering.text, style=style)
    if rendering.equals:
        said.append(f"  {with_pinyin(rendering.equals)}")
    said.append(f"  {standing(rendering.term)}", style=style)
    if rendering.preferred:
        said.append("  → ", style="dim").append(with_pinyin(rendering.preferred), style=STYLES["preferred"])
    return said.append(f"  ×{rendering.times}", style="dim") if rendering.times > 1 else said
