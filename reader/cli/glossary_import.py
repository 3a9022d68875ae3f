"""`reader glossary import FILE…`: termbases in any form as one, on their own or merged into a glossary."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli.glossary_reading import FORMS, add_reading, opened
from reader.cli.manners import complain
from reader.cli.output import deliver
from reader.cli.parser import Parser
from reader.errors import UsageError
from reader.terms.concepts import Glossary
from reader.text.clean import clean_line
from reader.text.counts import counted

EXAMPLES = """\
  reader glossary import client.tbx > glossary.yaml
  reader glossary import client.tbx terms.csv -o glossary.yaml
  reader glossary import old.txt --encoding gb18030 --from zh-Hans --to en
"""
_TOLD = 20  # things that were done which are told one by one


def parser() -> Parser:
    """The parser of `reader glossary import`."""
    what = "read termbases in any form into one, or into a glossary that is there"
    made = Parser("glossary import", what, EXAMPLES)
    made.add_argument("files", nargs="+", metavar="FILE", help=f"{FORMS}; - is standard input")
    made.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="the YAML to write, or to merge into where it is there (default: standard output)",
    )
    add_reading(made)
    return made


def run(options: Namespace) -> int:
    """Write the glossary; what was done is said on standard error."""
    output = _output(options.output)
    incoming = [opened(word, options) for word in options.files]
    before = _text_of(output) if output is not None and output.exists() else None
    after, known = before, None
    for glossary in incoming:
        after, known = _put(after, known, glossary, clean_line(str(output or "the glossary")), options)
    if after is not None and after != before:
        deliver([after], output, force=before is not None)
    return 0


def _output(name: str | None) -> Path | None:
    """Where to write, None for standard output; raises UsageError where that could be no glossary."""
    if name is None:
        return None
    if Path(name).suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(
            f"{clean_line(name) or 'A file without a name'} is no YAML, which a glossary is. "
            "`reader glossary export` writes other forms."
        )
    return Path(name)


def _text_of(path: Path) -> str:
    from reader.text.encoding import decode
    from reader.text.files import read_bytes

    return decode(read_bytes(path), clean_line(str(path)))


def _put(
    text: str | None, known: Glossary | None, new: Glossary, name: str, options: Namespace
) -> tuple[str, Glossary | None]:
    """The glossary with what the new one has, or the new one where there is none yet; as text, and as read.

    `known` is what the text says, where it has been read.
    """
    chosen = [tag for tag in (options.source, options.target) if tag]
    if text is None:
        new = _respelt(new, chosen)
        from reader.exports.termbase_yaml import glossary_yaml_text

        terms = sum(len(concept.terms) for concept in new.concepts)
        said = f"{counted(len(new.concepts), 'concept')}, {counted(terms, 'term')}"
        complain(f"{new.path}: {said}, in {' and '.join(new.languages)}.")
        return glossary_yaml_text(new), None
    from reader.terms.exchange.merging import merge
    from reader.terms.exchange.naming import told_apart
    from reader.terms.glossary_yaml import parse_glossary

    old = known or parse_glossary(text, name)
    new = _respelt(new, [*chosen, *(tag for tag in old.languages if tag not in chosen)])
    merged = merge(text, told_apart(new, old), name, old)
    _tell(merged.news)
    added = f"{counted(merged.added, 'concept')} added" if merged.added else ""
    grown = f"{counted(merged.grown, 'concept')} with more than before" if merged.grown else ""
    said = ", ".join(part for part in (added, grown) if part) or "nothing new"
    complain(f"{new.path}: {said}; {counted(len(merged.glossary.concepts), 'concept')} in all.")
    return merged.text, merged.glossary


def _respelt(new: Glossary, known: Sequence[str]) -> Glossary:
    """The termbase in the language tags that are known; which were others is said."""
    from reader.terms.exchange.languages import respelt

    spelt, meant = respelt(new, known)
    if meant:
        changes = ", ".join(f"{tag} as {other}" for tag, other in meant.items())
        complain(f"{new.path}: taken in {changes}.")
    return spelt


def _tell(news: Sequence[str]) -> None:
    for sentence in news[:_TOLD]:
        complain(sentence)
    if len(news) > _TOLD:
        complain(f"… and {len(news) - _TOLD:,} more.")
