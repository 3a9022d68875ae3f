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
from unicodedata import combining, is_normalized, normalize

_QUOTES = "\"'`´‘’‚‛“”„‟‹›«»′″‴‵‶〝〞〟「」『』﹁﹂﹃﹄ʹʺʻʼʽ＂＇｀｢｣"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_BLANKS = r"\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_FULL_WIDTH = r"\uff01-\uff5e"  # forms of ASCII
_ZERO_WIDTH = frozenset(
    chr(code)
    for codes in (
        (0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF),
        range(0x200B, 0x2010),
        range(0x2060, 0x2065),
        range(0xFE00, 0xFE10),  # variation selectors
        range(0xE0100, 0xE01F0),
    )
    for code in codes
)
_WORD = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
# Latin letters, pinyin's too, Chinese characters and their own punctuation: no clusters among them.
_PLAIN = (
    r"\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u01cd-\u01dc"
    r"\u3001-\u3003\u3005-\u3011\u3014-\u301b\u3400-\u4dbf\u4e00-\u9fff"
)


class Folded(NamedTuple):
    """A folded text; of each of its characters, where in the original it begins and ends (code points)."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a stretch of the folded text that is not empty."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str, keep_case: bool = False) -> Folded:
    """The text folded for any language; with `keep_case`, everything but its case."""
    simple = _simplify(text)
    if "  " not in simple and _plain().fullmatch(simple) and is_normalized("NFKC", simple):
        folded = simple if keep_case else simple.casefold()
        if len(folded) == len(text):
            return Folded(folded, range(len(text)), range(1, len(text) + 1))
    return _fold_clusters(text, keep_case)


def singular(folded: Folded) -> Folded:
    """The folded text with each English plural and possessive as its base; its span is the whole token's."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
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
        if char in _ZERO_WIDTH:
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
    return _foreign().sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    char = found[0]
    if char in _QUOTES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # a lone surrogate, which no search could be made for
    return " " if char.isspace() else _simplify(chr(ord(char) - 0xFEE0))


@cache
def _foreign() -> re.Pattern[str]:
    """What `_simplify` replaces."""
    return re.compile(f"[{_QUOTES}{re.escape(_HYPHENS)}{_BLANKS}{_FULL_WIDTH}\ud800-\udfff]")


@cache
def _plain() -> re.Pattern[str]:
    """Texts in which each character is a cluster of its own."""
    return re.compile(f"[{_PLAIN}]*")


@cache
def _token() -> re.Pattern[str]:
    """A word in Latin letters, with its possessive 's."""
    return re.compile(f"[{_WORD}]+(?:'s(?![{_WORD}]))?")
