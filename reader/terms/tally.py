"""How each concept is rendered all over a document: counts, places, and whether the renderings agree."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

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
    """How often one rendering was met."""

    __slots__ = ("first", "nested", "spots", "term", "text", "times", "whole")

    def __init__(self, text: str, term: Term | None, first: Quote | None, whole: Whole = ("", "")) -> None:
        self.text = text  # as it stands first; "" where that has yet to be found in the whole
        self.term = term  # None there
        self.first = first  # None there
        self.whole = whole
        self.times = 0
        self.nested = 0
        self.spots: list[Spot] = []


class Tally:
    """The renderings met so far of each concept; of one document, or of all of them together."""

    def __init__(self, varied: Collection[str] = ()) -> None:
        """`varied` are the concepts that may have several renderings; of the others no places are kept."""
        self._varied = varied
        self._counts: dict[str, dict[str, _Count]] = {}
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

    def add(self, counted: Sequence[tuple[str, bool]], whole: Whole) -> bool:
        """Count concepts that stand in a target, each with whether it is nested in a longer term.

        False, and nothing is counted, where one of them may have several renderings.
        """
        if self._varied and any(concept in self._varied for concept, _ in counted):
            return False
        for concept, nested in counted:
            counts = self._counts.get(concept)
            if counts is None:
                counts = self._counts[concept] = {"": _Count("", None, None, whole)}
            count = counts[""]
            count.times += 1
            count.nested += nested
        return True

    def merge(self, other: "Tally") -> None:
        """Count everything that another tally has, which stands behind what was counted so far."""
        for concept, counts in other._counts.items():
            own = self._counts.setdefault(concept, {})
            for key, count in counts.items():
                known = own.setdefault(key, _Count(count.text, count.term, count.first, count.whole))
                known.times += count.times
                known.nested += count.nested
                known.spots += count.spots[: MOST_SPOTS - len(known.spots)]

    def _key(self, concept: str, term: Term) -> str:
        """Which of its concept's renderings the term is; of a concept that has but one it is ""."""
        if concept not in self._varied:
            return ""
        key = self._keys.get(term.text)
        if key is None:
            key = self._keys[term.text] = rendering_key(term)
        return key

    def _count(self, reading: Reading, match: Match, nested: bool) -> None:
        counts = self._counts.setdefault(match.concept, {})
        key = self._key(match.concept, match.term)
        count = counts.get(key)
        if count is None:
            count = counts[key] = _Count(match.text, match.term, reading.quote(match))
        count.times += 1
        count.nested += nested
        if len(count.spots) < MOST_SPOTS and match.concept in self._varied:
            count.spots.append(reading.quote(match).spot)

    def findings(self, termbase: Termbase, bilingual: bool) -> Iterator[Finding]:
        """The concepts whose renderings disagree, as findings without a fingerprint.

        Where they disagree by one that is not to be used, the finding stands at the first of those.
        """
        for concept, counts in self._counts.items():
            full = [
                Rendering(count.text, count.term, count.times, count.nested, ())
                for count in counts.values()
                if count.term
            ]
            if len(full) < 2 or not inconsistent(full):
                continue
            used = _used(concept, counts)
            names = termbase.names(concept)
            first = _worst(counts.values()).first
            assert first, "the first place of a rendering is kept where there are several"
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
            Tallied(
                concept,
                _used(concept, self._counts.get(concept, {}), find),
                findings.get(concept, Counter()),
            )
            for concept in dict.fromkeys((*self._counts, *findings))
            if concept
        )


def _worst(counts: Iterable[_Count]) -> _Count:
    """The first rendering that is not to be used, else the first one that stands there."""
    ordered = list(counts)
    return next((count for count in ordered if count.term and count.term.status not in APPROVED), ordered[0])


def _used(concept: str, counts: Mapping[str, _Count], find: Find | None = None) -> tuple[Used, ...]:
    used = []
    for count in sorted(counts.values(), key=lambda count: -count.times):
        if count.term is None and find:
            first = next(match for match in find(*count.whole) if match.concept == concept)
            count.text, count.term = first.text, first.term
        status = count.term.status if count.term else ""
        used.append(Used(count.text, status, count.times, tuple(count.spots)))
    return tuple(used)
