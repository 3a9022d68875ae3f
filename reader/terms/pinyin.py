"""Pinyin as people type it: with tones or without, in one word or in syllables, or only its first letters."""

from functools import lru_cache
from unicodedata import combining, normalize

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_VOWELS = frozenset("aeiouv")
_BETWEEN = frozenset(" -'’·,，、12345")  # what may stand between syllables; the digits are tones


def toneless(text: str) -> str:
    """The bare letters of pinyin, `ü` as `v`: `zhuan jing`, `zhuān-jīng` and `zhuan1jing1` give `zhuanjing`.

    Empty where the text has anything else in it, Chinese for one.
    """
    bare = _bare(text)
    return "".join(char for char in bare if char in _LETTERS) if _is_pinyin(bare) else ""


def toned(text: str) -> str:
    """The letters of pinyin with their tone marks; empty where it has none, or is no pinyin."""
    if not toneless(text):
        return ""
    letters = "".join(char for char in normalize("NFC", text).casefold() if char not in _BETWEEN)
    return "" if letters.isascii() else letters


@lru_cache(65536)
def syllables(pinyin: str) -> tuple[str, ...]:
    """The syllables of pinyin as it is spelt in a dictionary, without tones: `yíngnán'ér` is `ying nan er`.

    A consonant before a vowel begins a syllable, since an apostrophe sets off one that begins with a vowel.
    """
    found: list[str] = []
    for chunk in "".join(char if char in _LETTERS else " " for char in _bare(pinyin)).split():
        begin = 0
        for at in range(1, len(chunk)):
            if _begins(chunk, at):
                found.append(chunk[begin:at])
                begin = at
        found.append(chunk[begin:])
    return tuple(found)


def spans_syllables(pinyin: str, typed: str) -> bool:
    """Whether the letters typed (`toneless`) are whole syllables of the pinyin, side by side."""
    parts = [part.replace("v", "u") for part in syllables(pinyin)]
    ends = range(1, len(parts) + 1)
    return any("".join(parts[first:end]) == typed.replace("v", "u") for end in ends for first in range(end))


def holds(pinyin: str, typed: str) -> bool:
    """Whether the letters typed (`toneless`) are what the pinyin says from one of its syllables on.

    `zhuanji`, `tex` and, by first letters, `zjtx` are held by `zhuān-jīng-tè-xīn`.
    """
    parts = syllables(pinyin)
    whole = "".join(parts).replace("v", "u")
    letters = typed.replace("v", "u")
    begin = 0
    for part in parts:
        if whole.startswith(letters, begin):
            return True
        begin += len(part)
    return typed in "".join(part[0] for part in parts)


def _begins(chunk: str, at: int) -> bool:
    """Whether a syllable begins here, inside a run of letters."""
    letter, after = chunk[at], chunk[at + 1 : at + 2]
    if letter in _VOWELS:
        return False
    if letter == "h" and chunk[at - 1] in "zcs":
        return False
    if letter in "zcs" and after == "h":
        after = chunk[at + 2 : at + 3]
    return after in _VOWELS


@lru_cache(65536)
def _bare(text: str) -> str:
    """The text in lower case without its combining marks, `ü` as `v`."""
    apart = normalize("NFD", text.casefold()).replace("u\u0308", "v")
    return "".join(char for char in apart if not combining(char))


def _is_pinyin(bare: str) -> bool:
    return all(char in _LETTERS or char in _BETWEEN for char in bare)
