"""Which terms stand in each of many texts: all of them folded at once and searched in one pass.

It tells which patterns stand in a text and leaves the unusual to `Matcher`: a text in which anything has to
be weighed (capitals that count, crossing terms, characters that fold to several) is called unclear. In the
others each hit is a term, but for one inside another of its own concept, and for a deprecated one inside an
approved one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from reader.terms.chinese import fold_chinese, passed_over
from reader.terms.english import FoldedWords, fold_word
from reader.terms.folding import fold
from reader.terms.forms import MARKS, Forms
from reader.terms.matching import Match, Matcher
from reader.terms.spelling import base
from reader.terms.words import in_word

_END, _UNCLEAR = (mark.decode() for mark in MARKS)
_EDGES = {"0": 0, "1": 1, "2": 2, "3": 3, "-": -1}
_MOST_WORDS = 200_000  # folded words that are kept
_SIMPLE = re.compile(r"([(\[]*)(?:([A-Za-z]+)|([0-9]+(?:[.,][0-9]+)*))([])},;:.!?%]*)")
_UNUSUAL = re.compile("[^\0-\x7f\u4e00-\u9fff]")
"""What may fold to something else, ASCII aside: no Chinese character of the common block does."""
_LOWER = bytes(ord(fold(chr(code)).text) if code < 128 else code for code in range(256))
_JOINS = bytes(2 if code > 127 else in_word(chr(code)) for code in range(256))
"""Whether a byte of a folded text belongs to a word; 2 where the character has to be looked at."""


class Hit(NamedTuple):
    """A pattern where it stands, in bytes of the folded texts: only the order of places means anything."""

    pattern: int
    begin: int
    end: int


class Scanned(NamedTuple):
    """What was found in some texts, by their places from 0."""

    hits: dict[int, list[Hit]]  # of clear texts, by where they begin, then the longer first
    nested: set[int]  # the texts of `hits` where terms stand inside terms
    unclear: set[int]

    def moved(self, places: Sequence[int]) -> "Scanned":
        """The same, the texts having these places elsewhere."""
        return Scanned(
            {places[at]: hits for at, hits in self.hits.items()},
            {places[at] for at in self.nested},
            {places[at] for at in self.unclear},
        )


class Scanner:
    """Searches many texts of one language at once."""

    def __init__(self, matcher: Matcher, lang: str) -> None:
        self._matcher = matcher
        self._lang = lang
        self.language = matcher.language(lang)
        written, inflected = self.language.written, self.language.free
        self.concepts = [*written.facts.concepts, *inflected.facts.concepts]
        """The concepts of each pattern."""
        self.edges = written.facts.edges + inflected.facts.edges
        """Of each pattern what `Facts.edges` says."""
        self.never_ascii = not any(map(str.isascii, (*written.patterns, *inflected.patterns)))
        """Whether nothing can be found in a text in ASCII."""
        self.marks = written.facts.marks + inflected.facts.marks
        """Of each pattern what `Facts.marks` says."""
        self._written = _Pass(written, 0)
        self._inflected = _Pass(inflected, len(written.at))

    def scan(self, texts: Sequence[str]) -> Scanned:
        """The plain patterns in each text."""
        written, inflected = self._written.scan(texts), self._inflected.scan(texts)
        both = written.hits.keys() & inflected.hits.keys()  # their places cannot be compared
        unclear = written.unclear | inflected.unclear | both
        hits = written.hits | inflected.hits
        for at in unclear:
            hits.pop(at, None)
        return Scanned(hits, (written.nested | inflected.nested) - unclear, unclear)

    def find_all(self, texts: Sequence[str]) -> Iterator[tuple[int, tuple[Match, ...]]]:
        """The place of each text that has terms, from 0, with what `Matcher.find` finds in it."""
        scanned = self.scan(texts)
        for at in sorted(scanned.hits.keys() | scanned.unclear):
            if found := self._matcher.find(texts[at], self._lang):
                yield at, found


class _Pass:
    """The search for the forms that are compared under one fold."""

    def __init__(self, forms: Forms, first: int) -> None:
        """`first` is the number of the first pattern."""
        self._forms = forms
        self._first = first
        self._folded = Words().fold if forms.key is FoldedWords else Characters(forms).fold
        self.at = forms.at
        self._edges = [_EDGES[edge] for edge in forms.facts.edges]

    def scan(self, texts: Sequence[str]) -> Scanned:
        if not self._edges or not texts:
            return Scanned({}, set(), set())
        data = self._folded(texts)
        if data is None:
            return Scanned({}, set(), set(range(len(texts))))
        return self._sorted(data, self._forms.fast_automaton.find_matches_as_indexes(data, overlapping=True))

    def _sorted(self, data: bytes, found: Iterable[tuple[int, int, int]]) -> Scanned:
        """What the automaton found, text by text; without what lies inside a word."""
        hits: dict[int, list[Hit]] = {}
        nested: set[int] = set()
        unclear: set[int] = set()
        edges, known, first, at, last = self._edges, len(self._edges), self._first, -1, 0
        for pattern, begin, end in found:
            if pattern >= known:
                if pattern == known:
                    at += 1
                else:
                    unclear.add(at)
            elif (edge := edges[pattern]) < 0:
                unclear.add(at)
            elif not edge or not _inside_word(data, begin, end, edge):
                before = hits.setdefault(at, [])
                if begin < last:
                    nested.add(at)
                    if any(hit.begin < begin < hit.end < end for hit in before):
                        unclear.add(at)
                before.append(Hit(pattern + first, begin, end))
                last = end
        for at in nested:
            hits[at].sort(key=_first_and_longest)
        return Scanned(hits, nested, unclear)


class Words(dict[str, str]):
    """Folds English texts word by word, each different word once."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_WORDS:
            self.clear()
        text = _quickly_folded(word) if word != _END else ""
        self[word] = shown = f"{text} " if text else _END if word == _END else ""
        return shown

    def fold(self, texts: Sequence[str]) -> bytes | None:
        """The texts folded, a mark before and behind each of them; None where they cannot be told apart."""
        joined = f" {_END} ".join(("", *texts, ""))
        if joined.count(_END) != len(texts) + 1 or _UNCLEAR in joined:
            return None
        return "".join(map(self.__getitem__, joined.split())).encode()


