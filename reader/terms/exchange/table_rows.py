"""The rows of a termbase table, gathered into concepts; what is wrong with one is noted, not raised."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from reader.terms.concepts import Concept, Definition, Severity, Status, Term, Tier
from reader.terms.exchange.columns import NOTE, OF_A_TERM, TERM, Column, guess
from reader.terms.exchange.delimited import Cell, Row
from reader.terms.exchange.naming import Names, name_of, slug
from reader.terms.folding import fold
from reader.text.quoting import cited, did_you_mean
from reader.text.tags import cased, hyphenated, is_tag
from reader.text.yaml_walker import Walker

_STATUS_WORDS: Mapping[Status, str] = {
    "preferred": "preferred preferredterm preferredterm-admn-sts standard standardized standardizedterm"
    " approved 首选 推荐 推荐使用",
    "admitted": "admitted admittedterm admittedterm-admn-sts allowed acceptable alternative 允许 可用",
    "deprecated": "deprecated deprecatedterm deprecatedterm-admn-sts forbidden prohibited avoid"
    " notrecommended rejected 禁用 弃用 不推荐",
    "superseded": "superseded supersededterm supersededterm-admn-sts obsolete outdated 过时 已废止",
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "status": {word: status for status, words in _STATUS_WORDS.items() for word in words.split()},
    "severity": {word: word for word in get_args(Severity) if word},
    "tier": {word: word for word in get_args(Tier)},
}
"""The words that a column may hold, and what each means."""

YES = frozenset(("yes", "y", "true", "1", "x", "✓", "是"))
NO = frozenset(("no", "n", "false", "0", "否"))
"""What a column of what is forbidden may hold in the place of terms."""

_SEPARATOR = re.compile(r"(\\*)([;；|])")
_LISTED = re.compile(r"[;；|,，\s]+")


def parted(text: str) -> list[str]:
    """The texts between `;` or `|`; a separator behind a backslash belongs to its text."""
    pieces, done = [""], 0
    for found in _SEPARATOR.finditer(text):
        slashes, separator = found.groups()
        pieces[-1] += text[done : found.start()] + "\\" * (len(slashes) // 2)
        if len(slashes) % 2:
            pieces[-1] += separator
        else:
            pieces.append("")
        done = found.end()
    pieces[-1] += text[done:]
    return [piece.strip() for piece in pieces if piece.strip()]


def joinable(text: str) -> str:
    """The text so that `parted` gives it back whole."""
    return _SEPARATOR.sub(lambda found: f"{found[1] * 2}\\{found[2]}", text)


class _Draft:
    """A concept on its way."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.id: Cell | None = None
        self.terms: dict[tuple[str, str], Term] = {}
        self.definitions: dict[Definition, None] = {}
        self.notes: dict[str, None] = {}
        self.related: dict[str, Cell] = {}
        self.plain: dict[str, Any] = {}
        self.extra: dict[str, Mapping[str, str]] = {}


