"""A concept as a TBX entry, with a note of reader's own for what TBX-Basic has no place for."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.exports.termbase_tbx_anchors import Anchors
from reader.exports.termbase_tbx_elements import (
    Style,
    attribute,
    context,
    definition,
    element,
    escaped,
    note,
    transaction,
)
from reader.exports.termbase_tbx_extras import Extras, Piece, above, arranged
from reader.exports.termbase_tbx_plain import plainly_read
from reader.terms.concepts import Concept, Definition, Term
from reader.terms.exchange.tbx_entries import Setting, read_entry
from reader.terms.exchange.tbx_fields import (
    Found,
    Known,
    at_concept,
    at_language,
    at_term,
    category,
    words,
)
from reader.terms.exchange.tbx_json import concept_additions, term_additions, written
from reader.terms.exchange.tbx_structure import is_date, parsed
from reader.terms.exchange.tbx_vocabulary import FIELD_CATEGORIES, PICKLISTS, PREFIX, STATUSES, picked
from reader.text.addresses import is_uri
from reader.text.tags import is_tag
from reader.text.xml_reader import Element

_SINGLE = ("subject_field", "customer", "project")
_WORDS = ("pos", "gender", "type", "geo")
_BEFORE_OTHERS = frozenset(("pos", "gender", "type", "status", "geo", "remarks"))


class Frame(NamedTuple):
    """What the entries of a file have in common."""

    style: Style
    lang: str  # of the file
    ids: Mapping[str, str]  # of each concept, its id in the file
    known: Known  # of each id in the file, the concept and its label
    sources: frozenset[str]
    anchors: Anchors


def entry_lines(concept: Concept, frame: Frame) -> list[str]:
    """The elements of the entry, a line for each; reading it gives the concept again, line numbers aside.

    What TBX-Basic cannot say is found out by reading what it can, unless that is plain enough to be known.
    """
    comments = above(concept.extra)
    concept = concept._replace(extra=concept.extra[len(comments) :]) if comments else concept
    return [*comments, *_entry_lines(concept, frame)]


def _entry_lines(concept: Concept, frame: Frame) -> list[str]:
    draft = _Entry(concept, frame)
    plain = draft.lines({}, [{} for _ in concept.terms])
    found = plainly_read(concept, frame.ids, frame.known) or _read(plain, frame)
    if found is None:
        return plain
    meant = draft.terms()
    of_terms = [term_additions(*pair) for pair in zip(found.terms, meant, strict=False)]
    added = concept_additions(found, concept)
    if (order := draft.order()) != sorted(order):
        added["order"] = order
    return draft.lines(added, of_terms) if added or any(of_terms) else plain


def _read(lines: list[str], frame: Frame) -> Concept | None:
    """The concept as it is read from the elements of its entry."""
    node = parsed("\n".join(lines))
    lang = frame.lang if is_tag(frame.lang) else "en"
    setting = Setting(lang, frame.known, lambda *_: None, frame.sources)
    return read_entry(node, setting) if isinstance(node, Element) else None


class _Entry:
    """A concept on its way into XML."""

    def __init__(self, concept: Concept, frame: Frame) -> None:
        self._concept = concept
        self._frame = frame
        self._extras = Extras(concept.extra, frame.anchors)
        self._sections: dict[str, list[int]] = {}
        for place, term in enumerate(concept.terms):
            self._sections.setdefault(term.lang.lower(), []).append(place)
        self._order = self._extras.order("concept")
        self._above = frozenset(slot for slot in self._order if slot.startswith("definitions:"))

    def order(self) -> list[int]:
        """Of each term, as they stand in the entry, its place among the concept's terms."""
        return [place for places in self._sections.values() for place in places]

    def terms(self) -> Iterator[Term]:
        """The terms as they stand in the entry."""
        return (self._concept.terms[place] for place in self.order())

    def lines(self, added: Mapping[str, object], of_terms: list[dict[str, object]]) -> list[str]:
        """The entry with what has to be told besides, of itself and of its terms."""
        left = iter(of_terms)
        lines = [f"<conceptEntry id={attribute(self._frame.ids[self._concept.id])}>"]
        lines += (f"  {xml}" for _, xml in arranged(self._pieces(), self._order))
        if added:
            lines.append(f"  {note(written(added))}")
        for places in self._sections.values():
            tag = self._concept.terms[places[0]].lang
            lines.append(f"  <langSec xml:lang={attribute(tag)}>")
            lines += (f"    {xml}" for xml in self._of_language(tag))
            for place in places:
                lines += (f"    {line}" for line in self._term(self._concept.terms[place], next(left)))
            lines.append("  </langSec>")
        return [*lines, "</conceptEntry>"]

    def _pieces(self) -> list[Piece]:
        """What stands beside the languages."""
        concept, style = self._concept, self._frame.style
        pieces = []
        for slot in _SINGLE:
            if value := getattr(concept, slot):
                pieces.append((slot, self._own(slot, value, element(style, FIELD_CATEGORIES[slot], value))))
        for number, value in self._definitions_above():
            place = f"definitions {number}"
            pieces.append((place.replace(" ", ":"), self._own(place, value, definition(style, value))))
        for slot, number, value, xml in self._listed():
            pieces.append((slot, self._own(f"{slot} {number}", value, xml)))
        return pieces + self._extras.pieces("concept")

    def _own(self, place: str, value: object, xml: str) -> str:
        """The element that the value came from where it still says so, else the usual one."""

        def read(node: Element) -> Found | None:
            return at_concept(node, self._frame.lang, self._frame.known)

        return self._extras.original(place, "concept", value, read) or xml

    def _definitions_above(self) -> Iterator[tuple[int, Definition]]:
        """The definitions that stand beside the languages, with their numbers."""
        for number, value in enumerate(self._concept.definitions, 1):
            own = value.lang.lower() == self._frame.lang.lower() and value.lang.lower() not in self._sections
            if own or f"definitions:{number}" in self._above:
                yield number, value

    def _listed(self) -> Iterator[tuple[str, int, object, str]]:
        """Slot, number, value and usual element of all other lists, as far as TBX-Basic can say them."""
        concept, style = self._concept, self._frame.style
        for number, text in enumerate(concept.notes, 1):
            if not text.startswith(PREFIX):
                yield "notes", number, text, note(text)
        for number, other in enumerate(concept.related, 1):
            target = self._frame.ids[other]
            yield (
                "related",
                number,
                other,
                element(style, "crossReference", self._frame.known[target][1], target),
            )
        for slot, rows in (("links", concept.links), ("images", concept.images)):
            for number, row in enumerate(rows, 1):
                if is_uri(row["url"]):
                    xml = element(style, FIELD_CATEGORIES[slot], row.get("text", ""), row["url"])
                    yield slot, number, dict(row), xml
        for number, row in enumerate(concept.history, 1):
            if row["action"] in PICKLISTS["action"] and is_date(row.get("date", "2000-01-01")):
                yield "history", number, dict(row), transaction(style, row)

    def _of_language(self, tag: str) -> list[str]:
        """What stands beside the terms of a language."""
        pieces: list[Piece] = []
        for number, value in enumerate(self._concept.definitions, 1):
            if value.lang.lower() == tag.lower() and f"definitions:{number}" not in self._above:
                xml = self._extras.original(
                    f"definitions {number}", "lang", value, lambda node: at_language(node, tag)
                )
                pieces.append(("definitions", xml or definition(self._frame.style, value)))
        level = f"lang {tag}"
        pieces += self._extras.pieces(level)
        return [xml for _, xml in arranged(pieces, self._extras.order(level))]

    def _term(self, term: Term, added: Mapping[str, object]) -> list[str]:
        """The lines of a term."""
        extras = Extras(term.extra, self._frame.anchors)
        pieces = arranged(list(_term_pieces(term, extras, self._frame.style)), extras.order("term"))
        early = [xml for slot, xml in pieces if slot in _BEFORE_OTHERS]
        late = [xml for slot, xml in pieces if slot not in _BEFORE_OTHERS and slot != "text"]
        head = [xml for slot, xml in pieces if slot == "text"]
        lines = [*head, *early, *late, *([note(written(added))] if added else [])]
        own = extras.id()
        start = f"<termSec id={attribute(own)}>" if own else "<termSec>"
        return [start, *(f"  {line}" for line in lines), "</termSec>"]


