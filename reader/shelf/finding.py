"""Finds an anchor again: by its paragraph's hash, its words in their context, likeness, or its neighbours."""

from collections.abc import Iterator, Sequence

from reader.shelf.alike_passages import ALIKE, common, likeness, shortlists
from reader.shelf.anchors import Anchor, Paragraphs, Resolution, State, print_at

Places = dict[str, list[int]]
"""The numbers of the paragraphs that have a fingerprint."""

ORPHAN = Resolution(None, 0, 0, "orphan", 0.0)

_SURE = 24  # so many characters, word for word, are no accident
_ENOUGH = 0.95  # so alike that no other candidate is looked at


def resolve(anchor: Anchor, text: Paragraphs) -> Resolution:
    """Where the anchor is in the text as it is now."""
    return resolve_all([anchor], text)[0]


def resolve_all(anchors: Sequence[Anchor], text: Paragraphs) -> list[Resolution]:
    """Where each anchor is now. In an unchanged text that takes no search; else one or two passes for all."""
    found = {place: _stays(anchor, text) for place, anchor in enumerate(anchors)}
    lost = [anchors[place] for place, resolution in found.items() if resolution is None]
    places = _places({print_ for anchor in lost for print_ in anchor.prints}, text) if lost else {}
    for step in (_by_hash, _in_its_place, _by_words):
        left = [place for place, resolution in found.items() if resolution is None]
        if left:
            found.update(zip(left, step([anchors[place] for place in left], places, text), strict=True))
    return [resolution or ORPHAN for resolution in found.values()]


def resume(anchor: Anchor, text: Paragraphs) -> int:
    """The number of the paragraph to go on reading at: the anchor's, else that of an old neighbour."""
    number = resolve(anchor, text).number
    if number is None:
        places = _places({anchor.before, anchor.after}, text)
        beside = places[anchor.after] or places[anchor.before] or [anchor.number]
        number = min(beside, key=lambda place: abs(place - anchor.number))
    return max(text.first, min(number, text.last))


def _stays(anchor: Anchor, text: Paragraphs) -> Resolution | None:
    """The anchor at its old number: in the same text, or where paragraph and neighbours are the same."""
    number = anchor.number
    if anchor.digest != text.digest:
        if not text.first <= number <= text.last or print_at(text, number) != anchor.paragraph:
            return None
        if _company(anchor, number, text) < 2:
            return None
    return _settled(anchor, number, "exact", 1.0, text)


def _by_hash(anchors: list[Anchor], places: Places, text: Paragraphs) -> Iterator[Resolution | None]:
    """Each anchor where its paragraph stands word for word, or None."""
    for anchor in anchors:
        ranked = [
            (_company(anchor, number, text), -abs(number - anchor.number), number)
            for number in places[anchor.paragraph]
        ]
        yield _elected(anchor, sorted(ranked, reverse=True), text) if ranked else None


def _elected(anchor: Anchor, ranked: list[tuple[int, int, int]], text: Paragraphs) -> Resolution:
    """The best of the paragraphs with these very words; sure if it is the only one or in the old company."""
    company, _, number = ranked[0]
    sure = len(ranked) == 1 or company == 2 or company > ranked[1][0]
    state: State = "uncertain" if not sure else "exact" if number == anchor.number else "moved"
    return _settled(anchor, number, state, 1.0 if sure else 0.5, text)


def _in_its_place(anchors: list[Anchor], places: Places, text: Paragraphs) -> Iterator[Resolution | None]:
    """Each anchor in what stands between its old neighbours, if that is an edited paragraph: the usual case.

    No word of the text need be searched for it.
    """
    for anchor in anchors:
        number = _between(anchor, places, text)
        shortlist = [] if number is None else [number]
        alike = _by_likeness(anchor, shortlist, text) if anchor.whole else None
        yield _by_context(anchor, shortlist, text) or alike


def _by_words(anchors: list[Anchor], places: Places, text: Paragraphs) -> Iterator[Resolution | None]:
    """Each anchor in an edited paragraph wherever it is, or in what replaces it, or None."""
    for anchor, shortlist in zip(anchors, shortlists(anchors, text), strict=True):
        found = _by_context(anchor, shortlist, text) or _by_likeness(anchor, shortlist, text)
        number = None if found else _between(anchor, places, text)
        yield found if number is None else _settled(anchor, number, "uncertain", 0.0, text)


