"""Termbase tables: OmegaT's TSV and CSV, and any TSV or CSV whose columns have names."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from reader.errors import FaultyError, GlossaryError
from reader.terms.concepts import Glossary
from reader.terms.exchange.column_languages import Languages
from reader.terms.exchange.columns import NOTE, SOURCE, TARGET, Column, header
from reader.terms.exchange.delimited import Cell, Kind, Row, rows
from reader.terms.exchange.narration import Tell, silent
from reader.terms.exchange.table_rows import WORDS, Reading
from reader.text.counts import counted
from reader.text.formulas import unguarded
from reader.text.quoting import cited, did_you_mean
from reader.text.yaml_walker import Walker

_OMEGAT = (Column(SOURCE), Column(TARGET), Column(NOTE))
_SAMPLE = 500  # rows that a language is guessed from
_MANY_SHORT = 5  # rows with one field only; where they are one of three too, this is no table
_TOLD = 10  # unknown words that are told one by one


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
    concept with several terms. The note of a row that deprecates its term says why, unless there are columns
    of ids, reasons or notes of terms. A table without a header has source, target and comment, as in OmegaT.
    A cell of a CSV is taken without the `'` that `guarded` put there. `tell` hears of columns that nothing is
    known about: what they hold becomes notes; and of words that are no status, severity or tier: they are
    kept under `extra`, with what they should be as the level.
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
    said = {SOURCE: layout.source_language, TARGET: layout.target_language}
    languages = Languages(walker, first[headed:], said, tell)
    settled = languages.settled(columns, first[0] if headed else [])
    try:
        return _read(walker, chain(first[headed:], found), columns, settled, tell)
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


def _read(
    walker: Walker, found: Iterable[Row], columns: list[Column], settled: list[Column], tell: Tell
) -> Glossary:
    reading = Reading(walker, settled, exact=columns == list(_OMEGAT))
    for row in found:
        reading.take(row)
    _tell_short(walker, reading)
    concepts = reading.concepts()
    walker.finish()
    if not concepts:
        walker.fault_at(0, 0, "has no terms in it")
        walker.finish()
    for sentence in _unknown(walker.path, reading.unknown):
        tell(sentence)
    return Glossary(walker.path, "", reading.languages(), "", {}, concepts)


def _tell_short(walker: Walker, reading: Reading) -> None:
    """Note rows with one field; where they are so many that this is no table, refuse it for that alone."""
    short, rows = reading.short, reading.rows
    hint = "a row has the source term, a TAB (in a CSV a comma), and the target term"
    if len(short) >= _MANY_SHORT and len(short) > rows // 3:
        message = f"this is no table of terms: {len(short):,} of {rows:,} rows have one field only"
        walker.refuse(short[0].line, short[0].column, message, hint)
    for cell in short:
        walker.fault_at(cell.line, cell.column, "this row has one field only", hint)


def _unknown(name: str, words: Mapping[tuple[str, str], list[Cell]]) -> Iterator[str]:
    """What is said of words that are none of those a column may hold: each once, where it first stands."""
    for (role, word), cells in islice(words.items(), _TOLD):
        known = dict.fromkeys(WORDS[role].values())
        near = did_you_mean(word, known, "; ", "")
        rows = f"{counted(len(cells), 'row')} {'is' if len(cells) == 1 else 'are'} taken without one"
        yield (
            f"{name}:{cells[0].line}:{cells[0].column}: {cited(word)} is no {role} "
            f"({', '.join(known)}{near}); {rows}, and it is kept under extra."
        )
    if len(words) > _TOLD:
        yield f"{name}: {counted(len(words) - _TOLD, 'word')} more that mean nothing are kept under extra."


def _bare(cell: Cell) -> Cell:
    text = unguarded(cell.text)
    return cell if text == cell.text else Cell(text, cell.line, cell.column + 1)
