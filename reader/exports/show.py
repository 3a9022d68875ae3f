"""A text with its terms, paragraph by paragraph: what every form of `reader show` is made of."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.exports.entry import one_line, with_pinyin
from reader.terms.concepts import Concept, Glossary, Term, speaks
from reader.terms.occurrences import Occurrence
from reader.terms.wording import standing
from reader.text.article import Article, Paragraph
from reader.text.quoting import quoted
from reader.text.tags import primary


class Page(NamedTuple):
    """A paragraph and every term that stands in it, nested ones included, in the order of the text."""

    paragraph: Paragraph
    occurrences: tuple[Occurrence, ...]


class Rendering(NamedTuple):
    """One wording of one concept in a paragraph, however often it stands there."""

    concept: Concept
    translated: bool  # it stands in the translation, and its concept not in the source
    text: str  # as it stands there first
    term: Term
    times: int
    equals: Term | None  # what the entry prefers in the other language
    preferred: Term | None  # what the entry prefers in this language; None where `term` is approved


def renderings(page: Page, glossary: Glossary) -> list[Rendering]:
    """The wordings of the source in the order of the text, then those that only the translation has."""
    grouped: dict[tuple[str, str], list[Occurrence]] = {}
    rendered = {one.concept for one in page.occurrences if one.side == "source"}
    for one in sorted(page.occurrences, key=lambda one: (one.side != "source", one.start, -one.end)):
        if one.side == "source" or one.concept not in rendered:
            grouped.setdefault((one.concept, one.text), []).append(one)
    return [_rendering(same, glossary) for same in grouped.values()]


def heading(article: Article) -> Iterator[tuple[str, str]]:
    """What is known of the text as a whole, as labels and texts."""
    about = article.about
    yield "title", article.title
    for label, text in (("column", about.column), ("author", about.author), ("date", about.date)):
        if text:
            yield label, text
    if article.bilingual and about.translation_label:
        yield "translation", " / ".join(about.translation_label.values())


def show_heading(article: Article) -> str:
    """What is known of the text, one `label: text` a line, and an empty line."""
    return "".join(f"{label}: {one_line(text)}\n" for label, text in heading(article)) + "\n"


def show_page(page: Page, article: Article, glossary: Glossary, notes: bool) -> str:
    """The paragraph in both languages, its terms and on request its notes, one a line, and an empty line."""
    about = article.about
    lines = [f"¶ {page.paragraph.number}", f"{about.source_language or 'text'}: {page.paragraph.source}"]
    if page.paragraph.translation is not None:
        lines.append(f"{about.target_language or 'translation'}: {page.paragraph.translation}")
    lines += [f"term: {describe(rendering)}" for rendering in renderings(page, glossary)]
    lines += [f"note: {note}" for note in page.paragraph.notes if notes]
    return "".join(f"{one_line(line)}\n" for line in [*lines, ""])


def describe(rendering: Rendering) -> str:
    """What stands here, what it stands for, its status in words, and what would be better."""
    said = quoted(rendering.text)
    if rendering.equals:
        said += f" = {with_pinyin(rendering.equals)}"
    said += f"; {standing(rendering.term)}"
    if rendering.preferred:
        said += f"; preferred: {with_pinyin(rendering.preferred)}"
    if rendering.times > 1:
        said += f"; {rendering.times} times"
    return f"{said}; in the translation alone" if rendering.translated else said


def _rendering(same: list[Occurrence], glossary: Glossary) -> Rendering:
    one = same[0]
    concept = glossary.concept(one.concept)
    better = concept.preferred(one.term.lang) if one.term.status not in ("preferred", "") else None
    equals = _in_other_language(concept, one.term.lang, glossary)
    return Rendering(concept, one.side != "source", one.text, one.term, len(same), equals, better)


def _in_other_language(concept: Concept, lang: str, glossary: Glossary) -> Term | None:
    """The entry's preferred term in the first language of the glossary that is another one than `lang`."""
    base = primary(lang)
    others = (other for other in glossary.languages if not speaks(other, base))
    return next((term for other in others if (term := concept.preferred(other))), None)
