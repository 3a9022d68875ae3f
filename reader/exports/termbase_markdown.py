"""A termbase as Markdown: for reading, on a forge or in a folder of notes."""

from collections.abc import Iterable, Iterator, Sequence

from reader.exports.entry import entry_line
from reader.exports.marks import escaped
from reader.terms.concepts import MARKS, Concept, Glossary, Term
from reader.terms.wording import spaced, standing
from reader.text.addresses import may_be_linked


def markdown_text(glossary: Glossary) -> Iterator[str]:
    """The pieces of the file: a heading for each concept, its terms as a table, what is said of it."""
    yield f"# {escaped(glossary.title or 'Glossary')}\n"
    if glossary.source:
        yield f"\n{escaped(glossary.source)}\n"
    known = {concept.id: concept for concept in glossary.concepts}
    for concept in glossary.concepts:
        yield f"\n## {escaped(entry_line(concept, glossary))}\n\n"
        yield "".join(f"{line}\n" for line in _entry(concept, glossary, known))
    if glossary.sources:
        yield "\n## Sources\n\n"
        for key, source in glossary.sources.items():
            shown = _link(source.url, source.title) if source.url else escaped(source.title)
            yield f"- {escaped(key)}: {shown}{f' ({escaped(source.kind)})' if source.kind else ''}\n"


def _entry(concept: Concept, glossary: Glossary, known: dict[str, Concept]) -> Iterator[str]:
    about = [f"`{concept.id}`" if "`" not in concept.id else escaped(concept.id)]
    about += [escaped(text) for text in (concept.subject_field, concept.customer, concept.project) if text]
    yield ", ".join(about)
    yield ""
    yield from _terms(concept.terms)
    for definition in concept.definitions:
        source = f" [{escaped(definition.source)}]" if definition.source else ""
        yield from ("", f"Definition ({escaped(definition.lang)}): {escaped(definition.text)}{source}")
    yield from _listed("Notes", map(escaped, concept.notes))
    facts = []
    for fact in concept.facts:
        sources = f" [{escaped(', '.join(fact.sources))}]" if fact.sources else ""
        caution = f" (caution: {escaped(fact.caution)})" if fact.caution else ""
        facts.append(f"{escaped(fact.text)}{sources}{caution}")
    yield from _listed("Facts", facts)
    related = [entry_line(known[name], glossary) if name in known else name for name in concept.related]
    yield from _listed("Related", map(escaped, related))
    links = [_link(link.get("url", ""), link.get("text", "")) for link in (*concept.links, *concept.images)]
    yield from _listed("Links", links)


def _terms(terms: Sequence[Term]) -> Iterator[str]:
    yield "| Language | Term | Status | About it |"
    yield "| --- | --- | --- | --- |"
    for term in terms:
        traits = [term.pinyin, term.pos, spaced(term.type), term.gender, term.geo, term.why, term.note]
        traits += [f"“{context['text']}”" for context in term.contexts if context.get("text")]
        status = f"{MARKS[term.status]} {standing(term)}"
        cells = (term.lang, term.text, status, "; ".join(trait for trait in traits if trait))
        yield f"| {' | '.join(map(escaped, cells))} |"


def _listed(name: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield from ("", f"{name}:", "", *lines)


def _link(url: str, text: str) -> str:
    """A link where it leads to what a browser should open, else both as text."""
    if not may_be_linked(url):
        return escaped(": ".join(part for part in (text, url) if part))
    safe = "".join(f"%{ord(char):02X}" if char in "<>\\ ()`" else char for char in " ".join(url.split()))
    return f"[{escaped(text or url)}](<{safe}>)"
