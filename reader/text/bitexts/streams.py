"""A file on its way as text: piece by piece, each of whole lines, so that no file is too large."""

from collections.abc import Callable, Iterator
from io import IncrementalNewlineDecoder
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reader.errors import Fault, FaultyError
from reader.text.clean import clean_line
from reader.text.encoding import SAMPLE, decode_pieces, is_utf_8, settle_encoding
from reader.text.files import open_file, read_some

MAX_LINE = 16 << 20  # characters: all of a line is held, and no line that is meant comes near it


class Stream(NamedTuple):
    """A file's text, not yet cleaned; going through it raises InputError where it is no text."""

    name: str  # as it is named to people
    encoding: str  # as Python names it; "" where it is UTF-8
    pieces: Iterator[str]  # each ends in LF but the last, which may


def open_stream(
    path: Path,
    data: bytes | None = None,
    encoding: str = "",
    declared: Callable[[bytes], str] = lambda head: "",
) -> Stream:
    """The file's text, or that of `data` in its place; CR LF and CR become LF, a byte order mark is left out.

    `declared` tells from the file's beginning what encoding it says it is in; that counts where it was not
    asked for another one and where it is not UTF-8 all the same. Raises InputError where the file cannot be
    opened and where its encoding cannot be told.
    """
    name = clean_line(str(path))
    blocks = _read(path) if data is None else _cut(data)
    head = next(blocks, b"")
    whole = len(head) < SAMPLE
    if not encoding and (head.isascii() or not is_utf_8(head, whole)):
        encoding = declared(head)
    settled = settle_encoding(head, name, encoding, whole)
    pieces = decode_pieces(chain([head], blocks), name, settled)
    return Stream(name, "" if settled == "utf-8" else settled, _whole_lines(pieces, name))


def lines(pieces: Iterator[str]) -> Iterator[str]:
    """The lines of the pieces without their LF; a file that ends in LF has no line behind it."""
    for piece in pieces:
        yield from piece.removesuffix("\n").split("\n")


def _read(path: Path) -> Iterator[bytes]:
    with open_file(path) as file:
        while data := read_some(file, SAMPLE, path):
            yield data


def _cut(data: bytes) -> Iterator[bytes]:
    return (data[start : start + SAMPLE] for start in range(0, len(data), SAMPLE))


def _whole_lines(pieces: Iterator[str], name: str) -> Iterator[str]:
    """The pieces cut behind line ends; raises FaultyError for a line that goes on without end."""
    newlines = IncrementalNewlineDecoder(None, translate=True)
    begun: list[str] = []
    line, size = 1, 0  # the one that is begun
    for piece in pieces:
        text = newlines.decode(piece)
        end = text.rfind("\n") + 1
        if end:
            yield "".join((*begun, text[:end]))
            line += text.count("\n")
            begun, size = [], 0
        begun.append(text[end:])
        size += len(text) - end
        if size > MAX_LINE:
            said = f"this line is longer than {MAX_LINE >> 20} million characters, the most that is read"
            raise FaultyError((Fault(name, line, 1, said, hint="is it a text? Break the line, or split it"),))
    last = "".join((*begun, newlines.decode("", final=True)))
    if last:
        yield last
