"""A file of pairs as an article to read: the targets are its paragraphs, the sources stand beside them."""

from pathlib import Path

from reader.errors import Fault, InputError
from reader.text.article import About, Article
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.blocks import MAX_BLOCK
from reader.text.clean import clean_line
from reader.text.files import digest_of, read_bytes
from reader.text.segments import Passage

MOST_TOLD = 3
"""Faults that are told one by one."""


def read_pairs(path: Path) -> Article:
    """The segments as paragraphs from 1; what is wrong with single ones is told in `Article.warnings`.

    Raises InputError where the file cannot be read as what its ending says, or has no pair to read.
    """
    name = clean_line(str(path))
    data = read_bytes(path)
    bitext = open_bitext(Request(path, data=data))
    targets, sources = [], []
    ignored: dict[int, frozenset[str]] = {}
    faults: list[Fault] = []
    for segment in bitext.segments:
        if isinstance(segment, Fault):
            faults.append(segment)
            continue
        targets.append(_line(segment.target, name))
        sources.append(_line(segment.source, name) if segment.source else "")
        if segment.ignored:
            ignored[len(targets)] = segment.ignored
    if not targets:
        raise InputError(_nothing(name, faults))
    about = About(source_language=bitext.target_language, target_language=bitext.source_language)
    beside = sources if any(sources) else []
    article = Article(path, targets, beside, about, digest_of(data), headline=False, warnings=_told(faults))
    article.ignored = ignored
    return article


def _line(passage: Passage, name: str) -> str:
    """What is read of a passage: a paragraph is one line."""
    if len(passage.text) > MAX_BLOCK:
        wrong = f"this segment has {len(passage.text):,} characters, {MAX_BLOCK:,} are the most that is read"
        raise InputError(f"{name}:{passage.line}:{passage.column}: {wrong}.")
    return " ".join(passage.text.split())


def _told(faults: list[Fault]) -> tuple[str, ...]:
    told = tuple(map(str, faults[:MOST_TOLD]))
    more = len(faults) - MOST_TOLD
    return (*told, f"{more:,} more were left out; `reader check` tells all of them.") if more > 0 else told


def _nothing(name: str, faults: list[Fault]) -> str:
    why = "".join(f"\n{fault}" for fault in faults[:MOST_TOLD])
    return f"{name} has no pair to read.{why}"
