"""A termbase as OmegaT's table: source, TAB, target, TAB, comment; a row for each pair of approved terms."""

from collections.abc import Iterator

from reader.terms.concepts import Concept, Glossary
from reader.terms.exchange.narration import Tell, silent
from reader.terms.forms import serves
from reader.terms.matching import APPROVED
from reader.terms.termbase import approved


def omegat_text(glossary: Glossary, source_language: str, target_language: str, tell: Tell = silent) -> str:
    """The table in UTF-8 with lines ending in LF; the preferred rendering of a term comes first.

    The comment, which stands in the first row of a concept, has its notes and the renderings to avoid. A
    table of OmegaT knows no quotation marks: TAB and line end in a text become blanks. `tell` hears of
    concepts that cannot be in it: with no approved term in a language, or with one that begins with #.
    """
    lines: list[str] = []
    for concept in glossary.concepts:
        rows = list(_rows(concept, source_language, target_language))
        if not rows:
            tell(f"{concept.id} has no pair of approved terms in {source_language} and {target_language}.")
        for row in rows:
            if row.startswith("#"):
                tell(f"{concept.id}: a table of OmegaT has no place for a term that begins with #.")
            else:
                lines.append(f"{row}\n")
    return "".join(lines)


def _rows(concept: Concept, source_language: str, target_language: str) -> Iterator[str]:
    comment = _flat(_comment(concept, target_language))
    for source in approved(concept, source_language):
        for target in approved(concept, target_language):
            cells = [_flat(source.text), _flat(target.text), *([comment] if comment else [])]
            yield "\t".join(cells)
            comment = ""


def _comment(concept: Concept, lang: str) -> str:
    avoided = [
        f"Not: {term.text}{f' ({term.why})' if term.why else ''}."
        for term in concept.terms
        if term.status not in APPROVED and serves(term.lang, lang)
    ]
    return " ".join((*concept.notes, *avoided))


def _flat(text: str) -> str:
    return " ".join(text.split())
