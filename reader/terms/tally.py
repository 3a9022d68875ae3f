"""How each concept is rendered all over a document: counts, places, and whether the renderings agree."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from reader.terms.checks import Reading
from reader.terms.concepts import Kind, Term
from reader.terms.findings import Finding, Quote, Spot, Tallied, Used
from reader.terms.matching import APPROVED, Match
from reader.terms.renderings import Rendering, inconsistent, rendering_key
from reader.terms.termbase import Termbase

MOST_SPOTS = 1000
"""How many places of one rendering are kept; a long file has millions."""


Whole = tuple[str, str]
"""The target of a segment, and its language."""
Find = Callable[[str, str], Iterable[Match]]
"""What finds the terms in a target of a language."""


class _Count:
    """How often one of several renderings was met."""

    __slots__ = ("first", "nested", "spots", "term", "text", "times")

    def __init__(self, text: str, term: Term, first: Quote) -> None:
        self.text = text  # as it stands first
        self.term = term
        self.first = first
        self.times = 0
        self.nested = 0
        self.spots: list[Spot] = []


class Tally:
    """The renderings met so far of each concept; of one document, or of all of them together."""

    def __init__(self, varied: Collection[str] = (), language: str = "") -> None:
        """`varied` are the concepts that may have several renderings; of the others no places are kept.

        `language` is that of the targets.
        """
        self._varied = frozenset(varied)
        self._language = language
        self._met: dict[str, Whole] = {}  # each concept, and the target where it stands first
        self._counts: dict[str, dict[str, _Count]] = {}  # of those that vary
        self._times: dict[str, int] = {}  # of the others
        self._keys: dict[str, str] = {}

    def take(self, reading: Reading, settled: Collection[str] | None = None) -> None:
        """Count what stands in the target of a segment, but for what the source has not.

        Where it is `settled` which concepts count, the source is not looked at.
        """
        end = 0
        for match in reading.target:
            nested = match.end <= end
            end = max(end, match.end)
            concept = match.concept
            if settled is None:
                counts = concept not in reading.segment.ignored and reading.translates(concept)
            else:
                counts = concept in settled
            if counts:
                self._count(reading, match, nested)

    def add(self, concepts: Collection[str], target: str) -> bool:
        """Count concepts, as often as they are named, that stand in a target.

        False, and nothing is counted, where one of them may have several renderings.
        """
        if self._varied and not self._varied.isdisjoint(concepts):
            return False
        times = self._times
        for concept in concepts:
            if concept in times:
                times[concept] += 1
            else:
                times[concept] = 1
                self._met[concept] = target, self._language
        return True

    def merge(self, other: "Tally") -> None:
        """Count everything that another tally has, which stands behind what was counted so far."""
        if self._met:
            for concept, whole in other._met.items():
                self._met.setdefault(concept, whole)
        else:
            self._met.update(other._met)
        times = self._times
        for concept, more in other._times.items():
            times[concept] = times.get(concept, 0) + more
        for concept, counts in other._counts.items():
            own = self._counts.setdefault(concept, {})
            for key, count in counts.items():
                met = own.setdefault(key, _Count(count.text, count.term, count.first))
                met.times += count.times
                met.nested += count.nested
                met.spots += count.spots[: MOST_SPOTS - len(met.spots)]

    def _key(self, term: Term) -> str:
        """Which of its concept's renderings the term is."""
        key = self._keys.get(term.text)
        if key is None:
            key = self._keys[term.text] = rendering_key(term)
        return key

    def _count(self, reading: Reading, match: Match, nested: bool) -> None:
        concept = match.concept
        if concept not in self._varied:
            self.add((concept,), reading.segment.target.text)
            return
        self._met.setdefault(concept, (reading.segment.target.text, self._language))
        counts = self._counts.setdefault(concept, {})
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
            if len(full) < 2 or not inconsistent(full):
                continue
            used = _used(counts.values())
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
                (names.preferred,) if names.preferred else names.expected,
                why,
                names.place,
                "",
                used=used,
            )

    def summary(self, findings: Mapping[str, Counter[Kind]], find: Find) -> tuple[Tallied, ...]:
        """A row for each concept that was met or that something was found about, as they came."""
        return tuple(
            Tallied(concept, self._all_used(concept, find), findings.get(concept, Counter()))
            for concept in dict.fromkeys((*self._met, *findings))
            if concept
        )

    def _all_used(self, concept: str, find: Find) -> tuple[Used, ...]:
        several = _used(self._counts.get(concept, {}).values())
        times = self._times.get(concept)
        if times is None:
            return several
        first = next(match for match in find(*self._met[concept]) if match.concept == concept)
        return Used(first.text, first.term.status, times, ()), *several


def _worst(counts: Iterable[_Count]) -> _Count:
    """The first rendering that is not to be used, else the first one that stands there."""
    ordered = list(counts)
    return next((count for count in ordered if count.term.status not in APPROVED), ordered[0])


def _used(counts: Iterable[_Count]) -> tuple[Used, ...]:
    ordered = sorted(counts, key=lambda count: -count.times)
    return tuple(Used(count.text, count.term.status, count.times, tuple(count.spots)) for count in ordered)
