"""What is remembered about a place in a text, so that it can be found again after the text was edited."""

from typing import Literal, NamedTuple, Protocol

from reader.text.article import Paragraph, Side
from reader.text.digest import digest

State = Literal["exact", "moved", "uncertain", "orphan"]

CONTEXT = 32
"""How many characters on each side of the quote are remembered."""

PASSAGE = 1000
"""How many characters of the paragraph are remembered, to know an edited one by."""


class Paragraphs(Protocol):
    """As much of an article as anchors need."""

    @property
    def digest(self) -> str:
        """What the whole content is known by."""

    @property
    def first(self) -> int:
        """The number of the first paragraph."""

    @property
    def last(self) -> int:
        """The number of the last paragraph; below `first` where there is none."""

    def paragraph(self, number: int) -> Paragraph:
        """The paragraph with this number."""


class Anchor(NamedTuple):
    """A place in a text: a whole paragraph, or some words in it or in its translation.

    Offsets are code points; of the paragraph, or of its translation where `side` says so.
    """

    digest: str  # of the text that the anchor was made in
    number: int  # of the paragraph, in that text
    paragraph: str  # the fingerprint of the paragraph
    before: str  # of its neighbours; "" at the edge of the text
    after: str
    passage: str  # how the paragraph begins, at most PASSAGE characters
    quote: str  # the exact words; the whole paragraph where that is meant
    prefix: str  # what stands around the words, at most CONTEXT characters
    suffix: str
    start: int = 0
    end: int = 0
    side: Side = "source"

    @property
    def whole(self) -> bool:
        """Whether the paragraph as such is meant, and no words in it."""
        return self.start == self.end

    @property
    def prints(self) -> tuple[str, str, str]:
        """The fingerprints of the paragraph and of its neighbours."""
        return self.paragraph, self.before, self.after


class Resolution(NamedTuple):
    """Where an anchor is now.

    `exact`: nothing changed. `moved`: the same words, at another place. `uncertain`: the likeliest place.
    `orphan`: nowhere, and then `number` is None. A place without extent (`start` equal to `end`) is the whole
    paragraph, or one in which the words are no longer found.
    """

    number: int | None
    start: int
    end: int
    state: State
    score: float  # 0 to 1


def fingerprint(words: str) -> str:
    """What a paragraph is known by: 16 hexadecimal digits that depend on every character of it."""
    return digest(words.encode("utf-8", "surrogatepass"), 8)


def anchor_at(text: Paragraphs, number: int, start: int = 0, end: int = 0, side: Side = "source") -> Anchor:
    """The anchor of the paragraph, or of the words from `start` to `end` of it; raises IndexError."""
    paragraph = text.paragraph(number)
    before, after = words_at(text, number - 1), words_at(text, number + 1)
    passage = paragraph.source[:PASSAGE]
    words = paragraph.side(side)
    if words[start:end]:
        quote, prefix, suffix = (
            words[start:end],
            words[max(0, start - CONTEXT) : start],
            words[end : end + CONTEXT],
        )
    else:
        start = end = 0
        quote, prefix, suffix = paragraph.source, before[-CONTEXT:], after[:CONTEXT]
    return Anchor(
        digest=text.digest,
        number=number,
        paragraph=fingerprint(paragraph.source),
        before=print_at(text, number - 1),
        after=print_at(text, number + 1),
        passage=passage,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        start=start,
        end=end,
        side=side,
    )


def words_at(text: Paragraphs, number: int) -> str:
    """The words of a paragraph; "" beyond the edge of the text."""
    return text.paragraph(number).source if text.first <= number <= text.last else ""


def print_at(text: Paragraphs, number: int) -> str:
    """The fingerprint of a paragraph; "" beyond the edge of the text."""
    return fingerprint(text.paragraph(number).source) if text.first <= number <= text.last else ""
