"""`reader glossary check FILE…`: faults, failing specs, duplicates and gaps of termbases."""

from argparse import Namespace
from collections.abc import Iterable

from reader.cli import termbase
from reader.cli.glossary_reading import FORMS, add_reading, opened
from reader.cli.manners import complain, in_utf8, say
from reader.cli.paint import colours, console, painted
from reader.cli.parser import Parser
from reader.errors import Fault, FaultyError, InputError
from reader.exports.audit import Audited, Line, audit_json, audit_lines, worst
from reader.terms.concepts import Glossary
from reader.terms.findings import LEVELS
from reader.text.clean import clean_line

EXAMPLES = """\
  reader glossary check
  reader glossary check glossary.yaml client.tbx --fail-on error
  reader glossary check terms.csv --columns zh,en,note --format json
"""
NEVER = "never"
STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}


def parser() -> Parser:
    """The parser of `reader glossary check`."""
    made = Parser("glossary check", "look a termbase over: faults, specs, duplicates, gaps", EXAMPLES)
    made.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help=f"{FORMS}; - is standard input (default: the glossary in use)",
    )
    made.add_argument(
        "--fail-on",
        choices=(*LEVELS, NEVER),
        default="warning",
        help="from which level on the exit code is 1 (default: warning)",
    )
    made.add_argument(
        "--format", choices=("text", "json"), default="text", help="lines, or JSON for programs"
    )
    add_reading(made)
    return made


def run(options: Namespace) -> int:
    """Print what was found; 2 where a file could not be read, else 1 where something is grave enough."""
    every = [_audited(word, options) for word in options.files or [str(termbase.glossary_path(None))]]
    if options.format == "json":
        in_utf8()
        say(audit_json(every))
    else:
        for audited in every:
            say(_shown(audit_lines(audited)))
    if any(audited.glossary is None for audited in every):
        return InputError.exit_code
    found = worst(every)
    if found is None or options.fail_on == NEVER:
        return 0
    return int(LEVELS.index(found) <= LEVELS.index(options.fail_on))


def _audited(word: str, options: Namespace) -> Audited:
    """The termbase looked over; one that cannot be read is told on standard error, and the next is read."""
    from reader.terms.auditing import audit

    try:
        glossary = opened(word, options)
    except InputError as error:
        complain(str(error))
        name = clean_line(word)
        faults = error.faults if isinstance(error, FaultyError) else (Fault(name, 0, 0, str(error)),)
        return Audited(name, None, (), faults)
    return Audited(_name(glossary), glossary, tuple(audit(glossary)))


def _name(glossary: Glossary) -> str:
    return clean_line(termbase.near(glossary.path))


def _shown(lines: Iterable[Line]) -> str:
    if not colours():
        return "".join(f"{line.text}\n" for line in lines)
    from rich.text import Text

    return painted(console(), (Text(line.text, STYLES.get(line.level or "", "")) for line in lines))
