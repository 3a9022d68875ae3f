"""A text with its terms as JSON; `reader/data/show.schema.json` says what it holds."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.exports.show import Page
from reader.terms.occurrences import Occurrence
from reader.text.article import About, Article, Paragraph

SCHEMA = 1


def show_json(article: Article, pages: Iterable[Page]) -> Iterator[str]:
    """The pieces of one JSON document that ends in LF; offsets are code points, from 0."""
    about = article.about
    head = {
        "schema": SCHEMA,
        "title": article.title,
        "languages": {"source": about.source_language, "target": about.target_language or None},
    }
    yield f'{_dumped(head)[:-1]}, "paragraphs": ['
    between = "\n"
    for page in pages:
        yield between + _dumped(_paragraph(page, article))
        between = ",\n"
    yield "\n]}\n"


def _paragraph(page: Page, article: Article) -> dict[str, Any]:
    return {
        "number": page.paragraph.number,
        "text": page.paragraph.source,
        "translation": page.paragraph.translation,
        "terms": [_term(one, page.paragraph, article.about) for one in page.occurrences],
        "notes": list(page.paragraph.notes),
    }


def _term(one: Occurrence, paragraph: Paragraph, about: About) -> dict[str, Any]:
    source = one.side == "source"
    other = paragraph.side("translation" if source else "source")
    return {
        "concept": one.concept,
        "lang": about.source_language if source else about.target_language,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "status": one.term.status,
        "severity": one.term.severity,
        "partner": _span(other, *one.partner) if one.partner else None,
    }


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
