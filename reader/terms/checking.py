"""Checking a document against a termbase: its segments one by one, then what only the whole can tell."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeGuard, get_args

from reader.errors import Fault
from reader.terms import checks
from reader.terms.concepts import Glossary, Kind
from reader.terms.findings import Checked, Finding, Tallied
from reader.terms.fingerprints import fingerprinted
from reader.terms.forms import serves
from reader.terms.introduced import Introduced
from reader.terms.matching import Match, Matcher, outside_addresses
from reader.terms.renderings import is_short
from reader.terms.tally import Tally
from reader.terms.termbase import Termbase
from reader.text.segments import Bitext, Pairs, Segment, batches, side_by_side
from reader.text.tags import primary

if TYPE_CHECKING:
    from reader.terms.scanning import Scanner
    from reader.terms.sifting import Settled, Sieve
    from reader.text.segments import Part

KINDS: tuple[Kind, ...] = get_args(Kind)
_BATCH = 512  # segments that are searched at once
_FEW = 64  # segments that are searched one by one


def unheard(fault: Fault) -> None:
    """Do nothing about a fault."""


def uncounted(segments: int) -> None:
    """Do nothing about how many segments are done."""


class Checker:
    """Checks documents one after the other; `checked` and `summary` tell of those that are done."""

    def __init__(
        self,
        glossary: Glossary,
        kinds: Collection[Kind] = KINDS,
        files: Mapping[str, str] | None = None,
        matcher: Matcher | None = None,
        batch: int = _BATCH,
        jobs: int = 1,
        counting: bool = True,
    ) -> None:
        """`kinds` are those that are looked for; `files` names the file of each concept from elsewhere.

        `matcher` is one of this glossary that is there already; so many segments at once are a `batch`, and
        so many processes share a large document. Where it is not `counting`, `summary` has not all the uses.
        """
        self.glossary = glossary
        self.kinds = frozenset(kinds)
        self.files = files or {}
        self.matcher = matcher or Matcher(glossary)
        self.batch = batch
        self.jobs = jobs
        self.counting = counting
        self._scanners: dict[str, Scanner] = {}
        self._sieves: dict[tuple[str, str], Sieve] = {}
        self._found: dict[str, Counter[Kind]] = {}
        self.total = Tally()
        self.checked: list[Checked] = []

    def findings(
        self,
        bitext: Bitext,
        tell: Callable[[Fault], None] = unheard,
        passed: Callable[[int], None] = uncounted,
    ) -> Iterator[Finding]:
        """The findings of a document, segment by segment, then those about all of it.

        `tell` hears of each unit that could not be read, and `passed`, now and then, how many segments are
        done. Raises InputError where reading on makes no sense.
        """
        for finding in Run(self, bitext, tell, passed).findings():
            if finding.concept:
                self._found.setdefault(finding.concept, Counter())[finding.kind] += 1
            yield finding

    def scanner(self, language: str) -> "Scanner":
        """What finds the terms of this language in many texts at once."""
        if language not in self._scanners:
            from reader.terms.scanning import Scanner  # not worth its import for a few texts

            self._scanners[language] = Scanner(self.matcher, language)
        return self._scanners[language]

    def sieve(self, source_language: str, target_language: str) -> "Sieve":
        """What tells which of many segments in these languages have to be looked at; the first may be ""."""
        languages = (source_language, target_language)
        if languages not in self._sieves:
            from reader.terms.sifting import Sieve  # not worth its import for a few texts

            source = self.scanner(source_language) if source_language else None
            told = languages if "wrong-language" in self.kinds and source_language else None
            self._sieves[languages] = Sieve(source, self.scanner(target_language), told, self.counting)
        return self._sieves[languages]

    def summary(self) -> tuple[Tallied, ...]:
        """How the concepts fared in all documents so far, by their order in the glossary's texts."""
        return self.total.summary(self._found, self.find)

    def find(self, text: str, language: str) -> tuple[Match, ...]:
        """The terms in a text that do not stand in an address."""
        return outside_addresses(text, self.matcher.find(text, language))


class Known:
    """What has been learnt of a document so far."""

    def __init__(self, varied: Collection[str], language: str) -> None:
        """`varied` are the concepts that may have several renderings, in the targets' language."""
        self.tally = Tally(varied, language)
        self.spelled_out: set[str] = set()  # concepts that stood in full
        self.introduced = Introduced()
        self.count = 0  # segments

    def merge(self, later: "Known") -> None:
        """Add what has been learnt of a part that stands behind."""
        self.tally.merge(later.tally)
        self.spelled_out |= later.spelled_out
        self.introduced.merge(later.introduced)
        self.count += later.count


