"""Language tags of an imported termbase, written as the glossary that it comes into writes them."""

from collections.abc import Sequence

from reader.terms.concepts import Concept, Glossary
from reader.terms.forms import serves


def respelt(new: Glossary, known: Sequence[str]) -> tuple[Glossary, dict[str, str]]:
    """The termbase with the tags of `known` where its own mean the same, and which became which.

    `zh-CN` and `zh` become `zh-Hans` where that is the only known tag that such a text can have, `en-US`
    becomes `en`. What was written otherwise stays in the head's `extra`.
    """
    tags = dict.fromkeys((*new.languages, *(term.lang for each in new.concepts for term in each.terms)))
    meant = {tag: spelt for tag in tags if (spelt := _spelt(tag, known)) != tag}
    if not meant:
        return new, {}
    languages = tuple(dict.fromkeys(meant.get(tag, tag) for tag in new.languages))
    concepts = [_concept(concept, meant) for concept in new.concepts]
    extra = (*new.extra, *({"level": f"language {spelt}", "xml": tag} for tag, spelt in meant.items()))
    return new._replace(languages=languages, concepts=concepts, extra=extra), meant


def _spelt(tag: str, known: Sequence[str]) -> str:
    if any(tag.lower() == other.lower() for other in known):
        return tag
    same = [other for other in known if serves(tag, other)]
    return same[0] if len(same) == 1 else tag


def _concept(concept: Concept, meant: dict[str, str]) -> Concept:
    definitions = (each._replace(lang=meant.get(each.lang, each.lang)) for each in concept.definitions)
    terms = (term._replace(lang=meant.get(term.lang, term.lang)) for term in concept.terms)
    return concept._replace(definitions=tuple(definitions), terms=tuple(terms))
