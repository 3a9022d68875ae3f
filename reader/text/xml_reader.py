"""XML read as a stream: whole elements one by one, each with its place; safe whatever the file holds.

XML 1.0 with namespaces, in any encoding Python knows. A DOCTYPE is passed over: nothing it names is fetched,
and a file that declares entities is refused, as is XML 1.1. What is read is in constant memory: an element
that is asked for as a record comes whole when it closes and is forgotten; of all others come only the ends.
"""

import re
from collections.abc import Collection, Iterator
from typing import NoReturn
from xml.parsers import expat

from reader.errors import FaultyError
from reader.text.xml_builder import Builder, Closed, Event, Opened, RefusedError
from reader.text.xml_source import Readable, Text, read_pieces
from reader.text.xml_tree import Characters, Comment, Element, Instruction, to_xml

__all__ = [
    "Characters",
    "Closed",
    "Comment",
    "Element",
    "Event",
    "Instruction",
    "Opened",
    "read_xml",
    "to_xml",
]

MAX_RECORD = 16 << 20  # bytes of UTF-8; nothing that one unit holds comes near it
MAX_TOKEN = 4 << 20  # the same for one tag or comment
_IDENTIFIER = re.compile(
    r"""\s*+(?:(?:<\?(?>.*?\?>)|<!--(?>.*?-->))\s*+)*+<!DOCTYPE\s++[^\s>\[]++"""
    r"""(\s++(?:PUBLIC\s++(?:"[^"]*+"|'[^']*+')\s++|SYSTEM\s++)(?:"[^"]*+"|'[^']*+'))""",
    re.DOTALL,
)


def read_xml(
    source: Readable | bytes,
    name: str,
    records: Collection[str] = (),
    encoding: str = "",
    *,
    frames: Collection[str] = (),
) -> Iterator[Event]:
    """What the document holds, in its order; elements with one of these local names come whole.

    Where `frames` are named instead, every element that is none of them, and in none but them, comes whole.
    `name` names the file in faults; `encoding`, as Python names it, overrides what the file declares.
    Raises FaultyError, with one fault, where the file is no XML that is read.
    """
    return _Feeder(name, Builder(records, frames)).read(read_pieces(source, encoding))


class _Feeder:
    """Feeds a parser and words what it objects to."""

    def __init__(self, path: str, builder: Builder) -> None:
        self._path = path
        self._builder = builder
        self._parser = builder.parser
        self._text = self._before = ""  # the piece being read, and the one before it
        self._fed = 0  # bytes of UTF-8 before the piece

    def read(self, pieces: Iterator[Text]) -> Iterator[Event]:
        """The events of a text that comes in pieces."""
        events = self._builder.events
        for number, (text, wrong) in enumerate(pieces):
            self._feed(text if number else text.removeprefix("\ufeff"))
            if wrong:
                self._refuse_encoding((wrong.message, wrong.hint))
            yield from events
            events.clear()
            self._check_sizes()
        if not self._fed and not self._text:
            self._refuse((0, 0), ("is empty", ""))
        self._feed("", True)
        yield from events

    def _feed(self, text: str, last: bool = False) -> None:
        """Let the parser read a piece; raises FaultyError where it objects."""
        first = not self._fed and not self._text
        self._fed += len(self._text.encode())
        self._before, self._text = self._text, text
        try:
            self._parser.Parse(_without_identifier(text) if first else text, last)
        except expat.ExpatError as error:
            self._refuse_malformed(error)
        except RefusedError as refused:
            self._refuse(refused.place, refused.said, self._at(refused.byte))

    def _refuse_malformed(self, error: expat.ExpatError) -> NoReturn:
        from reader.text.xml_faults import END_OF_TAG, worded

        back = 2 if error.code == END_OF_TAG else 0  # the place is that of the name, behind `</`
        at = self._at(self._parser.ErrorByteIndex - back)
        read = self._before + self._text
        said = worded(error.code, read[: max(at, 0)], read[at:] if at >= 0 else "", self._opened())
        self._refuse((error.lineno, error.offset + 1 - back), said, at)

    def _at(self, index: int) -> int:
        """Where a byte of the UTF-8 stands in what was read last; -1 where it is out of reach."""
        before = self._before.encode()
        at = index - self._fed + len(before)
        return len((before + self._text.encode())[:at].decode(errors="ignore")) if at >= 0 else -1

    def _refuse(self, place: tuple[int, int], said: tuple[str, str], at: int = -1) -> NoReturn:
        from reader.text.xml_faults import fault

        raise FaultyError((fault(self._path, place, said, self._before + self._text, at),)) from None

    def _refuse_encoding(self, said: tuple[str, str]) -> NoReturn:
        """Refuse the file at the end of what was read: a NUL makes the parser tell where that is."""
        try:
            self._parser.Parse("\0", True)
        except expat.ExpatError as error:
            self._refuse((error.lineno, error.offset + 1), said, len(self._before + self._text))
        self._refuse((1, 1), said)

    def _check_sizes(self) -> None:
        """Refuse what grows without end, since all of it would be held."""
        end = self._fed + len(self._text)  # at least: characters beyond ASCII make it a little late
        if end - max(self._parser.CurrentByteIndex, 0) > MAX_TOKEN:
            place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            self._refuse(
                place, (f"what begins here is longer than {MAX_TOKEN >> 20} MiB", "is it ever closed?")
            )
        record = self._builder.record
        if record is not None and end - self._builder.record_start > MAX_RECORD:
            said = f"this <{record.tag}> is larger than {MAX_RECORD >> 20} MiB"
            self._refuse((record.line, record.column), (said, "is it ever closed?"))

    def _opened(self) -> str:
        """The element that is open, and since where, for a sentence; empty where none is."""
        element = self._builder.open[-1] if self._builder.open else None
        return f"<{element.tag}> of line {element.line}" if element else ""


def _without_identifier(text: str) -> str:
    """The text with blanks in place of what its DOCTYPE names, which is never fetched.

    A parser that knows of declarations it has not seen passes over entities that nobody defined.
    """
    found = _IDENTIFIER.match(text)
    if not found:
        return text
    start, end = found.span(1)
    blank = re.sub(r"[^\r\n]", lambda char: " " * len(char[0].encode()), found[1])  # bytes keep their places
    return text[:start] + blank + text[end:]
