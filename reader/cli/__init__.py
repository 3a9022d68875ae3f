"""The command `reader`: which command the words name, and nothing imported but what that command needs."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence

from reader.cli.manners import guarded

COMMANDS: Mapping[str, str] = {
    "show": "print a text in both languages, with the terms of each paragraph",
    "term": "print an entry of the glossary, by Chinese, English or pinyin",
    "check": "check the terms of texts and translations against a termbase",
    "glossary": "check, import, export and compare termbases",
    "marks": "list the marks and notes that were made in a text",
    "doctor": "say what is installed, where everything lies, and whether it is sound",
    "completion": "print the completion script of a shell",
}
"""Every command but opening, which has no name: `reader [FILE]`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `reader` with these words; returns the exit code. With None it may end the process itself."""
    if arguments is not None:
        return guarded(lambda: _run(list(arguments)))
    gc.disable()  # a command is over before there is garbage worth collecting; the reading room enables it
    code = guarded(lambda: _run(sys.argv[1:]))
    if "reader.tui.app" in sys.modules:  # it has threads and files to put away
        return code
    # Everything is written, or given up: the interpreter would only take time, and try to write once more.
    os._exit(code)


def _run(words: list[str]) -> int:
    if words[:1] == ["term"] and len(words) > 1 and not any(word.startswith("-") for word in words):
        from reader.cli.term import answer

        return answer(
            " ".join(words[1:])
        )  # a third faster than with the parser, for a question without options
    from importlib import import_module

    from reader.cli.words import OPEN, choose

    name, rest = choose(words, COMMANDS)
    if name == OPEN and len(rest) < 2 and not any(word.startswith("-") for word in rest):
        from reader.cli.open import enter

        return enter(rest[0] if rest else None)  # what parses options would stay as long as the room is open
    command = import_module(f"reader.cli.{name}")
    code: int = command.run(command.parser().parse_args(rest))
    return code