class Reading:
    """A table's concepts, gathered row by row."""

    def __init__(self, walker: Walker, columns: list[Column], exact: bool = False) -> None:
        """With `exact`, a cell is one term whatever it holds, and a row has at least two cells."""
        self._walker = walker
        self._columns = columns
        self._exact = exact
        self._reasons = {"id", "why", "term note"}.isdisjoint(column.role for column in columns)
        self._faults = 0
        self.rows = 0  # that were taken
        self.short: list[Cell] = []  # of rows with too few fields
        self._drafts: dict[tuple[str, ...], _Draft] = {}
        self.unknown: dict[tuple[str, str], list[Cell]] = {}  # by role and word: where it stands
        self._langs = dict.fromkeys(column.lang for column in columns if column.role == TERM and column.lang)

    def languages(self) -> tuple[str, ...]:
        """The languages of the terms, in the order of the columns."""
        return tuple(self._langs)

    def take(self, row: Row) -> None:
        """Note what one row says."""
        self.rows += 1
        if self._exact and len(row) < 2:
            self.short.append(row[0])
            return
        before = self._faults
        cells = self._cells(row)
        terms = list(self._terms(row, cells))
        if self._faults > before:
            return
        named = next((cell for column, cell in cells if column.role == "id"), None)
        if not terms and (named is None or ("id", named.text) not in self._drafts):
            place = next(cell for cell in row if cell.text)
            self._fault(place, "this row has no term")
            return
        key = ("id", named.text) if named else ("term", terms[0].lang, terms[0].text)
        draft = self._drafts.setdefault(key, _Draft(row[0].line))
        draft.id = draft.id or named
        for term in terms:
            _add(draft.terms, term)
            self._langs.setdefault(term.lang)
        reason = _reason(cells, terms) if self._reasons else None
        explained = reason is not None and _explain(draft.terms, terms, reason.text)
        for column, cell in cells:
            if cell is not reason or not explained:
                self._about_concept(draft, column, cell)

    def concepts(self) -> tuple[Concept, ...]:
        """What all rows together say."""
        drafts = list(self._drafts.values())
        names = Names()
        own = {draft.id.text: names.new(_as_id(draft.id.text)) for draft in drafts if draft.id}
        made = []
        for draft in drafts:
            terms = tuple(draft.terms.values())
            name = own[draft.id.text] if draft.id else names.new(name_of(terms))
            related = dict.fromkeys(self._related(draft, own))
            made.append(
                Concept(
                    id=name,
                    terms=terms,
                    definitions=tuple(draft.definitions),
                    notes=tuple(draft.notes),
                    related=tuple(other for other in related if other != name),
                    extra=tuple(draft.extra.values()),
                    line=draft.line,
                    **draft.plain,
                )
            )
        return tuple(made)

    def _cells(self, row: Row) -> list[tuple[Column, Cell]]:
        """The cells that say something, each with its column; one without a column is a fault, or a note."""
        cells = []
        for at, cell in enumerate(row):
            if not cell.text:
                continue
            if at < len(self._columns):
                cells.append((self._columns[at], cell))
            elif self._exact:
                cells.append((Column("note"), cell))
            else:
                self._fault(cell, f"there are {len(self._columns)} columns, and this stands behind the last")
        return cells

    def _terms(self, row: Row, cells: list[tuple[Column, Cell]]) -> Iterator[Term]:
        spoken = next((cell for column, cell in cells if column.role == "lang"), None)
        row_lang = self._language(spoken) if spoken else ""
        barred = {column.lang for column, cell in cells if column.role == "forbidden" and _says_yes(cell)}
        for at, cell in enumerate(row[: len(self._columns)]):
            column = self._columns[at]
            if column.role not in (TERM, "synonym", "forbidden") or not cell.text:
                continue
            if column.role == "forbidden" and cell.text.casefold() in YES | NO:
                continue
            lang = (row_lang if not column.lang else "") or column.lang
            if not lang:
                if not spoken:
                    self._fault(cell, "nothing says in which language this is")
                continue
            traits = self._traits(cells, column) if column.role == TERM else {}
            if column.role == "forbidden" or (column.role == TERM and column.lang in barred):
                traits["status"] = "deprecated"
            yield from self._of_cell(cell, column, lang, traits)

    def _of_cell(self, cell: Cell, column: Column, lang: str, traits: dict[str, Any]) -> Iterator[Term]:
        for number, text in enumerate([cell.text] if self._exact else parted(cell.text)):
            if not fold(text).text.strip():
                self._fault(cell, "this can be found in no text: it has only characters without width")
            elif number == 0 and column.role == TERM:
                yield Term(lang, text, line=cell.line, **traits)
            else:
                status = traits.get("status", "")
                if column.role == "synonym" or status == "preferred":
                    status = "admitted"
                yield Term(lang, text, status=status, line=cell.line)

    def _traits(self, cells: list[tuple[Column, Cell]], of: Column) -> dict[str, Any]:
        """What the row says of the term in this column."""
        traits: dict[str, Any] = {}
        for column, cell in cells:
            if column.lang != of.lang:
                continue
            if column.role in WORDS:
                word = WORDS[column.role].get(cell.text.casefold().replace(" ", ""))
                if word:
                    traits[column.role] = word
                else:
                    traits["extra"] = (*traits.get("extra", ()), self._kept(column.role, cell))
            elif column.role == "context":
                traits["contexts"] = (*traits.get("contexts", ()), {"text": cell.text})
            elif column.role == "term note":
                traits["note"] = cell.text
            elif column.role in OF_A_TERM:
                traits[column.role] = cell.text
        return traits

    def _about_concept(self, draft: _Draft, column: Column, cell: Cell) -> None:
        if column.role == "definition":
            draft.definitions.setdefault(Definition(column.lang, cell.text))
        elif column.role == "note":
            draft.notes.setdefault(cell.text)
        elif column.role == "other":
            draft.notes.setdefault(f"{column.name}: {cell.text}")
        elif column.role == "related":
            draft.related.update({word: cell for word in _LISTED.split(cell.text) if word})
        elif column.role == "tier":
            if tier := WORDS["tier"].get(cell.text.casefold()):
                draft.plain["tier"] = tier
            else:
                draft.extra.setdefault(cell.text, self._kept("tier", cell))
        elif column.role in ("subject_field", "customer", "project"):
            draft.plain.setdefault(column.role, cell.text)

    def _related(self, draft: _Draft, own: Mapping[str, str]) -> Iterator[str]:
        for word, cell in draft.related.items():
            if word in own:
                yield own[word]
            else:
                self._fault(cell, f"no concept has the id {cited(word)}{did_you_mean(word, own)}")

    def _kept(self, role: str, cell: Cell) -> Mapping[str, str]:
        """A word that is none of the known ones, as it is kept."""
        self.unknown.setdefault((role, cell.text), []).append(cell)
        return {"level": role, "xml": cell.text}

    def _language(self, cell: Cell) -> str:
        known = guess(cell.text)
        if known.role == TERM and known.lang:
            return known.lang
        if is_tag(tag := hyphenated(cell.text)):
            return cased(tag)
        self._fault(cell, f"{cited(cell.text)} is not a language tag such as en, zh-Hans or zh-Hant")
        return ""

    def _fault(self, cell: Cell, message: str, hint: str = "") -> None:
        self._faults += 1
        self._walker.fault_at(cell.line, cell.column, message, hint)