def _first_and_longest(hit: Hit) -> tuple[int, int]:
    return hit.begin, -hit.end


def _quickly_folded(word: str) -> str:
    """The text of the folded word; a sign for what is unclear where a character of it became several."""
    simple = _SIMPLE.fullmatch(word)
    if simple:
        before, letters, digits, behind = simple.groups()
        if digits:
            return word
        # Neither what passes for nothing, nor a short form that is more than its letters.
        if letters[1:].islower() and letters.lower() not in ("an", "the"):
            return f"{before}{base(letters.lower())}{behind}"
    text, starts, _ = fold_word(word)
    return _UNCLEAR if any(map(int.__eq__, starts, starts[1:])) else text


class Characters:
    """Folds texts character by character, each different character once."""

    def __init__(self, forms: Forms) -> None:
        """`forms` are those that will be looked for."""
        self._used = frozenset().union(*forms.patterns)
        self._passed_over = passed_over if forms.key is fold_chinese else None
        self._own: set[str] = set()  # characters that fold to themselves
        self._folded: dict[str, str] = {}

    def fold(self, texts: Sequence[str]) -> bytes | None:
        """The texts folded, a mark before and behind each of them; None where they cannot be told apart."""
        joined = _END.join(("", *texts, ""))
        if joined.count(_END) != len(texts) + 1 or _UNCLEAR in joined:
            return None
        for char in set(_UNUSUAL.findall(joined)) - self._own:
            joined = self._replaced(joined, char)
        data = joined.encode().translate(_LOWER)
        while b"  " in data:
            data = data.replace(b"  ", b" ")
        if self._passed_over:
            return self._passed_over().sub("", data.decode()).encode()
        return data

    def _replaced(self, text: str, char: str) -> str:
        known = self._folded.get(char)
        if known is None:
            known = self._folded[char] = self._fold(char)
            if known == char:
                self._own.add(char)
        return text.replace(char, known)

    def _fold(self, char: str) -> str:
        """The folded character; the sign for what is unclear where its neighbours, or a cut, might matter."""
        folded = fold(char).text
        if folded == " ":
            return folded
        cut = len(folded) != 1 and (any(map(in_word, folded)) or not self._used.isdisjoint(folded))
        if not folded or cut or _continues(char) or folded.isspace() or fold(folded).text != folded:
            return _UNCLEAR
        return folded


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
