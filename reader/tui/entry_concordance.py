"""Every place of a concept as a keyword in context: a row each, the keyword in one column."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from reader.terms.concepts import MARKS
from reader.terms.occurrences import Occurrence
from reader.terms.survey import Line, concordance
from reader.tui.blocks import Block
from reader.tui.cards import BLANK, status_style
from reader.tui.desk import Desk
from reader.tui.entry_renderings import ABSENT, COUNTING, count_words, go_to, language_name, titled
from reader.tui.ink import Ink

TITLE = "In the text"
LIMIT = 500  # keywords of one side that are listed; the rest is told as a number
CONTEXT = 200  # code points around a keyword: more than a row can hold
HERE = "▸"


class _Keyword(NamedTuple):
    """A place with the text around it, and what its row has in common with the others."""

    line: Line
    number_width: int  # cells for `¶` and the number of a paragraph
    longest: int  # cells of the longest keyword of all rows
    here: bool  # the reader came from this very place


def concordance_blocks(
    desk: Desk, places: Sequence[Occurrence] | None, here: Occurrence | None
) -> Iterator[Block]:
    """The places on each side under its language; None says that they are being counted."""
    if not places:
        yield from (BLANK, titled(TITLE, COUNTING if places is None else ABSENT))
        return
    for source, language in ((True, desk.source_language), (False, desk.target_language)):
        own = [place for place in places if (place.side == "source") == source]
        if own:
            yield BLANK
            yield titled(f"{TITLE} · {language_name(language)}", count_words(len(own)))
            yield from _rows(desk, own, here)


def _rows(desk: Desk, places: Sequence[Occurrence], here: Occurrence | None) -> Iterator[Block]:
    longest = max(cell_len(place.text) for place in places[:LIMIT])
    number_width = 1 + len(str(desk.article.last))
    for line in concordance(desk.paragraph, places[:LIMIT], CONTEXT):
        keyword = _Keyword(line, number_width, longest, line.place == here)
        yield Block(line.keyword, target=go_to(line.place), fit=partial(_fit, keyword))
    if len(places) > LIMIT:
        yield Block(f"… and {count_words(len(places) - LIMIT)} more", "sheet--faint")


def _fit(keyword: _Keyword, width: int) -> Block:
    """Where the reader came from, the mark, the paragraph, and the keyword with as much as fits around it."""
    place = keyword.line.place
    sign = HERE if keyword.here else " "
    prefix = f"{sign}{MARKS[place.term.status]} {f'¶{place.paragraph}':>{keyword.number_width}}  "
    room = max(1, width - cell_len(prefix))
    left = max(room // 5, min(room * 2 // 5, room - keyword.longest))
    before = ending(keyword.line.left, left)
    middle = cut(keyword.line.keyword, room - left)
    after = beginning(keyword.line.right, room - left - cell_len(middle))
    start = len(prefix) + len(before)
    status = status_style(place.term)
    inks = (
        Ink(1, 2, status),
        Ink(2, len(prefix), "sheet--faint"),
        Ink(start, start + len(middle), status),
        Ink(start, start + len(middle), "sheet--keyword"),
    )
    return Block(prefix + before + middle + after, inks=inks, target=go_to(place))


def cut(text: str, cells: int) -> str:
    """The text, or as much of its beginning as fits before `…`."""
    return text if cell_len(text) <= cells else beginning(text, cells - 1) + "…"


def beginning(text: str, cells: int) -> str:
    """As much of the beginning of a text as fits."""
    end = 0
    for _, stop, size in split_graphemes(text)[0]:
        cells -= size
        if cells < 0:
            break
        end = stop
    return text[:end]


def ending(text: str, cells: int) -> str:
    """As much of the end of a text as fits, with blanks before it to exactly this width."""
    start = len(text)
    for begin, _, size in reversed(split_graphemes(text)[0]):
        if size > cells:
            break
        cells -= size
        start = begin
    return " " * cells + text[start:]
