"""Which segments of a batch have to be checked one by one: most have no term, or what they should have.

A segment is settled at once where the checks would find nothing in it: its terms are clear, every concept of
its source is rendered by an approved term, none of the terms in its target may be told about, and nothing in
it bears on what comes after. What such a segment adds to the tally is told with it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reader.terms.introduced import may_introduce
from reader.terms.plain_renderings import PlainRenderings
from reader.terms.scanning import Hit, Scanned, Scanner
from reader.text.addresses import may_have_address
from reader.text.segments import Pairs
from reader.text.wrong_language import strangers


class Settled(NamedTuple):
    """What is to be known of a segment that no check would find anything in."""

    counted: Sequence[str]  # the concepts that belong into the tally, each as often as it stands there
    spelled_out: Sequence[str]  # the concepts that stand in full in the target


class Sieve:
    """Sifts segments of one document."""

    def __init__(
        self,
        source: Scanner | None,
        target: Scanner,
        languages: tuple[str, str] | None,
        counting: bool = True,
    ) -> None:
        """`source` is None for a text in one language; `languages` are those that the sides should be in.

        `counting`: of settled segments, too, it is to be known which concepts they have.
        """
        self._source = source
        self._target = target
        self._languages = languages
        self._expected = target.language.named
        self._sourced = source.language.named if source else frozenset[str]()
        self._deprecates = source is not None and "x" in source.marks
        # Whether nothing is told about any term of the target's.
        self._only_preferred = set(target.marks) <= {"q"}
        self._loose = (
            not source
            or not self._only_preferred
            or "-" in target.edges
            or not self._sourced.issuperset(chain.from_iterable(target.concepts))
        )

        self._plain: PlainRenderings | None = None
        if source and not counting and not self._loose and not self._deprecates:
            self._plain = PlainRenderings(source, target)

    def prepare(self) -> None:
        """Make now what is otherwise made for the first segments."""
        for scanner in filter(None, (self._source, self._target)):
            scanner.prepare()

    def sift(self, pairs: Pairs) -> Iterator[tuple[int, Settled | None]]:
        """The places, from 0, of segments with anything in them; None: must be checked."""
        sources, targets = pairs.sources, pairs.targets
        open_ = set(pairs.remarked)
        named = Scanned({}, {}, set())
        wanted: Sequence[int] = range(len(targets))
        if self._source:
            named = self._source.scan(sources)
            open_ |= named.unclear
            open_.update(self._strays(named.hits, targets))
            if not all(sources):
                open_.update(at for at, text in enumerate(sources) if not text)
            if self._plain:
                for at in named.hits.keys() - open_:
                    if self._plain.rendered(targets[at], named.hits[at], named.nested.get(at, ())):
                        del named.hits[at]
            wanted = self._wanted(named.hits.keys() | open_, targets)
        found = self._target.scan([targets[at] for at in wanted]).moved(wanted)
        open_ |= found.unclear
        if self._languages:
            open_.update(strangers(sources, self._languages[0]), strangers(targets, self._languages[1]))
        for at in sorted(open_ | found.hits.keys() | named.hits.keys()):
            if at in open_ or may_have_address(targets[at]) or may_have_address(sources[at]):
                yield at, None
            else:
                yield at, self._settled(at, targets[at], named, found)

    def _strays(self, named: Iterable[int], targets: Sequence[str]) -> Iterable[int]:
        """Those of the `named` places whose target has, or may have, a term of the source's language."""
        assert self._source is not None
        ascii_too = not self._source.never_latin
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
        return [at for at, text in enumerate(targets) if at in named or may_introduce(text)]

    def _settled(self, at: int, text: str, source: Scanned, target: Scanned) -> Settled | None:
        hits = target.hits.get(at, ())
        if hits and may_introduce(text):
            return None
        full: Sequence[str] | None = None
        if not self._only_preferred:
            marks = self._target.marks
            told = {marks[pattern] for pattern, _, _ in hits}
            if "a" in told or "x" in told:
                return None
            if "s" in told:
                full = _concepts((hit for hit in hits if marks[hit[0]] == "q"), self._target)
        found, inside = _concepts(hits, self._target), _concepts(target.nested.get(at, ()), self._target)
        named: Sequence[str] = ()
        if self._source:
            own = source.hits.get(at, ())
            named, named_inside = _concepts(own, self._source), source.nested.get(at, ())
            if (inside or named_inside) and self._is_tangled(own, named, found):
                return None
            if not self._rendered(named, named_inside, found, inside):
                return None
        elif inside and len(set(found)) < len(found):
            return None
        counted = found
        if found != named:
            counted = [concept for concept in found if concept in named or concept not in self._sourced]
        return Settled(counted, found if full is None else full)

    def _is_tangled(self, hits: Iterable[Hit], named: Collection[str], found: Collection[str]) -> bool:
        """Whether terms that stand in others may be none: in one of their own concept, or deprecated."""
        if len(set(found)) < len(found) or len(set(named)) < len(named):
            return True
        assert self._source is not None
        marks = self._source.marks
        return self._deprecates and any(marks[pattern] == "x" for pattern, _, _ in hits)

    def _rendered(
        self,
        named: Iterable[str],
        named_inside: Iterable[Hit],
        found: Collection[str],
        inside: Collection[str],
    ) -> bool:
        """Whether it is plain that each concept of the source is rendered.

        It is where a concept stands on its own on both sides, and where one that stands in others on the
        source's side stands anywhere in the target. `inside` are those inside others in the target.
        """
        assert self._source is not None
        nested = _concepts(named_inside, self._source) if inside else ()
        expected = self._expected
        for concept in named:
            if concept in expected and (
                concept not in found or (concept in inside and concept not in nested)
            ):
                return False
        return True


def _concepts(hits: Iterable[Hit], scanner: Scanner) -> Sequence[str]:
    """The concepts of what was found, in its order."""
    concepts = scanner.concepts
    return [concept for pattern, _, _ in hits for concept in concepts[pattern]]