def _term_pieces(term: Term, extras: Extras, style: Style) -> Iterator[Piece]:
    """The elements of a term, in their usual order."""

    def own(place: str, value: object, xml: str) -> Piece:
        return place.partition(" ")[0], extras.original(place, "term", value, at_term) or xml

    yield "text", _text(term, extras)
    for slot in _WORDS[:3]:
        if word := picked(slot, getattr(term, slot)):
            yield own(slot, word, element(style, FIELD_CATEGORIES[slot], word))
    if term.status:
        yield "status", _status(term, extras, style)
    if term.geo:
        yield own("geo", term.geo, element(style, "geographicalUsage", term.geo))
    yield from (piece for piece in extras.pieces("term") if piece[0] == "remarks")
    for number, row in enumerate(term.contexts, 1):
        yield own(f"contexts {number}", dict(row), context(style, row))
    if term.note and not term.note.startswith(PREFIX):
        yield own("note", term.note, note(term.note))
    yield from (piece for piece in extras.pieces("term") if piece[0] != "remarks")


def _text(term: Term, extras: Extras) -> str:
    """The term itself, with the markup that it came with as long as it still says so."""
    for xml in extras.rows("text"):
        node = parsed(xml)
        if (
            isinstance(node, Element)
            and node.name == "term"
            and words(node) == term.text
            and extras.is_sound(node)
        ):
            return xml
    return f"<term>{escaped(term.text)}</term>"


def _status(term: Term, extras: Extras, style: Style) -> str:
    """The status in the words of TBX-Basic; another word that it came with is told in reader's own note."""
    word = STATUSES[term.status]

    def read(node: Element) -> Found | None:
        found = at_term(node)
        exact = category(node)[0] == "administrativeStatus" and words(node) == word
        return found if exact else None

    usual = element(style, "administrativeStatus", word)
    return extras.original("status", "term", term.status, read) or usual
