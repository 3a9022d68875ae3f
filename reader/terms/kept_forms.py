"""The forms of a glossary out of the cache: to make those of 100,000 terms takes seconds."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, overload

from reader.terms.concepts import Concept, Glossary
from reader.terms.edges import Edges
from reader.terms.forms import Facts, Form, Forms, keys_of, serves, split_forms
from reader.terms.kept_entries import Entries
from reader.text.compiled import derived_rows, value_of


class Language(NamedTuple):
    """What a glossary has for texts in one language."""

    written: Forms  # to be found as they are written
    free: Forms  # to be found under the fold of the language
    named: frozenset[str]  # the concepts that have an approved term
    varied: frozenset[str]  # the concepts with several renderings, whatever their status


def language_of(glossary: Glossary, lang: str) -> Language:
    """The same every time; where the glossary came out of the cache, so does this from the second time on."""
    entries = glossary.concepts
    if not isinstance(entries, Entries) or not entries.origin.key or not lang.replace("-", "").isalnum():
        return _made(glossary, lang)
    kept = derived_rows(
        entries.origin, lang.lower(), _stamp(), lambda: _packed(_made(glossary, lang), entries)
    )
    patterns, facts, more_patterns, more_facts, named, varied = kept.head
    size = len(patterns)
    written, free = keys_of(lang)
    return Language(
        Forms(patterns, _Groups(kept.rows[:size], entries), written, Facts(*facts)),
        Forms(more_patterns, _Groups(kept.rows[size:], entries), free, Facts(*more_facts)),
        frozenset(named),
        frozenset(varied),
    )


def _made(glossary: Glossary, lang: str) -> Language:
    from reader.terms.matching import APPROVED
    from reader.terms.renderings import rendering_key

    named: set[str] = set()
    varied: set[str] = set()
    for concept in glossary.concepts:
        own = [term for term in concept.terms if serves(term.lang, lang)]
        if any(term.status in APPROVED for term in own):
            named.add(concept.id)
        if len(own) > 1 and len(set(map(rendering_key, own))) > 1:
            varied.add(concept.id)
    return Language(*split_forms(glossary, lang), frozenset(named), frozenset(varied))


@cache
def _stamp() -> str:
    """When the rules were last changed that forms are made by."""
    with os.scandir(Path(__file__).parent) as files:
        return str(max(file.stat().st_mtime_ns for file in files if file.name.endswith(".py")))


def _packed(made: Language, concepts: Sequence[Concept]) -> tuple[list[Any], Iterator[list[Any]]]:
    written, free, named, varied = made
    head = [written.patterns, written.facts, free.patterns, free.facts, sorted(named), sorted(varied)]
    places = [(at, place) for at, concept in enumerate(concepts) for place in range(len(concept.terms))]
    groups = (group for forms in (written, free) for group in forms.at)
    return head, ([_row(form, places[form.order - 1]) for form in group] for group in groups)


def _row(form: Form, place: tuple[int, int]) -> list[Any]:
    return [form.order, *place, form.term.type, form.surface, form.guards, form.derived, form.edges]


class _Groups(Sequence[Sequence[Form]]):
    """The forms of each pattern, decoded when they are asked for."""

    def __init__(self, rows: Sequence[bytes], concepts: Sequence[Concept]) -> None:
        self._rows: list[bytes | list[Form]] = [*rows]  # a row makes way for what it holds
        self._concepts = concepts

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Sequence[Form]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[Form]]: ...
    def __getitem__(self, at: int | slice) -> Sequence[Form] | Sequence[Sequence[Form]]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        known = self._rows[at]
        if isinstance(known, bytes):
            known = self._rows[at] = [self._form(row) for row in value_of(known)]
        return known

    def _form(self, row: list[Any]) -> Form:
        order, at, place, kind, surface, guards, derived, edges = row
        concept = self._concepts[at]
        term = concept.terms[place]
        if term.type != kind:
            term = term._replace(type=kind)
        kept = Edges(*edges) if edges else None
        return Form(order, concept.id, term, surface, guards, derived, kept)
