"""A source and a target in two files: side by side line by line, or else paragraph by paragraph."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from reader.errors import Fault, FaultyError, InputError
from reader.text.article import BLANKS
from reader.text.bitexts.paragraphs import remark_at
from reader.text.bitexts.pieces import EMPTY_HINT, EMPTY_TARGET, fault, passage
from reader.text.bitexts.request import Request
from reader.text.bitexts.streams import Stream, lines, open_stream
from reader.text.bitexts.telling import settled, told
from reader.text.bitexts.texts import is_markdown, paired, parted, read_text
from reader.text.files import named_language, read_bytes
from reader.text.segments import Bitext, Passage, Segment, ignored


class Side(NamedTuple):
    """One of the two files."""

    path: Path
    data: bytes | None  # of one that can be read only once
    language: str  # as was said, else as its name says it

    def stream(self, encoding: str) -> Stream:
        """The file, to be gone through once more."""
        return open_stream(self.path, self.data, encoding)


class Shape(NamedTuple):
    """How the lines of two files lie beside each other."""

    source_lines: int
    target_lines: int
    source_alone: bool  # somewhere only the source has a line that is not blank
    target_alone: bool


def read_parallel(request: Request, source_path: Path) -> Bitext:
    """The pairs of the request's file and the file that is its source.

    They are read line by line where both have their blank lines at the same places, and then never held as a
    whole; else paragraph by paragraph, where there are as many; else line by line again where lines are
    blank in the target alone: those are not translated yet. Raises FaultyError, with the first line that
    seems to have no counterpart, where nothing of this holds; InputError where one of them cannot be read.
    """
    source = _side(source_path, None, request.source_language)
    target = _side(request.path, request.data, request.target_language)
    shape = None
    if not is_markdown(request, request.path) and not is_markdown(request, source_path):
        shape = _shape(source, target, request.encoding)
        if not shape.source_alone and not shape.target_alone:
            return _by_lines(source, target, request)
    return _by_paragraphs(source, target, request, shape)


def _side(path: Path, data: bytes | None, language: str) -> Side:
    if data is None and path.exists() and not path.is_file() and not path.is_dir():
        data = read_bytes(path)
    return Side(path, data, language or named_language(path))


def _shape(source: Side, target: Side, encoding: str) -> Shape:
    counts = [0, 0]
    alone = [False, False]
    for pair in zip_longest(*(lines(side.stream(encoding).pieces) for side in (source, target))):
        filled = [line is not None and not _blank(line) for line in pair]
        for at, line in enumerate(pair):
            counts[at] += line is not None
            alone[at] |= filled[at] and not filled[1 - at]
    return Shape(counts[0], counts[1], alone[0], alone[1])


def _blank(line: str) -> bool:
    return not line or line.isspace()


def _by_paragraphs(source: Side, target: Side, request: Request, shape: Shape | None) -> Bitext:
    one, other = (read_text(side.path, side.data, request) for side in (source, target))
    if len(one.paragraphs) == len(other.paragraphs):
        return paired(
            one,
            other,
            settled(
                (one.words, other.words),
                (source.language, target.language),
                (one.name, other.name),
                request.likely,
            ),
        )
    if shape and not shape.target_alone and shape.source_lines == shape.target_lines:
        return _by_lines(source, target, request)
    raise FaultyError((parted(one, other, shape and (shape.source_lines, shape.target_lines)),))


def _by_lines(source: Side, target: Side, request: Request) -> Bitext:
    streams = source.stream(request.encoding), target.stream(request.encoding)
    segments = _line_pairs(*streams, request.skip_empty)
    known, segments = told(segments, source.language, target.language, streams[1].name, request.likely)
    (source_name, source_encoding, _), (name, encoding, _) = streams
    languages = known.source, known.target
    return Bitext(name, source_name, *languages, segments, encoding, source_encoding, known.guessed)


def _line_pairs(sources: Stream, targets: Stream, skip_empty: bool) -> Iterator[Segment | Fault]:
    """A segment for each line; one that is only a remark is about the next."""
    remarks: frozenset[str] = frozenset()
    empty = True
    pairs = zip_longest(lines(sources.pieces), lines(targets.pieces), fillvalue="")
    for number, (source, target) in enumerate(pairs, 1):
        if "reader:ignore" in source or "reader:ignore" in target:
            ends = remark_at(source), remark_at(target)
            remarks |= ignored(source[ends[0] :], target[ends[1] :])
            source, target = source[: ends[0]], target[: ends[1]]
        if _blank(source):
            continue
        empty = False
        if not _blank(target):
            yield Segment(str(number), _stripped(target, number), _stripped(source, number), remarks)
        elif not skip_empty:
            yield fault(targets.name, number, 1, EMPTY_TARGET, "", EMPTY_HINT)
        remarks = frozenset()
    if empty:
        raise InputError(f"{targets.name} is empty: there is nothing to check in it.")


def _stripped(line: str, number: int) -> Passage:
    text = line.strip(BLANKS)
    return passage(text, number, len(line) - len(line.lstrip(BLANKS)) + 1)
