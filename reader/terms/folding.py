"""The light fold: what makes two spellings one term, with a map from every folded character to the text.

`fold` is for every language: NFKC, case, one kind of quotation mark (apostrophes too), one kind of hyphen,
one blank for a run of them, zero-width characters gone. `singular` is for English on top of it: plural -s,
-es and -ies and possessive 's, token by token. It is no stemmer on purpose: *specialized*, *specializing*
and *special* stay three words, since telling such renderings apart is what the fold is for.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

_QUOTES = frozenset("\"'`´‘’‚‛“”„‟‹›«»′″‴‵‶〝〞〟「」『』﹁﹂﹃﹄ʹʺʻʼʽ＂＇｀｢｣")
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d")
_ZERO_WIDTH = (
    ("\u00ad", "\u00ad"),
    ("\u034f", "\u034f"),
    ("\u061c", "\u061c"),
    ("\u180e", "\u180e"),
    ("\u200b", "\u200f"),
    ("\u2060", "\u2064"),
    ("\ufe00", "\ufe0f"),  # variation selectors
    ("\ufeff", "\ufeff"),
    ("\U000e0100", "\U000e01ef"),
)
_WORD = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"


class Folded(NamedTuple):
    """A folded text; of each of its characters, where in the original it begins and ends (code points)."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a stretch of the folded text that is not empty."""
        return self.starts[start], self.ends[end - 1]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """As `span`; None where the stretch begins or ends inside what was one character of the original."""
        starts = self.starts
        if (start > 0 and starts[start - 1] == starts[start]) or (
            end < len(starts) and starts[end - 1] == starts[end]
        ):
            return None
        return starts[start], self.ends[end - 1]


def fold(text: str, keep_case: bool = False) -> Folded:
    """The text folded for any language; with `keep_case`, everything but its case."""
    simple = _simplify(text)
    if "  " not in simple and (simple.isascii() or all(map(_stands_for_itself, set(simple)))):
        folded = simple if keep_case else simple.casefold()
        return Folded(folded, range(len(text)), range(1, len(text) + 1))
    if "…" in text and all(map(_stands_for_itself, set(simple) - {"…"})) and "  " not in simple:
        return _fold_between_dots(simple if keep_case else simple.casefold())
    return _fold_clusters(text, keep_case)


def singular(folded: Folded) -> Folded:
    """The folded text with each English plural and possessive as its base; its span is the whole token's."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    if "s" not in folded.text and "e" not in folded.text:
        return folded  # no token can end in what `stem` takes off
    for token in _token().finditer(folded.text):
        base = stem(token[0])
        if base == token[0]:
            continue
        begin, end = token.span()
        kept = begin + len(base)
        pieces += folded.text[done:begin], base
        starts += folded.starts[done:kept]
        ends += folded.ends[done : kept - 1]
        ends.append(folded.ends[end - 1])
        done = end
    if not done:
        return folded
    pieces.append(folded.text[done:])
    return Folded("".join(pieces), [*starts, *folded.starts[done:]], [*ends, *folded.ends[done:]])


@lru_cache(8192)
def stem(token: str) -> str:
    """What the singular, plural and possessive of a word in lower case have in common; not always a word.

    `companies` and `company` give `company`, `enterprises` and `enterprise` give `enterpri`.
    """
    token = token.removesuffix("'s")
    size = len(token)
    if size > 4 and token.endswith("ies"):
        return token[:-3] + "y"
    if size > 3 and token.endswith("ie"):
        return token[:-2] + "y"
    if size > 4 and token.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        return _without_s(token[:-2])
    if size > 3 and token.endswith(("se", "xe", "ze", "che", "she", "oe")):
        return _without_s(token[:-1])
    if size > 2 and token[-1] == "s" and token[-2] not in "s0123456789":
        return token[:-1]
    return token


def _without_s(base: str) -> str:
    """`status` of `statuses`, as `stem` leaves `status` itself: it might be the plural of `statu`."""
    return base[:-1] if base.endswith(("us", "is")) else base


def _fold_between_dots(text: str) -> Folded:
    """As `_fold_clusters`, where nothing but the three dots of an ellipsis becomes several characters."""
    starts: list[int] = []
    for place, char in enumerate(text):
        starts += (place, place, place) if char == "…" else (place,)
    return Folded(text.replace("…", "..."), starts, [start + 1 for start in starts])


def _fold_clusters(text: str, keep_case: bool) -> Folded:
    """As `fold`, cluster by cluster: where the number of characters may change."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, cluster in _clusters(text):
        for char in _fold_cluster(cluster, keep_case):
            if char == " " and folded and folded[-1] == " ":
                ends[-1] = end
                continue
            folded.append(char)
            starts.append(start)
            ends.append(end)
    return Folded("".join(folded), starts, ends)


def _clusters(text: str) -> list[tuple[int, int, str]]:
    """Start, end and characters of each base with its combining marks; zero-width characters left out."""
    clusters: list[tuple[int, int, str]] = []
    for place, char in enumerate(text):
        if _has_no_width(char):
            continue
        if clusters and (
            combining(char) or "\u1160" <= char <= "\u11ff"
        ):  # the latter: Hangul vowels and finals
            start, _, before = clusters[-1]
            clusters[-1] = (start, place + 1, before + char)
        else:
            clusters.append((place, place + 1, char))
    return clusters


@lru_cache(8192)
def _fold_cluster(cluster: str, keep_case: bool) -> str:
    normal = normalize("NFKC", _simplify(cluster))
    if not keep_case:
        normal = normalize("NFKC", normal.casefold())
    return _simplify(normal)


def _simplify(text: str) -> str:
    """The text with one quotation mark, one hyphen and one blank, and ASCII for its full-width forms."""
    if text.isascii() and text.isprintable():
        return text.replace('"', "'").replace("`", "'")
    for char in set(text):
        simple = _simple(char)
        if simple != char:
            text = text.replace(char, simple)
    return text


@lru_cache(65536)
def _simple(char: str) -> str:
    if char in _QUOTES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if "\uff01" <= char <= "\uff5e":
        return _simple(chr(ord(char) - 0xFEE0))
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # a lone surrogate, which no search could be made for
    return " " if char.isspace() else char


@lru_cache(65536)
def _stands_for_itself(char: str) -> bool:
    """Whether the character is a cluster of its own and stays one character."""
    if "\u4e00" <= char <= "\u9fff":
        return True  # Chinese, of which a text has hundreds
    return not (
        _has_no_width(char) or _continues(char) or normalize("NFKC", char) != char or len(char.casefold()) > 1
    )


@lru_cache(65536)
def _has_no_width(char: str) -> bool:
    return any(first <= char <= last for first, last in _ZERO_WIDTH)


@lru_cache(65536)
def _continues(char: str) -> bool:
    """Whether the character belongs to the one before it: a combining mark, a Hangul vowel or final."""
    return bool(combining(char)) or "\u1160" <= char <= "\u11ff"


@cache
def _token() -> re.Pattern[str]:
    """A word in Latin letters, with its possessive 's."""
    return re.compile(f"[{_WORD}]+(?:'s(?![{_WORD}]))?")
