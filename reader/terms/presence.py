"""Whether a segment's target renders what its source names: by nesting, never by counting.

One approved rendering answers for every time the source names a concept. Beyond that, terms inside longer
ones go with them: a source term that stands in a longer one is rendered where that one is; and a rendering
that stands in that of another concept of the source belongs to that concept alone. Where the same words name
several concepts, a rendering of one of them will do.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader.terms.matching import APPROVED, Match


def rendered(concept: str, source: Iterable[Match], target: Sequence[Match]) -> bool:
    """Whether the target has an approved rendering of the concept, as the source names it.

    Both sides are a segment's matches as `Matcher.find` gives them. True also where the source does not name
    the concept at all.
    """
    return all(match.concept != concept for match in unrendered(source, target))


def unrendered(source: Iterable[Match], target: Sequence[Match]) -> Iterator[Match]:
    """Of each concept that the source names and the target does not render, the first place that lacks it."""
    named = list(_with_containers(source))
    concepts = {match.concept for match, _ in named}
    anyhow = {match.concept for match in target}
    meanings = _meanings(named)
    approved: set[str] = set()
    free: set[str] = set()
    for match, around in _with_containers(target):
        if match.term.status in APPROVED:
            approved.add(match.concept)
            if not any(_uses_up(outer, match, concepts) for outer in around):
                free.add(match.concept)
    told: set[str] = set()
    for match, around in named:
        if match.concept in told or not free.isdisjoint(meanings[match.start, match.end]):
            continue
        if around and (match.concept in approved or any(outer.concept in anyhow for outer in around)):
            continue
        told.add(match.concept)
        yield match


def _meanings(named: Iterable[tuple[Match, object]]) -> dict[tuple[int, int], set[str]]:
    """The concepts of each place: where one word names several, it is used for one of them."""
    found: dict[tuple[int, int], set[str]] = {}
    for match, _ in named:
        found.setdefault((match.start, match.end), set()).add(match.concept)
    return found


def _uses_up(outer: Match, inner: Match, concepts: set[str]) -> bool:
    """Whether what stands inside the outer one renders no more than the outer one's concept."""
    return outer.concept != inner.concept and outer.concept in concepts and outer.term.status in APPROVED


def _with_containers(matches: Iterable[Match]) -> Iterator[tuple[Match, list[Match]]]:
    """Each match with the longer ones that it stands in, the outermost first."""
    open_: list[Match] = []
    for match in matches:
        while open_ and open_[-1].end <= match.start:
            open_.pop()
        around = [outer for outer in open_ if (outer.start, outer.end) != (match.start, match.end)]
        yield match, around
        open_.append(match)
