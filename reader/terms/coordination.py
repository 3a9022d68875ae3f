"""English terms that share their last word: *primary industry* in *primary and secondary industries*."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from reader.terms.english import FoldedWords

_MEMBERS = r"(?:, \w+(?: \w+)?){0,4}"  # between the term's own words and the last member
_LAST = r",? (?:and|or) ((?:\w+ ){1,4})"
_MOST_LAST = 2  # words, as they are written: *over-the-counter* is one
_MOST_SHARED = 2  # words: short- and long-term goals


def coordinated(text: str, terms: Iterable[str]) -> tuple[int, int] | None:
    """Where the text has one of these terms with its last words behind other members of an enumeration.

    The place, in code points, is that of the whole enumeration; None where there is none.
    """
    if not _joining().search(text):
        return None
    folded = FoldedWords(text)
    for term in terms:
        words = FoldedWords(term).text.split(" ")
        begin = folded.text.find(words[0])
        if len(words) < 2 or begin < 0 or folded.text.find(words[-1], begin) < 0 or not words[-1].isalnum():
            continue
        for found in _shared(tuple(words)).finditer(folded.text):
            if _is_last(text, folded, found):
                return folded.place(*found.span())
    return None


def _is_last(text: str, folded: FoldedWords, found: re.Match[str]) -> bool:
    """Whether the last member of the enumeration is short enough to be one."""
    start, end = next(found.span(group) for group in range(1, found.re.groups + 1) if found[group])
    place = folded.place(start, end - 1)
    return place is not None and len(text[slice(*place)].split()) <= _MOST_LAST


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)


@lru_cache(4096)
def _shared(words: Sequence[str]) -> re.Pattern[str]:
    """Finds the folded words of a term with other members before the last ones."""
    ways = "|".join(
        f"{re.escape(' '.join(words[:-shared]))}{_MEMBERS}{_LAST}{re.escape(' '.join(words[-shared:]))}"
        for shared in range(1, min(len(words), _MOST_SHARED + 1))
    )
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")
