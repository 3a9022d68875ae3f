"""Drawing a slice of text with styles laid over it; page and sheets share it."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Palette = Callable[[str], Style]
"""Gives the style of a component class, without a background unless the class sets one."""


class Ink(NamedTuple):
    """A style over some characters; `meta` is what a click there tells."""

    start: int  # code points, in the same text as the slice that is drawn
    end: int
    style: str  # a component class of the widget that draws
    meta: tuple[tuple[str, Any], ...] = ()


def draw(
    text: str, start: int, end: int, inks: Iterable[Ink], base: Style, palette: Palette
) -> list[Segment]:
    """The segments of `text[start:end]` in the base style, with every ink that touches it laid on in order.

    A TAB is drawn as one blank, as it is measured.
    """
    touching = [ink for ink in inks if ink.start < end and start < ink.end]
    if not touching:
        return [Segment(text[start:end].replace("\t", " "), base)]
    cuts = {start, end}
    for ink in touching:
        cuts.add(max(start, ink.start))
        cuts.add(min(end, ink.end))
    ordered = sorted(cuts)
    return [
        Segment(text[left:right].replace("\t", " "), _mixed(left, touching, base, palette))
        for left, right in pairwise(ordered)
    ]


def _mixed(at: int, inks: list[Ink], base: Style, palette: Palette) -> Style:
    style = base
    for ink in inks:
        if ink.start <= at < ink.end:
            style += palette(ink.style)
            if ink.meta:
                style += Style.from_meta(dict(ink.meta))
    return style


def padded(segments: list[Segment], width: int, base: Style) -> list[Segment]:
    """The segments with blanks after them, or cut, to a width in cells."""
    room = width - sum(segment.cell_length for segment in segments)
    if room >= 0:
        return [*segments, Segment(" " * room, base)] if room else segments
    return list(Strip(segments).crop(0, width))


def placed(segments: list[Segment], offset: int, line: int) -> list[Segment]:
    """The segments, each telling a selection where its text begins, as `Strip.apply_offsets` would."""
    placed = []
    for text, style, _ in segments:
        meta = Style.from_meta({"offset": (offset, line)})
        placed.append(Segment(text, style + meta if style else meta))
        offset += len(text)
    return placed
