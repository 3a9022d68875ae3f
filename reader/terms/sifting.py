"""Which segments of a batch have to be checked one by one: most have no term, or what they should have.

A segment is settled at once where the checks would find nothing in it: its terms are clear, every concept of
its source is rendered by an approved term, none of the terms in its target may be told about, and nothing in
it bears on what comes after. What such a segment adds to the tally is told with it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.terms.forms import Form
from reader.terms.matching import APPROVED
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
    text: str  # the target


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

    def prepare(self) -> None:
        """Make now what is otherwise made for the first segments."""
        for scanner in filter(None, (self._source, self._target)):
            scanner.scan(["-"])

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
        form = self._target.form
        forms = [form(hit) for hit in targets]
        if forms and (_OPENING[0] in text or _OPENING[1] in text):
            return None
        for each in forms:
            if each.term.status not in _QUIET:
                return None
        named = [self._source.form(hit) for hit in sources] if self._source else []
        wanted = {each.concept for each in named}
        if nested:
            inside = _nested(targets)
            if not self._rendered(named, _nested(sources), forms, inside):
                return None
            counted = [
                self._counted(each, at in inside)
                for at, each in enumerate(forms)
                if self._counts(each, wanted)
            ]
        else:
            for concept in wanted.difference([each.concept for each in forms]):
                if self._expected(concept):
                    return None
            counted = [self._counted(each) for each in forms if self._counts(each, wanted)]
        return Settled(counted, forms, text)

    def _rendered(
        self, named: Sequence[Form], named_inside: set[int], forms: Sequence[Form], inside: set[int]
    ) -> bool:
        """Whether it is plain, though terms stand inside terms, that each concept of the source is rendered.

        It is where a concept stands on its own on both sides, and where one that stands in others on the
        source's side stands anywhere in the target.
        """
        rendered = {form.concept for form in forms}
        concepts = {form.concept for form in named}
        if len(rendered) < len(forms) or len(concepts) < len(named):
            return False  # a term in a longer one of its own concept is none
        if any(form.term.status not in APPROVED for form in named):
            return False
        alone = {form.concept for at, form in enumerate(forms) if at not in inside}
        return not any(
            form.concept not in (rendered if at in named_inside else alone) and self._expected(form.concept)
            for at, form in enumerate(named)
        )

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


def _nested(hits: Iterable[Hit]) -> set[int]:
    """The places, among the hits of a text, of those inside longer ones."""
    inside = set()
    furthest = 0
    for at, hit in enumerate(hits):
        if hit.end <= furthest:
            inside.add(at)
        furthest = max(furthest, hit.end)
    return inside
