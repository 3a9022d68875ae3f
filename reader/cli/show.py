"""`reader show [FILE]`: print a text in both languages with the terms of each paragraph."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence

from reader.cli import COMMANDS, sources, termbase
from reader.cli.manners import in_utf8, say
from reader.cli.paint import colours, console, painted
from reader.cli.parser import Parser, add_file, add_glossary
from reader.cli.values import Range, language, ranges
from reader.errors import UsageError
from reader.exports.show import Page, show_heading, show_page
from reader.terms.concepts import Glossary
from reader.text.article import Article

EXAMPLES = """\
  reader show
  reader show --paragraph 3-6 --notes
  reader show article.txt --plain > article-with-terms.txt
  reader show --json | jq '.paragraphs[].terms[] | select(.status == "deprecated")'
"""


def parser() -> Parser:
    """The parser of `reader show`."""
    made = Parser("show", COMMANDS["show"], EXAMPLES)
    add_file(made)
    made.add_argument(
        "--paragraph",
        type=ranges,
        default=(),
        metavar="N",
        help="only these: 3, 3-6, 3- or 3,5; 0 is the headline",
    )
    made.add_argument("--notes", action="store_true", help="with the translator's notes")
    made.add_argument("--plain", action="store_true", help="line by line without colours, as in a pipe")
    made.add_argument("--json", action="store_true", help="as JSON, for programs; offsets in code points")
    made.add_argument(
        "--lang", type=language, metavar="TAG", help="the language of the text, as en or zh-Hans"
    )
    add_glossary(made)
    return made


def run(options: Namespace) -> int:
    """Print the text."""
    article = sources.article(options.file, options.lang)
    numbers = list(dict.fromkeys(chosen(options.paragraph, article)))
    glossary = termbase.glossary(options.glossary)
    pages = _pages(article, numbers, glossary)
    for piece in _pieces(options, article, pages, glossary):
        say(piece)
    return 0


def chosen(wanted: Sequence[Range], article: Article) -> Iterator[int]:
    """The numbers of the paragraphs wanted, all where none is named; raises UsageError for one not there."""
    for first, last in wanted or [(article.first, None)]:
        if not article.first <= first <= article.last:
            raise UsageError(
                f"There is no paragraph {first}: the text has {article.first} to {article.last}."
            )
        yield from range(first, min(article.last if last is None else last, article.last) + 1)


def _pages(article: Article, numbers: Iterable[int], glossary: Glossary) -> Iterator[Page]:
    from reader.terms.matching import Matcher
    from reader.terms.occurrences import occurrences

    about = article.about
    matcher = Matcher(glossary)
    for number in numbers:
        paragraph = article.paragraph(number)
        found = occurrences(paragraph, about.source_language, about.target_language, matcher)
        yield Page(paragraph, tuple(found))


def _pieces(options: Namespace, article: Article, pages: Iterable[Page], glossary: Glossary) -> Iterator[str]:
    if options.json:
        from reader.exports.show_json import show_json

        in_utf8()
        return show_json(article, pages)
    writing = _plain if options.plain or not colours() else _rich
    return writing(options, article, pages, glossary)


def _plain(options: Namespace, article: Article, pages: Iterable[Page], glossary: Glossary) -> Iterator[str]:
    if not options.paragraph:
        yield show_heading(article)
    for page in pages:
        yield show_page(page, article, glossary, options.notes)


def _rich(options: Namespace, article: Article, pages: Iterable[Page], glossary: Glossary) -> Iterator[str]:
    from reader.exports.show_rich import rich_heading, rich_page

    screen = console()
    if not options.paragraph:
        yield painted(screen, rich_heading(article, screen.width))
    for page in pages:
        yield painted(screen, rich_page(page, glossary, options.notes, screen.width))
