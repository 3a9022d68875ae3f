"""The entries of a gettext file: strings joined and unescaped, each character with its place in the file."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.errors import Fault
from reader.text.bitexts.pieces import Piece, fault

_KEYWORD = re.compile(r'[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,3}\])?)?[ \t]*(?=")')
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_ESCAPE = re.compile(r"\\r\\n|(?:\\x[0-9A-Fa-f]{1,2}|\\[0-7]{1,3})+|\\.")
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))")
_ESCAPED = {
    "\\r\\n": "\n",
    "\\n": "\n",
    "\\r": "\n",
    "\\t": "\t",
    "\\a": "\a",
    "\\b": "\b",
    "\\f": "\f",
    "\\v": "\v",
    '\\"': '"',
    "\\\\": "\\",
}
_HINT = 'write a keyword (msgctxt, msgid, msgid_plural, msgstr) and a string in quotes, as in msgid "…"'


class Field(NamedTuple):
    """What a keyword of an entry says."""

    line: int  # where its string begins
    column: int
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """The string, not yet cleaned."""
        return "".join(piece.text for piece in self.pieces)


class Entry:
    """A message with its translations, as far as it has been read."""

    def __init__(self) -> None:
        self.fields: dict[str, Field] = {}  # msgctxt, msgid, msgid_plural, msgstr, msgstr[0] …
        self.comments: list[str] = []  # those of translators and programmers
        self.faults: list[Fault] = []  # with any of them the entry is not to be used
        self.last = ""  # the keyword whose string goes on in the next line

    @property
    def begun(self) -> bool:
        """Whether there is anything in it but comments."""
        return bool(self.fields or self.faults)

    @property
    def translated(self) -> bool:
        """Whether a translation has begun; what is no translation then begins another entry."""
        return self.last.startswith("msgstr")


class Entries:
    """The entries of a file, one by one; those that are obsolete are passed over."""

    def __init__(self, name: str, encoding: str) -> None:
        """`encoding` is that of bytes that are written as escapes."""
        self._name = name
        self._encoding = encoding

    def read(self, lines: Iterable[str]) -> Iterator[Entry]:
        """The entries in these lines of a whole file."""
        entry = Entry()
        for number, line in enumerate(lines, 1):
            if self._ends(entry, line):
                if entry.begun:
                    yield entry
                entry = Entry()
            if line.startswith("#"):
                entry.comments += [line] * (line[1:2] not in (":", ",", "|", "=", "~"))
            elif line and not line.isspace():
                self._take(entry, line, number)
        if entry.begun:
            yield entry

    def _ends(self, entry: Entry, line: str) -> bool:
        """Whether this line is no part of the entry any more."""
        if not line or line.isspace():
            return entry.begun
        if line.startswith("#"):
            return entry.translated or line.startswith("#~")
        return entry.translated and line.lstrip().startswith(("msgctxt", "msgid ", 'msgid"', "msgid\t"))

    def _take(self, entry: Entry, line: str, number: int) -> None:
        """Add what the line says to the entry, or what is wrong with it."""
        found = _KEYWORD.match(line)
        at = len(line) - len(line.lstrip())
        if not found:
            self._refuse(entry, line, number, at, "this is no line of a PO file", _HINT)
            return
        string = _STRING.match(line, found.end())
        if not string:
            self._refuse(entry, line, number, found.end(), "this string is never closed", 'end it with "')
        elif line[string.end() :].strip():
            hint = 'a quote within a string is written \\"'
            self._refuse(entry, line, number, string.end(), "something stands behind the string", hint)
        elif found[1] in entry.fields:
            said = f"{found[1]} stands a second time in one entry"
            self._refuse(entry, line, number, at, said, "put a blank line between two entries")
        elif not (found[1] or entry.last):
            self._refuse(entry, line, number, at, "this string has no keyword before it", _HINT)
        else:
            entry.last = found[1] or entry.last
            field = entry.fields.setdefault(entry.last, Field(number, string.start(1) + 1, []))
            field.pieces.extend(self._pieces(string[1], number, string.start(1) + 1))

    def _refuse(self, entry: Entry, line: str, number: int, at: int, said: str, hint: str) -> None:
        """Keep the first fault of an entry: the others follow from it."""
        if not entry.faults:
            entry.faults.append(fault(self._name, number, at + 1, said, line, hint))

    def _pieces(self, string: str, line: int, column: int) -> Iterator[Piece]:
        """The pieces of a string whose first character stands there."""
        if "\\" not in string:
            yield Piece(string, line, column)
            return
        start = 0
        for escape in _ESCAPE.finditer(string):
            yield Piece(string[start : escape.start()], line, column + start)
            yield Piece(self._unescaped(escape[0]), line, column + escape.start())
            start = escape.end()
        yield Piece(string[start:], line, column + start)

    def _unescaped(self, escape: str) -> str:
        """What an escape stands for; one that means nothing stays as it is."""
        known = _ESCAPED.get(escape)
        if known is not None or not _BYTE.match(escape):
            return escape if known is None else known
        values = [int(byte[1], 16) if byte[1] else int(byte[2], 8) for byte in _BYTE.finditer(escape)]
        try:
            return bytes(values).decode(self._encoding)
        except (UnicodeError, ValueError):  # ValueError: an octal number beyond a byte
            return escape
