"""Which terms stand in each of many texts: all of them folded at once and searched in one pass.

It tells which patterns stand in a text and leaves the unusual to `Matcher`: a text in which anything has to
be weighed (capitals that count, crossing terms, characters that fold to several) is called unclear. In the
others each hit is a term, but for one inside another of its own concept, and for a deprecated one inside an
approved one.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import category

from reader.terms.chinese import DOTS, fold_chinese, is_han, passed_over
from reader.terms.english import FoldedWords, fold_word
from reader.terms.folding import fold
from reader.terms.forms import BETWEEN, UNCLEAR, Forms
from reader.terms.matching import Matcher
from reader.terms.spelling import base
from reader.terms.words import in_word

_BETWEEN, _UNCLEAR = BETWEEN.decode(), UNCLEAR.decode()
_BLANK = ord(" ")
_EDGES = {"0": 0, "1": 1, "2": 2, "3": 3, "-": -1}
_WEIGHED = -1
_MOST_WORDS = 200_000  # folded words that are kept
_SIMPLE = re.compile(r"([(\[]*)(?:([A-Za-z]+)|[0-9]+(?:[.,][0-9]+)*)([])},;:.!?%]*)")
_LOWER = bytes(ord(fold(chr(code)).text) if code < 128 else code for code in range(256))
_JOINS = bytes(2 if code > 127 else in_word(chr(code)) for code in range(256))
"""Whether a byte of a folded text belongs to a word; 2 where the character has to be looked at."""

Hit = tuple[int, int, int]
"""A pattern with its begin and end in bytes of the folded texts, of which only the order means anything."""


class Scanned(NamedTuple):
    """What was found in some texts, by their places from 0."""

    hits: dict[int, list[Hit]]  # of clear texts, by where they begin, then the longer first
    nested: dict[int, set[Hit]]  # those of them that stand inside longer ones
    unclear: set[int]

    def moved(self, places: Sequence[int]) -> "Scanned":
        """The same, the texts having these places elsewhere."""
        return Scanned(
            {places[at]: hits for at, hits in self.hits.items()},
            {places[at]: hits for at, hits in self.nested.items()},
            {places[at] for at in self.unclear},
        )


class Scanner:
    """Searches many texts of one language at once."""

    def __init__(self, matcher: Matcher, lang: str) -> None:
        self.lang = lang
        self.language = matcher.language(lang)
        written, inflected = self.language.written, self.language.free
        self.patterns = [*written.patterns, *inflected.patterns]
        self.concepts = [*written.facts.concepts, *inflected.facts.concepts]
        """The concepts of each pattern."""
        self.edges = written.facts.edges + inflected.facts.edges
        """Of each pattern what `Facts.edges` says."""
        self.never_latin = written.never_latin and inflected.never_latin
        """Whether nothing can be found in a text without Chinese."""
        self.marks = written.facts.marks + inflected.facts.marks
        """Of each pattern what `Facts.marks` says."""
        self.spellings = [*written.facts.spellings, *inflected.facts.spellings]
        """Of each pattern what `Facts.spellings` says."""
        self._written = _Pass(written, 0)
        self._inflected = _Pass(inflected, len(written.at))

    def prepare(self) -> None:
        """Make now what is otherwise made for the first texts."""
        self.scan(["-"])

    def scan(self, texts: Sequence[str]) -> Scanned:
        """The plain patterns in each text."""
        written, inflected = self._written.scan(texts), self._inflected.scan(texts)
        if not written.hits and not written.unclear:
            return inflected
        both = written.hits.keys() & inflected.hits.keys()  # their places cannot be compared
        unclear = written.unclear | inflected.unclear | both
        hits, nested = written.hits | inflected.hits, written.nested | inflected.nested
        for at in unclear:
            hits.pop(at, None)
            nested.pop(at, None)
        return Scanned(hits, nested, unclear)


class _Pass:
    """The search for the forms that are compared under one fold."""

    def __init__(self, forms: Forms, first: int) -> None:
        """`first` is the number of the first pattern."""
        self._forms = forms
        self._first = first
        self._folded = Words().fold if forms.key is FoldedWords else Characters(forms).fold
        self._edges = [*(_EDGES[edge] for edge in forms.facts.edges), _WEIGHED]  # the last is of `UNCLEAR`

    def scan(self, texts: Sequence[str]) -> Scanned:
        if not self._forms.patterns or not texts:
            return Scanned({}, {}, set())
        data = self._folded(texts)
        if data is None:
            return Scanned({}, {}, set(range(len(texts))))
        return self._sorted(data, self._forms.fast_automaton.find_matches_as_indexes(data, overlapping=True))

    def _sorted(self, data: bytes, found: Iterable[Hit]) -> Scanned:
        """What the automaton found, by its ends, text by text; without what lies inside a word."""
        hits: dict[int, list[Hit]] = {}
        nested: dict[int, set[Hit]] = {}
        unclear: set[int] = set()
        edges, first, at, counted, last = self._edges, self._first, -1, 0, 0
        for hit in found:
            pattern, begin, end = hit
            edge = edges[pattern]
            if (
                edge > 0
                and (data[end] != _BLANK or data[begin - 1] != _BLANK)
                and _inside_word(data, begin, end, edge)
            ):
                continue
            at += data.count(BETWEEN, counted, end)
            counted = end
            if edge < 0:
                unclear.add(at)
                continue
            if first:
                hit = (pattern + first, begin, end)
            if begin >= last:
                hits.setdefault(at, []).append(hit)
            elif not _put_among(hit, hits[at], nested.setdefault(at, set())):
                unclear.add(at)
            last = end
        for at in unclear:
            hits.pop(at, None)
            nested.pop(at, None)
        return Scanned(hits, nested, unclear)


def _put_among(hit: Hit, others: list[Hit], nested: set[Hit]) -> bool:
    """Put a hit in its place among others of its text, none of which ends later; False where it crosses one.

    What of them stands inside another one is then among the nested.
    """
    _, begin, end = hit
    place = len(others)
    while place and others[place - 1][1] >= begin:
        place -= 1
    nested.update(others[place:])
    for _, _, stop in others[:place]:
        if stop == end:
            nested.add(hit)
        elif stop > begin:
            return False
    others.insert(place, hit)
    return True


class Words(dict[str, str]):
    """Folds English texts word by word, each different word once."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_WORDS:
            self.clear()
        text = word if word == _BETWEEN else _quickly_folded(word)
        self[word] = shown = f"{text} " if text else ""
        return shown

    def fold(self, texts: Sequence[str]) -> bytes | None:
        """The texts folded, a mark before and behind each of them; None where they cannot be told apart."""
        joined = f" {_BETWEEN} ".join(("", *texts, ""))
        if joined.count(_BETWEEN) != len(texts) + 1 or _UNCLEAR in joined:
            return None
        return "".join(map(self.__getitem__, joined.split())).encode()


