"""From the bytes of an XML file to its text: by its byte order mark, what it declares, or what was asked."""

import codecs
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple, Protocol

from reader.text.encoding import BOMS, codec_called, spoken

CHUNK = 1 << 16  # bytes read at once
_BARE = ((b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
"""How `<` begins a file that has no byte order mark."""
_DECLARED = re.compile(r"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'<>]*)["']""")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}")


class Readable(Protocol):
    """A file, as far as it is asked of."""

    def read(self, size: int, /) -> bytes:
        """As many bytes at most, none at the end."""
        ...


class WrongEncodingError(Exception):
    """The bytes are not in their encoding: `message` says how, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Text(NamedTuple):
    """A piece of a file's text; a wrong encoding ends it."""

    text: str
    wrong: WrongEncodingError | None = None


def read_pieces(source: Readable | bytes, asked: str) -> Iterator[Text]:
    """The text, piece by piece, without a byte order mark; `asked` overrides what the file declares."""
    file = BytesIO(source) if isinstance(source, bytes) else source
    data = file.read(CHUNK)
    try:
        encoding, start = _encoding(data, asked)
    except WrongEncodingError as error:
        yield Text("", error)
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    data = data[start:]
    while data:
        text = _decode(decoder.decode, data, encoding)
        yield text
        if text.wrong:
            return
        data = file.read(CHUNK)
    last = _decode(lambda data: decoder.decode(data, True), b"", encoding)
    if last.text or last.wrong:
        yield last


def _decode(decode: Callable[[bytes], str], data: bytes, encoding: str) -> Text:
    """The text of these bytes as far as they are in the encoding."""
    try:
        return Text(decode(data))
    except UnicodeError as error:
        if not isinstance(error, UnicodeDecodeError):  # UTF-16 and UTF-32 say it so where a mark is missing
            return Text("", WrongEncodingError(f"this is not {spoken(encoding)}", _HINT))
        good = error.object[: error.start].decode(encoding, "ignore")
        said = f"the byte 0x{error.object[error.start]:02X} is not {spoken(encoding)}"
        return Text(good, WrongEncodingError(said, _HINT))


_HINT = "declare the encoding that the file is in, or name it with --encoding"


def _encoding(data: bytes, asked: str) -> tuple[str, int]:
    """The encoding of a file that begins so, as Python names it, and how long its byte order mark is."""
    marked, start = next(((name, len(mark)) for mark, name in BOMS if data.startswith(mark)), ("", 0))
    if asked:
        encoding = _known(asked)
        fits = not marked or marked.startswith(encoding.removesuffix("-le").removesuffix("-be"))
        return (marked, start) if marked and fits else (_bare(data, encoding), 0)
    seen = marked or next((name for mark, name in _BARE if data.startswith(mark)), "")
    head = data[start:1024].decode(seen or "latin-1", "ignore")
    found = _DECLARED.match(head)
    if not found:
        return seen or "utf-8", start
    declared = _known(found[1])
    wide = declared.startswith(("utf-16", "utf-32"))
    if (seen and not seen.startswith(declared)) or (wide and not seen):
        said = f"the file declares {found[1]} and is written in {spoken(seen or 'utf-8')}"
        raise WrongEncodingError(
            said, "correct the declaration in its first line, or name it with --encoding"
        )
    return seen or declared, start


def _bare(data: bytes, encoding: str) -> str:
    """UTF-16 or UTF-32 with its byte order, where the file has no mark to tell it."""
    if encoding not in ("utf-16", "utf-32"):
        return encoding
    seen = (name for mark, name in _BARE if data.startswith(mark) and name.startswith(encoding))
    return next(seen, f"{encoding}-le")


def _known(name: str) -> str:
    """The encoding of that name, as Python names it; raises WrongEncodingError where there is none.

    UTF-7 is none: it can hide markup from whoever looks at the bytes.
    """
    encoding = codec_called(name) if _NAME.fullmatch(name) else ""
    if encoding in ("", "utf-7"):
        from reader.text.quoting import cited

        raise WrongEncodingError(f"no encoding is called {cited(name)}", _HINT)
    return encoding
