"""From a file's text to its blocks, the units that are numbered, read and set beside their translation.

What separates two blocks:

    a line of nothing but blanks          in every file
    a line indented by U+3000             a new block begins with it
    every line end                        in a file without any blank line between its lines

The other lines of a block are joined, by a blank or, beside Chinese characters and marks, by nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple, NoReturn

from reader.errors import InputError
from reader.text.article import BLANKS
from reader.text.clean import clean_import

MAX_BLOCK = 100_000  # characters
MAX_HEADLINE = 200  # characters


class Blocks(NamedTuple):
    """The blocks of one file, in its order."""

    texts: list[str]  # cleaned, one line each, with their indent
    headline: bool  # the first is one: a single short line above others

    @property
    def numbers(self) -> range:
        """The paragraph numbers of the blocks: the headline is 0, the body counts from 1."""
        first = 0 if self.headline else 1
        return range(first, first + len(self.texts))


def split_blocks(text: str, name: str) -> Blocks:
    """The text's blocks; raises InputError, naming `name`, where there is none or one is too long."""
    groups = list(line_groups(clean_import(text).split("\n")))
    if not groups:
        raise InputError(f"{name} is empty: there is nothing to read in it.")
    texts = [lines[0] if len(lines) == 1 else _joined(lines) for _, lines in groups]
    if max(map(len, texts)) > MAX_BLOCK:
        _refuse_longest(texts, groups, name)
    return Blocks(texts, len(groups) > 1 and len(groups[0][1]) == 1 and len(texts[0]) <= MAX_HEADLINE)


def _refuse_longest(texts: list[str], groups: list[tuple[int, list[str]]], name: str) -> NoReturn:
    place = max(range(len(texts)), key=lambda place: len(texts[place]))
    wrong = f"this paragraph has {len(texts[place]):,} characters, {MAX_BLOCK:,} are the most that is read"
    raise InputError(f"{name}:{groups[place][0]}: {wrong}. Put blank lines between its parts.")


def line_groups(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines of each block, with the number of the first of them, from 1; the lines are cleaned."""
    filled = [bool(line) and not line.isspace() for line in lines]
    begin = filled.index(True) if any(filled) else len(lines)
    end = len(lines)
    while end > begin and not filled[end - 1]:
        end -= 1
    loose = all(filled[begin:end])
    group: list[str] = []
    for place in range(begin, end):
        if group and (not filled[place] or loose or lines[place][0] == "\u3000"):
            yield place - len(group) + 1, group
            group = []
        if filled[place]:
            group.append(lines[place])
    if group:
        yield end - len(group) + 1, group


def _joined(lines: list[str]) -> str:
    """The lines of a block as one, indented as the first is."""
    parts = [lines[0].rstrip(BLANKS)]
    for line in lines[1:]:
        line = line.strip(BLANKS)
        parts += ["" if is_chinese(parts[-1][-1]) or is_chinese(line[0]) else " ", line]
    return "".join(parts)


def is_chinese(char: str) -> bool:
    """Whether a character stands in text that is written without blanks: Han, kana or their marks."""
    return (
        "\u2e80" <= char <= "\ua4cf"
        or "\uf900" <= char <= "\ufaff"
        or "\ufe30" <= char <= "\ufe4f"
        or "\uff01" <= char <= "\uffef"
        or char >= "\U00020000"
    )
