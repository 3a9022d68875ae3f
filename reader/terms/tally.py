"""How each concept is rendered all over a document: counts, places, and whether the renderings agree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.terms.checks import Reading
from reader.terms.concepts import Kind, Term
from reader.terms.findings import Finding, Quote, Spot, Tallied, Used
from reader.terms.forms import Form
from reader.terms.matching import APPROVED, Match
from reader.terms.survey import Rendering, inconsistent, rendering_key
from reader.terms.termbase import Termbase

MOST_SPOTS = 1000
"""How many places of one rendering are kept; a long file has millions."""


class _Count:
    """How often one rendering was met."""

    __slots__ = ("first", "nested", "spots", "term", "text", "times")

    def __init__(self, text: str, term: Term, first: Quote) -> None:
        self.text = text
        self.term = term
        self.first = first
        self.times = 0
        self.nested = 0
        self.spots: list[Spot] = []


class Tally:
    """The renderings met so far of each concept; of one document, or of all of them together."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, _Count]] = {}
        self._keys: dict[str, str] = {}

    def take(self, reading: Reading) -> None:
        """Count what stands in the target of a segment, but for what the source has not."""
        end = 0
        for match in reading.target:
            nested = match.end <= end
            end = max(end, match.end)
            if match.concept in reading.segment.ignored or not reading.translates(match.concept):
                continue
            self._count(reading, match, nested)

    def add(self, counted: Sequence[tuple[Form, bool, bool]]) -> bool:
        """Count renderings without their places: of each its form, if nested, and if its place is wanted.

        False, and nothing is counted, where one of them is the first of its kind or its place is wanted.
        """
        found = []
        for form, nested, placed in counted:
            count = self._counts.get(form.concept, {}).get(self._key(form.term))
            if count is None or (placed and len(count.spots) < MOST_SPOTS):
                return False
            found.append((count, nested))
        for count, nested in found:
            count.times += 1
            count.nested += nested
        return True

    def merge(self, other: "Tally") -> None:
        """Count everything that another tally has, which stands behind what was counted so far."""
        for concept, counts in other._counts.items():
            own = self._counts.setdefault(concept, {})
            for key, count in counts.items():
                known = own.setdefault(key, _Count(count.text, count.term, count.first))
                known.times += count.times
                known.nested += count.nested
                known.spots += count.spots[: MOST_SPOTS - len(known.spots)]

    def _key(self, term: Term) -> str:
        key = self._keys.get(term.text)
        if key is None:
            key = self._keys[term.text] = rendering_key(term)
        return key

    def _count(self, reading: Reading, match: Match, nested: bool) -> None:
        counts = self._counts.setdefault(match.concept, {})
        key = self._key(match.term)
        count = counts.get(key)
        if count is None:
            count = counts[key] = _Count(match.text, match.term, reading.quote(match))
        count.times += 1
        count.nested += nested
        if len(count.spots) < MOST_SPOTS:
            count.spots.append(reading.quote(match).spot)

    def findings(self, termbase: Termbase, bilingual: bool) -> Iterator[Finding]:
        """The concepts whose renderings disagree, as findings without a fingerprint.

        Where they disagree by one that is not to be used, the finding stands at the first of those.
        """
        for concept, counts in self._counts.items():
            full = [
                Rendering(count.text, count.term, count.times, count.nested, ()) for count in counts.values()
            ]
            if not inconsistent(full):
                continue
            used = _used(counts)
            names = termbase.names(concept)
            first = _worst(counts.values()).first
            found = ", ".join(f"{each.text} ×{each.times}" for each in used)
            why = f"One concept, {len(used)} renderings in this text."
            yield Finding(
                "inconsistent",
                "warning",
                concept,
                first,
                None,
                names.source if bilingual else "",
                found,
                names.expected,
                why,
                names.place,
                "",
                used=used,
            )

    def summary(self, findings: Mapping[str, Counter[Kind]]) -> tuple[Tallied, ...]:
        """A row for each concept that was met or that something was found about, as they came."""
        concepts = dict.fromkeys((*self._counts, *findings))
        return tuple(
            Tallied(concept, _used(self._counts.get(concept, {})), findings.get(concept, Counter()))
            for concept in concepts
            if concept
        )


def _worst(counts: Iterable[_Count]) -> _Count:
    """The first rendering that is not to be used, else the first one that stands there."""
    ordered = list(counts)
    return next((count for count in ordered if count.term.status not in APPROVED), ordered[0])


def _used(counts: Mapping[str, _Count]) -> tuple[Used, ...]:
    ordered = sorted(counts.values(), key=lambda count: -count.times)
    return tuple(Used(each.text, each.term.status, each.times, tuple(each.spots)) for each in ordered)
