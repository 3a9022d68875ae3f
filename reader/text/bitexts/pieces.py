"""Putting a passage together from the pieces of a file it is made of; saying what is wrong at a place."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.errors import Fault
from reader.text.clean import clean
from reader.text.segments import Anchor, Passage

EMPTY_TARGET = "the target is empty, so nothing was checked here"
EMPTY_HINT = "`--skip-empty` passes over untranslated units"


class Piece(NamedTuple):
    """A stretch of text as it stands in a file; an LF in it ends a line of the file."""

    text: str
    line: int  # from 1
    column: int  # from 1, in code points


def gathered(pieces: Iterable[Piece]) -> Passage:
    """The passage that the pieces make, cleaned, with an anchor wherever it leaves the course of the file."""
    texts: list[str] = []
    anchors: list[Anchor] = []
    size, following = 0, (0, 0)
    for piece in pieces:
        for text, line, column in _unbroken(piece):
            if text:
                if (line, column) != following:
                    anchors.append(Anchor(size, line, column))
                texts.append(text)
                size += len(text)
                following = _behind(text, line, column)
    if not anchors:
        return Passage("", *following)
    return Passage("".join(texts), anchors[0].line, anchors[0].column, tuple(anchors[1:]))


def passage(text: str, line: int, column: int) -> Passage:
    """The passage of one stretch of a file."""
    if "\u2028" in text or "\u2029" in text:
        return gathered([Piece(text, line, column)])
    return Passage(clean(text), line, column)


def _unbroken(piece: Piece) -> Iterable[Piece]:
    """The piece, cut behind each line separator: cleaning makes a line end of it, which the file has not."""
    if "\u2028" not in piece.text and "\u2029" not in piece.text:
        return (Piece(clean(piece.text), piece.line, piece.column),)
    cut = []
    start, line, column = 0, piece.line, piece.column
    for at, char in enumerate(piece.text):
        if char in "\u2028\u2029":
            cut.append(Piece(clean(piece.text[start : at + 1]), line, column))
            line, column = _behind(piece.text[start : at + 1], line, column)
            start = at + 1
    cut.append(Piece(clean(piece.text[start:]), line, column))
    return cut


def _behind(text: str, line: int, column: int) -> tuple[int, int]:
    """Line and column behind a text that begins there."""
    if "\n" not in text:
        return line, column + len(text)
    return line + text.count("\n"), len(text) - text.rfind("\n")


def fault(path: str, line: int, column: int, message: str, whole: str = "", hint: str = "") -> Fault:
    """The fault at this place of a file; of the `whole` line, what stands around the column is shown."""
    from reader.text.excerpts import excerpt  # only where something is wrong

    shown, caret = excerpt(whole, column) if whole else ("", 0)
    return Fault(path, line, column, message, shown, hint, caret)
