"""Which command the words after `reader` mean: a command's name, a file to open, or neither."""

import os
from collections.abc import Iterable

from reader.errors import UsageError

OPEN = "open"
VALUED = ("--glossary", "--data-dir", "--paragraph", "--lang")
"""The options of opening that take a value: the next word is not the first word of the command."""


def choose(words: list[str], commands: Iterable[str]) -> tuple[str, list[str]]:
    """The command's name and its own words; raises UsageError where it is no command and no file."""
    place = _first(words)
    if place is None:
        return OPEN, words
    word = words[place]
    if word in commands:
        return word, words[:place] + words[place + 1 :]
    if word == "-" or _like_file(word) or any(_unknown(option) for option in words[:place]):
        return OPEN, words
    raise UsageError(_neither(word, commands))


def _first(words: list[str]) -> int | None:
    """Where the first word stands that is neither an option nor an option's value."""
    place = 0
    while place < len(words):
        word = words[place]
        if word in ("--", "-h", "--help", "--version"):
            return None
        if word == "-" or not word.startswith("-"):
            return place
        place += 2 if word in VALUED else 1
    return None


def _like_file(word: str) -> bool:
    return bool(os.path.splitext(word)[1]) or os.sep in word or os.path.exists(word)


def _unknown(word: str) -> bool:
    return word.startswith("-") and word.split("=")[0] not in VALUED


def _neither(word: str, commands: Iterable[str]) -> str:
    from reader.text.quoting import cited, did_you_mean

    ending = did_you_mean(word, commands, ": ", "") or ". `reader --help` lists the commands."
    return f"There is no command or file {cited(word)}{ending}"
