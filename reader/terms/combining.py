"""Several glossaries as one, for a check against all of them."""

from collections.abc import Mapping, Sequence

from reader.terms.concepts import Concept, Glossary
from reader.text.tags import primary


def combined(glossaries: Sequence[Glossary]) -> tuple[Glossary, Mapping[str, str]]:
    """One glossary of all concepts in their order, and the file of each that is not from the first.

    A concept that has a preferred or unmarked term in common with one of an earlier glossary, in each of two
    languages, is that one: it keeps its id and its statuses, has the terms of both, and its files are the
    place in the one and the other's name, `a.yaml:7, b.tbx`, its line being that in the other. Of the rest,
    an id that stands in several glossaries gets a number in the later ones: `sme`, `sme-2`.
    """
    first, *others = glossaries
    if not others:
        return first, {}
    from reader.terms.exchange.merged_entries import merged_concept  # one glossary can do without
    from reader.terms.exchange.naming import Names
    from reader.terms.exchange.narration import silent

    concepts = list(first.concepts)
    names = Names(concept.id for concept in concepts)
    files: dict[str, str] = {}
    for glossary in others:
        for concept, at in _matched(concepts, glossary.concepts):
            if at is None:
                own = concept._replace(id=names.new(concept.id))
                files[own.id] = glossary.path
                concepts.append(own)
            else:
                old = concepts[at]
                files[old.id] = f"{files.get(old.id, first.path)}:{old.line}, {glossary.path}"
                concepts[at] = merged_concept(old, concept, silent)._replace(line=concept.line)
    languages = dict.fromkeys(lang for glossary in glossaries for lang in glossary.languages)
    sources = {key: source for glossary in reversed(glossaries) for key, source in glossary.sources.items()}
    whole = first._replace(concepts=tuple(concepts), languages=tuple(languages), sources=sources)
    return whole, files


def _matched(old: Sequence[Concept], new: Sequence[Concept]) -> Sequence[tuple[Concept, int | None]]:
    """Each new concept with the place of the old one that it is; none is that of two."""
    places: dict[tuple[str, str], list[int]] = {}
    for at, concept in enumerate(old):
        for name in _names(concept):
            places.setdefault(name, []).append(at)
    claimed: set[int] = set()
    found: list[tuple[Concept, int | None]] = []
    for concept in new:
        spoken: dict[int, set[str]] = {}
        for name in _names(concept):
            for at in places.get(name, ()):
                spoken.setdefault(at, set()).add(name[0])
        same = next((at for at in sorted(spoken) if len(spoken[at]) > 1 and at not in claimed), None)
        if same is not None:
            claimed.add(same)
        found.append((concept, same))
    return found


def _names(concept: Concept) -> set[tuple[str, str]]:
    """The terms that it goes by: each with its language, without its capitals."""
    usable = (term for term in concept.terms if term.status in ("preferred", ""))
    return {(primary(term.lang), term.text.casefold()) for term in usable}
