"""Ids for concepts that come without one, made from a term: the same table gives the same ids again."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from reader.terms.concepts import Concept, Glossary, Term, speaks
from reader.terms.near_duplicates import form_key

_LONGEST = 60  # characters
_APART = re.compile(r"[^\w]+|_+")
_PREFIX = "c-"


def slug(text: str) -> str:
    """The text as an id: letters and digits in lower case with hyphens between; it begins with a letter."""
    words = "-".join(filter(None, _APART.split(normalize("NFKC", text).casefold().replace("'", ""))))
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return words if words[:1].isalpha() else f"{_PREFIX}{words or 'concept'}"


def name_of(terms: Iterable[Term]) -> str:
    """The slug of the first English term, else of the first term of all."""
    own = list(terms)
    return slug(next((term for term in own if speaks(term.lang, "en")), own[0]).text if own else "")


class Names:
    """Ids that are taken; one that is asked for again gets a number."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """The id, or the id with -2, -3 … behind it; taken from now on."""
        name = wanted
        while name in self._taken:
            self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            name = f"{wanted}-{self._numbers[wanted]}"
        self._taken.add(name)
        return name


def told_apart(new: Glossary, old: Glossary) -> Glossary:
    """The new glossary, to be merged into the old one: ids made from terms do not name another's concept.

    A concept whose id says no more than its term, and that has no term in common with the old concept of this
    id, gets an id of its own.
    """
    known = {concept.id: concept for concept in old.concepts}
    names = Names((*known, *(concept.id for concept in new.concepts)))
    both = ((concept, known[concept.id]) for concept in new.concepts if concept.id in known)
    ids = {
        concept.id: names.new(concept.id)
        for concept, other in both
        if is_made(concept.id, concept) and not _share_terms(concept, other)
    }
    if not ids:
        return new
    concepts = [
        concept._replace(
            id=ids.get(concept.id, concept.id),
            related=tuple(ids.get(other, other) for other in concept.related),
        )
        for concept in new.concepts
    ]
    return new._replace(concepts=tuple(concepts))


def is_made(own: str, concept: Concept) -> bool:
    """Whether an id of the concept says nothing that its terms do not say."""
    made = name_of(concept.terms)
    return own == made or (own.startswith(f"{made}-") and own[len(made) + 1 :].isdigit())


def _share_terms(one: Concept, other: Concept) -> bool:
    return not {form_key(term) for term in one.terms}.isdisjoint(map(form_key, other.terms))
