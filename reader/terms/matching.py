"""Which of the forms found in a text count: the longest, nested but never crossing.

A form counts where it stands as a word and in the case its term asks for, and not inside one of the term's
`except_in`. The longest is taken first, then the leftmost. Not taken is what crosses a taken one, what lies
inside a taken one of its own concept, and what is deprecated and lies inside a taken one that is approved.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.terms.concepts import Glossary, Term
from reader.terms.folding import fold, singular
from reader.terms.forms import Form, Hit
from reader.terms.kept_forms import Language, language_of
from reader.text.addresses import addresses

APPROVED = ("preferred", "admitted", "")


class Match(NamedTuple):
    """A term where it stands, in code points of the text that was searched; an English 's belongs to it."""

    start: int
    end: int
    concept: str
    term: Term
    text: str


class Matcher:
    """Finds a glossary's terms; what it needs for a language is made when it is first asked for it."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._languages: dict[str, Language] = {}
        self._last: dict[str, tuple[str, Collection[Hit]]] = {}  # by language: a text is asked about again

    def language(self, lang: str) -> Language:
        """What it looks for in a text of this language."""
        if lang not in self._languages:
            self._languages[lang] = language_of(self._glossary, lang)
        return self._languages[lang]

    def find(self, text: str, lang: str) -> tuple[Match, ...]:
        """The terms of this language in the text, by start, then the longer first.

        A text in bare `zh` has simplified and traditional terms; one without a language has none.
        """
        return _matches(text, _taken(self._hits(text, lang)))

    def crossing(self, text: str, lang: str) -> tuple[Match, ...]:
        """The approved terms that `find` leaves out since each crosses one that it takes."""
        hits = self._hits(text, lang)
        return _matches(text, _approved_crossing(hits, _taken(hits)))

    def _hits(self, text: str, lang: str) -> Collection[Hit]:
        last = self._last.get(lang)
        if last and last[0] == text:
            return last[1]
        written, inflected = self.language(lang)[:2]
        hits = _best(text, _unguarded([*written.hits(text), *inflected.hits(text)]))
        self._last[lang] = text, hits
        return hits


def _matches(text: str, hits: Iterable[Hit]) -> tuple[Match, ...]:
    return tuple(
        [
            Match(start, end, form.concept, form.term, text[start:end])
            for start, end, form in sorted(hits, key=_in_text)
        ]
    )


def _in_text(hit: Hit) -> tuple[int, int, int]:
    return hit.start, -hit.end, hit.form.order


def _approved_crossing(hits: Iterable[Hit], taken: Collection[Hit]) -> Iterator[Hit]:
    """The approved hits that cross a taken one."""
    for hit in hits:
        if hit.form.term.status in APPROVED and any(
            hit.start < other.start < hit.end < other.end or other.start < hit.start < other.end < hit.end
            for other in taken
        ):
            yield hit


def _unguarded(hits: list[Hit]) -> list[Hit]:
    """The hits of terms, without those that lie inside a guard of their term."""
    guards: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.form.guards:
            guards.setdefault(hit.form.order, []).append(hit)
    if not guards:
        return hits
    spans = {order: _Spans(found) for order, found in guards.items()}
    return [
        hit
        for hit in hits
        if not hit.form.guards and not (hit.form.order in spans and spans[hit.form.order].hold(hit))
    ]


class _Spans:
    """Stretches of a text that can tell quickly whether one of them holds another."""

    def __init__(self, hits: list[Hit]) -> None:
        ordered = sorted(hits, key=lambda hit: hit.start)
        self._starts = [hit.start for hit in ordered]
        self._furthest = list(accumulate((hit.end for hit in ordered), max))

    def hold(self, hit: Hit) -> bool:
        before = bisect_right(self._starts, hit.start)
        return before > 0 and self._furthest[before - 1] >= hit.end


def _best(text: str, hits: Collection[Hit]) -> Collection[Hit]:
    """One hit for each place and concept: the term that is nearest to what stands there."""
    if len(hits) < 2:
        return hits
    best: dict[tuple[int, int, str], Hit] = {}
    for hit in hits:
        place = (hit.start, hit.end, hit.form.concept)
        known = best.get(place)
        if known is not None:
            hit = min(known, hit, key=lambda hit: _distance(text[hit.start : hit.end], hit.form))
        best[place] = hit
    return best.values()


def _distance(found: str, form: Form) -> tuple[bool, bool, bool, bool, int]:
    """How far a form is from what was found: to the letter, folded, in the singular, by status, by order."""
    plain, own = fold(found), fold(form.surface)
    return (
        form.derived or found != form.surface,
        form.derived or plain.text != own.text,
        form.derived or singular(plain).text != singular(own).text,
        form.term.status not in APPROVED,
        form.order,
    )


class _Taken(NamedTuple):
    """A taken hit and what was taken inside it, side by side."""

    hit: Hit
    inner: list["_Taken"]  # quoted inside alone: `typing` compiles what is quoted as a whole


def _taken(hits: Collection[Hit]) -> Collection[Hit]:
    """The hits that count; see the head of the module."""
    if all(left.end <= right.start for left, right in pairwise(sorted(hits, key=_in_text))):
        return hits
    kept: list[Hit] = []
    outer: list[_Taken] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.form.order)):
        if _place(hit, outer):
            kept.append(hit)
    return kept


def _place(hit: Hit, level: list[_Taken]) -> bool:
    """Put the hit among those taken before, none of which is shorter; False where it has no place."""
    while True:
        at = bisect_right(level, hit.start, key=lambda taken: taken.hit.start)
        if at < len(level) and level[at].hit.start < hit.end:
            return False  # crosses the one that begins inside it
        if at == 0 or level[at - 1].hit.end <= hit.start:
            level.insert(at, _Taken(hit, []))
            return True
        around = level[at - 1]
        if around.hit.end < hit.end or not _may_lie_in(hit, around.hit):
            return False
        level = around.inner


def _may_lie_in(hit: Hit, around: Hit) -> bool:
    if hit.form.concept == around.form.concept:
        return False
    shorter = (hit.start, hit.end) != (around.start, around.end)
    shielded = hit.form.term.status not in APPROVED and around.form.term.status in APPROVED
    return not (shorter and shielded)


def outside_addresses(text: str, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The matches that do not stand in an address."""
    spans = addresses(text) if matches else []
    if not spans:
        return matches
    return tuple(
        match for match in matches if not any(start < match.end and match.start < end for start, end in spans)
    )
