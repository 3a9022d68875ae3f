"""Drawing a slice of text with styles laid over it; page and sheets share it."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from rich.segment import Segment
from rich.style import Style

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
