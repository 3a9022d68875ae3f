"""The rules of a check: one function for each kind of finding that a single segment can give."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from reader.terms.concepts import Kind, Severity
from reader.terms.findings import Finding, Level, Quote, Spot
from reader.terms.introduced import fits
from reader.terms.matching import APPROVED, Match
from reader.terms.presence import unrendered
from reader.terms.renderings import is_short
from reader.terms.termbase import Termbase
from reader.text.segments import Passage, Segment
from reader.text.wrong_language import other_language

_SUPERSEDED: tuple[Level, str] = ("warning", "The term is superseded.")
_ADMITTED: tuple[Level, str] = ("info", "The term is admitted, but another one is preferred.")
_LEVELS: dict[str, Level] = {"critical": "error", "major": "error", "minor": "warning", "": "error"}


class Reading(NamedTuple):
    """A segment with the terms that were found in it, and where it stands."""

    segment: Segment
    file: str
    source_file: str
    source: tuple[Match, ...]  # terms of the source's language in the source
    target: tuple[Match, ...]  # terms of the target's language in the target
    stray: tuple[Match, ...]  # terms of the source's language in the target
    termbase: Termbase

    def translates(self, concept: str) -> bool:
        """Whether this concept may be looked for in the target: a source, where there is one, has it."""
        if self.segment.source is None:
            return True
        for match in self.source:
            if match.concept == concept:
                return True
        return not self.termbase.names(concept).source

    def quote(self, match: Match) -> Quote:
        """A match in the target where it stands."""
        return _quote(self.segment.target, self.file, self.segment.id, match.start, match.end)

    def source_quote(self, match: Match | None) -> Quote | None:
        """A match in the source where it stands."""
        if match is None or self.segment.source is None:
            return None
        return _quote(self.segment.source, self.source_file, self.segment.id, match.start, match.end)

    def whole(self) -> Quote:
        """The whole of the target."""
        return _quote(self.segment.target, self.file, self.segment.id, 0, len(self.segment.target.text))


def forbidden(reading: Reading) -> Iterator[Finding]:
    """A deprecated rendering is used.

    It is only worth a remark where the same words are right for another concept, or where the source does not
    have the concept at all; and nothing where both is so.
    """
    for match in reading.target:
        if match.term.status != "deprecated" or _told_around(reading, match):
            continue
        meant, rivals = reading.translates(match.concept), _rivals(reading, match)
        if not meant and rivals:
            continue
        level = _LEVELS[match.term.severity] if meant and not rivals else "info"
        why = match.term.why or match.term.note
        if rivals:
            why = _joined(why, f"Right for another concept: {rivals[0].concept}.")
        elif not meant:
            why = _joined(why, "The source does not have the term here.")
        yield _used(reading, "forbidden", level, match, why or "The glossary deprecates it.")


def non_preferred(reading: Reading, spelled_out: Collection[str] = ()) -> Iterator[Finding]:
    """An admitted or a superseded rendering is used where a preferred one exists.

    An approved short form is right once the concept has been `spelled_out` in the document, and beside the
    full form that it is made of.
    """
    for match in reading.target:
        status = match.term.status
        if status not in ("admitted", "superseded") or not reading.translates(match.concept):
            continue
        preferred = reading.termbase.names(match.concept).preferred
        if not preferred or _is_introduced(reading, match, spelled_out):
            continue
        if status == "superseded":
            level, why = _SUPERSEDED
        else:
            level, why = _ADMITTED
        yield _used(reading, "non-preferred", level, match, match.term.why or why, (preferred,))


def missing(reading: Reading, stands_otherwise: Callable[[str, str], bool]) -> Iterator[Finding]:
    """The source has a concept and the target none of its approved renderings.

    Nothing where the target has a rendering that another rule tells about, or has the source's own words, or
    where the concept `stands_otherwise` in the target's text; nor for a term that stands in a longer one,
    which is told in its stead.
    """
    # Words that are right for another concept say nothing of this one.
    used = [match for match in reading.target if not _rivals(reading, match)]
    told = {match.concept for match in (*used, *reading.stray)}
    told -= {match.concept for match in reading.target if match.term.status in APPROVED}
    text = reading.segment.target.text
    for match in unrendered(reading.source, reading.target):
        concept = match.concept
        if concept in told or not reading.termbase.names(concept).expected:
            continue
        if _told_with_another(reading, match) or stands_otherwise(text, concept):
            continue
        why = f"The source has {match.text}, and nothing here renders it."
        yield _finding(reading, "missing", "error", concept, reading.whole(), match, "", why)


def untranslated(reading: Reading) -> Iterator[Finding]:
    """The source's own words stand in the target, and not as a gloss beside an approved rendering.

    A term inside a longer one is told with that one.
    """
    approved = {match.concept for match in reading.target if match.term.status in APPROVED}
    places = {(match.start, match.end) for match in reading.target}
    end = 0
    for match in reading.stray:
        if match.end <= end or match.concept in approved or (match.start, match.end) in places:
            continue
        if reading.termbase.names(match.concept).expected:
            end = match.end
            source = next((other for other in reading.source if other.concept == match.concept), None)
            why = f"{match.text} is left as it is in the source."
            place = reading.quote(match)
            yield _finding(reading, "untranslated", "error", match.concept, place, source, match.text, why)


def wrong_language(
    reading: Reading, source_language: str, target_language: str, by_terms: bool = False
) -> Iterator[Finding]:
    """A side of the segment is not in the language of its column.

    Nothing of a target that is a copy of the source where that is told `by_terms`, which are `untranslated`.
    """
    segment = reading.segment
    copied = by_terms and segment.source is not None and segment.source.text == segment.target.text
    sides = [(segment.target, reading.file, target_language)]
    if copied and any(left.concept not in segment.ignored for left in untranslated(reading)):
        sides = []
    if segment.source is not None:
        sides.append((segment.source, reading.source_file, source_language))
    for passage, file, language in sides:
        found = other_language(passage.text, language)
        if found:
            quote = _quote(passage, file, segment.id, 0, len(passage.text))
            why = f"This looks like {found}, not like {language}."
            yield Finding("wrong-language", "error", "", quote, None, "", found, (language,), why, "", "")


def _told_with_another(reading: Reading, match: Match) -> bool:
    """Whether the match stands in a longer one, which is looked for in its stead."""
    return any(
        around.start <= match.start
        and match.end <= around.end
        and around.end - around.start > match.end - match.start
        and reading.termbase.names(around.concept).expected
        for around in reading.source
    )


def _told_around(reading: Reading, match: Match) -> bool:
    """Whether the match is part of a longer one that is told, as it is in the source."""
    own = [other for other in reading.source if other.concept == match.concept]
    return bool(own) and any(
        around.start <= match.start
        and match.end <= around.end
        and around.end - around.start > match.end - match.start
        and around.term.status == "deprecated"
        and all(_lies_in(other, around.concept, reading.source) for other in own)
        for around in reading.target
    )


def _lies_in(match: Match, concept: str, among: Collection[Match]) -> bool:
    return any(
        around.concept == concept and around.start <= match.start and match.end <= around.end
        for around in among
    )


def _is_introduced(reading: Reading, match: Match, spelled_out: Collection[str]) -> bool:
    """Whether the match is a short form of what was spelled out before, or is in this very segment."""
    if is_short(match.term) and match.concept in spelled_out:
        return True
    return match.term.status == "admitted" and any(
        other.concept == match.concept
        and other.term.status == "preferred"
        and (is_short(match.term) or fits(match.text, other.text))
        for other in reading.target
    )


def _rivals(reading: Reading, match: Match) -> list[Match]:
    """The approved terms of other concepts that are the very same words."""
    return [
        other
        for other in reading.target
        if (other.start, other.end) == (match.start, match.end)
        and other.concept != match.concept
        and other.term.status in APPROVED
    ]


def _used(
    reading: Reading, kind: Kind, level: Level, match: Match, why: str, expected: tuple[str, ...] = ()
) -> Finding:
    concept = match.concept
    source = next((other for other in reading.source if other.concept == concept), None)
    quote, gravity = reading.quote(match), match.term.severity
    return _finding(reading, kind, level, concept, quote, source, match.text, why, expected, gravity)


def _finding(
    reading: Reading,
    kind: Kind,
    level: Level,
    concept: str,
    target: Quote,
    source: Match | None,
    found: str,
    why: str,
    expected: tuple[str, ...] = (),
    gravity: Severity = "",
) -> Finding:
    """A finding; what the glossary expects stands in it where nothing else is said."""
    names = reading.termbase.names(concept)
    term = names.source if reading.segment.source is not None else ""
    quote = reading.source_quote(source)
    expected = expected or names.expected
    return Finding(kind, level, concept, target, quote, term, found, expected, why, names.place, "", gravity)


def _quote(passage: Passage, file: str, segment: str, start: int, end: int) -> Quote:
    line, column, end_column = passage.extent(start, end)
    return Quote(Spot(file, segment, line, column, end_column), passage.text, start, end)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