def _by_context(anchor: Anchor, shortlist: list[int], text: Paragraphs) -> Resolution | None:
    """The anchor where its words stand with what stood around them."""
    if anchor.side != "source":
        return None
    found = sorted(
        (
            (score, -abs(number - anchor.number), number, start)
            for number in shortlist
            for score, start in _occurrences(anchor, text.paragraph(number).source)
        ),
        reverse=True,
    )
    if not found or found[0][0] < ALIKE:
        return None
    score, _, number, start = found[0]
    sure = not anchor.whole and score == 1.0 and (len(found) == 1 or found[1][0] < 1.0)
    extent = (0, 0) if anchor.whole else (start, start + len(anchor.quote))
    return Resolution(number, *extent, "moved" if sure else "uncertain", score)


def _by_likeness(anchor: Anchor, shortlist: list[int], text: Paragraphs) -> Resolution | None:
    """The anchor in the paragraph that is most like the one it was made in."""
    best, chosen = 0.0, None
    for number in shortlist:
        ratio = likeness(anchor.passage, text.paragraph(number).source)
        if ratio > best:
            best, chosen = ratio, number
        if best >= _ENOUGH:
            break
    return None if chosen is None else _settled(anchor, chosen, "uncertain", best, text)


def _between(anchor: Anchor, places: Places, text: Paragraphs) -> int | None:
    """The number of what stands alone between the two paragraphs that the anchor stood between."""
    before = places[anchor.before] if anchor.before else [text.first - 1]
    after = set(places[anchor.after]) if anchor.after else {text.last + 1}
    between = [number + 1 for number in before if number + 2 in after]
    return min(between, key=lambda number: abs(number - anchor.number), default=None)


def _settled(anchor: Anchor, number: int, state: State, score: float, text: Paragraphs) -> Resolution:
    """The anchor in this paragraph, with its words where they are in it now."""
    if anchor.whole:
        return Resolution(number, 0, 0, state, score)
    words = text.paragraph(number).side(anchor.side)
    if words[anchor.start : anchor.end] == anchor.quote:
        return Resolution(number, anchor.start, anchor.end, state, score)
    found = max(_occurrences(anchor, words), default=None)
    if found is None:
        return Resolution(number, 0, 0, "uncertain", score)
    return Resolution(number, found[1], found[1] + len(anchor.quote), "uncertain", score)


def _occurrences(anchor: Anchor, words: str) -> Iterator[tuple[float, int]]:
    """Where the exact words stand in the paragraph, each with how much of the old context is around them."""
    start = words.find(anchor.quote) if anchor.quote else -1
    while start >= 0:
        yield _context(anchor, words, start), start
        start = words.find(anchor.quote, start + 1)


def _context(anchor: Anchor, words: str, start: int) -> float:
    """From 0 to 1; a whole paragraph that stands inside a longer one needs no context."""
    if anchor.whole:
        return 1.0 if len(anchor.quote) >= _SURE else 0.0
    wanted = len(anchor.prefix) + len(anchor.suffix)
    if not wanted:
        return 1.0
    end = start + len(anchor.quote)
    ahead = common(anchor.prefix[::-1], words[max(0, start - len(anchor.prefix)) : start][::-1])
    behind = common(anchor.suffix, words[end : end + len(anchor.suffix)])
    return (ahead + behind) / wanted


def _company(anchor: Anchor, number: int, text: Paragraphs) -> int:
    """How many of the two old neighbours stand beside the paragraph with this number."""
    return (print_at(text, number - 1) == anchor.before) + (print_at(text, number + 1) == anchor.after)


def _places(wanted: set[str], text: Paragraphs) -> Places:
    """The numbers of the paragraphs with these fingerprints, in one pass over the text."""
    places: Places = {print_: [] for print_ in wanted}
    for number in range(text.first, text.last + 1):
        print_ = print_at(text, number)
        if print_ in places:
            places[print_].append(number)
    return places
