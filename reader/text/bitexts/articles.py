"""A text as segments: its paragraphs, each with its translation where one stands beside it."""

import re
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from reader.errors import Fault, FaultyError, InputError
from reader.text.article import About, Article
from reader.text.bitexts.request import Request
from reader.text.bitexts.texts import Text, paired, parted, read_text
from reader.text.clean import clean_line
from reader.text.files import about_of, shipped_path, translation_of
from reader.text.segments import Bitext, Languages, Segment
from reader.text.tags import primary


def read_article_bitext(request: Request) -> Bitext:
    """The paragraphs of a text, the target, with those of the translation beside it, the source.

    A segment is called by its paragraph's number in the target. A translation that cannot be read or does not
    run beside the text is a fault, and the text is read in its one language. Raises InputError where the text
    itself cannot be read.
    """
    target = read_text(request.path, request.data, request)
    faults: list[Fault] = []
    about = _about(request, faults)
    beside = _beside(request, target, about, faults)
    source_language = (request.source_language or beside[1]) if beside else ""
    language = request.target_language or about.source_language
    known = Languages(source_language, language)
    if not language:
        language = _guess(target, request.likely, source_language)
        known = Languages(source_language, language, frozenset(("target",)))
    if beside:
        bitext = paired(beside[0], target, known)
        return bitext._replace(segments=chain(faults, bitext.segments))
    segments = (Segment(str(one.number), one.passage, None, one.ignored) for one in target.paragraphs)
    return Bitext(
        target.name,
        "",
        "",
        known.target,
        chain(faults, segments),
        target.encoding,
        guessed=known.guessed,
    )


def article_bitext(article: Article) -> Bitext:
    """The same of an article that is a file, in the languages that it is known to have."""
    about = article.about
    return read_article_bitext(
        Request(article.path, source_language=about.target_language, target_language=about.source_language)
    )


def shipped_bitext() -> Bitext:
    """The article that comes with reader, without the article itself having been read before."""
    return read_article_bitext(Request(shipped_path()))


def _about(request: Request, faults: list[Fault]) -> About:
    """What the sidecar says; what is wrong with it goes to the faults."""
    if request.data is not None:
        return About()
    try:
        return about_of(request.path)
    except FaultyError as error:
        faults += error.faults
        return About()


def _guess(text: Text, likely: Sequence[str], other: str) -> str:
    """The language that a text seems to be in, `und` where nothing tells; `other` is its translation's."""
    from reader.text.language import settled_language  # a text with a sidecar can do without
    from reader.text.likely_language import likelier

    return likelier(settled_language(text.words), text.words, likely, other)


def _beside(request: Request, target: Text, about: About, faults: list[Fault]) -> tuple[Text, str] | None:
    """The translation and its language, where there is one that runs beside the text."""
    found = None
    if request.data is None:
        found = translation_of(request.path, request.source_language or about.target_language)
    if found is None:
        return None
    path, named = found
    try:
        source = read_text(path, None, request)
    except InputError as error:
        faults.append(_unread(path, error))
        return None
    if len(source.paragraphs) != len(target.paragraphs):
        faults.append(parted(source, target))
        return None
    known = about.target_language
    return source, known if primary(known) == primary(named) else named


def _unread(path: Path, error: InputError) -> Fault:
    """What is wrong with the translation, as a fault beside which the text can still be read."""
    name, said = clean_line(str(path)), str(error)
    if found := re.match(r":(\d+):(\d+): ", said.removeprefix(name)):
        return Fault(name, int(found[1]), int(found[2]), said.removeprefix(name)[found.end() :])
    return Fault(name, 0, 0, f"was left out: {said.removesuffix('.')}")
