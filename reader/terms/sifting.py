"""Which segments of a batch have to be checked one by one: most have no term, or what they should have.

A segment is settled at once where the checks would find nothing in it: its terms are clear, every concept of
its source is rendered by an approved term, none of the terms in its target may be told about, and nothing in
it bears on what comes after. What such a segment adds to the tally is told with it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.terms.forms import Form
from reader.terms.matching import APPROVED, Match
from reader.terms.presence import unrendered
from reader.terms.scanning import Hit, Scanner
from reader.terms.termbase import Termbase
from reader.text.segments import Segment
from reader.text.wrong_language import strangers

_QUIET = ("preferred", "")  # statuses that no check tells about
_OPENING = ("(", "（")  # behind them a text may introduce a short form


class Counted(NamedTuple):
    """A rendering that stands in a settled segment and belongs into the tally."""

    form: Form
    nested: bool  # in a longer term
    placed: bool  # the tally wants to know where it stands, as the concept has others


class Settled(NamedTuple):
    """What is to be known of a segment that no check would find anything in."""

    counted: Sequence[Counted]
    forms: Sequence[Form]  # all that stand in the target


class Sieve:
    """Sifts segments of one document."""

    def __init__(
        self, source: Scanner | None, target: Scanner, termbase: Termbase, languages: tuple[str, str] | None
    ) -> None:
        """`source` is None for a text in one language; `languages` are those that the sides should be in."""
        self._source = source
        self._target = target
        self._termbase = termbase
        self._languages = languages
        self._expects: dict[str, bool] = {}
        self._anyhow: dict[str, bool] = {}

    def sift(self, batch: Sequence[Segment]) -> Iterator[tuple[int, Settled | None]]:
        """The places in the batch, from 0, of segments with anything in them; None: must be checked."""
        targets = [segment.target.text for segment in batch]
        sources = [segment.source.text if segment.source else "" for segment in batch]
        found = self._target.scan(targets)
        open_ = {at for at, segment in enumerate(batch) if segment.ignored} | found.unclear
        source_hits: dict[int, list[Hit]] = {}
        nested = found.nested
        if self._source:
            named = self._source.scan(sources)
            told = [text if at in named.hits else "" for at, text in enumerate(targets)]
            stray = self._source.scan(told)
            open_ |= named.unclear | stray.unclear | stray.hits.keys()
            open_.update(at for at, segment in enumerate(batch) if not segment.source)
            source_hits = named.hits
            nested = nested | named.nested
        if self._languages:
            open_.update(strangers(sources, self._languages[0]), strangers(targets, self._languages[1]))
        for at in sorted(open_ | found.hits.keys() | source_hits.keys()):
            if at in open_:
                yield at, None
            else:
                sides = source_hits.get(at, ()), found.hits.get(at, ())
                yield at, self._settled(targets[at], *sides, at in nested)

    def _settled(
        self, text: str, sources: Sequence[Hit], targets: Sequence[Hit], nested: bool
    ) -> Settled | None:
        forms = [self._target.form(hit) for hit in targets]
        if forms and (_OPENING[0] in text or _OPENING[1] in text):
            return None
        for form in forms:
            if form.term.status not in _QUIET:
                return None
        if nested:
            return self._weighed(sources, targets)
        wanted = {self._source.form(hit).concept for hit in sources} if self._source else set()
        for concept in wanted.difference([form.concept for form in forms]):
            if self._expected(concept):
                return None
        counted = [self._counted(form) for form in forms if self._counts(form, wanted)]
        return Settled(counted, forms)

    def _weighed(self, sources: Sequence[Hit], targets: Sequence[Hit]) -> Settled | None:
        """The same where terms stand inside terms."""
        source = _matches(self._source, sources) if self._source else []
        target = _matches(self._target, targets)
        for side in (source, target):
            if len({match.concept for match in side}) < len(side):
                return None  # a term in a longer one of its own concept is none
            if any(match.term.status not in APPROVED for match in side):
                return None
        if any(self._expected(match.concept) for match in unrendered(source, target)):
            return None
        wanted = {match.concept for match in source}
        forms, counted, end = [], [], 0
        for match, form in zip(target, _sorted_forms(self._target, targets), strict=True):
            forms.append(form)
            if self._counts(form, wanted):
                counted.append(self._counted(form, match.end <= end))
            end = max(end, match.end)
        return Settled(counted, forms)

    def _counts(self, form: Form, wanted: Collection[str]) -> bool:
        """Whether the form is looked for where the source has the `wanted` concepts."""
        return form.concept in wanted or self._source is None or self._always(form)

    def _counted(self, form: Form, nested: bool = False) -> Counted:
        return Counted(form, nested, self._termbase.varies(form.concept))

    def _expected(self, concept: str) -> bool:
        """Whether the target could have a rendering of the concept."""
        known = self._expects.get(concept)
        if known is None:
            known = self._expects[concept] = bool(self._termbase.names(concept).expected)
        return known

    def _always(self, form: Form) -> bool:
        """Whether the form counts whatever the source has: its concept has no name there."""
        known = self._anyhow.get(form.concept)
        if known is None:
            known = self._anyhow[form.concept] = not self._termbase.names(form.concept).source
        return known


def _sorted_forms(scanner: Scanner, hits: Iterable[Hit]) -> list[Form]:
    """The forms of hits by where they begin, then the longer first."""
    return [scanner.form(hit) for hit in sorted(hits, key=lambda hit: (hit.begin, -hit.end))]


def _matches(scanner: Scanner, hits: Iterable[Hit]) -> list[Match]:
    """The same as matches, whose places are good for comparing them only."""
    matches = []
    for hit in sorted(hits, key=lambda hit: (hit.begin, -hit.end)):
        form = scanner.form(hit)
        matches.append(Match(hit.begin, hit.end, form.concept, form.term, form.surface))
    return matches
