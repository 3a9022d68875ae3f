"""Entries that TBX-Basic says plainly: what a reader finds in them is known without reading them."""

import re
from collections.abc import Mapping

from reader.terms.concepts import Concept, Rules, Term
from reader.terms.exchange.tbx_entries import concept_id
from reader.terms.exchange.tbx_fields import Known
from reader.terms.exchange.tbx_vocabulary import PREFIX, picked
from reader.text.tags import is_tag

_USUAL = (
    "!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufdcf"
    "\uff01-\uffef\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
_TEXT = re.compile(f"(?!\\s)[{_USUAL}]([ \n{_USUAL}]*[{_USUAL}])?(?<!\\s)")
"""What XML holds and gives back as it is, without blanks at its ends."""
_PICKED = ("pos", "type", "gender")
_RULES = Rules()


def plainly_read(concept: Concept, ids: Mapping[str, str], known: Known) -> Concept | None:
    """The concept as it is read from its elements alone; None where only reading them can tell.

    `ids` are those of the file by concept; `known` has of each the concept and what it is called.
    """
    own = ids[concept.id]
    if concept.extra or concept.links or concept.images or concept.history:
        return None
    if own != concept.id or concept_id(own) != own:
        return None
    texts = [text for text in (concept.subject_field, concept.customer, concept.project) if text]
    texts += concept.notes
    texts += (known[ids[other]][1] for other in concept.related)
    sections = _sections(concept)
    if not sections or any(text.startswith(PREFIX) or not _TEXT.fullmatch(text) for text in texts):
        return None
    places = [sections.get(definition.lang, -1) for definition in concept.definitions]
    if -1 in places or places != sorted(places):
        return None
    if not all(map(_is_text_with_source, ((each.text, each.source) for each in concept.definitions))):
        return None
    terms = tuple(map(_plain_term, concept.terms))
    read = tuple(term for term in terms if term is not None)
    return concept._replace(terms=read, tier="term", facts=(), specs=()) if len(read) == len(terms) else None


def _sections(concept: Concept) -> dict[str, int]:
    """The languages of the terms with their places, where those of one stand together; else nothing."""
    places: dict[str, int] = {}
    last = ""
    for term in concept.terms:
        if term.lang != last:
            last = term.lang
            if last in places or not is_tag(last):
                return {}
            places[last] = len(places)
    return places if len({lang.lower() for lang in places}) == len(places) else {}


def _plain_term(term: Term) -> Term | None:
    """The term as it is read; None where only reading it can tell."""
    if term.extra or not term.text[0].isalnum() or not _TEXT.fullmatch(term.text):
        return None
    if any(picked(field, getattr(term, field)) != getattr(term, field) for field in _PICKED):
        return None
    if term.geo and not _TEXT.fullmatch(term.geo):
        return None
    if term.note and (term.note.startswith(PREFIX) or not _TEXT.fullmatch(term.note)):
        return None
    if not all(_is_text_with_source((row["text"], row.get("source", ""))) for row in term.contexts):
        return None
    if not (term.pinyin or term.severity or term.why) and term.match == _RULES:
        return term
    return term._replace(pinyin="", severity="", why="", match=_RULES)


def _is_text_with_source(pair: tuple[str, str]) -> bool:
    text, source = pair
    return bool(_TEXT.fullmatch(text)) and (not source or bool(_TEXT.fullmatch(source)))
