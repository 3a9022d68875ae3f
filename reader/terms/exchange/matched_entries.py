"""Which concept of one glossary is which of another: by id, else by a term that both prefer."""

from collections.abc import Sequence

from reader.terms.concepts import Concept
from reader.terms.exchange.merged_entries import is_preferred_or_unmarked, key_of
from reader.terms.exchange.narration import Tell


def matched(old: Sequence[Concept], new: Sequence[Concept], say: Tell) -> list[int | None]:
    """Of each new concept the place of the old one that it is; None where it is none, or it is not clear.

    `say` hears where it is not clear: those concepts stay concepts of their own.
    """
    ids = {concept.id: place for place, concept in enumerate(old)}
    claimed = {ids[concept.id] for concept in new if concept.id in ids}
    known: dict[tuple[str, str], list[int]] = {}
    for place, concept in enumerate(old):
        if place not in claimed:
            for key in _keys(concept):
                known.setdefault(key, []).append(place)
    found = [ids.get(concept.id) for concept in new]
    by_term = {
        number: _candidates(concept, old, known)
        for number, concept in enumerate(new)
        if found[number] is None
    }
    wanted: dict[int, int] = {}
    for places in by_term.values():
        for place in places:
            wanted[place] = wanted.get(place, 0) + (len(places) == 1)
    for number, places in by_term.items():
        if len(places) == 1 and wanted[places[0]] == 1:
            found[number] = places[0]
        elif places:
            names = " and ".join(old[place].id for place in places)
            rival = "" if len(places) > 1 else ", and so does another new concept"
            say(f"{new[number].id}: shares a term with {names}{rival}; it stays a concept of its own")
    return found


def _keys(concept: Concept) -> set[tuple[str, str]]:
    return {key_of(term) for term in concept.terms if is_preferred_or_unmarked(term)}


def _candidates(
    concept: Concept, old: Sequence[Concept], known: dict[tuple[str, str], list[int]]
) -> list[int]:
    """The old concepts that share a term with it; where one of them has all of its terms, that one alone."""
    places = sorted({place for key in _keys(concept) for place in known.get(key, ())})
    if len(places) < 2:
        return places
    whole = {key_of(term) for term in concept.terms}
    having = [place for place in places if whole <= {key_of(term) for term in old[place].terms}]
    return having if len(having) == 1 else places
