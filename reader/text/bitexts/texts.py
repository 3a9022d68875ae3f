"""Texts by their paragraphs: read from a file, put side by side, or parted where they do not match."""

from pathlib import Path
from typing import NamedTuple

from reader.errors import Fault, InputError
from reader.text.bitexts.paragraphs import Numbered, paragraphs
from reader.text.bitexts.request import MARKDOWN, Request
from reader.text.clean import clean_line
from reader.text.counts import counted
from reader.text.encoding import decode_scored
from reader.text.files import read_bytes
from reader.text.segments import Bitext, Languages, Passage, Segment


class Text(NamedTuple):
    """A file's paragraphs that have text to check."""

    name: str  # as it is named to people
    paragraphs: list[Numbered]
    encoding: str  # as Python names it; "" where it is UTF-8

    @property
    def passages(self) -> list[Passage]:
        """The paragraphs without their numbers."""
        return [paragraph.passage for paragraph in self.paragraphs]

    @property
    def words(self) -> list[str]:
        """What the paragraphs say."""
        return [paragraph.passage.text for paragraph in self.paragraphs]


def read_text(path: Path, data: bytes | None, request: Request) -> Text:
    """The text of a file, or of `data` in its place, which belongs to the request.

    Raises InputError where the file cannot be read or has no text to check.
    """
    name = clean_line(str(path))
    text, encoding = decode_scored(read_bytes(path) if data is None else data, name, request.encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    numbered = list(paragraphs(text, name, is_markdown(request, path)))
    if not numbered:
        raise InputError(f"{name} has no text that could be checked.")
    return Text(name, numbered, "" if encoding == "utf-8" else encoding)


def is_markdown(request: Request, path: Path) -> bool:
    """Whether a file of the request is Markdown: as was said, else by its ending."""
    return request.format == "md" or (request.format is None and path.suffix.lower() in MARKDOWN)


def paired(source: Text, target: Text, known: Languages) -> Bitext:
    """Two texts of as many paragraphs side by side; a segment has its paragraph's number in the target."""
    segments = (
        Segment(str(other.number), other.passage, one.passage, one.ignored | other.ignored)
        for one, other in zip(source.paragraphs, target.paragraphs, strict=True)
    )
    return Bitext(
        target.name,
        source.name,
        known.source,
        known.target,
        segments,
        target.encoding,
        source.encoding,
        known.guessed,
    )


def parted(source: Text, target: Text, lines: tuple[int, int] | None = None) -> Fault:
    """Where two texts part; `lines` is how many both files have, where that is worth telling."""
    from reader.text.bitexts.pairing import parting  # only where something is wrong

    sizes = len(source.paragraphs), len(target.paragraphs)
    counts = [counted(size, "paragraph") for size in sizes]
    if lines == sizes:
        counts = [counted(size, "line") for size in sizes]
    elif lines:
        counts = [f"{counted(number, 'line')} in {told}" for number, told in zip(lines, counts, strict=True)]
    said = f"{source.name} has {counts[0]}, {target.name} {counts[1]}"
    return parting(source.name, source.passages, target.name, target.passages, said)
