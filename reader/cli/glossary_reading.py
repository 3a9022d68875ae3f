"""The termbase that a command under `reader glossary` is given: a file in any form, or standard input."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.manners import complain
from reader.cli.sources import STDIN, STDIN_NAME
from reader.cli.values import language
from reader.errors import UsageError
from reader.terms.concepts import Glossary

FORMS = "YAML, TBX, an OmegaT table, TSV, CSV or XLIFF 2"


def add_reading(made: ArgumentParser) -> None:
    """The options that say what a table is."""
    made.add_argument(
        "--columns",
        default="",
        metavar="LIST",
        help="what a table's columns hold, as zh,en,note,-,status or term:fr,definition:en",
    )
    made.add_argument(
        "--header", action="store_true", help="the first row of a table names the columns, whatever it says"
    )
    add_languages(made)
    made.add_argument("--encoding", default="", metavar="NAME", help="what a table is in, as gb18030")


def add_languages(made: ArgumentParser) -> None:
    """`--from` and `--to`, as `options.source` and `options.target`."""
    for option, name in (("--from", "source"), ("--to", "target")):
        made.add_argument(
            option,
            dest=name,
            type=language,
            metavar="TAG",
            help=f"the {name} language, as en or zh-Hans (default: as the file says, or found out)",
        )


def opened(word: str, options: Namespace) -> Glossary:
    """The termbase that the word names; what was guessed about it is said on standard error.

    One whose specs fail is taken too: to say so is the business of `reader glossary check`.

    Raises InputError where it cannot be read, GlossaryError with every fault in it.
    """
    from reader.cli.sources import read_stdin_bytes
    from reader.terms.exchange.opening import open_glossary
    from reader.terms.exchange.request import Request

    if not word:
        raise UsageError("Which termbase? The name of the file is empty; `-` is standard input.")
    request = Request(
        Path(STDIN_NAME if word == STDIN else word),
        data=read_stdin_bytes() if word == STDIN else None,
        encoding=options.encoding,
        columns=options.columns,
        named=options.header,
        source_language=options.source or "",
        target_language=options.target or "",
    )
    return open_glossary(request, complain)
