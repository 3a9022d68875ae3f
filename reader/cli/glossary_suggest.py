"""`reader glossary suggest [FILE]`: terms of a text that the glossary lacks, as YAML ready to paste."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reader.cli import sources
from reader.cli.glossary_reading import add_languages
from reader.cli.manners import complain
from reader.cli.output import deliver
from reader.cli.parser import SHIPPED, Parser
from reader.cli.termbase import glossaries, near
from reader.cli.values import count
from reader.errors import Fault, UsageError
from reader.exports.suggestions import Side, suggestions_yaml
from reader.terms.concepts import Glossary, speaks
from reader.text.counts import counted
from reader.text.segments import Bitext, Passage

RECURRING = 2
"""How often a string stands that recurs."""

_NAMES: Mapping[str, str] = {"en": "English", "zh": "Chinese"}

EXAMPLES = """\
  reader glossary suggest
  reader glossary suggest article.txt --most 10 --least 3
  reader glossary suggest memory.tmx --glossary client.tbx >> new-terms.yaml
"""


def parser() -> Parser:
    """The parser of `reader glossary suggest`."""
    made = Parser("glossary suggest", "propose terms of a text that the glossary lacks", EXAMPLES)
    made.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=f"a text or pairs, as `reader check` reads them; - is standard input (default: {SHIPPED})",
    )
    made.add_argument(
        "--glossary",
        action="append",
        type=Path,
        default=[],
        metavar="FILE",
        help="what is known already, in any form; may be given several times (default: the glossary in use)",
    )
    made.add_argument(
        "--most", type=count, default=20, metavar="N", help="so many of each language (default: 20)"
    )
    made.add_argument(
        "--least",
        type=count,
        default=RECURRING,
        metavar="N",
        help=f"only what stands so often (default: {RECURRING})",
    )
    add_languages(made)
    made.add_argument("--encoding", default="", metavar="NAME", help="what the text is in, as gb18030")
    return made


def run(options: Namespace) -> int:
    """Print the proposals; that a language has none is said on standard error and is no error."""
    from reader.terms.exchange.naming import Names

    glossary, _ = glossaries(options.glossary)
    found = list(_sides(_opened(options, glossary.languages), glossary, options))
    names = Names(concept.id for concept in glossary.concepts)
    deliver(suggestions_yaml(found, names), None, force=False)
    _tell_nothing(found, options.least)
    return 0


def _tell_nothing(found: Sequence[Side], least: int) -> None:
    """Say of which language there is no proposal."""
    often = "recurs" if least == RECURRING else f"stands {counted(least, 'time')}"
    for side in found:
        if not side.candidates:
            (name,) = (name for known, name in _NAMES.items() if speaks(side.lang, known))
            complain(f"{name}: nothing {often} that the glossary lacks.")
    if not found:
        complain(f"Nothing {often} that the glossary lacks.")


def _opened(options: Namespace, likely: tuple[str, ...]) -> Bitext:
    if options.file == "":
        raise UsageError("Which text? The name of the file is empty; `-` is standard input.")
    if options.file is None:
        from reader.text.bitexts.articles import article_bitext
        from reader.text.files import shipped_article

        return article_bitext(shipped_article())
    from reader.text.bitexts.opening import open_bitext
    from reader.text.bitexts.request import Request

    stdin = options.file == sources.STDIN
    return open_bitext(
        Request(
            Path(sources.STDIN_NAME if stdin else options.file),
            data=sources.read_stdin_bytes() if stdin else None,
            source_language=options.source or "",
            target_language=options.target or "",
            encoding=options.encoding,
            likely=likely,
            skip_empty=True,
        )
    )


def _sides(bitext: Bitext, glossary: Glossary, options: Namespace) -> Iterator[Side]:
    """Source and target, each with its best candidates; what could not be read is told."""
    from reader.terms.suggesting import LANGUAGES, candidates

    passages: tuple[list[Passage], list[Passage]] = ([], [])
    for item in bitext.segments:
        if isinstance(item, Fault):
            complain(str(item))
            continue
        passages[1].append(item.target)
        if item.source is not None:
            passages[0].append(item.source)
    sides = (
        (bitext.source_path, bitext.source_language, passages[0]),
        (bitext.path, bitext.target_language, passages[1]),
    )
    for path, lang, own in sides:
        if not own:
            continue
        if not any(speaks(lang, known) for known in LANGUAGES):
            complain(f"{near(path)}: terms are proposed in English and Chinese; this is {lang}.")
            continue
        best = candidates([passage.text for passage in own], lang, glossary, options.least)
        yield Side(near(path), lang, own, best[: options.most])
