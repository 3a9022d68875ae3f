"""The index: every term of the glossary with how it fares in this text, narrowed by typing."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from reader.terms.concepts import MARKS, Concept, Status, Tier
from reader.terms.lookup import matches_filter
from reader.terms.occurrences import Occurrence
from reader.terms.renderings import inconsistent, renderings
from reader.tui.blocks import Block
from reader.tui.cards import Go
from reader.tui.desk import Desk
from reader.tui.entry import EntryScreen
from reader.tui.entry_blocks import Survey, name
from reader.tui.entry_concordance import cut
from reader.tui.entry_renderings import COUNTING, go_to, language_name
from reader.tui.ink import Ink
from reader.tui.picker import Picker

TIERS: dict[Tier, str] = {"core": "Core terms", "term": "Terms", "phrase": "Phrases"}
WORST: tuple[Status, ...] = ("deprecated", "superseded", "admitted", "", "preferred")
SEVERAL = "!"
TITLE = "sheet--title"
TERMS = "Terms"
COLUMNS_FROM = 72  # cells a sheet needs before columns read better than wrapped rows
NAME_ROOM = 24  # cells of the column of names
COUNT_ROOM = 9  # cells of each column of counts
MOST = 1000  # places of a term that are told apart; of more it is only said how many there are


class Listed(NamedTuple):
    """A term of the index, by the id of its concept."""

    concept: str


class Row(NamedTuple):
    """A term with what was counted of it."""

    concept: Concept
    first: Occurrence | None = None  # its first place, on the source side where one paragraph has both
    total: int = 0
    counts: tuple[int, int] = (0, 0)  # places in the source and in the translation, of the first `MOST`
    status: Status = ""  # the worst of those
    several: bool = False  # its renderings in the source disagree


class IndexScreen(Picker):
    """Gives `Go` to the first place of the term that was taken, or to one chosen in its entry, or None.

    An entry opens over the index: going back from it finds the index as it was.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "entry", "Entry", id="index.entry", tooltip="Open the whole entry of the term"),
    ]

    def __init__(self, desk: Desk, survey: Survey | None = None, here: Occurrence | None = None) -> None:
        """`here` is the place that the reader is at, for the entries."""
        super().__init__(
            TERMS,
            lambda typed: index_blocks(self._rows, typed, self._languages, counted=self._survey is not None),
            placeholder="type Chinese, English or pinyin",
            empty="The glossary has no terms.",
            hints="esc close   ⏎ first place   tab entry   ↑ ↓ move",
        )
        self.desk = desk
        self._here = here
        self._languages = (language_name(desk.source_language), language_name(desk.target_language))
        self._count(survey)

    def _count(self, survey: Survey | None) -> None:
        self._survey = survey
        self._rows = index_rows(self.desk, survey)

    def update_survey(self, survey: Survey | None) -> None:
        """Fill in what was counted; the cursor stays on its term."""
        self._count(survey)
        self.renew()

    def choose(self, target: object) -> None:
        """Go to the first place of the term, or open its entry where it has none."""
        row = next((row for row in self._rows if target == Listed(row.concept.id)), None)
        if row and row.first:
            self.leave(go_to(row.first))
        elif row:
            self._open(row.concept.id)

    def action_entry(self) -> None:
        if isinstance(self.sheet.chosen, Listed):
            self._open(self.sheet.chosen.concept)

    def _open(self, concept: str) -> None:
        """Lay the entry over the index, once, however often it was asked for."""
        if self.is_active:
            self.app.push_screen(EntryScreen(self.desk, concept, self._survey, self._here), self._take_place)

    def _take_place(self, place: Go | None) -> None:
        if place is not None:
            self.leave(place)


def index_rows(desk: Desk, survey: Survey | None) -> list[Row]:
    """Every term of the glossary, in the order of their first places; None counts nothing."""
    concepts = desk.glossary.concepts if desk.glossary else ()
    rows = [_row(concept, survey.get(concept.id, ()) if survey is not None else ()) for concept in concepts]
    return sorted(rows, key=_order)


