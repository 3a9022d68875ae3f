"""Where each concept stands all over a text."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from reader.terms.concepts import Term
from reader.terms.matching import Matcher
from reader.terms.occurrences import Occurrence, occurrences
from reader.text.article import Paragraph, Side

_SIDES: tuple[Side, Side] = ("source", "translation")
_SIZE = 9  # numbers that an occurrence is packed into


class Places(Sequence[Occurrence]):
    """The occurrences of one concept in their order, packed: a long text has a million."""

    def __init__(self, concept: str) -> None:
        self._concept = concept
        self._packed = array("i")
        self._terms: list[Term] = []
        self._term_at: dict[int, int] = {}
        self._texts: list[str] = []
        self._text_at: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._packed) // _SIZE

    @overload
    def __getitem__(self, at: int) -> Occurrence: ...
    @overload
    def __getitem__(self, at: slice) -> list[Occurrence]: ...
    def __getitem__(self, at: int | slice) -> Occurrence | list[Occurrence]:
        if isinstance(at, slice):
            return [self._unpacked(place) for place in range(*at.indices(len(self)))]
        return self._unpacked(range(len(self))[at])

    def append(self, occurrence: Occurrence) -> None:
        """Keep one more."""
        number, side, start, end, text, _, term, partner, nested = occurrence
        if id(term) not in self._term_at:
            self._term_at[id(term)] = len(self._terms)
            self._terms.append(term)
        if text not in self._text_at:
            self._text_at[text] = len(self._texts)
            self._texts.append(text)
        begin, stop = partner or (-1, -1)
        known = (self._term_at[id(term)], self._text_at[text])
        self._packed.extend((number, _SIDES.index(side), start, end, begin, stop, nested, *known))

    def _unpacked(self, place: int) -> Occurrence:
        packed = self._packed[place * _SIZE : (place + 1) * _SIZE]
        number, side, start, end, begin, stop, nested, term, text = packed
        partner = None if begin < 0 else (begin, stop)
        return Occurrence(
            number,
            _SIDES[side],
            start,
            end,
            self._texts[text],
            self._concept,
            self._terms[term],
            partner,
            bool(nested),
        )


def survey(
    paragraphs: Iterable[Paragraph], source_lang: str, target_lang: str, matcher: Matcher
) -> Iterator[dict[str, Places]]:
    """The places of each concept that stands in the text, by its id.

    Yields the same growing answer after every paragraph, so that whoever asks may stop or rest between two;
    it is complete when the iterator ends.
    """
    return gathered(occurrences(paragraph, source_lang, target_lang, matcher) for paragraph in paragraphs)


def gathered(paragraphs: Iterable[Iterable[Occurrence]]) -> Iterator[dict[str, Places]]:
    """The same where the occurrences of each paragraph are known already."""
    found: dict[str, Places] = {}
    for paragraph in paragraphs:
        for occurrence in paragraph:
            if occurrence.concept not in found:
                found[occurrence.concept] = Places(occurrence.concept)
            found[occurrence.concept].append(occurrence)
        yield found


class Line(NamedTuple):
    """A place as a keyword in context, on one line."""

    place: Occurrence
    left: str
    keyword: str
    right: str


def concordance(
    paragraph_of: Callable[[int], Paragraph], places: Iterable[Occurrence], width: int = 40
) -> Iterator[Line]:
    """Each place with up to `width` code points of its paragraph on either side; line ends become blanks."""
    for place in places:
        text = paragraph_of(place.paragraph).side(place.side)
        parts = (
            text[max(0, place.start - width) : place.start],
            place.text,
            text[place.end : place.end + width],
        )
        yield Line(place, *(part.replace("\n", " ").replace("\t", " ") for part in parts))
