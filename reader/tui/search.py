"""Finding words in both languages of a text, from a place onwards and no further than needed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.text.article import Article, Side

_QUOTES = '["“”„‟«»＂]'
_APOSTROPHES = "['‘’‚‛＇]"
_DASHES = "[-‐‑‒–—―－]"


class Found(NamedTuple):
    """One hit: a span of code points on one side of a paragraph."""

    number: int
    side: Side
    start: int
    end: int


def nothing_found(number: int) -> tuple[Found, ...]:
    """The hits of no search."""
    return ()


class Search:
    """The places where the words stand; case, kinds of quotation marks and of dashes make no difference."""

    def __init__(self, article: Article, words: str) -> None:
        self.article = article
        self.words = words
        self._pattern = re.compile(_loosely(words), re.IGNORECASE) if words else None
        self.hits = lru_cache(maxsize=4096)(self._hits)

    def _hits(self, number: int) -> tuple[Found, ...]:
        """Every hit in one paragraph, those of the source first."""
        if self._pattern is None or not self.article.first <= number <= self.article.last:
            return ()
        paragraph = self.article.paragraph(number)
        return tuple(
            Found(number, side, match.start(), match.end())
            for side in ("source", "translation")
            for match in self._pattern.finditer(paragraph.side(side))
        )

    def after(self, number: int, hit: Found | None, by: int, most: int | None = None) -> Found | None:
        """The next hit from paragraph `number`, or from `hit` in it, forward (1) or back (-1), round the end.

        At most `most` paragraphs are read.
        """
        return next(self._from(number, hit, by, most), None)

    def _from(self, number: int, hit: Found | None, by: int, most: int | None) -> Iterator[Found]:
        own = self.hits(number)
        at = own.index(hit) if hit and hit in own else None
        if at is None:
            yield from own if by > 0 else ()
        else:
            yield from own[at + 1 :] if by > 0 else own[:at][::-1]
        first, last = self.article.first, self.article.last
        count = last - first + 1
        for step in range(1, min(count, most or count) + 1):
            yield from self.hits(first + (number - first + by * step) % count)[::by]

    def count(self, limit: int) -> int | None:
        """How many hits there are in all; None where that means reading more than `limit` paragraphs."""
        article = self.article
        if article.last - article.first >= limit:
            return None
        return sum(len(self.hits(number)) for number in range(article.first, article.last + 1))

    def rank(self, hit: Found) -> int:
        """Which hit of the text it is, from 1."""
        before = sum(len(self.hits(number)) for number in range(self.article.first, hit.number))
        return before + self.hits(hit.number).index(hit) + 1


def _loosely(words: str) -> str:
    """A pattern for the words however their blanks, quotation marks and dashes are written."""
    return "".join(_loose(char) for char in re.sub(r"\s+", " ", words))


def _loose(char: str) -> str:
    for kind in (_QUOTES, _APOSTROPHES, _DASHES):
        if re.match(kind, char):
            return kind
    return r"\s+" if char.isspace() else re.escape(char)
