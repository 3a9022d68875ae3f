"""What an option's value may be, for argparse: each function reads the word typed or says what is wrong."""

from argparse import ArgumentTypeError
from typing import cast, get_args

from reader.terms.concepts import Kind
from reader.text.quoting import cited, did_you_mean
from reader.text.tags import is_tag

Range = tuple[int, int | None]
"""First and last paragraph, both included; None is the last of the text."""

_MOST_JOBS = 64
_MOST_DIGITS = 9  # int() of a longer word could take seconds, and no text has so many paragraphs


def number(word: str) -> int:
    """A paragraph's number."""
    if not _numeral(word):
        raise ArgumentTypeError(f"{cited(word)} is not the number of a paragraph")
    return int(word)


def count(word: str) -> int:
    """How many of something, from 1 on."""
    if not _numeral(word) or not int(word):
        raise ArgumentTypeError(f"{cited(word)} is not a number from 1 on")
    return int(word)


def ranges(word: str) -> tuple[Range, ...]:
    """Paragraphs as `3`, `3-6`, `3-` or `3,5-7`, in the order typed."""
    return tuple(_range(part, word) for part in word.split(","))


def language(word: str) -> str:
    """A BCP 47 tag, by its outer form alone."""
    if not is_tag(word):
        raise ArgumentTypeError(f"{cited(word)} is not a language tag such as en, zh-Hans or zh-Hant")
    return word


def kinds(word: str) -> tuple[Kind, ...]:
    """Kinds of findings with commas between them."""
    names = [part.strip() for part in word.split(",")]
    for name in names:
        if name not in get_args(Kind):
            near = did_you_mean(name, get_args(Kind)) or f": it is one of {', '.join(get_args(Kind))}"
            raise ArgumentTypeError(f"{cited(name)} is not a kind of finding{near}")
    return tuple(cast(Kind, name) for name in names)


def jobs(word: str) -> int:
    """How many processes share the work, from 1 to 64."""
    if not _numeral(word) or not 1 <= int(word) <= _MOST_JOBS:
        raise ArgumentTypeError(f"{cited(word)} is not a number of processes from 1 to {_MOST_JOBS}")
    return int(word)


def _range(part: str, word: str) -> Range:
    first, dash, last = part.strip().partition("-")
    if not _numeral(first) or (last and not _numeral(last)):
        raise ArgumentTypeError(f"{cited(word)} does not name paragraphs: write 3, 3-6, 3- or 3,5")
    if last and int(last) < int(first):
        raise ArgumentTypeError(f"{cited(part)} runs backwards: write {last}-{first}")
    return int(first), int(last) if last else (None if dash else int(first))


def _numeral(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= _MOST_DIGITS
