"""Other ways to write an English term that the fold does not see: joined, parted, with other commas."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from reader.terms.conjugation import conjugated

# First and last parts of compounds that are written in one word, with a hyphen or in two.
_FIRST = """anti bio counter cross cyber eco health hydro macro mega micro mid mini multi nano non photo post
semi sub super well world"""
_FIRST_BEFORE_VOWEL = "co inter pre re"
_LAST = """based book care chain class force frame friendly grid holder intensive keeper land maker making
owner paying phone place proof saving scale stamp stream table ware wide work worker"""
_WHOLE = """back-up build-up clean-up de-carbonization de-carbonize de-leveraging de-regulation e-bike e-book
e-business e-cigarette e-commerce e-government e-learning e-mail e-payment follow-up mark-up off-line
off-shore off-site on-line on-shore on-site set-up start-up"""
_SHORTEST = 4  # the least letters of what is left when a part is taken off


def other_surfaces(text: str, pos: str = "") -> Iterator[str]:
    """Ways to write the term that the English fold does not make one with it.

    A compound in one word or in two, an enumeration with another comma before its last member or none; of a
    verb its other forms. `pos` is the term's part of speech as the glossary has it.
    """
    words = text.split(" ")
    found = dict.fromkeys((*_joined(text, words), *_parted(words), *_listed(text), *conjugated(text, pos)))
    yield from (surface for surface in found if surface != text)


def _joined(text: str, words: list[str]) -> Iterator[str]:
    """One compound after the other in one word: `ecommerce` of `e-commerce`."""
    if not text.isalpha():
        for found in _hyphens().finditer(text):
            yield text[: found.start()] + text[found.end() :]
    for at, (left, right) in enumerate(pairwise(words)):
        if _are_one(left, right):
            yield " ".join((*words[:at], left + right, *words[at + 2 :]))


@lru_cache(8192)
def _are_one(left: str, right: str) -> bool:
    """Whether two words may be written in one."""
    if not (left.isalpha() and right.isalpha()):
        return False
    left, right = left.lower(), right.lower()
    whole = left + right.removesuffix("s") in _compounds()
    return whole or left in _parts(_FIRST) or _last_part(right) == 0


def _parted(words: list[str]) -> Iterator[str]:
    """One compound after the other in two words: `e commerce` of `ecommerce`."""
    for place, word in enumerate(words):
        for at in _seams(word.lower()) if len(word) > _SHORTEST and word.isalpha() else ():
            yield " ".join((*words[:place], word[:at] + "-" + word[at:], *words[place + 1 :]))


@lru_cache(8192)
def _seams(word: str) -> tuple[int, ...]:
    """Where the word may be a compound."""
    if whole := _compounds().get(word.removesuffix("s")):
        return (whole,)
    seams = []
    for part in (*_parts(_FIRST), *_parts(_FIRST_BEFORE_VOWEL)):
        at = len(part)
        follows = word.startswith(part) and len(word) - at >= _SHORTEST
        if follows and (word[at] in "aeiou" or part in _parts(_FIRST)):
            seams.append(at)
    last = _last_part(word)
    if last is not None and last >= _SHORTEST:
        seams.append(last)
    return tuple(seams)


@lru_cache(8192)
def _last_part(word: str) -> int | None:
    """Where the last part of a compound begins in the word, in the singular or the plural."""
    word = word.lower()
    for part in _parts(_LAST):
        for ending in (part, part + "s"):
            if word.endswith(ending):
                return len(word) - len(ending)
    return None


def _listed(text: str) -> Iterator[str]:
    """An enumeration with a comma before its last member, or without; other commas left out."""
    if "," not in text:
        return
    last = _last_member().search(text)
    if not last:
        yield text.replace(",", "")
    elif last[1]:
        yield text[: last.start()] + text[last.start() + 1 :]
    else:
        yield text[: last.start()] + "," + text[last.start() :]


@cache
def _parts(words: str) -> tuple[str, ...]:
    return tuple(words.split())


@cache
def _compounds() -> dict[str, int]:
    """Where the first part of each whole compound ends."""
    return {word.replace("-", ""): word.index("-") for word in _parts(_WHOLE)}


@cache
def _hyphens() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\W\d_])[-\u2010\u2011](?=[^\W\d_])")


@cache
def _last_member() -> re.Pattern[str]:
    return re.compile(r"(,?) (?:and|or|&) (?!.* (?:and|or|&) )")
