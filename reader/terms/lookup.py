"""Finding an entry by what somebody types: its id, Chinese, English, or pinyin with or without tones.

It is on the way of `reader term`, so it does without the automaton and without YAML.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from reader.terms.concepts import Concept, Glossary
from reader.terms.folding import fold, singular
from reader.terms.pinyin import holds, spans_syllables, toned, toneless

_MOST_NEAR = 5
_LIKE, _VERY_LIKE = 0.6, 0.8  # of a whole term, of a single word
_MOST_WORDS = 20  # of a term; what is longer is a sentence
_STATUSES = ("preferred", "", "admitted", "deprecated", "superseded")
_REJECTED = _STATUSES[3:]
_TONED, _TONELESS, _NONE = 10, 11, 12  # ranks after those of the statuses


def look_up(glossary: Glossary, query: str) -> list[Concept]:
    """The concepts that are meant by a query, the best first; none where nothing answers.

    Those whose id, whole term (deprecated and inflected ones too) or whole pinyin it is, the preferred first;
    only where there are none, those that have it inside a term, in English and in pinyin as whole words.
    """
    asked = _Query(query)
    for rank in (asked.rank_of_whole, asked.rank_of_part):
        ranked = [(rank(concept), place) for place, concept in enumerate(glossary.concepts)]
        found = [glossary.concepts[place] for worth, place in sorted(ranked) if worth < _NONE]
        if found:
            return found
    return []


def near(glossary: Glossary, query: str) -> list[str]:
    """At most five terms of as many entries, spelt like the query or with pinyin or a word that is.

    The nearest comes first. Of those that are equally near, the approved ones do, a whole term before a word
    of one, what is preferred, what has fewer words.
    """
    wholes, words = _spellings(glossary)
    found = [*_like(_key(query), wholes, _LIKE), *_like(_key(query), words, _VERY_LIKE)]
    found += _like(toneless(query), wholes, _LIKE)
    best: dict[str, str] = {}
    for _, spelling in sorted(found, key=lambda pair: (-pair[0], pair[1].rank)):
        best.setdefault(spelling.concept, spelling.text)
    return list(dict.fromkeys(best.values()))[:_MOST_NEAR]


class _Spelling(NamedTuple):
    """A term that is spelt in a certain way, or has a word that is."""

    rank: tuple[bool, bool, int, int]  # whether rejected, whether a part, its status, how many words
    concept: str
    text: str


_Spellings = dict[str, list[_Spelling]]


def _spellings(glossary: Glossary) -> tuple[_Spellings, _Spellings]:
    """The spellings of all terms and their pinyin, and those of the single words in them."""
    wholes: _Spellings = {}
    words: _Spellings = {}
    for concept in glossary.concepts:
        for term in concept.terms:
            key, status = _key(term.text), _STATUSES.index(term.status)
            parts = key.split()
            rank = (term.status in _REJECTED, False, status, len(parts))
            for spelt in filter(None, (key, toneless(term.pinyin))):
                wholes.setdefault(spelt, []).append(_Spelling(rank, concept.id, term.text))
            rank = (term.status in _REJECTED, True, status, len(parts))
            for word in parts[:_MOST_WORDS] if len(parts) > 1 else ():
                words.setdefault(word.strip(",.;:"), []).append(_Spelling(rank, concept.id, term.text))
    words.pop("", None)
    return wholes, words


def _like(asked: str, spellings: _Spellings, least: float) -> Iterator[tuple[float, _Spelling]]:
    """What is spelt like what is asked, with how much it is, from `least` to 1."""
    from difflib import SequenceMatcher, get_close_matches

    for key in get_close_matches(asked, spellings, _MOST_NEAR, least):
        likeness = SequenceMatcher(None, key, asked).ratio()
        yield from ((likeness, spelling) for spelling in spellings[key])


def matches_filter(concept: Concept, typed: str) -> bool:
    """Whether a list that is narrowed by typing still shows the concept.

    By any part of a term or of the id, by pinyin from any syllable on, by the first letters of its syllables.
    """
    part = _loose(typed)
    if part in _loose(concept.id) or any(part in _loose(term.text) for term in concept.terms):
        return True
    letters = toneless(typed)
    return bool(letters) and any(holds(term.pinyin, letters) for term in concept.terms if term.pinyin)


class _Query:
    """A query in the forms that it is compared in."""

    def __init__(self, query: str) -> None:
        self._id = query.strip().casefold()
        self._key = _key(query)
        self._start = self._key[: 1 + self._key.isascii()].rstrip()  # no ending is taken off so near
        self._toned = toned(query)
        self._toneless = toneless(query)

    def rank_of_whole(self, concept: Concept) -> int:
        """How good an answer the concept is where the query is all of a name; `_NONE` where it is none."""
        ranks = [0] if concept.id.casefold() == self._id else []
        for term in concept.terms:
            if self._may_be_in(term.text) and _key(term.text) == self._key:
                ranks.append(1 + _STATUSES.index(term.status))
            elif self._toneless and term.pinyin and _as_u(toneless(term.pinyin)) == _as_u(self._toneless):
                ranks.append(_TONED if self._toned == toned(term.pinyin) else _TONELESS)
        return min(ranks, default=_NONE)

    def rank_of_part(self, concept: Concept) -> int:
        """The same where the query is a part of a name."""
        ranks = []
        for term in concept.terms:
            if self._may_be_in(term.text) and self._is_part(_key(term.text)):
                ranks.append(1 + _STATUSES.index(term.status))
            elif self._toneless and term.pinyin and spans_syllables(term.pinyin, self._toneless):
                ranks.append(_TONELESS)
        return min(ranks, default=_NONE)

    def _is_part(self, key: str) -> bool:
        """As words, but for Chinese, which has no blanks."""
        return f" {self._key} " in f" {key} " or (not self._key.isascii() and self._key in key)

    def _may_be_in(self, text: str) -> bool:
        """A quick no, since folding every term takes longer than all the rest."""
        if not text.isascii():
            text = normalize("NFKC", text)
        plain = text.casefold().replace("'", "").replace("’", "")
        return self._start in plain or not text.isprintable()


@lru_cache(65536)
def _key(text: str) -> str:
    """A text as it is looked up: folded, in the singular, without quotation marks and hyphens."""
    return _spaced(singular(fold(text)).text)


@lru_cache(65536)
def _loose(text: str) -> str:
    """The same with its endings, for a word that is still being typed."""
    return _spaced(fold(text).text)


def _spaced(folded: str) -> str:
    return " ".join(folded.replace("'", "").replace("-", " ").split())


def _as_u(letters: str) -> str:
    return letters.replace("v", "u")
