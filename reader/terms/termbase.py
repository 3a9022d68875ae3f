"""A glossary as a check uses it: what each concept is called on both sides, and where its entry stands."""

from collections.abc import Mapping
from typing import NamedTuple

from reader.terms.concepts import Concept, Glossary, Status, Term
from reader.terms.forms import serves
from reader.terms.kept_entries import Entries

_ORDER: tuple[Status, ...] = ("preferred", "", "admitted")


class Names(NamedTuple):
    """What a check has to know of a concept for one pair of languages."""

    source: str  # its first approved name in the source's language; "" where it has none
    preferred: str  # the preferred rendering; "" where there is none
    expected: tuple[str, ...]  # every approved rendering, the preferred first
    inflected: tuple[str, ...]  # those of them that may stand in other forms
    place: str  # where its entry stands: `file:line`


class Termbase:
    """The names of a glossary's concepts for one pair of languages, made when they are first asked for."""

    def __init__(
        self, glossary: Glossary, source_language: str, target_language: str, files: Mapping[str, str]
    ) -> None:
        """`files` names the file of each concept that does not stand in the glossary's own."""
        self._concepts = glossary.concepts
        self._path = glossary.path
        self._files = files
        self._languages = (source_language, target_language)
        self._at: dict[str, int] = {}
        self._names: dict[str, Names] = {}

    def names(self, concept: str) -> Names:
        """What this concept is called; raises KeyError where no concept has the id."""
        known = self._names.get(concept)
        if known is None:
            known = self._names[concept] = self._named(self._concept(concept))
        return known

    def _concept(self, concept: str) -> Concept:
        if not self._at:
            ids = self._concepts.ids if isinstance(self._concepts, Entries) else None
            self._at = {own: at for at, own in enumerate(ids or (each.id for each in self._concepts))}
        return self._concepts[self._at[concept]]

    def _named(self, concept: Concept) -> Names:
        source_language, target_language = self._languages
        sources = approved(concept, source_language) if source_language else []
        targets = approved(concept, target_language)
        preferred = next((term.text for term in targets if term.status == "preferred"), "")
        expected = tuple(dict.fromkeys(term.text for term in targets))
        place = f"{self._files.get(concept.id, self._path)}:{concept.line}"
        inflected = tuple(dict.fromkeys(term.text for term in targets if _has_forms(term)))
        return Names(sources[0].text if sources else "", preferred, expected, inflected, place)


def _has_forms(term: Term) -> bool:
    rules = term.match
    return rules.inflect and rules.boundary and rules.case == "fold"


def approved(concept: Concept, lang: str) -> list[Term]:
    """The concept's approved terms that may stand in this language, the preferred first."""
    own = [term for term in concept.terms if serves(term.lang, lang) and term.status in _ORDER]
    return sorted(own, key=lambda term: _ORDER.index(term.status))
