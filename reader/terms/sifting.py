"""Which segments of a batch have to be checked one by one: most have no term, or what they should have.

A segment is settled at once where the checks would find nothing in it: its terms are clear, every concept of
its source is rendered by an approved term, none of the terms in its target may be told about, and nothing in
it bears on what comes after. What such a segment adds to the tally is told with it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reader.terms.scanning import Hit, Scanner
from reader.text.addresses import may_have_address
from reader.text.segments import Segment
from reader.text.wrong_language import strangers

_OPENING = ("(", "（")  # behind them a text may introduce a short form


class Settled(NamedTuple):
    """What is to be known of a segment that no check would find anything in."""

    counted: Sequence[
        tuple[str, bool]
    ]  # the concepts that belong into the tally, and if nested in a longer term
    spelled_out: Sequence[str]  # the concepts that stand in full in the target


class Sieve:
    """Sifts segments of one document."""

    def __init__(self, source: Scanner | None, target: Scanner, languages: tuple[str, str] | None) -> None:
        """`source` is None for a text in one language; `languages` are those that the sides should be in."""
        self._source = source
        self._target = target
        self._languages = languages
        self._expected = target.language.named
        self._sourced = source.language.named if source else frozenset[str]()
        self._loose = (
            not source
            or not set(target.marks) <= {"q", "a"}
            or "-" in target.edges
            or not self._sourced.issuperset(chain.from_iterable(target.concepts))
        )

    def prepare(self) -> None:
        """Make now what is otherwise made for the first segments."""
        for scanner in filter(None, (self._source, self._target)):
            scanner.scan(["-"])

    def sift(self, batch: Sequence[Segment]) -> Iterator[tuple[int, Settled | None]]:
        """The places in the batch, from 0, of segments with anything in them; None: must be checked."""
        targets = [segment.target.text for segment in batch]
        sources = [segment.source.text if segment.source else "" for segment in batch]
        open_ = {at for at, segment in enumerate(batch) if segment.ignored}
        open_.update(
            at for texts in (sources, targets) for at, text in enumerate(texts) if may_have_address(text)
        )
        source_hits: dict[int, list[Hit]] = {}
        nested: set[int] = set()
        wanted: Sequence[int] = range(len(batch))
        if self._source:
            named = self._source.scan(sources)
            open_ |= named.unclear
            open_.update(self._strays(named.hits, targets))
            open_.update(at for at, segment in enumerate(batch) if not segment.source)
            source_hits, nested = named.hits, named.nested
            wanted = self._wanted(source_hits.keys() | open_, targets)
        found = self._target.scan([targets[at] for at in wanted]).moved(wanted)
        open_ |= found.unclear
        nested = nested | found.nested
        if self._languages:
            open_.update(strangers(sources, self._languages[0]), strangers(targets, self._languages[1]))
        for at in sorted(open_ | found.hits.keys() | source_hits.keys()):
            if at in open_:
                yield at, None
            else:
                sides = source_hits.get(at, ()), found.hits.get(at, ())
                yield at, self._settled(targets[at], *sides, at in nested)

    def _strays(self, named: Iterable[int], targets: Sequence[str]) -> Iterable[int]:
        """Those of the `named` places whose target has, or may have, a term of the source's language."""
        assert self._source is not None
        ascii_too = not self._source.never_ascii
        places = [at for at in named if ascii_too or not targets[at].isascii()]
        found = self._source.scan([targets[at] for at in places]).moved(places)
        return found.unclear | found.hits.keys()

    def _wanted(self, named: Collection[int], targets: Sequence[str]) -> Sequence[int]:
        """The places whose target has to be searched: where its terms may matter, whatever the source has.

        They matter where the source has terms, where a text may introduce short forms, and everywhere if the
        glossary has any that is told about, or is counted, without a term in the source.
        """
        if self._loose:
            return range(len(targets))
        one, other = _OPENING
        return [at for at, text in enumerate(targets) if at in named or one in text or other in text]

    def _settled(
        self, text: str, sources: Sequence[Hit], targets: Sequence[Hit], nested: bool
    ) -> Settled | None:
        concepts, marks = self._target.concepts, self._target.marks
        told = [marks[hit.pattern] for hit in targets]
        if told and (_OPENING[0] in text or _OPENING[1] in text or "a" in told or "x" in told):
            return None
        found = [concept for hit in targets for concept in concepts[hit.pattern]]
        named: list[str] = []
        if self._source:
            own = self._source.concepts
            named = [concept for hit in sources for concept in own[hit.pattern]]
        inside: Collection[str] = ()
        if nested:
            inside = {concept for at in _nested(targets) for concept in concepts[targets[at].pattern]}
            if not self._rendered(named, sources, found, inside):
                return None
        elif any(concept not in found and concept in self._expected for concept in named):
            return None
        counted = [
            (concept, concept in inside)
            for concept in found
            if concept in named or concept not in self._sourced
        ]
        full = found
        if "s" in told:
            full = [
                concept for hit in targets if marks[hit.pattern] == "q" for concept in concepts[hit.pattern]
            ]
        return Settled(counted, full)

    def _rendered(
        self, named: Sequence[str], sources: Sequence[Hit], found: Sequence[str], inside: Collection[str]
    ) -> bool:
        """Whether it is plain, though terms stand inside terms, that each concept of the source is rendered.

        It is where a concept stands on its own on both sides, and where one that stands in others on the
        source's side stands anywhere in the target. `inside` are those inside others in the target.
        """
        if len(set(found)) < len(found) or len(set(named)) < len(named):
            return False  # a term in a longer one of its own concept is none
        if not self._source:
            return True
        if any(self._source.marks[hit.pattern] == "x" for hit in sources):
            return False
        own = self._source.concepts
        named_inside = {concept for at in _nested(sources) for concept in own[sources[at].pattern]}
        return not any(
            (concept not in found or (concept in inside and concept not in named_inside))
            and concept in self._expected
            for concept in named
        )


def _nested(hits: Iterable[Hit]) -> set[int]:
    """The places, among the hits of a text, of those inside longer ones."""
    inside = set()
    furthest = 0
    for at, hit in enumerate(hits):
        if hit.end <= furthest:
            inside.add(at)
        furthest = max(furthest, hit.end)
    return inside