def _reason(cells: list[tuple[Column, Cell]], terms: list[Term]) -> Cell | None:
    """The only note of a row whose terms of a language are all deprecated: it says why they are."""
    notes = [cell for column, cell in cells if column.role == NOTE]
    barred = {term.lang for term in terms if term.status == "deprecated"}
    usable = {term.lang for term in terms if term.status != "deprecated"}
    return notes[0] if len(notes) == 1 and barred - usable else None


def _explain(known: dict[tuple[str, str], Term], terms: list[Term], why: str) -> bool:
    """Give the reason to those of a row's deprecated terms that have none; False where none has it then."""
    explained = False
    for term in terms:
        whole = known[term.lang, term.text]
        if term.status == whole.status == "deprecated" and whole.why in ("", why):
            known[term.lang, term.text] = whole._replace(why=why)
            explained = True
    return explained


def _says_yes(cell: Cell) -> bool:
    return cell.text.casefold() in YES


def _as_id(text: str) -> str:
    """An id as a termbase may have it: it begins with a letter and has no blanks."""
    bare = "-".join(text.split())
    return bare if bare[:1].isalpha() else slug(bare)


def _add(terms: dict[tuple[str, str], Term], term: Term) -> None:
    """Put a term among the others; one that is there already only gains what it lacked."""
    known = terms.get((term.lang, term.text))
    if known is None:
        terms[term.lang, term.text] = term
        return
    lacking = {name: value for name, value in term._asdict().items() if not getattr(known, name) and value}
    lacking["extra"] = (*known.extra, *(row for row in term.extra if row not in known.extra))
    terms[term.lang, term.text] = known._replace(**lacking)
