"""Texts within codes, `sub` in TMX and XLIFF 1.x: a title, a footnote, each read as a text of its own."""

from collections import defaultdict, deque
from collections.abc import Iterator
from typing import NamedTuple

from reader.errors import Fault
from reader.text.bitexts.pieces import EMPTY_HINT
from reader.text.bitexts.xml_sides import Pieces, empty, side
from reader.text.segments import Segment
from reader.text.xml_reader import Element

_NAMES = ("x", "id", "i")  # attributes that name a code; the first of these in TMX on both sides alike
_NO_TARGET = "this text within a code has no target, so nothing was checked here"


class Subflow(NamedTuple):
    """A text within a code."""

    code: str  # the code's kind and name
    element: Element


Flows = tuple[list[Subflow], list[Subflow]]
"""Those of a source and those of a target."""


def subflows(side: Element | None) -> list[Subflow]:
    """The texts within the codes of a source or target, and within those, in the order of the file."""
    if side is not None:
        for child in side.children:
            if isinstance(child, Element) and (child.name == "sub" or _nests(child)):
                return list(_within(side, ""))
    return []


def _nests(element: Element) -> bool:
    """Whether an element stands in it: in codes, as nearly all are, there is none."""
    for child in element.children:  # noqa: SIM110 (a third of the time of any())
        if isinstance(child, Element):
            return True
    return False


def _within(element: Element, code: str) -> Iterator[Subflow]:
    for child in element.elements():
        if child.namespace != element.namespace:
            continue
        if child.name == "sub":
            yield Subflow(code, child)
            yield from _within(child, code)
        else:
            id = next((child.attributes[name] for name in _NAMES if name in child.attributes), "")
            yield from _within(child, f"{child.name} {id}" if id else code)


class Holder(NamedTuple):
    """The segment that texts within codes stand in."""

    path: str
    id: str
    ignored: frozenset[str]
    skip_empty: bool


def sub_segments(holder: Holder, flows: Flows, pieces: Pieces, is_empty: bool) -> Iterator[Segment | Fault]:
    """The texts within the codes of a segment as segments of their own; one may be without a source.

    `is_empty` says that an empty target has been told, so that the same is not told of each text.
    """
    if is_empty and not flows[1]:
        return
    for number, (source, target) in enumerate(_paired(*flows), 1):
        said, text = (one and side(one.element, pieces) for one in (source, target))
        if text:
            yield Segment(f"{holder.id}/sub{number}", text, said or None, holder.ignored)
        elif said and target and not holder.skip_empty:
            yield empty(holder.path, target.element)
        elif said and source and not holder.skip_empty:
            place = source.element
            yield Fault(holder.path, place.line, place.column, _NO_TARGET, hint=EMPTY_HINT)


def _paired(sources: list[Subflow], targets: list[Subflow]) -> list[tuple[Subflow | None, Subflow | None]]:
    """The texts of both sides by their codes, those left over by their order where there are as many.

    The pairs stand in the order of the targets; behind them come the sources that have none.
    """
    waiting: dict[str, deque[Subflow]] = defaultdict(deque)
    for source in sources:
        waiting[source.code].append(source)
    found = [waiting[target.code].popleft() if waiting[target.code] else None for target in targets]
    taken = {id(source.element) for source in found if source}
    left = deque(source for source in sources if id(source.element) not in taken)
    if len(left) == found.count(None):
        return [(source or left.popleft(), target) for source, target in zip(found, targets, strict=True)]
    return [*zip(found, targets, strict=True), *((source, None) for source in left)]
