"""The command `reader`: which command the words name, and nothing imported but what that command needs."""

import sys
from collections.abc import Mapping, Sequence

from reader.cli.manners import guarded

COMMANDS: Mapping[str, str] = {
    "show": "print a text in both languages, with the terms of each paragraph",
    "term": "print an entry of the glossary, by Chinese, English or pinyin",
    "marks": "list the marks and notes that were made in a text",
    "doctor": "say what is installed, where everything lies, and whether it is sound",
    "completion": "print the completion script of a shell",
}
"""Every command but opening, which has no name: `reader [FILE]`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `reader` with these words (those of the process where None is given); returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    return guarded(lambda: _run(words))


def _run(words: list[str]) -> int:
    from importlib import import_module

    from reader.cli.words import choose

    name, rest = choose(words, COMMANDS)
    command = import_module(f"reader.cli.{name}")
    code: int = command.run(command.parser().parse_args(rest))
    return code
