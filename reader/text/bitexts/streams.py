"""A file on its way as text: piece by piece, each of whole lines, so that no file is too large."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from io import IncrementalNewlineDecoder
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reader.errors import Fault, FaultyError
from reader.text.clean import clean_line
from reader.text.encoding import SAMPLE, decode_pieces, is_utf_8, settle_encoding
from reader.text.files import OpenFile

MAX_LINE = 16 << 20  # characters: all of a line is held, and no line that is meant comes near it
_BLOCK = 1 << 18  # bytes that are read at once, once the encoding is known: what a processor's cache holds


class Stream(NamedTuple):
    """A file's text, not yet cleaned; going through it raises InputError where it is no text."""

    name: str  # as it is named to people
    encoding: str  # as Python names it; "" where it is UTF-8
    pieces: Iterator[str]  # each ends in LF but the last, which may


class Undecoded(NamedTuple):
    """A file's text in UTF-8, as it stands there if it says it is in that: `decode_lines` tells where not."""

    name: str  # as it is named to people
    encoding: str  # as Python names it; "" where it is UTF-8
    pieces: Iterator[tuple[int, bytes]]  # whole lines, each of which ends in LF; and the number of the first


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
    name, settled, blocks = _opened(path, data, encoding, declared)
    return Stream(name, _said(settled), _whole_lines(decode_pieces(blocks, name, settled), name))


def open_undecoded(path: Path, data: bytes | None = None, encoding: str = "") -> Undecoded:
    """As `open_stream`, with less done: a text that is in UTF-8 is taken as it stands there."""
    name, settled, blocks = _opened(path, data, encoding, lambda head: "")
    if settled == "utf-8":
        return Undecoded(name, "", _whole_encoded_lines(blocks, name))
    return Undecoded(name, settled, _encoded(_whole_lines(decode_pieces(blocks, name, settled), name)))


def _opened(
    path: Path, data: bytes | None, encoding: str, declared: Callable[[bytes], str]
) -> tuple[str, str, Iterator[bytes]]:
    """How the file is named to people, its encoding, and what is in it, block by block."""
    name = clean_line(str(path))
    blocks = _read(path) if data is None else _cut(data)
    head = next(blocks, b"")
    whole = len(head) < SAMPLE
    if not encoding and (head.isascii() or not is_utf_8(head, whole)):
        encoding = declared(head)
    return name, settle_encoding(head, name, encoding, whole), chain([head], blocks)


def _said(encoding: str) -> str:
    return "" if encoding == "utf-8" else encoding


def lines(pieces: Iterator[str]) -> Iterator[str]:
    """The lines of the pieces without their LF; a file that ends in LF has no line behind it."""
    for piece in pieces:
        yield from piece.removesuffix("\n").split("\n")


def _read(path: Path) -> Iterator[bytes]:
    with OpenFile(path) as file:
        size = SAMPLE
        while data := file.read(size):
            yield data
            size = _BLOCK


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
            raise _endless(name, line)
    last = "".join((*begun, newlines.decode("", final=True)))
    if last:
        yield last


def _encoded(pieces: Iterator[str]) -> Iterator[tuple[int, bytes]]:
    line = 1
    for piece in pieces:
        data = piece.encode(errors="surrogatepass")
        yield line, data if data.endswith(b"\n") else data + b"\n"
        line += data.count(b"\n")


def _whole_encoded_lines(blocks: Iterator[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    """The blocks of a file in UTF-8 cut in the same way, each with the number of its first line."""
    begun: list[bytes] = []
    line, size, cut = 1, 0, b""  # the line that is begun; `cut` is a CR that an LF may follow
    head = next(blocks, b"")
    while head.startswith(BOM_UTF8):
        head = head.removeprefix(BOM_UTF8)
    for block in chain([head], blocks):
        if cut or b"\r" in block:
            block = cut + block
            cut = b"\r" if block.endswith(b"\r") else b""
            block = block.removesuffix(b"\r").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        end = block.rfind(b"\n") + 1
        if end:
            whole = b"".join((*begun, block[:end]))
            yield line, whole
            line += whole.count(b"\n")
            begun, size = [], 0
        begun.append(block[end:])
        size += len(block) - end
        if size > MAX_LINE and len(b"".join(begun).decode(errors="ignore")) > MAX_LINE:
            raise _endless(name, line)
    if cut or any(begun):
        yield line, b"".join((*begun, b"\n"))


def _endless(name: str, line: int) -> FaultyError:
    said = f"this line is longer than {MAX_LINE >> 20} million characters, the most that is read"
    return FaultyError((Fault(name, line, 1, said, hint="is it a text? Break the line, or split it"),))