def _quickly_folded(word: str) -> str:
    """The text of the folded word; a sign for what is unclear where a character of it became several."""
    if simple := _SIMPLE.fullmatch(word):
        before, letters, behind = simple.groups()
        if letters is None:
            return word
        # Neither what passes for nothing, nor a short form that is more than its letters.
        if letters[1:].islower() and (lower := letters.lower()) not in ("an", "the"):
            return f"{before}{base(lower)}{behind}"
    text, starts, _ = fold_word(word)
    return _UNCLEAR if any(map(int.__eq__, starts, starts[1:])) else text


class Characters:
    """Folds texts character by character, each different character once."""

    def __init__(self, forms: Forms) -> None:
        """`forms` are those that will be looked for."""
        self._used = frozenset().union(*forms.patterns)
        self._passed_over = passed_over if forms.key is fold_chinese else None
        self._folded: dict[str, str] = {}
        self._left = ""
        self._strange = _strange(self._left)

    def fold(self, texts: Sequence[str]) -> bytes | None:
        """The texts folded, a mark before and behind each of them; None where they cannot be told apart."""
        joined = _BETWEEN.join(("", *texts, ""))
        if joined.count(_BETWEEN) != len(texts) + 1 or _UNCLEAR in joined:
            return None
        dotted = False
        for char in set(self._strange.findall(joined)):
            joined = self._replaced(joined, char)
            dotted = dotted or self._folded[char] in DOTS
        data = joined.encode().translate(_LOWER)
        blanks = b" " in data
        while blanks and b"  " in data:
            data = data.replace(b"  ", b" ")
        if self._passed_over and (blanks or b"'" in data or dotted):
            return self._passed_over().sub("", data.decode()).encode()
        return data

    def _replaced(self, text: str, char: str) -> str:
        known = self._folded.get(char)
        if known is None:
            known = self._folded[char] = self._fold(char)
            if self._means_nothing(char, known):
                self._left += char
                self._strange = _strange(self._left)
        return text if known == char or char in self._left else text.replace(char, known)

    def _fold(self, char: str) -> str:
        """The folded character; the sign for what is unclear where its neighbours, or a cut, might matter."""
        folded = fold(char).text
        if folded == " ":
            return folded
        cut = len(folded) != 1 and (any(map(in_word, folded)) or not self._used.isdisjoint(folded))
        if not folded or cut or _continues(char) or folded.isspace() or fold(folded).text != folded:
            return _UNCLEAR
        return folded

    def _means_nothing(self, char: str, folded: str) -> bool:
        """Whether the character may stay as it is: it only stands between words, folded or not."""
        both = {char, *folded}
        weighed = {_UNCLEAR, " ", "'", *DOTS} | self._used
        return weighed.isdisjoint(both) and not any(map(in_word, both)) and not any(map(is_han, both))


def _strange(left: str) -> re.Pattern[str]:
    """What may fold to something else, but for ASCII and what is `left`: no common Chinese character does."""
    return re.compile(f"[^\0-\x7f\u4e00-\u9fff{re.escape(left)}]")


def _inside_word(data: bytes, begin: int, end: int, edge: int) -> bool:
    """Whether a word goes on over an edge of the stretch."""
    before = _JOINS[data[begin - 1]] if edge & 1 else 0
    behind = _JOINS[data[end]] if edge & 2 else 0
    return (
        before == 1
        or behind == 1
        or (before == 2 and in_word(data[max(0, begin - 4) : begin].decode(errors="ignore")[-1]))
        or (behind == 2 and in_word(data[end : end + 4].decode(errors="ignore")[0]))
    )


def _continues(char: str) -> bool:
    """Whether the character may belong to the one before it: a mark, a Hangul vowel or final, no width."""
    return category(char)[0] in "MC" or "\u1160" <= char <= "\u11ff"
