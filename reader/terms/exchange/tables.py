"""Termbase tables: OmegaT's TSV and CSV, and any TSV or CSV whose columns have names."""

from collections.abc import Iterable
from itertools import chain, islice
from typing import NamedTuple

from reader.errors import FaultyError, GlossaryError
from reader.terms.concepts import Glossary
from reader.terms.exchange.columns import NOTE, OF_A_TERM, SOURCE, TARGET, TERM, Column, header
from reader.terms.exchange.delimited import Cell, Kind, Row, rows
from reader.terms.exchange.narration import Tell, silent
from reader.terms.exchange.table_rows import Reading
from reader.text.formulas import unguarded
from reader.text.tags import primary
from reader.text.yaml_walker import Walker

_FEW_LETTERS = 400
_OMEGAT = (Column(SOURCE), Column(TARGET), Column(NOTE))
_SAMPLE = 500  # rows that a language is guessed from


class Layout(NamedTuple):
    """What is said of a table by whoever reads it; what is empty is found out from the table."""

    columns: tuple[Column, ...] = ()
    named: bool = False  # the first row names the columns, whatever it says
    source_language: str = ""  # BCP 47
    target_language: str = ""


UNSAID = Layout()


def read_table(text: str, name: str, kind: Kind, layout: Layout = UNSAID, tell: Tell = silent) -> Glossary:
    """The termbase in a table; raises GlossaryError with every fault in it.

    A row is a concept; rows with the same id, or where there is none with the same source term, are one
    concept with several terms. A table without a header has source, target and comment, as in OmegaT. A cell
    of a CSV is taken without the `'` that `guarded` put there. `tell` hears of columns that nothing is known
    about: what they hold becomes notes.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    walker = Walker(name, plain.split("\n"))
    found = rows(walker, kind)
    if kind == "csv":
        found = (list(map(_bare, row)) for row in found)
    first = list(islice(found, _SAMPLE))
    columns, headed = _columns(first, layout)
    for column in columns:
        if column.role == "other":
            tell(f"{name}: nothing is known of a column {column.name!r}; what it holds becomes notes.")
    settled = _languages(walker, columns, first[headed:], layout)
    try:
        return _read(walker, chain(first[headed:], found), columns, settled)
    except FaultyError as error:
        raise GlossaryError(error.faults) from error


def _columns(first: list[Row], layout: Layout) -> tuple[list[Column], bool]:
    """What the columns hold, and whether the first row says so."""
    names = [cell.text for cell in first[0]] if first else []
    named = header(names)
    if layout.columns:
        return list(layout.columns), named is not None or layout.named
    if named is not None:
        return named, True
    return list(_OMEGAT), layout.named


def _languages(walker: Walker, columns: list[Column], sample: list[Row], layout: Layout) -> list[Column]:
    """The columns, each that needs a language with one: the one said, else the one its cells are in."""
    said = {SOURCE: layout.source_language, TARGET: layout.target_language}
    per_row = any(column.role == "lang" for column in columns)
    settled = []
    for at, column in enumerate(columns):
        lang = column.lang
        if not lang and column.role in (SOURCE, TARGET, TERM) and not (per_row and column.role == TERM):
            cells = [row[at] for row in sample if at < len(row) and row[at].text]
            lang = said.get(column.role, "") or _spoken(cells)
            if lang == "und" and cells:
                hint = "say it: --from and --to, or --columns with the tags of the languages"
                walker.fault_at(
                    cells[0].line, cells[0].column, "the language of this column is unclear", hint
                )
        role = TERM if column.role in (SOURCE, TARGET) else column.role
        settled.append(Column(role, lang, column.name))
    return [_belonging(column, at, settled, sample) for at, column in enumerate(settled)]


def _belonging(column: Column, at: int, columns: list[Column], sample: list[Row]) -> Column:
    """A column about a term without a language: it is about the nearest term on its left, pinyin Chinese."""
    if column.lang or column.role not in OF_A_TERM | {"synonym", "forbidden", "term note", "definition"}:
        return column
    terms = [(place, other.lang) for place, other in enumerate(columns) if other.role == TERM]
    if column.role == "definition":
        lang = primary(_spoken(row[at] for row in sample if at < len(row)))
        terms = [term for term in terms if primary(term[1]) == lang] or [(0, lang)]
    elif column.role == "pinyin":
        terms = [term for term in terms if primary(term[1]) == "zh"] or terms
    before = [lang for place, lang in terms if place < at]
    return column._replace(lang=before[-1] if before else terms[0][1])


def _spoken(cells: Iterable[Cell]) -> str:
    """The language of a column; a few terms in Latin letters, which look like any, are taken for English."""
    from reader.text.language import quick_guess, settled_language

    text = "\n".join(cell.text for cell in cells if cell.text)
    quick = quick_guess(text)
    few = quick == "en" and len(text) < _FEW_LETTERS
    return quick if few else settled_language([text], quick)


def _read(walker: Walker, found: Iterable[Row], columns: list[Column], settled: list[Column]) -> Glossary:
    reading = Reading(walker, settled, exact=columns == list(_OMEGAT))
    for row in found:
        reading.take(row)
    concepts = reading.concepts()
    walker.finish()
    if not concepts:
        walker.fault_at(0, 0, "has no terms in it")
        walker.finish()
    return Glossary(walker.path, "", reading.languages(), "", {}, concepts)


def _bare(cell: Cell) -> Cell:
    text = unguarded(cell.text)
    return cell if text == cell.text else Cell(text, cell.line, cell.column + 1)
