"""What a report of findings is made of: pieces that look alike, in lines that are still to be broken."""

from typing import Literal, NamedTuple

from reader.exports.findings_words import times
from reader.terms.concepts import MARKS, Status
from reader.terms.findings import Used
from reader.text.quoting import squeezed

Look = Literal["", "strong", "dim", "error", "warning", "info", "preferred", "admitted", "deprecated"]


_LONGEST = 400  # characters that are told of a name, a term or a reason


class Piece(NamedTuple):
    """Words that look the same."""

    text: str
    look: Look = ""
    marked: bool = False  # the words that a finding is about


class Line(NamedTuple):
    """One thing said; it may take several lines of a screen."""

    body: tuple[Piece, ...] = ()
    label: tuple[Piece, ...] = ()  # what opens it, `indent` cells wide
    indent: int = 0  # blanks before what does not fit the first line


def told(text: str) -> str:
    """The text as it is told in a report: on one line, and cut where it is longer than anybody reads."""
    return squeezed(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def rendering(used: Used) -> tuple[Piece, Piece]:
    """`✗ ` and `specializing and new ×5`."""
    look = status_look(used.status)
    return Piece(f"{MARKS[used.status]} ", look), Piece(f"{told(used.text)} {times(used)}", look)


def status_look(status: Status) -> Look:
    """How a term of this status looks; a superseded one is no better than a deprecated one."""
    return "deprecated" if status == "superseded" else status
