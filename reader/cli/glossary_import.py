"""`reader glossary import FILE…`: termbases in any form as one, on their own or merged into a glossary."""

from argparse import Namespace
from pathlib import Path

from reader.cli.glossary_export import write
from reader.cli.glossary_reading import FORMS, add_reading, opened
from reader.cli.manners import complain
from reader.cli.parser import Parser
from reader.errors import UsageError
from reader.exports.audit import counted
from reader.terms.concepts import Glossary

EXAMPLES = """\
  reader glossary import client.tbx > glossary.yaml
  reader glossary import terms.csv --columns zh,en,note -o glossary.yaml
  reader glossary import old.txt --encoding gb18030 --from zh-Hans --to en
"""


def parser() -> Parser:
    """The parser of `reader glossary import`."""
    what = "read termbases in any form into one, or into a glossary that is there"
    made = Parser("glossary import", what, EXAMPLES)
    made.add_argument("files", nargs="+", metavar="FILE", help=f"{FORMS}; - is standard input")
    made.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="the glossary to write, or to merge into where it is there (default: standard output)",
    )
    add_reading(made)
    return made


def run(options: Namespace) -> int:
    """Write the glossary; what was done is said on standard error."""
    if options.output == "":
        raise UsageError("Where to? The name of the output is empty.")
    first, *others = [opened(word, options) for word in options.files]
    if others or (options.output is not None and Path(options.output).exists()):
        raise UsageError("Termbases are not merged yet: import one into a file that is not there.")
    from reader.exports.termbase_yaml import glossary_yaml_text

    write([glossary_yaml_text(first)], options.output, force=False)
    complain(_told(first))
    return 0


def _told(glossary: Glossary) -> str:
    terms = sum(len(concept.terms) for concept in glossary.concepts)
    said = f"{counted(len(glossary.concepts), 'concept')}, {counted(terms, 'term')}"
    return f"{glossary.path}: {said}, in {' and '.join(glossary.languages)}."