class Run:
    """One document's way through the checks."""

    def __init__(
        self,
        checker: Checker,
        bitext: Bitext,
        tell: Callable[[Fault], object],
        passed: Callable[[int], object] = uncounted,
    ) -> None:
        self.checker = checker
        self.bitext = bitext
        self.tell = tell
        self.passed = passed
        language = bitext.target_language
        self.known = Known(checker.matcher.language(language).varied, language)
        self._kinds = checker.kinds
        self._termbase = Termbase(
            checker.glossary, bitext.source_language, bitext.target_language, checker.files
        )

    def findings(self) -> Iterator[Finding]:
        """Everything that is found, in the order of the document."""
        bitext, jobs = self.bitext, self.checker.jobs
        self._expect_terms()
        if jobs > 1:
            from reader.terms.parallel import together

            yield from together(self, jobs)
        else:
            yield from self.alone(bitext.parts())
        self.checker.total.merge(self.known.tally)
        self.checker.checked.append(
            Checked(bitext.path, bitext.source_language, bitext.target_language, self.known.count)
        )
        if "inconsistent" in self._kinds:
            yield from fingerprinted(
                None, self.known.tally.findings(self._termbase, bool(bitext.source_language))
            )

    def alone(self, parts: "Iterable[Part]") -> Iterator[Finding]:
        """What the segments of these parts give one by one."""
        for part in parts:
            for pairs in self._pairs(part):
                for segment in self._open(pairs):
                    reading = self._reading(segment)
                    yield from fingerprinted(reading, self._wanted(self._checked(reading)))
                self.known.count += len(pairs.targets)
                self.passed(self.known.count)

    def prepare(self) -> None:
        """Make what many segments are searched with, so that processes to come have it from this one."""
        self._sieve().prepare()

    def _expect_terms(self) -> None:
        """Raise InputError where nothing could be found whatever the document says."""
        bitext, glossary = self.bitext, self.checker.glossary
        for side, lang in (("target", bitext.target_language), ("source", bitext.source_language)):
            terms = (term for concept in glossary.concepts for term in concept.terms)
            if lang and not any(serves(term.lang, lang) for term in terms):
                from reader.terms.unserved import unserved  # only where something is wrong

                raise unserved(bitext, side, glossary)

    def _pairs(self, part: "Part") -> Iterator[Pairs]:
        """The segments of a part, many at once; the faults between them are told."""
        if pairs := part.pairs():
            yield pairs
            return
        for batch in batches(part.segments(), self.checker.batch):
            yield side_by_side([item for item in batch if self._is_read(item)])

    def _is_read(self, item: Segment | Fault) -> TypeGuard[Segment]:
        """Whether it is a segment; a fault is told."""
        if isinstance(item, Fault):
            self.tell(item)
            return False
        return True

    def _open(self, pairs: Pairs) -> Iterator[Segment]:
        """The segments that have to be looked at; what the others have is counted."""
        if len(pairs.targets) < _FEW:
            yield from map(pairs.segment, range(len(pairs.targets)))
            return
        for at, settled in self._sieve().sift(pairs):
            if settled:
                self._count(pairs, at, settled)
            else:
                yield pairs.segment(at)

    def _count(self, pairs: Pairs, at: int, settled: "Settled") -> None:
        """Learn from a segment that nothing is found in; it is searched where places have to be kept."""
        bitext, known = self.bitext, self.known
        text = pairs.targets[at]
        if not known.tally.add(settled.counted, text):
            target = self.checker.matcher.find(text, bitext.target_language)
            known.tally.take(
                checks.Reading(
                    pairs.segment(at), bitext.path, bitext.source_path, (), target, (), self._termbase
                ),
                settled.counted,
            )
        known.spelled_out.update(settled.spelled_out)

    def _sieve(self) -> "Sieve":
        return self.checker.sieve(self.bitext.source_language, self.bitext.target_language)

    def _reading(self, segment: Segment) -> checks.Reading:
        bitext, find = self.bitext, self.checker.find
        source: tuple[Match, ...] = ()
        stray: tuple[Match, ...] = ()
        target = find(segment.target.text, bitext.target_language)
        if segment.source is not None:
            source = find(segment.source.text, bitext.source_language)
            # Only where the source names a concept can its own words have been left in the target.
            if source:
                stray = find(segment.target.text, bitext.source_language)
        return checks.Reading(segment, bitext.path, bitext.source_path, source, target, stray, self._termbase)

    def _checked(self, reading: checks.Reading) -> Iterator[Finding]:
        """What the segment's own rules say, and the tallies fed."""
        bitext = self.bitext
        strange = False
        if "wrong-language" in self._kinds and bitext.source_language:
            both = bitext.source_language, bitext.target_language
            for finding in checks.wrong_language(reading, *both, "untranslated" in self._kinds):
                strange = True
                yield finding
        yield from checks.forbidden(reading)
        yield from checks.non_preferred(reading, self.known.spelled_out)
        if reading.source and not strange:  # what is in another language has none of the terms
            yield from checks.missing(reading, self._stands_otherwise)
            yield from checks.untranslated(reading)
        self.known.introduced.learn(reading.segment.target.text, reading.target)
        self.known.tally.take(reading)
        self.known.spelled_out.update(match.concept for match in reading.target if not is_short(match.term))

    def _stands_otherwise(self, text: str, concept: str) -> bool:
        """Whether the target renders the concept in a way that `Matcher.find` leaves out.

        That is by a short form that the document has introduced, across the edge of another term, with its
        last words behind the other members of an enumeration, or in other words that say the same.
        """
        if self.known.introduced.find(text, concept):
            return True
        language = self.bitext.target_language
        crossing = self.checker.matcher.crossing(text, language)
        if any(match.concept == concept for match in crossing):
            return True
        if primary(language) != "en":
            return False
        from reader.terms.coordination import coordinated  # only where something is about to be told
        from reader.terms.rewording import reworded

        names = self._termbase.names(concept)
        return coordinated(text, names.expected) is not None or reworded(text, names.inflected)

    def _wanted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        return (finding for finding in findings if finding.kind in self._kinds)
