"""The argument parser of every command: wrong words become one sentence, and each --help ends in examples."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from reader.errors import UsageError
from reader.text.quoting import cited, did_you_mean

SHIPPED = "the article that comes with reader"
# argparse has each of its words looked up in the translations of the machine, where there are none: 1 ms.
vars(argparse)["_"] = str


class Parser(argparse.ArgumentParser):
    """An argument parser that raises UsageError; its messages are sentences of our own where it matters."""

    def __init__(self, name: str, description: str, examples: str) -> None:
        super().__init__(
            prog=f"reader {name}".strip(),
            description=f"{description[0].upper()}{description[1:]}.",
            epilog=f"examples:\n{examples}",
            formatter_class=_formatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message as a sentence."""
        sentence = message.removeprefix("argument ")
        raise UsageError(f"{sentence[0].upper()}{sentence[1:]}. `{self.prog} --help` says more.")

    def parse_args(  # type: ignore[override]  # we never hand in a namespace
        self, args: Sequence[str] | None = None
    ) -> argparse.Namespace:
        """The options; raises UsageError about the first word that means nothing, with the nearest option."""
        options, rest = self.parse_known_args(args)
        if rest:
            self._unknown(rest[0])
        return options

    def _unknown(self, word: str) -> NoReturn:
        if not word.startswith("-"):
            self.error(f"{cited(word)} is one word too many")
        known = [option for action in self._actions for option in action.option_strings]
        name = word.split("=")[0]
        ending = did_you_mean(name, known, ": ", "") or f". `{self.prog} --help` lists its options."
        raise UsageError(f"`{self.prog}` has no option {cited(name)}{ending}")


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Help that fits the terminal; argparse would import shutil, and much else, to learn how wide it is."""
    import os

    try:
        columns = int(os.environ.get("COLUMNS", "")) or os.get_terminal_size(1).columns
    except (OSError, ValueError):
        columns = 80
    return argparse.RawDescriptionHelpFormatter(prog, width=max(columns - 2, 20))


def add_file(parser: argparse.ArgumentParser) -> None:
    """The text to work on: `options.file`, None for the shipped one, `-` for standard input."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help=f"a text, or - for standard input (default: {SHIPPED})"
    )


def add_glossary(parser: argparse.ArgumentParser) -> None:
    """`options.glossary`: a Path, or None for the shipped glossary."""
    parser.add_argument(
        "--glossary",
        type=Path,
        metavar="FILE",
        help="a glossary of your own (default: the one that comes with reader)",
    )


def add_data_dir(parser: argparse.ArgumentParser) -> None:
    """`options.data_dir`: a Path, or None for the user's own folder."""
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where marks, notes and places are kept")
