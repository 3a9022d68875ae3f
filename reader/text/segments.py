"""What a check reads: segments, each a text in one language or in two, with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import Fault, InputError

if TYPE_CHECKING:
    from typing import Protocol

    class Part(Protocol):
        """Some segments of a file, which can be left to another process before they are read."""

        def pairs(self) -> "Pairs | None":
            """All of them at once, where nothing has to be done for each of them; else None."""

        def segments(self) -> "Iterator[Segment | Fault]":
            """One after the other, with faults between them."""


MAX_PASSAGE = 1 << 20  # characters of one side of a segment: some lines are long, none that is meant so long


class Anchor(NamedTuple):
    """From this character of a passage on, passage and file run side by side again."""

    offset: int  # code points into the passage
    line: int  # of the file, from 1
    column: int  # from 1, in code points


class Passage(NamedTuple):
    """One side of a segment as it is read: cleaned, without inline markup, with entities resolved."""

    text: str
    line: int  # where its first character stands in the file, from 1
    column: int  # from 1, in code points
    anchors: tuple[Anchor, ...] = ()  # where text and file part: behind markup, an entity, an escape

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a character of the text; a line end in it is one of the file."""
        start, line, column = 0, self.line, self.column
        if self.anchors and (at := bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset)):
            start, line, column = self.anchors[at - 1]
        lines = self.text.count("\n", start, offset)
        if not lines:
            return line, column + offset - start
        return line + lines, offset - self.text.rfind("\n", start, offset)

    def extent(self, start: int, end: int) -> tuple[int, int, int]:
        """Line, column and end column of a stretch; the end column is that of the line where it begins."""
        if not self.anchors and "\n" not in self.text:
            return self.line, self.column + start, self.column + end
        line, column = self.place(start)
        turns = [anchor.offset for anchor in self.anchors if start < anchor.offset < end]
        turns += (at + 1 for at in range(start, end) if self.text[at] == "\n")
        behind = next((at for at in sorted(turns) if self.place(at)[0] > line), 0)
        if behind:
            end = start + len(self.text[start:behind].rstrip())  # what is left stands for the line's end
        return line, column, self.place(end - 1)[1] + 1 if end > start else column


class Segment(NamedTuple):
    """A unit of a text; of two languages where there is a source. Every side that is there has text."""

    id: str  # as the file names it, else its number from 1
    target: Passage  # what is checked; of a text in one language, that text
    source: Passage | None = None
    ignored: frozenset[str] = frozenset()  # ids of the concepts that are not checked here


class Pairs:
    """Many segments side by side: their texts, and each of them as a whole only where it is asked for."""

    __slots__ = ("remarked", "segment", "sources", "targets")

    def __init__(
        self,
        sources: Sequence[str],
        targets: Sequence[str],
        segment: Callable[[int], Segment],
        remarked: Collection[int] = (),
    ) -> None:
        """A source is "" where there is none; `segment` gives each by its place, from 0.

        `remarked` are the places of those that say what is not checked in them.
        """
        self.sources = sources
        self.targets = targets
        self.segment = segment
        self.remarked = remarked


def side_by_side(segments: Sequence[Segment]) -> Pairs:
    """These segments."""
    return Pairs(
        [segment.source.text if segment.source else "" for segment in segments],
        [segment.target.text for segment in segments],
        segments.__getitem__,
        [at for at, segment in enumerate(segments) if segment.ignored],
    )


class Parted(Iterator[Segment | Fault]):
    """Segments that can be taken in parts before they are read."""

    def parts(self) -> "Iterator[Part]":
        """The parts in their order."""
        raise NotImplementedError


class Gathered:
    """Segments that are read already, or as they are gone through."""

    def __init__(self, items: Iterable[Segment | Fault]) -> None:
        self._items = items

    def pairs(self) -> None:
        """They come one after the other."""

    def segments(self) -> Iterator[Segment | Fault]:
        """The segments."""
        return iter(self._items)


class Languages(NamedTuple):
    """The languages of source and target, BCP 47, and which of the two, by these names, are guessed."""

    source: str
    target: str
    guessed: frozenset[str] = frozenset()


def batches(items: Iterable[Segment | Fault], size: int) -> Iterator[list[Segment | Fault]]:
    """So many at once; what was read before an InputError comes before it is raised."""
    batch: list[Segment | Fault] = []
    try:
        for item in items:
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
    except InputError:
        yield batch
        raise
    if batch:
        yield batch


class Bitext(NamedTuple):
    """A file on its way: its segments come one by one, as they are read.

    Between them come faults: of a unit that was passed over, while reading went on. Going through them
    raises InputError where reading on makes no sense.
    """

    path: str  # of the target, as it is named to people
    source_path: str  # the same, unless source and target are two files; "" where there is no source
    source_language: str  # BCP 47; "" where there is no source
    target_language: str  # BCP 47
    segments: Iterator[Segment | Fault]
    encoding: str = ""  # of the file, as Python names it, where that is not UTF-8
    source_encoding: str = ""  # the same of the source, where that is a file of its own
    guessed: frozenset[str] = frozenset()  # sides, source and target, whose language nobody has said

    def parts(self) -> "Iterator[Part]":
        """The segments in parts; one part, as they come, where the file has no others."""
        return self.segments.parts() if isinstance(self.segments, Parted) else iter([Gathered(self.segments)])


def ignored(*remarks: str) -> frozenset[str]:
    """The concepts that a remark beside a segment takes out of the check: `reader:ignore id, id`."""
    return frozenset(
        name.strip() for remark in remarks for found in _remark().findall(remark) for name in found.split(",")
    )


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(r"reader:ignore[ \t]+([^\s,;<>]+(?:[ \t]*,[ \t]*[^\s,;<>]+)*)")


def bounded(segments: Iterable[Segment | Fault], path: str) -> Iterator[Segment | Fault]:
    """The segments, with a fault in place of each that is too long: every finding would tell all of it."""
    for item in segments:
        if isinstance(item, Segment):
            source = item.source
            if len(item.target.text) > MAX_PASSAGE or (source and len(source.text) > MAX_PASSAGE):
                item = _endless(item, path)
        yield item


def _endless(segment: Segment, path: str) -> Fault:
    said = f"this segment is longer than {MAX_PASSAGE:,} characters, the most that is checked at once"
    return Fault(path, segment.target.line, segment.target.column, said, hint="split it")
