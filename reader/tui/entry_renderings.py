"""The terms of a concept in one language: status, why, how often each stands in the text and where."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, islice
from typing import NamedTuple

from reader.terms.concepts import MARKS, Concept, Term
from reader.terms.occurrences import Occurrence
from reader.terms.wording import spaced, standing
from reader.text.quoting import quoted
from reader.text.tags import primary
from reader.tui.blocks import Block
from reader.tui.cards import MOST_PLACES, Go, status_style
from reader.tui.ink import Ink

EMPTY, FULL = "·", "█"
BAR_INDENT = 2  # cells before a bar
COUNT_ROOM = 20  # cells kept free beside a bar for what is said of it
NARROWEST_BAR = 8  # cells
COUNTING = "counting…"
ABSENT = "not in this text"
LANGUAGES = {"zh": "Chinese", "en": "English"}


class Stretch(NamedTuple):
    """The paragraphs that a bar stands for."""

    first: int
    last: int

    def bucket(self, width: int) -> int:
        """How many paragraphs one cell of a bar stands for, on a sheet of this width in cells."""
        cells = max(NARROWEST_BAR, width - BAR_INDENT - COUNT_ROOM)
        return -(-(self.last - self.first + 1) // cells)


def language_name(lang: str) -> str:
    """The language in words, else its tag."""
    return LANGUAGES.get(primary(lang), lang)


def count_words(count: int) -> str:
    """`1 place`, `6 places`."""
    return f"{count:,} place{'s' * (count != 1)}"


def titled(title: str, said: str) -> Block:
    """A title with something said beside it."""
    whole = f"{title}   {said}"
    return Block(whole, "sheet--title", inks=(Ink(len(title), len(whole), "sheet--faint"),), hanging=2)


def go_to(place: Occurrence) -> Go:
    """Where choosing a place leads."""
    return Go(place.paragraph, place.start, place.side)


def renderings(
    concept: Concept, language: str, places: Sequence[Occurrence] | None, stretch: Stretch
) -> Iterator[Block]:
    """The terms in a language (a primary tag): preferred, then those in the text by count, then the others.

    `places` are those of the concept all over the text; None while they are being counted.
    """
    title = language_name(language)
    terms = [term for term in concept.terms if primary(term.lang) == language]
    if places is None:
        yield titled(title, COUNTING)
        for term in terms:
            yield from _rendering(term, terms[0].lang, None, 0, stretch)
        return
    own = [place for place in places if primary(place.term.lang) == language]
    yield _scale(f"{title}   {count_words(len(own))}", stretch) if own else titled(title, ABSENT)
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for place in own:
        found.setdefault(place.term[:2], []).append(place)
    counted = [(term, found.get(term[:2], [])) for term in terms]
    for term, there in sorted(counted, key=lambda pair: (pair[0].status != "preferred", -len(pair[1]))):
        yield from _rendering(term, terms[0].lang, there, len(own), stretch)


def _rendering(
    term: Term, lang: str, places: Sequence[Occurrence] | None, total: int, stretch: Stretch
) -> Iterator[Block]:
    """A term with its status; where it stands, as a bar and a count; why it should not be used; contexts."""
    yield _term_row(term, lang, places)
    if places:
        yield _bar(places, stretch, _share(places, total))
        yield _paragraphs(places)
    yield from (Block(text, indent=2) for text in (term.why, term.note) if text)
    for context in term.contexts:
        text = " — ".join(filter(None, (quoted(context.get("text", "")), context.get("source"))))
        yield Block(text, "sheet--faint", indent=2)


def _share(places: Sequence[Occurrence], total: int) -> str:
    """How many of all places these are, and how many of them stand inside a longer term."""
    nested = sum(place.nested for place in places)
    said = f"{len(places):,} of {total:,} · {100 * len(places) / total:.0f} %"
    return f"{said} · {nested:,} inside a longer term" if nested else said


def _paragraphs(places: Sequence[Occurrence]) -> Block:
    """The paragraphs that a term stands in, with how often; a click leads to its first place there."""
    text, inks = "", []
    for number, group in islice(groupby(places, lambda place: place.paragraph), MOST_PLACES):
        first, *rest = group
        shown = f"¶{number}" + (f"×{len(rest) + 1}" if rest else "")
        inks.append(Ink(len(text), len(text) + len(shown), "sheet--link", (("target", go_to(first)),)))
        text += f"{shown}  "
    more = "…" if places[-1].paragraph != first.paragraph else ""
    return Block((text + more).rstrip(), "sheet--faint", tuple(inks), indent=2)


def _term_row(term: Term, lang: str, places: Sequence[Occurrence] | None) -> Block:
    """One term; it is faint where it is neither preferred nor in the text, and leads to its first place."""
    faint = places is not None and not places and term.status != "preferred"
    head = f"{MARKS[term.status]} {term.text}"
    said = f"{head}  {term.pinyin}" if term.pinyin else head
    whole = f"{said}   {' · '.join(_traits(term, lang, places))}"
    status = status_style(term)
    inks = [Ink(0, 1, status), Ink(len(head), len(said), "sheet--pinyin")]
    if not faint:
        inks += [Ink(2, len(head), "sheet--term"), Ink(len(said), len(whole), status)]
    style = "sheet--faint" if faint else "sheet--text"
    return Block(whole, style, tuple(inks), hanging=4, target=go_to(places[0]) if places else None)


def _traits(term: Term, lang: str, places: Sequence[Occurrence] | None) -> Iterator[str]:
    """What is said of a term in words, its status first."""
    yield standing(term, " · ")
    if term.lang != lang:
        yield term.lang
    yield from filter(None, (spaced(term.type), term.pos, term.gender, term.geo))
    if places is not None and not places:
        yield ABSENT


# Bars; how many paragraphs a cell stands for depends on the width of the sheet


def _bar(places: Sequence[Occurrence], stretch: Stretch, said: str) -> Block:
    return Block(said, fit=partial(_fit_bar, places, stretch, said))


def _fit_bar(places: Sequence[Occurrence], stretch: Stretch, said: str, width: int) -> Block:
    """A click on a full cell leads to its first place."""
    bucket = stretch.bucket(width)
    first: dict[int, Occurrence] = {}
    for place in places:
        first.setdefault((place.paragraph - stretch.first) // bucket, place)
    length = (stretch.last - stretch.first) // bucket + 1
    bar = "".join(FULL if cell in first else EMPTY for cell in range(length))
    inks = [
        Ink(cell, cell + 1, status_style(place.term), (("target", go_to(place)),))
        for cell, place in first.items()
    ]
    faint = Ink(0, length, "sheet--faint")
    return Block(f"{bar}  {said}", inks=(faint, *inks), indent=BAR_INDENT, hanging=2)


def _scale(title: str, stretch: Stretch) -> Block:
    return Block(title, "sheet--title", fit=partial(_fit_scale, title, stretch))


def _fit_scale(title: str, stretch: Stretch, width: int) -> Block:
    """The title of a group of bars, with what a cell of them stands for."""
    bucket = stretch.bucket(width)
    cell = "a cell is a paragraph" if bucket == 1 else f"a cell is {bucket} paragraphs"
    return titled(title, f"{cell}, ¶{stretch.first} to ¶{stretch.last}")
