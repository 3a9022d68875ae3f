"""Terms that a text may have and a termbase lacks: strings that recur, ranked by C-value.

The C-value of a candidate *a* of |a| words that stands f(a) times in the text is

    log2|a| · f(a)                            where *a* stands in no longer candidate,
    log2|a| · (f(a) − Σ f(b) / P(T))          else,

T being the longer candidates *b* that hold *a*, and P(T) their number: K. Frantzi, S. Ananiadou and H. Mima,
2000, "Automatic recognition of multi-word terms: the C-value/NC-value method", International Journal on
Digital Libraries 3 (2), 115–130. Their candidates are noun phrases, found by a tagger. There is no tagger
here: an English candidate is two to six words side by side without a function word, a common verb, a figure
or a punctuation mark between them. A Chinese one is three to eight characters, in place of words, and its
accessor variety is two or more: it is not always preceded, nor always followed, by one and the same
character (H. Feng, K. Chen, X. Deng and W. Zheng, 2004, "Accessor Variety Criteria for Chinese Word
Extraction", Computational Linguistics 30 (1), 75–93). What is a known term, is a part of one, or cuts one in
two is no candidate.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log2
from typing import NamedTuple

from reader.terms.concepts import Glossary, speaks
from reader.terms.folding import fold, stem
from reader.terms.matching import Matcher
from reader.terms.suggesting_words import CHINESE_BEFORE, CHINESE_BEHIND, CHINESE_INSIDE, ENGLISH
from reader.text.scripts import letters_of

LANGUAGES = ("en", "zh")
"""What is known of function words; other languages are not looked through."""

_SIZES = {"en": (2, 6), "zh": (3, 8)}  # in words, and in characters
_CONTEXTS = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADJACENT = re.compile(r"[ \t\n]+")


class Unit(NamedTuple):
    """A word, or a Chinese character, where it stands in its text."""

    key: str
    start: int
    end: int


class Place(NamedTuple):
    """Where a candidate stands: the text by its number, and the stretch in it."""

    text: int
    start: int
    end: int


class Candidate(NamedTuple):
    """A string that may be a term."""

    text: str  # as it stands most often
    value: float  # its C-value
    times: int
    places: tuple[Place, ...]  # the first three


Gram = tuple[str, ...]


def candidates(texts: Sequence[str], lang: str, glossary: Glossary, least: int = 2) -> list[Candidate]:
    """The candidates of texts in English or Chinese that the glossary lacks, the best first.

    They stand `least` times or more outside the terms that the glossary has. All texts are held in memory.
    """
    language = next(known for known in LANGUAGES if speaks(lang, known))
    smallest, longest = _SIZES[language]
    runs = [(number, run) for number, text in enumerate(texts) for run in _runs(text, language)]
    wanted = {gram for gram in _frequent(runs, longest, least) if len(gram) >= smallest}
    places = _placed(runs, wanted, longest, _Known(texts, lang, glossary))
    good = {
        gram: own
        for gram, own in places.items()
        if len(own) >= least and (language == "en" or _varied(gram, own, texts))
    }
    values = c_values({gram: len(own) for gram, own in good.items()})
    found = [
        Candidate(_surface(good[gram], texts), value, len(good[gram]), tuple(good[gram][:_CONTEXTS]))
        for gram, value in values.items()
        if value > 0
    ]
    return sorted(found, key=lambda candidate: (-candidate.value, -candidate.times, candidate.places[0]))


def c_values(counts: dict[Gram, int]) -> dict[Gram, float]:
    """The C-value of each candidate, of which it is said how often it stands in the text."""
    sums: Counter[Gram] = Counter()
    holders: Counter[Gram] = Counter()
    for longer, times in counts.items():
        for gram in {
            longer[at : at + size] for size in range(2, len(longer)) for at in range(len(longer) - size + 1)
        }:
            sums[gram] += times
            holders[gram] += 1
    return {
        gram: log2(len(gram)) * (times - (sums[gram] / holders[gram] if holders[gram] else 0))
        for gram, times in counts.items()
    }


def _runs(text: str, language: str) -> Iterator[list[Unit]]:
    """Stretches of units side by side with nothing between them that could not stand in a term."""
    if language == "zh":
        for found in letters_of("han").finditer(text):
            yield [Unit(char, found.start() + at, found.start() + at + 1) for at, char in enumerate(found[0])]
        return
    run: list[Unit] = []
    for found in _WORD.finditer(text):
        if run and not _ADJACENT.fullmatch(text, run[-1].end, found.start()):
            yield run
            run = []
        folded = fold(found[0]).text
        if folded in ENGLISH or len(folded) == 1 or "'" in folded:
            yield run
            run = []
        else:
            run.append(Unit(stem(folded), found.start(), found.end()))
    yield run


def _frequent(runs: Sequence[tuple[int, list[Unit]]], longest: int, least: int) -> set[Gram]:
    """The strings of two units and more that stand often enough in the runs."""
    frequent: set[Gram] = set()
    keys = [[unit.key for unit in run] for _, run in runs if len(run) > 1]
    for size in range(2, longest + 1):
        counts: Counter[Gram] = Counter()
        for run in keys:
            for at in range(len(run) - size + 1):
                gram = tuple(run[at : at + size])
                if size == 2 or (gram[:-1] in frequent and gram[1:] in frequent):
                    counts[gram] += 1
        found = {gram for gram, times in counts.items() if times >= least}
        if not found:
            break
        frequent |= found
    return frequent


def _placed(
    runs: Iterable[tuple[int, list[Unit]]], wanted: Iterable[Gram], longest: int, known: "_Known"
) -> dict[Gram, list[Place]]:
    """Where the strings stand that are wanted, as far as no known term is in the way."""
    places: dict[Gram, list[Place]] = {gram: [] for gram in wanted}
    for number, run in runs:
        keys = [unit.key for unit in run]
        for size in range(2, min(longest, len(run)) + 1):
            for at in range(len(run) - size + 1):
                own = places.get(tuple(keys[at : at + size]))
                if own is not None:
                    place = Place(number, run[at].start, run[at + size - 1].end)
                    if known.leaves(place):
                        own.append(place)
    return places


def _varied(gram: Gram, places: Sequence[Place], texts: Sequence[str]) -> bool:
    """Whether a Chinese string may be a word: by its own characters, and by those on either side of it.

    What is no Chinese character, and either end of a text, counts as another one each time.
    """
    if gram[0] in CHINESE_BEFORE or gram[-1] in CHINESE_BEHIND or CHINESE_INSIDE.intersection(gram):
        return False
    han = letters_of("han")
    before, after = set(), set()
    for number, place in enumerate(places):
        left = texts[place.text][place.start - 1 : place.start] if place.start else ""
        right = texts[place.text][place.end : place.end + 1]
        before.add(left if han.fullmatch(left) else str(number))
        after.add(right if han.fullmatch(right) else str(number))
    return min(len(before), len(after)) > 1


class _Known:
    """Where the terms of the glossary stand, found when a text is first asked about."""

    def __init__(self, texts: Sequence[str], lang: str, glossary: Glossary) -> None:
        self._texts = texts
        self._lang = lang
        self._matcher = Matcher(glossary)
        self._spans: dict[int, set[tuple[int, int]]] = {}
        self._inside: dict[int, set[int]] = {}  # offsets where a cut would part a term

    def leaves(self, place: Place) -> bool:
        """Whether no term is this place, holds it, or is cut in two by it."""
        number, start, end = place
        if number not in self._spans:
            found = self._matcher.find(self._texts[number], self._lang)
            self._spans[number] = {(match.start, match.end) for match in found}
            self._inside[number] = {at for match in found for at in range(match.start + 1, match.end)}
        inside = self._inside[number]
        return start not in inside and end not in inside and (start, end) not in self._spans[number]


def _surface(places: Sequence[Place], texts: Sequence[str]) -> str:
    """How a candidate is written most often; in small letters, where it is so anywhere."""
    written = [" ".join(texts[place.text][place.start : place.end].split()) for place in places]
    plain = [text for text in written if text == text.lower()]
    return Counter(plain or written).most_common(1)[0][0]
