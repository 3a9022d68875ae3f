"""`reader glossary diff OLD NEW`: what changed from one termbase to another, concept by concept."""

from argparse import Namespace
from collections.abc import Iterable

from reader.cli.glossary_reading import FORMS, add_reading, opened
from reader.cli.manners import complain, in_utf8, say
from reader.cli.paint import colours, console, painted
from reader.cli.parser import Parser
from reader.exports.termbase_diff import Line, diff_json, diff_lines, diff_totals
from reader.terms.diff import diff

EXAMPLES = """\
  reader glossary diff glossary.yaml client.tbx
  git show HEAD~1:glossary.yaml | reader glossary diff - glossary.yaml
  reader glossary diff old.csv new.csv --format json
"""
STYLES = {"added": "green", "removed": "red", "changed": "yellow"}


def parser() -> Parser:
    """The parser of `reader glossary diff`."""
    made = Parser("glossary diff", "compare two termbases, concept by concept", EXAMPLES)
    made.add_argument("old", metavar="OLD", help=f"the termbase as it was: {FORMS}; - is standard input")
    made.add_argument("new", metavar="NEW", help="the termbase as it is")
    made.add_argument(
        "--format", choices=("text", "json"), default="text", help="lines, or JSON for programs"
    )
    add_reading(made)
    return made


def run(options: Namespace) -> int:
    """Print what changed; 0 where nothing did, else 1."""
    old, new = opened(options.old, options), opened(options.new, options)
    found = diff(old, new)
    if options.format == "json":
        in_utf8()
        say(diff_json(found, old, new))
    else:
        say(_shown(diff_lines(found, old, new)))
        complain(diff_totals(found))
    return int(bool(found))


def _shown(lines: Iterable[Line]) -> str:
    if not colours():
        return "".join(f"{line.text}\n" for line in lines)
    from rich.text import Text

    return painted(console(), (Text(line.text, STYLES[line.mark]) for line in lines))
