"""`reader [FILE]`: open the reading room, or print the text where there is no terminal to read in."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.paint import is_dumb
from reader.cli.sources import STDIN, read_stdin
from reader.cli.termbase import glossary_path
from reader.errors import InputError, UsageError
from reader.text.clean import clean_line

if TYPE_CHECKING:  # a text without options is opened without the parser of options
    from argparse import ArgumentParser, Namespace

    from reader.cli.parser import Parser

EXAMPLES = """\
  reader                          the article that comes with reader, where you left it
  reader article.txt              a text of your own; article.zh.txt is its translation
  reader --paragraph 3            begin at the third paragraph
  curl -s URL | reader -          what standard input holds
  reader show --paragraph 3-6     print instead of opening
  reader term 专精特新            what a term means and how to render it
"""
USAGE = """\
reader [FILE] [--glossary FILE] [--data-dir DIR] [--paragraph N] [--lang TAG]
       reader COMMAND …"""


def parser() -> "Parser":
    """The parser of `reader` itself; its help also lists the commands."""
    from reader.cli import COMMANDS
    from reader.cli.parser import Parser, add_file

    listed = "".join(f"  reader {name:<12}{what}\n" for name, what in COMMANDS.items())
    made = Parser(
        "",
        "read a text in two languages, with every term explained where it stands",
        f"{EXAMPLES}\ncommands:\n{listed}\n`reader COMMAND --help` says more about one.",
    )
    made.usage = USAGE
    add_file(made)
    add_options(made)
    return made


def add_options(made: "ArgumentParser") -> None:
    """The options of opening, without FILE."""
    from reader import __version__
    from reader.cli.parser import add_data_dir, add_glossary
    from reader.cli.values import language, number

    add_glossary(made)
    add_data_dir(made)
    made.add_argument("--paragraph", type=number, metavar="N", help="where to begin; 0 is the headline")
    made.add_argument(
        "--lang", type=language, metavar="TAG", help="the language of the text, as en or zh-Hans"
    )
    made.add_argument("--version", action="version", version=f"reader {__version__}")


def run(options: "Namespace") -> int:
    """Open the reading room as the options say; returns its exit code."""
    return enter(options.file, options.glossary, options.data_dir, options.paragraph, options.lang)


def enter(
    file: str | None = None,
    glossary: Path | None = None,
    data_dir: Path | None = None,
    paragraph: int | None = None,
    lang: str | None = None,
) -> int:
    """Open the reading room, or print the text where there is no terminal to read in; returns the exit code.

    The arguments are the words of the command line; None is what it does without them.
    """
    if not _terminal(1):
        return _print_instead(file, glossary, paragraph, lang)
    if is_dumb():
        raise UsageError(
            f"This terminal (TERM={clean_line(os.environ.get('TERM', ''))}) has no pages. "
            "`reader show` prints the text line by line."
        )
    text = read_stdin() if file == STDIN else None
    if not _terminal(0):
        _reopen_keyboard()
    if not _terminal(2):
        _draw_on_output()
    from reader import folders
    from reader.tui.app import run as read
    from reader.tui.request import OpenRequest

    path = None if file is None or file == STDIN else Path(file)
    data = data_dir or folders.data_folder()
    return read(OpenRequest(path, text, glossary_path(glossary), data, paragraph, lang))


def _print_instead(file: str | None, glossary: Path | None, paragraph: int | None, lang: str | None) -> int:
    """The text, plain, into the pipe or file that standard output is."""
    if file is not None and file != STDIN and not os.path.exists(file):
        raise InputError(f"There is no file {clean_line(file)}.")
    if file != STDIN and not _terminal(0):
        raise UsageError("There is no terminal to read in. `reader show` prints the text.")
    from reader.cli import show

    words = ["--plain"]
    if paragraph is not None:
        words.append(f"--paragraph={paragraph}-")
    if glossary is not None:
        words.append(f"--glossary={glossary}")
    if lang is not None:
        words.append(f"--lang={lang}")
    if file is not None:
        words += ["--", file]
    return show.run(show.parser().parse_args(words))


def _terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:  # closed
        return False


def _draw_on_output() -> None:
    """Let the screen, which Textual draws on standard error, be seen although that leads to a file."""
    terminal = open(os.dup(1), "w", encoding="utf-8")  # noqa: SIM115 -- it stays open to the end
    sys.__stderr__ = terminal  # type: ignore[misc]  # there is no other way to tell Textual


def _reopen_keyboard() -> None:
    """Let the keyboard be standard input again, after a pipe or a file was."""
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError("There is no keyboard to read with. `reader show` prints the text.") from error
    if keyboard:  # else standard input was closed, and this is it again
        os.dup2(keyboard, 0)
        os.close(keyboard)
    if sys.stdin is None or sys.__stdin__ is None:  # it was closed: Python has made no stream of it
        stream = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  # it lives as long as the process
        sys.stdin = sys.__stdin__ = stream  # type: ignore[misc]  # nobody else can put it there
