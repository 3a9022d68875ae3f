"""A termbase as CSV for spreadsheets: a concept a row, and further rows for its further terms."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from reader.terms.concepts import Concept, Glossary, Rules, Term
from reader.terms.exchange.columns import TERM, guess
from reader.terms.exchange.narration import Tell, silent
from reader.terms.exchange.table_rows import joinable
from reader.text.formulas import guarded

_QUOTED = re.compile('[",;\t\r\n]|^ | $')
_TRAITS: Mapping[str, str] = {
    "status": "status",
    "pinyin": "pinyin",
    "pos": "pos",
    "type": "type",
    "gender": "gender",
    "geo": "geo",
    "severity": "severity",
    "why": "why",
    "note": "term note",
}
"""The fields of a term that have columns, and what those are called behind the language."""


_ONLY_HERE = ("facts", "specs", "links", "images", "history")
_USUAL = Rules()


class _Group(NamedTuple):
    """Columns that are filled together, and what fills them: one tuple for each row of a concept."""

    names: tuple[str, ...]
    rows: Callable[[Concept], Sequence[tuple[str, ...]]]


def csv_text(glossary: Glossary, tell: Tell = silent) -> str:
    """The termbase as CSV with a header, lines ending in CR LF, after a byte order mark.

    `read_table` reads back what there is a column for: id, subject field, tier, customer, project, related
    concepts, notes, definitions, and of a term its text and traits. There is none for facts, specs, links,
    contexts and rules of matching; `tell` hears what is left out so. A cell that a spreadsheet would take for
    a formula begins with `'`.
    """
    if lost := list(_left_out(glossary)):
        names = " and ".join(filter(None, (", ".join(lost[:-1]), lost[-1])))
        tell(f"A CSV has no columns for {names}: what the glossary has of them is left out.")
    return "\ufeff" + "".join(_lines(glossary))


def _left_out(glossary: Glossary) -> Iterator[str]:
    """What the glossary has and no column holds."""
    concepts = glossary.concepts
    terms = [term for concept in concepts for term in concept.terms]
    held = {
        "a title": glossary.title,
        "a source": glossary.source or glossary.sources,
        "sources of definitions": any(each.source for concept in concepts for each in concept.definitions),
        **{name: any(getattr(concept, name) for concept in concepts) for name in _ONLY_HERE},
        "contexts": any(term.contexts for term in terms),
        "match": any(term.match != _USUAL for term in terms),
        "extra": glossary.extra or any(one.extra for one in concepts) or any(one.extra for one in terms),
    }
    return (name for name, value in held.items() if value)


def _lines(glossary: Glossary) -> Iterator[str]:
    groups = list(_groups(glossary))
    yield _line(["id", *(name for group in groups for name in group.names)])
    for concept in glossary.concepts:
        filled = [[*group.rows(concept)] for group in groups]
        for row in zip_longest(*filled):
            cells = [cells or ("",) * len(group.names) for cells, group in zip(row, groups, strict=True)]
            yield _line([concept.id, *(cell for part in cells for cell in part)])


def _line(cells: Sequence[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    safe = guarded(text)
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe


def _groups(glossary: Glossary) -> Iterator[_Group]:
    """The columns behind the id; those that would be empty are left out."""
    concepts = glossary.concepts
    for field in ("subject_field", "customer", "project"):
        if any(getattr(concept, field) for concept in concepts):
            yield _Group((field,), _plain(field))
    if any(concept.tier != "term" for concept in concepts):
        yield _Group(("tier",), _plain("tier"))
    spoken = (term.lang for concept in concepts for term in concept.terms)
    for lang in dict.fromkeys((*glossary.languages, *spoken)):
        yield _of_language(lang, concepts)
    for lang in dict.fromkeys(each.lang for concept in concepts for each in concept.definitions):
        yield _Group((_named("definition", lang),), _definitions(lang))
    if any(concept.notes for concept in concepts):
        yield _Group(("note",), lambda concept: [(note,) for note in concept.notes])
    if any(concept.related for concept in concepts):
        yield _Group(("related",), lambda concept: [("; ".join(concept.related),)])


def _plain(field: str) -> Callable[[Concept], Sequence[tuple[str, ...]]]:
    return lambda concept: [(getattr(concept, field),)]


def _definitions(lang: str) -> Callable[[Concept], Sequence[tuple[str, ...]]]:
    return lambda concept: [(each.text,) for each in concept.definitions if each.lang == lang]


def _of_language(lang: str, concepts: Sequence[Concept]) -> _Group:
    """The terms of a language with those of their traits that any of them has."""
    own = [term for concept in concepts for term in concept.terms if term.lang == lang]
    traits = [trait for trait in _TRAITS if any(getattr(term, trait) for term in own)]
    names = (_named(TERM, lang), *(_named(_TRAITS[trait], lang) for trait in traits))

    def row(term: Term) -> tuple[str, ...]:
        return (joinable(term.text), *(str(getattr(term, trait)) for trait in traits))

    return _Group(names, lambda concept: [row(term) for term in concept.terms if term.lang == lang])


def _named(role: str, lang: str) -> str:
    """The name of a column that `guess` knows again: `en`, `definition en`, else `term:x-y`."""
    name = lang if role == TERM else f"{lang} {role}" if role in _TRAITS.values() else f"{role} {lang}"
    known = guess(name)
    return name if (known.role, known.lang) == (role, lang) else f"{role}:{lang}"
