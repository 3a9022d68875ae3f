"""Stand-in while the real one is written."""

from typing import Literal, NamedTuple

from reader.terms.concepts import Term
from reader.terms.matching import Matcher
from reader.text.article import Paragraph


class Occurrence(NamedTuple):
    paragraph: int
    side: Literal["source", "translation"]
    start: int
    end: int
    text: str
    concept: str
    term: Term
    partner: tuple[int, int] | None


def occurrences(
    paragraph: Paragraph, source_lang: str, target_lang: str, matcher: Matcher
) -> tuple[Occurrence, ...]:
    left = matcher.find(paragraph.source, source_lang)
    right = matcher.find(paragraph.translation or "", target_lang)
    out: list[Occurrence] = []
    for side, own, others in (("source", left, right), ("translation", right, left)):
        seen: dict[str, int] = {}
        for m in own:
            k = seen.get(m.concept, 0)
            seen[m.concept] = k + 1
            partners = [o for o in others if o.concept == m.concept]
            p = (partners[k].start, partners[k].end) if k < len(partners) else None
            out.append(Occurrence(paragraph.number, side, m.start, m.end, m.text, m.concept, m.term, p))  # type: ignore
    return tuple(out)
