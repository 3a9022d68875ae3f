"""The English fold: the light fold, and on top of it what an English word may be without being another word.

It is local to a word: what stands between two blanks folds to the same whatever stands around it. A word may
fold to nothing (*the*) or to several words (*medium-sized*, *R&D*). What changes:

    hyphen or en dash inside a word     a blank; a hyphen at its end nothing: small- and medium-sized
    the, an, small a                    nothing, where they are the whole word
    quotation marks, apostrophes        nothing, but between two letters: enterprises' is enterprises
    &                                   and
    U.S., Ph.D.                         US, PhD; and US is never us
    plural, possessive, spelling        as `spelling.base` has it
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate

from reader.terms.folding import Folded, fold
from reader.terms.spelling import base

_LATIN = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_DASHES = "\u2014\u2015"  # between clauses, with blanks around them or without
# Short forms that are ordinary words in lower case.
_CAPITALS = frozenset(("AIDS", "CAP", "IT", "LED", "MOST", "PIN", "RAM", "UN", "US", "WHO"))
_LEFT_OUT = ("a", "an", "the")
_ENDING = ".,:;!?)]"  # what often stands behind a word and folds to itself
_LONGEST = 64  # of a word that is worth remembering


def fold_word(word: str, keep_case: bool = False) -> Folded:
    """A word without blanks in it, folded; its places count from its own beginning."""
    return _remembered(word, keep_case) if len(word) <= _LONGEST else _fold_word(word, keep_case)


def is_plain(words: str) -> bool:
    """Whether these words, where a text in ASCII has them in whatever capitals, fold to the same as here.

    They are letters alone, none of them is left out, and none is a short form in capitals.
    """
    return all(
        word.isascii() and word.isalpha() and word.upper() not in _CAPITALS and word.lower() not in _LEFT_OUT
        for word in words.split(" ")
    )


class FoldedWords:
    """A text folded word by word, one blank between them; its places are only reckoned when asked for."""

    def __init__(self, raw: str, keep_case: bool = False) -> None:
        self._raw = raw
        self._words = raw.split()
        known = _remembered if len(max(self._words, key=len, default="")) <= _LONGEST else _fold_word
        self._folded = [known(word, keep_case) for word in self._words]
        self.text = " ".join([folded.text for folded in self._folded if folded.text])
        self._begins: list[int] = []  # of each word that is left, in the folded text
        self._left: list[tuple[int, Folded]] = []  # where it begins in the raw one, and itself

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """The place in the original of a stretch of the folded text that begins and ends with no blank.

        None where it begins or ends inside what was one character of the original.
        """
        if not self._begins:
            self._reckon()
        at = bisect_right(self._begins, start) - 1
        inside = start - self._begins[at]
        first, (_, starts, ends) = self._left[at]
        begin = first + starts[inside]
        if inside and starts[inside - 1] == starts[inside]:
            return None
        if end > self._begins[at] + len(starts):
            at = bisect_right(self._begins, end - 1) - 1
            first, (_, starts, ends) = self._left[at]
        inside = end - self._begins[at]
        if inside < len(starts) and starts[inside - 1] == starts[inside]:
            return None
        return begin, first + ends[inside - 1]

    def _reckon(self) -> None:
        left = [
            (at, folded) for at, folded in zip(self._raw_begins(), self._folded, strict=True) if folded.text
        ]
        self._left = left
        self._begins = [0, *accumulate(len(folded.text) + 1 for _, folded in left[:-1])]

    def _raw_begins(self) -> list[int]:
        """Where each word begins in the raw text."""
        lengths = list(map(len, self._words))
        if sum(lengths) + len(lengths) - 1 == len(self._raw):  # one blank between two, and no others
            return [0, *accumulate(length + 1 for length in lengths[:-1])]
        begins, at = [], 0
        for word in self._words:
            at = self._raw.index(word, at)
            begins.append(at)
            at += len(word)
        return begins


def _fold_word(word: str, keep_case: bool) -> Folded:
    core = word.rstrip(_ENDING)
    if core.isascii() and core.replace(",", "").replace(".", "").isdigit():
        return Folded(word, range(len(word)), range(1, len(word) + 1))
    if core.isascii() and core.isalnum() and not (core == word and _is_article(word)):
        token, size = _token(core, keep_case), len(core)
        if len(token) == size:
            return Folded(token + word[size:], range(len(word)), range(1, len(word) + 1))
        if len(token) < size:  # no need to take the word apart
            starts = (*range(len(token)), *range(size, len(word)))
            ends = (*range(1, len(token)), size, *range(size + 1, len(word) + 1))
            return Folded(token + word[size:], starts, ends)
    return _fold_parts(word, fold(word, True), keep_case)


def _is_article(word: str) -> bool:
    return word in _LEFT_OUT or word.lower() in ("the", "an")


def _fold_parts(word: str, plain: Folded, keep_case: bool) -> Folded:
    """As `_fold_word`, for any word; `plain` is the word under the light fold."""
    if _is_article(plain.text):
        return Folded("", (), ())
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, begin, end in _pieces(word, plain, keep_case):
        if piece:
            places = [min(at, end - 1) for at in range(begin, begin + len(piece))]
            pieces.append(piece)
            starts += [plain.starts[at] for at in places]
            ends += [plain.ends[at] for at in places[:-1]]
            ends.append(plain.ends[end - 1])
    return Folded("".join(pieces), tuple(starts), tuple(ends))


_remembered = lru_cache(16384)(_fold_word)


def _pieces(word: str, plain: Folded, keep_case: bool) -> Iterator[tuple[str, int, int]]:
    """The parts of a word, each folded and with its place in the plain one."""
    text = plain.text
    for kind, begin, end in _parts(text):
        part = text[begin:end]
        if kind == "short":
            yield _token(part.replace(".", ""), keep_case), begin, end
        elif kind == "token":
            plural = part[1:] == "s" and part[0].isupper() and text[max(begin - 1, 0) : begin] == "&"
            yield _token(part[:1] if plural else part, keep_case), begin, end
        elif kind == "mark":
            dash = part == "-" and word[plain.starts[begin]] in _DASHES
            left = text[max(begin - 1, 0) : begin]
            yield part if dash else _mark(part, left, text[end : end + 1]), begin, end
        else:
            yield part if keep_case else fold(part).text, begin, end


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """What a word is made of, by place: short forms with full stops, tokens, marks, runs of the rest."""
    at, last_stop = 0, text.rfind(".", 0, -1)
    while at < len(text):
        begin, kind = at, _kind(text[at])
        if "A" <= text[at] <= "Z" and at < last_stop and (short := _short().match(text, at)):
            kind, at = "short", short.end()
        else:
            at += 1
            while kind != "mark" and at < len(text) and _kind(text[at]) == kind:
                at += 1
            if kind == "token" and text.startswith("'s", at) and _kind(text[at + 2 : at + 3]) != kind:
                at += 2
        yield kind, begin, at


def _kind(char: str) -> str:
    """What a character belongs to: a token in Latin letters, the marks that fold away, or the rest."""
    if char.isascii():
        return "token" if char.isalnum() else "mark" if char and char in "'&-" else "rest"
    return "token" if "\u00c0" <= char <= "\u024f" and char not in "\u00d7\u00f7" else "rest"


def _token(token: str, keep_case: bool) -> str:
    if keep_case:
        return base(token)
    capital = token.removesuffix("'s")
    if capital in _CAPITALS:
        return capital
    if capital[:-1] in _CAPITALS and capital[-1] == "s":
        return capital[:-1]
    return base(token.lower() if token.isascii() else fold(token).text)


def _mark(mark: str, left: str, right: str) -> str:
    """What is left of a quotation mark, a hyphen or an ampersand between these characters."""
    if mark == "&":
        return " " * left.isalnum() + "and" + " " * right.isalnum()
    inside = left.isalnum() and right.isalnum()
    if mark == "-":
        return " " if inside else "" if left.isalnum() and not right else "-"
    return "'" if inside else ""


@cache
def _short() -> re.Pattern[str]:
    """A short form with its full stops."""
    last = rf"(?![{_LATIN}])\.?(?:'?s)?(?![{_LATIN}.])"
    return re.compile(rf"(?<![{_LATIN}_.])(?:[A-Z][a-z]?\.)+[A-Z][a-z]?{last}")
