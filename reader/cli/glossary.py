"""`reader glossary COMMAND …`: check, import, export and compare termbases, and find what one lacks."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NoReturn

from reader.cli import COMMANDS
from reader.cli.parser import Parser
from reader.errors import UsageError
from reader.text.quoting import cited, did_you_mean

PARTS: Mapping[str, str] = {
    "check": "look a termbase over: faults, specs, duplicates, gaps",
    "import": "read termbases in any form into one, or into a glossary that is there",
    "export": "write a termbase for other tools, for a spreadsheet, or for reading",
    "diff": "compare two termbases, concept by concept",
    "suggest": "propose terms of a text that the glossary lacks",
}
"""The commands under `reader glossary`, each in the module glossary_<name>."""

EXAMPLES = """\
  reader glossary check
  reader glossary import client.tbx terms.csv -o glossary.yaml
  reader glossary export --format tbx --output glossary.tbx
  reader glossary diff old.yaml new.yaml
  reader glossary suggest article.txt
"""


class _Family(Parser):
    """The parser of a command that has commands of its own: those read their words themselves."""

    def parse_args(self, args: Sequence[str] | None = None) -> Namespace:  # type: ignore[override]  # as Parser
        """The options of the command that the first word names, and in `run` what runs it."""
        words = list(args or ())
        if words and words[0] in PARTS:
            part = import_module(f"reader.cli.glossary_{words[0]}")
            options: Namespace = part.parser().parse_args(words[1:])
            options.run = part.run
            return options
        if not words or not words[0].startswith("-"):
            _refuse(words)
        return super().parse_args(words)


def parser() -> Parser:
    """The parser of `reader glossary`."""
    listed = "".join(f"  reader glossary {name:<10}{what}\n" for name, what in PARTS.items())
    more = "`reader glossary COMMAND --help` says more about one."
    made = _Family("glossary", COMMANDS["glossary"], f"{EXAMPLES}\ncommands:\n{listed}\n{more}")
    made.usage = "reader glossary COMMAND …"
    return made


def run(options: Namespace) -> int:
    """Run the command that was named."""
    if not hasattr(options, "run"):
        _refuse([])
    code: int = options.run(options)
    return code


def _refuse(words: list[str]) -> NoReturn:
    known = ", ".join(PARTS)
    if not words:
        raise UsageError(f"What about the glossary? The commands are {known}; `reader glossary --help`.")
    near = did_you_mean(words[0], PARTS, ": ", "") or f". The commands are {known}."
    raise UsageError(f"`reader glossary` has no command {cited(words[0])}{near}")
