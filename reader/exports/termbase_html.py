"""A termbase as one page of HTML that stands alone: no script, nothing to fetch, for day and night."""

from collections.abc import Iterator, Mapping

from reader.exports.html_page import FOOT, head, safe
from reader.terms.concepts import MARKS, Concept, Glossary, Term
from reader.terms.wording import spaced, standing
from reader.text.addresses import may_be_linked

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1c1e; --soft: #5c5c66; --line: #d5d5dc;
  --bad: #b00020; --fair: #7a4d00; --good: #17692f; --link: #0a5a8a; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181c; --ink: #e8e8ec; --soft: #a5a6b0;
  --line: #3a3b42; --bad: #ff8a94; --fair: #f0c060; --good: #7fd69a; --link: #7fc4f0; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 0; }
section { border-top: 1px solid var(--line); margin-top: 1.6rem; padding-top: 1rem; }
a { color: var(--link); } .about, .why, small { color: var(--soft); }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .85em; }
ul { margin: .4rem 0; padding-left: 1.3rem; } ul.terms { list-style: none; padding: 0; }
.deprecated .term, .superseded .term { text-decoration: line-through; }
.deprecated .sign, .superseded .sign { color: var(--bad); } .admitted .sign { color: var(--fair); }
.preferred .sign { color: var(--good); } .preferred .term { font-weight: 600; }
nav ul { columns: 16rem; list-style: none; padding: 0; }
@media print { nav { display: none; } section { break-inside: avoid; } }
"""


def html_text(glossary: Glossary) -> Iterator[str]:
    """The pieces of the page: the names of all concepts, then each entry."""
    lang = next((lang for lang in glossary.languages if lang.startswith("en")), "en")
    yield head(glossary.title or "Glossary", lang, _STYLE)
    if glossary.source:
        yield f'<p class="about">{safe(glossary.source)}</p>\n'
    places = {concept.id: number for number, concept in enumerate(glossary.concepts, 1)}
    yield '<nav aria-label="Entries"><ul>\n'
    for concept in glossary.concepts:
        yield f"<li>{_entry_link(concept, glossary, places)}</li>\n"
    yield "</ul></nav>\n"
    known = {concept.id: concept for concept in glossary.concepts}
    for concept in glossary.concepts:
        yield from _section(concept, glossary, places, known)
    yield from _sources(glossary)
    yield FOOT


def _in(lang: str, text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<span lang="{safe(lang)}"{named}>{safe(text)}</span>'


def _entry_link(concept: Concept, glossary: Glossary, places: Mapping[str, int]) -> str:
    return f'<a href="#c{places[concept.id]}">{_names(concept, glossary)}</a>'


def _names(concept: Concept, glossary: Glossary) -> str:
    """The preferred names in the glossary's languages, each in its own."""
    heads = [concept.preferred(lang) for lang in glossary.languages]
    return " = ".join(_in(name.lang, name.text) for name in heads if name) or safe(concept.id)


def _section(
    concept: Concept, glossary: Glossary, places: Mapping[str, int], known: Mapping[str, Concept]
) -> Iterator[str]:
    about = [f"<code>{safe(concept.id)}</code>"]
    about += [safe(text) for text in (concept.subject_field, concept.customer, concept.project) if text]
    yield f'<section id="c{places[concept.id]}">\n<h2>{_names(concept, glossary)}</h2>\n'
    yield f'<p class="about">{", ".join(about)}</p>\n<ul class="terms">\n'
    yield "".join(f"{_term(term)}\n" for term in concept.terms)
    yield "</ul>\n"
    for definition in concept.definitions:
        source = f" <small>[{safe(definition.source)}]</small>" if definition.source else ""
        yield f"<p>{_in(definition.lang, definition.text)}{source}</p>\n"
    yield _listed("Notes", [safe(note) for note in concept.notes])
    yield _listed("Facts", [_fact(fact.text, fact.sources, fact.caution) for fact in concept.facts])
    related = [
        _entry_link(known[name], glossary, places) if name in known else safe(name)
        for name in concept.related
    ]
    yield _listed("Related", related)
    links = (*concept.links, *concept.images)
    yield _listed("Links", [_link(link.get("url", ""), link.get("text", "")) for link in links])
    yield "</section>\n"


def _term(term: Term) -> str:
    traits = [term.pinyin, term.pos, spaced(term.type), term.gender, term.geo]
    said = "; ".join([standing(term), *(trait for trait in traits if trait)])
    why = " ".join(text for text in (term.why, term.note) if text)
    reason = f' <span class="why">{safe(why)}</span>' if why else ""
    contexts = "".join(
        f"<br><small>{_in(term.lang, context['text'])}</small>"
        for context in term.contexts
        if "text" in context
    )
    return (
        f'<li class="{term.status or "approved"}"><span class="sign" aria-hidden="true">{MARKS[term.status]}'
        f"</span> {_in(term.lang, term.text, 'term')} <small>{safe(term.lang)}, {safe(said)}</small>"
        f"{reason}{contexts}</li>"
    )


def _fact(text: str, sources: tuple[str, ...], caution: str) -> str:
    shown = f" <small>[{safe(', '.join(sources))}]</small>" if sources else ""
    return f"{safe(text)}{shown}{f' <em>{safe(caution)}</em>' if caution else ''}"


def _listed(name: str, items: list[str]) -> str:
    rows = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<p>{name}:</p>\n<ul>\n{rows}</ul>\n" if rows else ""


def _link(url: str, text: str) -> str:
    """A link where it leads to what a browser should open, else both as text."""
    if not may_be_linked(url):
        return safe(": ".join(part for part in (text, url) if part))
    return f'<a href="{safe(url)}" rel="noreferrer">{safe(text or url)}</a>'


def _sources(glossary: Glossary) -> Iterator[str]:
    if not glossary.sources:
        return
    yield "<section>\n<h2>Sources</h2>\n<ul>\n"
    for key, source in glossary.sources.items():
        kind = f" <small>{safe(source.kind)}</small>" if source.kind else ""
        yield f"<li>{safe(key)}: {_link(source.url, source.title)}{kind}</li>\n"
    yield "</ul>\n</section>\n"