def _row(concept: Concept, places: Sequence[Occurrence]) -> Row:
    if not places:
        return Row(concept)
    some = places[:MOST]
    statuses = {place.term.status for place in some}
    in_source = sum(place.side == "source" for place in some)
    return Row(
        concept,
        places[0],
        len(places),
        (in_source, len(some) - in_source),
        next(status for status in WORST if status in statuses),
        inconsistent(renderings(some)),
    )


def _order(row: Row) -> tuple[int, bool, int]:
    first = row.first
    return (first.paragraph, first.side != "source", first.start) if first else (0, False, 0)


def index_blocks(rows: Sequence[Row], typed: str, languages: Sequence[str], *, counted: bool) -> list[Block]:
    """The rows that match what is typed: by tier, and last those not in the text; nothing where none does."""
    found = [row for row in rows if matches_filter(row.concept, typed)]
    blocks = [] if counted or not found else [Block(COUNTING, "sheet--faint")]
    for tier, title in TIERS.items():
        own = [row for row in found if row.concept.tier == tier and (row.first or not counted)]
        if own:
            heads = languages if counted else ()
            blocks.append(Block(title, TITLE, fit=partial(_fit_title, title, heads)))
            blocks += [_row_block(row, languages, faint=False) for row in own]
    absent = [row for row in found if counted and not row.first]
    blocks += [Block("Not in this text", TITLE)] if absent else []
    return blocks + [_row_block(row, languages, faint=True) for row in absent]


def _fit_title(title: str, languages: Sequence[str], width: int) -> Block:
    """The title of a group; over columns it says what they count."""
    heads = "".join(f"{language:>{COUNT_ROOM}}" for language in languages)
    if width < COLUMNS_FROM or not heads:
        return Block(title, TITLE)
    whole = padded(title, width - cell_len(heads)) + heads
    return Block(whole, TITLE, inks=(Ink(len(whole) - len(heads), len(whole), "sheet--faint"),))


def _row_block(row: Row, languages: Sequence[str], *, faint: bool) -> Block:
    style = "sheet--faint" if faint else "sheet--text"
    return Block(
        name(row.concept), style, target=Listed(row.concept.id), fit=partial(_fit_row, row, languages, style)
    )


def _fit_row(row: Row, languages: Sequence[str], style: str, width: int) -> Block:
    """Marks, name, preferred English, counts: in columns where there is room, else one after the other."""
    marks = f"{MARKS[row.status] if row.first else ' '}{SEVERAL if row.several else ' '} "
    english = row.concept.preferred("en")
    columns = _columns if width >= COLUMNS_FROM else _running
    called, shown, tail = columns(row, english.text if english else "", languages, width - len(marks))
    whole = marks + called + shown + tail
    inks = (
        Ink(0, 1, f"sheet--{row.status or 'admitted'}"),
        Ink(1, 2, "sheet--inconsistent"),
        *([Ink(len(marks), len(marks + called), "sheet--term")] if style == "sheet--text" else []),
        Ink(len(whole) - len(tail), len(whole), "sheet--faint"),
    )
    return Block(whole, style, inks, hanging=len(marks))


def _columns(row: Row, english: str, languages: Sequence[str], room: int) -> tuple[str, str, str]:
    """Name, English and counts, each as wide as its column; English gives way to a longer name."""
    if row.total > MOST:
        tail = f"{_in_all(row):>{2 * COUNT_ROOM}}"
    else:
        tail = "".join(f"{count:>{COUNT_ROOM},}" for count in row.counts if row.first)
    called = padded(cut(name(row.concept), room - len(tail) - 1), NAME_ROOM) + " "
    left = room - cell_len(called) - len(tail)
    return called, padded(cut(english, left), left), tail


def _running(row: Row, english: str, languages: Sequence[str], room: int) -> tuple[str, str, str]:
    """Name, English and counts with their languages, one after the other."""
    counts = zip(row.counts, languages, strict=True)
    each = ", ".join(f"{count:,} {language}" for count, language in counts if count)
    said = _in_all(row) if row.total > MOST else each
    return f"{name(row.concept)}  ", english, f"  {said}" if said else ""


def _in_all(row: Row) -> str:
    return f"{row.total:,} in all"


def padded(text: str, cells: int) -> str:
    """The text with blanks up to this width, as it is where it is longer."""
    return text + " " * (cells - cell_len(text))
