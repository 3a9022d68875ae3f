"""What the pane says of a paragraph: the active term's open card, a line for each other term, the notes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from reader.errors import Fault, FaultyError
from reader.terms.concepts import MARKS, Concept, Glossary, Term, speaks
from reader.terms.occurrences import Occurrence
from reader.terms.wording import standing
from reader.text.article import Side
from reader.text.quoting import quoted
from reader.tui.blocks import Block
from reader.tui.desk import Desk
from reader.tui.ink import Ink


class Go(NamedTuple):
    """To a place of the text."""

    number: int
    offset: int
    side: Side = "source"
    concept: str = ""  # whose term it is that begins there; "" for any


class OpenEntry(NamedTuple):
    """To an entry of the glossary."""

    concept: str


class TakeStep(NamedTuple):
    """To a term of the current paragraph."""

    step: int


BLANK = Block(" ")
MOST_PLACES = 60  # that the pane lists of one concept
DEFINITIONS = {"en": ("en",), "zh": ("zh",), "both": ("zh", "en")}
"""Which definitions are shown, by the reader's choice."""


class Here(NamedTuple):
    """All that the pane knows of where the reader is."""

    number: int
    where: str  # how the paragraph is called: `¶ 3`, `headline`
    steps: Sequence[Occurrence]
    step: int  # -1 for none
    notes: Sequence[str]  # the translator's
    own_notes: Sequence[str] = ()  # the reader's
    remarks: Sequence[Block] = ()  # what the check found about the active term, beyond its status


class Known(NamedTuple):
    """What is known of the whole text so far."""

    places: Mapping[str, Sequence[Occurrence]] = {}  # of each concept, by its id
    inconsistent: frozenset[str] = frozenset()  # the concepts that have several renderings


class Taste(NamedTuple):
    """What the reader chose to see."""

    pinyin: bool = True
    definitions: str = "en"  # a key of DEFINITIONS
    dense: bool = False  # no blank rows, for a pane of few rows


def cards(desk: Desk, here: Here, known: Known, taste: Taste) -> list[Block]:
    """The whole pane.

    What a reader wants first stands first: the open card, the other terms, and then all there is to know.
    """
    blocks = [*_trouble(desk), _heading(here), BLANK]
    active = here.steps[here.step] if 0 <= here.step < len(here.steps) else None
    if active:
        places = known.places.get(active.concept, ())
        blocks += [*open_card(desk, active, places, taste, here.remarks), BLANK]
    else:
        blocks += here.remarks
    blocks += _closed_cards(desk, here, known)
    if not here.steps and desk.glossary:
        blocks.append(Block("No term of the glossary stands here.", "sheet--faint"))
    if active:
        blocks += more(desk, desk.concept(active.concept))
    blocks += [*_notes("your note", here.own_notes), *_notes("translator's note", here.notes)]
    return [block for block in blocks if block is not BLANK] if taste.dense else blocks


def _trouble(desk: Desk) -> Iterator[Block]:
    """Why there is no glossary, or why an edited one is not used: fault by fault, each at its place."""
    if not desk.trouble:
        return
    said = "The glossary is not used" if desk.glossary is None else "The edited glossary is not used"
    yield Block(f"{said}:", "sheet--deprecated")
    for fault in desk.trouble.faults if isinstance(desk.trouble, FaultyError) else ():
        yield from _fault(fault)
    if not isinstance(desk.trouble, FaultyError):
        yield Block(str(desk.trouble))
    yield BLANK


def _fault(fault: Fault) -> Iterator[Block]:
    """One fault: where and what, its line with the faulty character lit, what to do."""
    if not fault.line:
        yield Block(f"✗ {fault}", hanging=2)
        return
    at = (fault.caret or fault.column) - 1
    yield Block(f"✗ {Path(fault.path).name}:{fault.line}:{fault.column}: {fault.message}", hanging=2)
    if fault.text:
        shown = fault.text if at < len(fault.text) else f"{fault.text} "
        yield Block(shown, "sheet--faint", (Ink(at, at + 1, "sheet--cursor"),), indent=4)
    if fault.hint:
        yield Block(fault.hint, indent=4)


def _heading(here: Here) -> Block:
    count = f"{here.step + 1} of {len(here.steps)}" if here.steps else ""
    return Block(f"Terms in {here.where}   {count}", "sheet--title")


def open_card(
    desk: Desk,
    here: Occurrence,
    places: Sequence[Occurrence],
    taste: Taste,
    remarks: Sequence[Block] = (),
) -> list[Block]:
    """The active term: its names, what stands here and whether it may, what it means, every other place."""
    concept = desk.concept(here.concept)
    blocks = [_name(concept, taste.pinyin), *_preferred(concept), BLANK, *_standing(here), *remarks, BLANK]
    blocks += _definitions(concept, taste.definitions)
    others = (item for item in places if item.side == here.side and item != here)
    also = list(islice(others, MOST_PLACES + 1))
    return [*blocks, BLANK, also_line(also)] if also else blocks


def more(desk: Desk, concept: Concept) -> Iterator[Block]:
    """What else is known of a concept: translator's notes, facts with their sources, relations."""
    if not (concept.notes or concept.facts or concept.related):
        return
    term = concept.preferred("zh") or concept.terms[0]
    yield BLANK
    yield Block(f"more on {term.text}", "sheet--label")
    for note in concept.notes:
        yield Block(f"note  {note}", hanging=6, inks=(Ink(0, 4, "sheet--label"),))
    if desk.glossary:
        yield from facts(concept, desk.glossary)
    yield from _relations(desk, concept)


