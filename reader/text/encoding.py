"""From bytes to text: UTF-8 or a sentence that says what the file is instead and how to mend it.

`decode` takes UTF-8 alone. `decode_scored` takes what tables and translation memories come in: by the byte
order mark, else strict UTF-8, else the one among GB18030, Big5 and UTF-16 whose decoding is made of the
characters that Chinese is mostly made of. Nothing is ever left out or replaced to make bytes fit.
"""

import codecs
from collections.abc import Iterable, Iterator

from reader.errors import InputError

SAMPLE = 1 << 20  # bytes by which an encoding is told
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("gb18030", "big5")
_SCORED = (*_GUESSES, "utf-16-le", "utf-16-be")
_SCORED_CHARACTERS = 50_000
_LEAST_SCORE = 0.4  # of a decoding that is Chinese; a wrong one has 0.2 at most
_LEAST_FOUND = 2  # common characters that are enough to tell
_LEAD = 2  # how many times better than the second one a decoding must be
_NO_ENCODINGS = frozenset(("undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape"))
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "ascii": "utf-8"}
"""What is read in place of an encoding that files are often wider than: every text in it reads the same."""


def decode(data: bytes, name: str) -> str:
    """The text of these bytes, as it stands there; raises InputError naming `name`, line and column."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            raise InputError(f"{name} is in {encoding}, not in UTF-8. {_remedy(encoding, name)}")
    if b"\0" in data:
        raise _binary(name, *_place(data, data.index(b"\0")))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        wrong = f"{name}:{line}:{column}: the byte 0x{data[error.start]:02X} is not UTF-8"
        raise InputError(f"{wrong}. {_remedy(_guess(data), name)}") from error


def decode_scored(data: bytes, name: str, encoding: str = "", settable: bool = True) -> tuple[str, str]:
    """The text without a byte order mark, and the encoding it was in, as Python names it.

    `encoding` is the one that was asked for, and `settable` is as in `read_as`. Raises InputError, naming
    `name`, line and column, where the bytes are not in it, where none fits clearly, and where it is no text.
    """
    settled = settle_encoding(data, name, encoding, settable=settable)
    return "".join(decode_pieces([data], name, settled)), settled


def settle_encoding(
    data: bytes, name: str, wanted: str = "", whole: bool = True, settable: bool = True
) -> str:
    """The encoding of a file that begins so, as Python names it; not `whole` where the file goes on.

    Raises InputError where the wanted one is unknown, or where none is wanted and none fits clearly.
    """
    marked = next((encoding for mark, encoding in BOMS if data.startswith(mark)), "")
    if wanted:
        known = _known(wanted)
        return marked if marked and marked.startswith(known) else _ordered(known)
    if marked:
        return marked
    wrong = _first_wrong(data, whole)
    if wrong < 0 and b"\0" not in data:
        return "utf-8"
    if found := _best(data, whole):
        return found
    if wrong < 0:
        raise _binary(name, *_place(data, data.index(b"\0")))
    line, column = _place(data, wrong)
    said = f"{name}:{line}:{column}: the byte 0x{data[wrong]:02X} is not UTF-8"
    hint = "Save it as UTF-8, or make a glossary of it: `reader glossary import --encoding`."
    if settable:
        hint = "Say with --encoding what the file is in (as gb18030, big5 or utf-16), or save it as UTF-8."
    raise InputError(f"{said}, and no other encoding fits clearly. {hint}")


def decode_pieces(pieces: Iterable[bytes], name: str, encoding: str) -> Iterator[str]:
    """The text, piece by piece, in a settled encoding, without a byte order mark.

    Raises InputError, naming `name`, line and column, at the first byte that is not in it, and at a NUL.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    place = _Place()
    for data in pieces:
        yield place.passed(_decoded(decoder, data, False, name, encoding, place), name)
    yield place.passed(_decoded(decoder, b"", True, name, encoding, place), name)


def decode_lines(data: bytes, name: str, first: int = 1) -> str:
    """The text of whole lines in UTF-8, the first of which is this line of a file.

    Raises InputError, naming `name`, line and column, at the first byte that is not in it, and at a NUL.
    """
    nul = data.find(b"\0")
    try:
        text = data[: nul if nul >= 0 else None].decode()
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        raise _undecoded(name, first + line - 1, column, data[error.start], "utf-8") from error
    if nul >= 0:
        line, column = _place(data, nul)
        raise _binary(name, first + line - 1, column)
    return text


class _Place:
    """How far a text has been read, to tell where something is wrong in it."""

    def __init__(self) -> None:
        self._lines = 0
        self._column = 0
        self._last = ""
        self._begun = False

    def passed(self, text: str, name: str) -> str:
        """The text, without a mark at the very beginning of the file; raises InputError for a NUL in it."""
        if text and not self._begun:
            self._begun = True
            text = text.lstrip("\ufeff")
        if "\0" in text:
            raise _binary(name, *self.of(text[: text.index("\0")]))
        lines = self._ends(text)
        if lines:
            self._column = 0
        self._lines += lines
        self._column += len(text) - max(text.rfind("\n"), text.rfind("\r")) - 1
        self._last = text[-1:] or self._last
        return text

    def of(self, text: str) -> tuple[int, int]:
        """Line and column behind this further text, from 1."""
        lines = self._ends(text)
        last = max(text.rfind("\n"), text.rfind("\r"))
        return self._lines + lines + 1, len(text) - last + (0 if lines else self._column)

    def _ends(self, text: str) -> int:
        """How many lines end in a further text: a CR LF may be cut in two."""
        if "\r" not in text and self._last != "\r":
            return text.count("\n")
        split = text[:1] == "\n" and self._last == "\r"
        return text.count("\n") + text.count("\r") - text.count("\r\n") - split


