"""`reader marks [FILE]`: list the marks and notes that were made in a text, or in every text."""

from argparse import Namespace
from collections.abc import Callable, Sequence

from reader import folders
from reader.cli import COMMANDS, sources
from reader.cli.manners import complain, in_utf8, say
from reader.cli.parser import Parser, add_data_dir, add_file
from reader.errors import StoreError
from reader.exports.marks import marks_json, marks_markdown, marks_text
from reader.shelf.store import Kept, Shelf

EXAMPLES = """\
  reader marks
  reader marks article.txt --markdown >> essay.md
  reader marks --all --json
"""


def parser() -> Parser:
    """The parser of `reader marks`."""
    made = Parser("marks", COMMANDS["marks"], EXAMPLES)
    add_file(made)
    made.add_argument("--all", action="store_true", help="those of every text, where they were last found")
    forms = made.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="as JSON, for programs")
    forms.add_argument("--markdown", action="store_true", help="for an essay: quote, paragraph, note")
    add_data_dir(made)
    return made


def run(options: Namespace) -> int:
    """Print the list; that there is nothing to list is said on standard error and is no error."""
    shelf = Shelf.open(options.data_dir or folders.data_folder())
    try:
        kept = shelf.everything() if options.all else _of_one(shelf, options.file)
        _tell(shelf, kept)
    finally:
        shelf.close()
    if not kept:
        complain("There are no marks and no notes yet.")
    if options.json or options.markdown:
        in_utf8()
    if kept or options.json:
        say(_form(options)(kept))
    return 0


def _of_one(shelf: Shelf, file: str | None) -> list[Kept]:
    kept = shelf.kept(shelf.text(sources.article(file)))
    return [kept] if kept.marks or kept.notes or kept.dismissals else []


def _tell(shelf: Shelf, kept: Sequence[Kept]) -> None:
    """Pass on what the shelf has to say; raises StoreError where that is the reason why nothing is found."""
    if shelf.notices and not shelf.writable and not kept:
        raise StoreError("\n".join(shelf.notices))
    for notice in shelf.notices:
        complain(notice)


def _form(options: Namespace) -> Callable[[Sequence[Kept]], str]:
    if options.json:
        return marks_json
    return marks_markdown if options.markdown else marks_text