def _name(concept: Concept, pinyin: bool) -> Block:
    """The concept in the language that is explained: the Chinese with its pinyin."""
    term = concept.preferred("zh") or concept.terms[0]
    reading = f"   {term.pinyin}" if pinyin and term.pinyin else ""
    end = len(term.text)
    inks = (Ink(0, end, "sheet--term"), Ink(end, end + len(reading), "sheet--pinyin"))
    return Block(term.text + reading, inks=inks)


def _preferred(concept: Concept) -> list[Block]:
    term = concept.preferred("en")
    if term is None:
        return []
    short = next(
        (t.text for t in concept.terms if t.type in ("acronym", "abbreviation") and t.status == "admitted"),
        "",
    )
    shown = f"{term.text} ({short})" if short and short not in term.text else term.text
    return [Block(shown, inks=(Ink(0, len(shown), "sheet--quote"),))]


def _standing(here: Occurrence) -> Iterator[Block]:
    """What stands here, its status, and why."""
    yield Block(f"here  {quoted(here.text)}", hanging=6, inks=(Ink(0, 4, "sheet--label"),))
    yield Block(standing_words(here.term), status_style(here.term), indent=6)
    if here.term.why:
        yield Block(here.term.why, indent=6)


def standing_words(term: Term) -> str:
    """The status of a term in words, with its mark: `✗ deprecated · critical`."""
    return f"{MARKS[term.status]} {standing(term, ' · ')}"


def status_style(term: Term) -> str:
    """The component class of a sheet for the status of a term."""
    return f"sheet--{term.status or 'admitted'}"


def _definitions(concept: Concept, choice: str) -> list[Block]:
    wanted = DEFINITIONS.get(choice, ("en",))
    found = [item for lang in wanted for item in concept.definitions if speaks(item.lang, lang)]
    return [Block(item.text) for item in found or concept.definitions[:1]]


def also_line(places: Sequence[Occurrence]) -> Block:
    """Every other place, with its mark; a click goes there. Of very many only the first ones."""
    text, inks = "also ", [Ink(0, 4, "sheet--label")]
    for (number, status), group in groupby(
        places[:MOST_PLACES], lambda item: (item.paragraph, item.term.status)
    ):
        first, *rest = group
        shown = f"¶{number}\u00a0{MARKS[status]}" + (f"×{len(rest) + 1}" if rest else "")
        go = (("target", Go(number, first.start, first.side)),)
        inks.append(Ink(len(text) + 1, len(text) + 1 + len(shown), status_style(first.term), go))
        text += f" {shown} "
    rest_sign = " …" if len(places) > MOST_PLACES else ""
    return Block(text.rstrip() + rest_sign, hanging=6, inks=tuple(inks))


def facts(concept: Concept, glossary: Glossary) -> Iterator[Block]:
    """Each fact with its sources and, where there is one, the caution it needs."""
    for fact in concept.facts:
        caution = f" ({fact.caution})" if fact.caution else ""
        titles = "; ".join(
            glossary.sources[key].title if key in glossary.sources else key for key in fact.sources
        )
        said = f"fact  {fact.text}{caution}"
        whole = f"{said} — {titles}" if titles else said
        yield Block(
            whole, hanging=6, inks=(Ink(0, 4, "sheet--label"), Ink(len(said), len(whole), "sheet--faint"))
        )


def _relations(desk: Desk, concept: Concept) -> Iterator[Block]:
    for related in concept.related:
        other = desk.concept(related)
        chinese, english = other.preferred("zh"), other.preferred("en")
        text = "see   " + "  ".join(term.text for term in (chinese, english) if term)
        yield Block(
            text,
            hanging=6,
            inks=(
                Ink(0, 3, "sheet--label"),
                Ink(6, len(text), "sheet--link", (("target", OpenEntry(related)),)),
            ),
        )


def _closed_cards(desk: Desk, here: Here, known: Known) -> Iterator[Block]:
    """A line for each other term of the paragraph, in the order of the text."""
    seen = {here.steps[here.step].concept} if 0 <= here.step < len(here.steps) else set()
    for index, item in enumerate(here.steps):
        if item.concept not in seen:
            seen.add(item.concept)
            yield _closed_card(desk.concept(item.concept), item, index, item.concept in known.inconsistent)


def _closed_card(concept: Concept, item: Occurrence, index: int, several: bool) -> Block:
    """One line: the mark of what stands here, the Chinese, the English, ! for several renderings."""
    chinese, english = concept.preferred("zh"), concept.preferred("en")
    name = chinese.text if chinese else ""
    text = f"{MARKS[item.term.status]} {name}   {english.text if english else ''}" + " !" * several
    inks = [Ink(0, 1, status_style(item.term)), Ink(2, 2 + len(name), "sheet--term")]
    if several:
        inks.append(Ink(len(text) - 1, len(text), "sheet--inconsistent"))
    return Block(text, inks=tuple(inks), hanging=4, target=TakeStep(index))


def _notes(label: str, notes: Sequence[str]) -> Iterator[Block]:
    for index, note in enumerate(notes):
        if index == 0:
            yield BLANK
            yield Block(label, "sheet--label")
        yield Block(note)
