"""From a request to the bitext: which format the file is in, and the reader of that format."""

import os
from pathlib import Path

from reader.errors import InputError, UsageError
from reader.text.bitexts.request import Format, Request
from reader.text.clean import clean_line
from reader.text.files import OpenFile, read_bytes
from reader.text.segments import Bitext, bounded

ENDINGS: dict[str, Format] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".tmx": "tmx",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".mqxliff": "xliff",
    ".sdlxliff": "xliff",
    ".po": "po",
    ".pot": "po",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".csv": "csv",
}
"""The format that the ending of a file's name stands for."""
_HEAD = 1 << 16  # bytes by which a format is told


def open_bitext(request: Request) -> Bitext:
    """The file on its way; a format that was not said is known by the name's ending, else by what is in it.

    Raises InputError where the file cannot be read as that, and UsageError for a source beside a file that
    has its own.
    """
    request = _settled(request)
    if request.source_path is not None:
        if request.format not in ("txt", "md"):
            name, kind = clean_line(str(request.path)), str(request.format).upper()
            raise UsageError(f"{name} is {kind}, which holds its source itself: leave `--source` away.")
        from reader.text.bitexts.parallel import read_parallel

        return _bounded(_apart(read_parallel(request, request.source_path)))
    if request.format in ("txt", "md"):
        from reader.text.bitexts.articles import read_article_bitext

        return read_article_bitext(request)
    return _bounded(_of_units(request))


def _bounded(bitext: Bitext) -> Bitext:
    """The bitext without endless segments; lines of a table, which can be read apart, see to it."""
    if hasattr(bitext.segments, "parts"):
        return bitext
    return bitext._replace(segments=bounded(bitext.segments, bitext.path))


def _of_units(request: Request) -> Bitext:
    """A file whose units hold source and target."""
    if request.format == "tmx":
        from reader.text.bitexts.tmx import read_tmx

        return read_tmx(request)
    if request.format == "xliff":
        from reader.text.bitexts.xliff.reading import read_xliff

        return read_xliff(request)
    if request.format == "po":
        from reader.text.bitexts.po import read_po

        return read_po(request)
    from reader.text.bitexts.tables import read_table

    return _apart(read_table(request))


def _apart(bitext: Bitext) -> Bitext:
    """The bitext; raises InputError where its sides are in one language, so that nothing is translated."""
    if bitext.source_language == bitext.target_language != "und":
        raise InputError(
            f"{bitext.path} was not checked: source and target are both in {bitext.target_language}. "
            f"`--from` and `--to` say which languages they are in."
        )
    return bitext


def _settled(request: Request) -> Request:
    """The request with its format; a pipe, which can be read only once, is taken in to be looked at."""
    if request.format is not None:
        return request
    if known := ENDINGS.get(request.path.suffix.lower()):
        return request._replace(format=known)
    if request.data is None and not os.path.isfile(request.path):
        request = request._replace(data=read_bytes(request.path))
    head = request.data[:_HEAD] if request.data is not None else _head(request.path)
    return request._replace(format=_by_content(head))


def _head(path: Path) -> bytes:
    with OpenFile(path) as file:
        return file.read(_HEAD)


def _by_content(head: bytes) -> Format:
    """The format of a file that begins so: what cannot be told is plain text."""
    import re

    text = head.replace(b"\0", b"")  # UTF-16 as well
    root = re.search(rb"<(?:[\w.-]+:)?(tmx|xliff)[\s>]", text)
    if root and text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return "tmx" if root[1] == b"tmx" else "xliff"
    if re.search(rb'^msgid[ \t]+"[^\n]*\n(?:"[^\n]*\n)*msg(?:str|id_plural)', text, re.MULTILINE):
        return "po"
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    whole = lines[: len(lines) - 1 or 1]  # the last one may be cut
    return "tsv" if lines and all(b"\t" in line.strip() for line in whole) else "txt"
