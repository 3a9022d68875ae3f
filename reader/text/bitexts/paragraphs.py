"""The paragraphs of a text for a check: numbered as the reader numbers them, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from reader.text.article import BLANKS
from reader.text.bitexts.pieces import Piece, gathered
from reader.text.blocks import is_chinese, line_groups, split_blocks
from reader.text.clean import clean
from reader.text.segments import Passage, ignored

_SOFT_HYPHEN = "\u00ad"  # is no part of a text that is read

Span = tuple[int, int]  # of a text: where it begins, and behind its end


class Edit(NamedTuple):
    """A stretch of a file that is no text to check as it stands, and what is read in its place."""

    start: int  # code points into the file
    end: int
    text: str = ""
    remark: str = ""  # what it says to the check


class Numbered(NamedTuple):
    """A paragraph that has text to check."""

    number: int  # 0 is the headline, the body counts from 1
    passage: Passage
    ignored: frozenset[str]


class _Part(NamedTuple):
    """What is read from a place of the file on."""

    start: int
    text: str


class _Ground:
    """A file's text and where each character of it stands; `text` is cleaned, character for character."""

    def __init__(self, text: str) -> None:
        """`text` has no line ends but LF."""
        self.text = clean(text)
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def piece(self, part: _Part) -> Piece:
        """A part within one line, as a piece of the file."""
        line = bisect_right(self._starts, part.start)
        return Piece(part.text, line, part.start - self._starts[line - 1] + 1)


def paragraphs(text: str, name: str, markdown: bool = False) -> Iterator[Numbered]:
    """The paragraphs of a text without line ends but LF; raises InputError where it is none to be read.

    A remark (`reader:ignore id`) at the end of a line of a paragraph, or as a paragraph of its own before it,
    is no text; nor is the markup of Markdown, its code, the addresses of its links, and its comments.
    """
    numbers = split_blocks(text, name).numbers
    ground = _Ground(text)
    edits = _edits(markdown, ground.text)
    remarks: frozenset[str] = frozenset()
    for number, block in zip(numbers, _blocks(ground.text), strict=True):
        made = edits(block)
        remarks |= ignored(*(edit.remark for edit in made))
        passage = gathered(map(ground.piece, _joined([_parts(ground.text, line, made) for line in block])))
        if passage.text:
            yield Numbered(number, passage, remarks)
            remarks = frozenset()


def _edits(markdown: bool, text: str) -> Callable[[list[Span]], list[Edit]]:
    """What tells the edits of a block, in order, none of which overlap."""
    if not markdown:
        return lambda block: _remark(text, block)
    from reader.text.bitexts.markdown import Markdown

    return Markdown(text).edits


def remark_at(line: str) -> int:
    """Where the remark at the end of a line begins, with the blanks before it; without one, the end."""
    found = _remark_behind().search(line) if "reader:ignore" in line else None
    return found.start() if found else len(line)


@cache
def _remark_behind() -> re.Pattern[str]:
    names = r"[^\s,;<>]+(?:[ \t]*,[ \t]*[^\s,;<>]+)*"
    return re.compile(rf"[ \t]*(?:<!--[ \t]*)?reader:ignore[ \t]+{names}[ \t]*(?:-->)?[ \t]*\Z")


def _remark(text: str, block: list[Span]) -> list[Edit]:
    """The remarks at the ends of a block's lines."""
    starts = [start + remark_at(text[start:end]) for start, end in block]
    return [
        Edit(at, end, remark=text[at:end]) for at, (_, end) in zip(starts, block, strict=True) if at < end
    ]


def _blocks(text: str) -> Iterator[list[Span]]:
    """The spans of the lines of each block."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for first, group in line_groups([line.replace(_SOFT_HYPHEN, "") for line in lines]):
        yield [(starts[at], starts[at + 1] - 1) for at in range(first - 1, first - 1 + len(group))]


def _parts(text: str, line: Span, edits: list[Edit]) -> list[_Part]:
    """What is read of a line, without the blanks at its ends and without soft hyphens."""
    parts = []
    start, end = line
    for edit in edits[bisect_right(edits, start, key=lambda edit: edit.end) :]:
        if edit.start >= end:
            break
        if edit.start > start:
            parts.append(_Part(start, text[start : edit.start]))
        if edit.text:
            parts.append(_Part(edit.start, edit.text))
        start = edit.end
    if start < end:
        parts.append(_Part(start, text[start:end]))
    return _stripped([soft for part in parts for soft in _without_soft_hyphens(part)])


def _without_soft_hyphens(part: _Part) -> Iterator[_Part]:
    start = part.start
    for text in part.text.split(_SOFT_HYPHEN):
        if text:
            yield _Part(start, text)
        start += len(text) + 1


def _stripped(parts: list[_Part]) -> list[_Part]:
    first, last = 0, len(parts)
    while first < last and not parts[first].text.strip(BLANKS):
        first += 1
    while last > first and not parts[last - 1].text.strip(BLANKS):
        last -= 1
    if kept := parts[first:last]:
        text = kept[0].text.lstrip(BLANKS)
        kept[0] = _Part(kept[0].start + len(kept[0].text) - len(text), text)
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(BLANKS))
    return kept


def _joined(lines: list[list[_Part]]) -> Iterator[_Part]:
    """The lines of a block joined as the reader joins them: by a blank, beside Chinese by nothing."""
    last: _Part | None = None
    for parts in filter(None, lines):
        if last and not (is_chinese(last.text[-1]) or is_chinese(parts[0].text[0])):
            yield _Part(last.start + len(last.text), " ")
        yield from parts
        last = parts[-1]
