"""An entry of the glossary line by line: every line says what it is, for ears as well as eyes."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.terms.concepts import Concept, Fact, Glossary, Term
from reader.terms.wording import spaced, standing


class Field(NamedTuple):
    """One line of an entry; `term` is set where the line is about one."""

    label: str
    text: str
    term: Term | None = None


def entry_text(concept: Concept, glossary: Glossary) -> str:
    """The whole entry, ending in LF: the heading, then one `label: text` a line."""
    lines = [f"{field.label}: {field.text}" for field in fields(concept, glossary)]
    return "".join(f"{one_line(line)}\n" for line in [entry_line(concept, glossary), *lines])


def entry_line(concept: Concept, glossary: Glossary) -> str:
    """The entry as one line without LF: its preferred terms in the order of the glossary's languages."""
    heads = [concept.preferred(language) for language in glossary.languages]
    return " = ".join(with_pinyin(head) for head in heads if head) or concept.id


def one_line(text: str) -> str:
    """The text, as long as before, with every LF and TAB a blank: what is read as one line must be one."""
    return text.replace("\n", " ").replace("\t", " ")


def with_pinyin(term: Term) -> str:
    """`专精特新 zhuān jīng tè xīn`; the term alone where it has no pinyin."""
    return f"{term.text} {term.pinyin}".rstrip()


def fields(concept: Concept, glossary: Glossary) -> Iterator[Field]:
    """Everything an entry says, in the order in which a reader asks for it."""
    known = (concept.id, concept.subject_field, concept.tier)
    yield Field("entry", "; ".join(word for word in known if word))
    for term in concept.terms:
        yield Field(f"term ({term.lang})", _term(term), term)
    for definition in concept.definitions:
        yield Field(
            f"definition ({definition.lang})", _sourced(definition.text, (definition.source,), glossary)
        )
    for note in concept.notes:
        yield Field("note", note)
    for fact in concept.facts:
        yield Field("fact", _fact(fact, glossary))
    for other in concept.related:
        yield Field("related", _related(other, glossary))
    for link in concept.links:
        yield Field("link", ", ".join(link[key] for key in ("text", "url") if link.get(key)))


def _term(term: Term) -> str:
    traits = (standing(term), spaced(term.type), term.pos, term.gender, term.geo)
    said = f"{with_pinyin(term)}; {', '.join(trait for trait in traits if trait)}"
    said = f"{said}: {term.why}" if term.why else said
    return f"{said} ({term.note})" if term.note else said


def _fact(fact: Fact, glossary: Glossary) -> str:
    said = _sourced(fact.text, fact.sources, glossary)
    return f"{said} (caution: {fact.caution})" if fact.caution else said


def _sourced(text: str, keys: tuple[str, ...], glossary: Glossary) -> str:
    said = "; ".join(_source(key, glossary) for key in keys if key)
    return f"{text} [{said}]" if said else text


def _source(key: str, glossary: Glossary) -> str:
    source = glossary.sources.get(key)
    return ", ".join(part for part in (source.title, source.url) if part) if source else key


def _related(concept_id: str, glossary: Glossary) -> str:
    try:
        return f"{concept_id}; {entry_line(glossary.concept(concept_id), glossary)}"
    except KeyError:
        return concept_id
