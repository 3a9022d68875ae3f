"""`reader glossary export [FILE]`: a termbase in the form that another tool, or a person, reads."""

from argparse import Namespace
from pathlib import Path
from typing import get_args

from reader.cli.endings import form_by_ending
from reader.cli.glossary_reading import FORMS, add_reading, opened
from reader.cli.manners import complain
from reader.cli.output import deliver
from reader.cli.overwriting import spare
from reader.cli.parser import Parser
from reader.cli.sources import STDIN
from reader.cli.termbase import glossary_path
from reader.errors import UsageError
from reader.exports.termbase import ENDINGS, Form, exported
from reader.terms.concepts import Glossary

EXAMPLES = """\
  reader glossary export --format tbx --output glossary.tbx
  reader glossary export client.tbx --format csv --output client.csv
  reader glossary export --format omegat --from zh --to en > glossary.txt
  reader glossary export --output glossary.html --force
"""


def parser() -> Parser:
    """The parser of `reader glossary export`."""
    what = "write a termbase for other tools, for a spreadsheet, or for reading"
    made = Parser("glossary export", what, EXAMPLES)
    made.add_argument(
        "file", nargs="?", metavar="FILE", help=f"{FORMS}; - is standard input (default: the glossary in use)"
    )
    made.add_argument(
        "--format", choices=get_args(Form), help="the form (default: by the ending of the output, else yaml)"
    )
    made.add_argument("--output", metavar="FILE", help="where to (default: standard output)")
    made.add_argument(
        "--force", action="store_true", help="overwrite a file that is there, not the one that is read"
    )
    add_reading(made)
    return made


def run(options: Namespace) -> int:
    """Write it; what the form cannot hold is said on standard error."""
    if options.output == "":
        raise UsageError("Where to? The name of the output is empty.")
    form = _form(options)
    path = None if options.output is None else Path(options.output)
    file = str(glossary_path(None)) if options.file is None else options.file
    if path is not None and file != STDIN:
        spare(path, [Path(file)])
    glossary = opened(file, options)
    source, target = _languages(glossary, options)
    if form == "omegat" and not (source and target):
        raise UsageError("A table of OmegaT has two languages: say which, with --from and --to.")
    deliver(exported(glossary, form, source, target, complain), path, options.force)
    return 0


def _form(options: Namespace) -> Form:
    """The form that was said, else that of the output's ending; raises UsageError where that has none."""
    if options.format is not None:
        form: Form = options.format
        return form
    return form_by_ending(Path(options.output or ""), ENDINGS, "yaml", "a termbase", get_args(Form))


def _languages(glossary: Glossary, options: Namespace) -> tuple[str, str]:
    """Those that were said, each else the first of the glossary that is not the other one."""
    left = [lang for lang in glossary.languages if lang not in (options.source, options.target)]
    source = options.source or (left.pop(0) if left else "")
    return source, options.target or (left.pop(0) if left else "")
