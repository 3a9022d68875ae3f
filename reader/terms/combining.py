"""Several glossaries as one, for a check against all of them."""

from collections.abc import Mapping, Sequence

from reader.terms.concepts import Glossary


def combined(glossaries: Sequence[Glossary]) -> tuple[Glossary, Mapping[str, str]]:
    """One glossary of all concepts in their order, and the file of each that is not from the first.

    An id that stands in several glossaries gets a number in the later ones: `sme`, `sme-2`.
    """
    first, *others = glossaries
    if not others:
        return first, {}
    from reader.terms.exchange.naming import Names  # one glossary can do without

    concepts = list(first.concepts)
    names = Names(concept.id for concept in concepts)
    files: dict[str, str] = {}
    for glossary in others:
        for concept in glossary.concepts:
            own = concept._replace(id=names.new(concept.id))
            files[own.id] = glossary.path
            concepts.append(own)
    languages = dict.fromkeys(lang for glossary in glossaries for lang in glossary.languages)
    sources = {key: source for glossary in reversed(glossaries) for key, source in glossary.sources.items()}
    whole = first._replace(concepts=tuple(concepts), languages=tuple(languages), sources=sources)
    return whole, files
