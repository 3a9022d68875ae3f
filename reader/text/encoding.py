"""From bytes to text: UTF-8 or a sentence that says what the file is instead and how to mend it."""

from reader.errors import InputError

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_GUESSES = ("gb18030", "big5")


def decode(data: bytes, name: str) -> str:
    """The text of these bytes, as it stands there; raises InputError naming `name`, line and column."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            raise InputError(f"{name} is in {encoding}, not in UTF-8. {_remedy(encoding, name)}")
    if b"\0" in data:
        line, column = _place(data, data.index(b"\0"))
        raise InputError(f"{name}:{line}:{column}: here is a NUL byte, so this is no text but a binary file.")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        wrong = f"{name}:{line}:{column}: the byte 0x{data[error.start]:02X} is not UTF-8"
        raise InputError(f"{wrong}. {_remedy(_guess(data), name)}") from error


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
