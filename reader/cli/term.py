"""`reader term QUERY`: an entry of the glossary by Chinese, English or toneless pinyin."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.manners import in_utf8, say
from reader.cli.paint import colours
from reader.errors import NotFoundError, UsageError
from reader.terms.concepts import Concept, Glossary

if TYPE_CHECKING:  # a quick answer does without the parser of options
    from argparse import Namespace

    from reader.cli.parser import Parser

LONGEST = 200  # characters of a question that are compared with every term; longer ones take seconds
EXAMPLES = """\
  reader term 专精特新
  reader term zhuanjingtexin
  reader term little giant
  reader term SRDI --json
"""


def parser() -> "Parser":
    """The parser of `reader term`."""
    from reader.cli import COMMANDS
    from reader.cli.parser import Parser, add_glossary

    made = Parser("term", COMMANDS["term"], EXAMPLES)
    made.add_argument("query", nargs="+", metavar="QUERY", help="the term; tones may be left out")
    made.add_argument("--json", action="store_true", help="as JSON, for programs")
    add_glossary(made)
    return made


def run(options: "Namespace") -> int:
    """Print the answer to a question with options."""
    return answer(" ".join(options.query), options.glossary, options.json)


def answer(query: str, chosen: Path | None = None, as_json: bool = False) -> int:
    """Print the best entry whole and the others in a line each.

    Raises NotFoundError with what is near, and UsageError where nothing is asked.
    """
    if not query.strip():
        raise UsageError("Which term? Name it in Chinese, English or pinyin: `reader term 专精特新`.")
    from reader.cli.termbase import glossary as read
    from reader.terms.lookup import look_up, near

    glossary = read(chosen)
    found = look_up(glossary, query)
    close = [] if found else near(glossary, query[:LONGEST])
    if as_json:
        from reader.exports.entry_json import entries_json

        in_utf8()
        say(entries_json(query, found, close, glossary))
    elif found:
        say(_rich(found, glossary) if colours() else _plain(found, glossary))
    if not found:
        raise NotFoundError(_nothing(query, close))
    return 0


def _plain(found: Sequence[Concept], glossary: Glossary) -> str:
    from reader.exports.entry import entry_line, entry_text

    others = [f"also: {entry_line(other, glossary)}\n" for other in found[1:]]
    return entry_text(found[0], glossary) + "".join(others)


def _rich(found: Sequence[Concept], glossary: Glossary) -> str:
    from reader.cli.paint import console, painted
    from reader.exports.entry_rich import rich_entry, rich_line

    screen = console()
    lines = list(rich_entry(found[0], glossary, screen.width))
    for other in found[1:]:
        lines += rich_line(other, glossary, screen.width)
    return painted(screen, lines)


def _nothing(query: str, close: Iterable[str]) -> str:
    from reader.text.quoting import cited, quoted

    near = ", ".join(quoted(term) for term in close)
    ending = f"Near it: {near}." if near else "In the reading room, `t` lists the terms of the text."
    return f"The glossary has no entry for {cited(query)}. {ending}"