def _decoded(
    decoder: codecs.IncrementalDecoder, data: bytes, final: bool, name: str, encoding: str, place: _Place
) -> str:
    try:
        return decoder.decode(data, final)
    except UnicodeDecodeError as error:
        line, column = place.of(error.object[: error.start].decode(encoding))
        raise _undecoded(name, line, column, error.object[error.start], encoding) from error
    except UnicodeError as error:  # a few codecs tell no place
        said = f"{name} is not in {spoken(encoding)}"
        raise InputError(f"{said}. Say with --encoding what the file is in.") from error


def _undecoded(name: str, line: int, column: int, byte: int, encoding: str) -> InputError:
    said = f"{name}:{line}:{column}: the byte 0x{byte:02X} is not {spoken(encoding)}"
    return InputError(f"{said}. Say with --encoding what the file is in, or save it as UTF-8.")


def is_utf_8(data: bytes, whole: bool) -> bool:
    """Whether the bytes of a file that begins so are UTF-8; not `whole` where the file goes on."""
    return _first_wrong(data, whole) < 0


def codec_called(name: str) -> str:
    """The encoding of text that has this name, as Python names it; empty where there is none."""
    try:
        info = codecs.lookup(name if name.isascii() and name.isprintable() else "")
    except LookupError:
        return ""
    if info.name in _NO_ENCODINGS or not _makes_text(info):
        return ""
    return _WIDER.get(info.name, info.name).removesuffix("-sig")


def spoken(encoding: str) -> str:
    """An encoding as it is written to people: `UTF-16` for utf-16-le."""
    return encoding.upper().removesuffix("-LE").removesuffix("-BE").replace("_", "-")


def read_as(name: str, encoding: str, settable: bool = True) -> str:
    """The sentence that says which encoding was found out, and what to do where it is the wrong one.

    `settable`: the command has `--encoding` for this file.
    """
    remedy = "`--encoding` says what it is in" if settable else "save it as UTF-8"
    return f"{name} was read as {spoken(encoding)}; where that is wrong, {remedy}."


def _known(wanted: str) -> str:
    """The encoding of that name, as Python names it; raises InputError where there is none of text."""
    if known := codec_called(wanted):
        return known
    from encodings.aliases import aliases

    from reader.text.quoting import cited, did_you_mean

    near = did_you_mean(wanted.lower(), {name.replace("_", "-") for name in {*aliases, *aliases.values()}})
    raise InputError(f"There is no encoding {cited(wanted)}{near}. Say it as gb18030, big5, utf-16 or utf-8.")


def _makes_text(info: codecs.CodecInfo) -> bool:
    """Whether it is an encoding of text, piece by piece: Python names other conversions like these."""
    try:
        b"a".decode(info.name)
    except UnicodeError:  # of UTF-16 that is no text either
        pass
    except LookupError:
        return False
    return info.incrementaldecoder is not None


def _ordered(encoding: str) -> str:
    """UTF-16 and UTF-32 with a byte order, which a file without a mark leaves open."""
    return f"{encoding}-le" if encoding in ("utf-16", "utf-32") else encoding


def _first_wrong(data: bytes, whole: bool) -> int:
    """Where the first byte stands that is not UTF-8, from 0; -1 where all are."""
    try:
        codecs.utf_8_decode(data, "strict", whole)
    except UnicodeDecodeError as error:
        return error.start
    return -1


def _best(data: bytes, whole: bool) -> str:
    """The encoding whose decoding is clearly Chinese, else empty."""
    scores = sorted(((_score(data, encoding, whole), encoding) for encoding in _SCORED), reverse=True)
    (best, encoding), (second, _) = scores[:2]
    return encoding if best >= _LEAST_SCORE and best >= _LEAD * second else ""


def _score(data: bytes, encoding: str, whole: bool) -> float:
    """What part of the text's characters beyond ASCII are common in Chinese, from 0 to 1.

    In UTF-16, ASCII is counted too: every second byte of it is NUL, which is no accident.
    """
    from reader.text.common_han import COMMON_HAN

    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data, whole)[:_SCORED_CHARACTERS]
    except UnicodeDecodeError:
        return 0.0
    if "\0" in text:
        return 0.0
    beyond = text if encoding.startswith("utf") else [char for char in text if char > "\x7f"]
    found = sum(char in COMMON_HAN or char <= "\x7f" for char in beyond)
    return found / len(beyond) if found >= _LEAST_FOUND else 0.0


def _binary(name: str, line: int, column: int) -> InputError:
    return InputError(f"{name}:{line}:{column}: here is a NUL byte, so this is no text but a binary file.")


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte, from 1; the column is in characters as far as they are UTF-8."""
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before[before.rfind(b"\n") + 1 :]
    return before.count(b"\n") + 1, len(line.decode(errors="replace")) + 1


def _guess(data: bytes) -> str:
    """An encoding in which all the bytes make Chinese text, else empty; it is offered, never used."""
    for encoding in _GUESSES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        han = sum("\u4e00" <= char <= "\u9fff" for char in text[:2000])
        if han * 2 > sum(char > "\x7f" for char in text[:2000]):
            return encoding.upper()
    return ""


def _remedy(encoding: str, name: str) -> str:
    """What to do about it, with the command where the encoding is known."""
    if not encoding:
        return "Save the file as UTF-8 and open it again."
    from shlex import quote

    command = f"iconv -f {encoding} -t UTF-8 {quote(name)} > new.txt"
    return f"It looks like {encoding}; this makes UTF-8 of it: {command}"
