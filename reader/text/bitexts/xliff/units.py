"""From units of XLIFF to segments: the text of source and target, and what stands beside them."""

from collections.abc import Iterator

from reader.errors import Fault
from reader.text.bitexts.pieces import EMPTY_HINT
from reader.text.bitexts.subflows import Holder, sub_segments, subflows
from reader.text.bitexts.xml_sides import empty, remarks, side
from reader.text.clean import clean_line
from reader.text.quoting import cited
from reader.text.segments import Passage, Segment
from reader.text.xml_reader import Characters, Element

_CODES = frozenset(("bpt", "ept", "ph", "it", "sub", "x", "bx", "ex"))
"""Inline elements of XLIFF 1.2 whose content is code, or a text of its own."""


class Units:
    """Makes segments of units."""

    def __init__(self, path: str, skip_empty: bool) -> None:
        self._path = path
        self._skip_empty = skip_empty

    def read1(self, unit: Element) -> Iterator[Segment | Fault]:
        """The segments of a `trans-unit`: of its one source and target, or of those marked in them."""
        id = clean_line(unit.attributes.get("id", ""))
        source, target = unit.find("source"), unit.find("target")
        marked = _marked(unit.find("seg-source")), _marked(target)
        ignored = remarks(unit, unit.all("note"))
        if source is None or target is None or not marked[0] or not marked[1]:
            yield from self._pair(unit, id, (source, target), ignored)
            return
        for mid, part in marked[0].items():
            yield from self._pair(part, f"{id}/{mid}", (part, marked[1].get(mid)), ignored)

    def read2(self, unit: Element) -> Iterator[Segment | Fault]:
        """The segments of a `unit`."""
        id = clean_line(unit.attributes.get("id", ""))
        notes = unit.find("notes")
        ignored = remarks(unit, notes.all("note") if notes else ())
        for number, part in enumerate(unit.all("segment"), 1):
            name = clean_line(part.attributes.get("id", "")) or str(number)
            yield from self._pair(part, f"{id}/{name}", (part.find("source"), part.find("target")), ignored)

    def _pair(
        self, unit: Element, id: str, sides: tuple[Element | None, Element | None], ignored: frozenset[str]
    ) -> Iterator[Segment | Fault]:
        source, target = (one and self._side(one) for one in sides)
        flows = subflows(sides[0]), subflows(sides[1])
        if target:
            if source:
                yield Segment(id, target, source, ignored)
            else:
                said = f"the source of the segment {cited(id)} is empty"
                yield Fault(self._path, unit.line, unit.column, said)
        elif not self._skip_empty and (source or (flows[0] and sides[1] is None)):
            if sides[1] is not None:
                yield empty(self._path, sides[1])
            else:
                said = f"the segment {cited(id)} has no target, so nothing was checked here"
                yield Fault(self._path, unit.line, unit.column, said, hint=EMPTY_HINT)
        if any(flows) and sides[1] is not None:
            holder = Holder(self._path, id, ignored, self._skip_empty)
            yield from sub_segments(holder, flows, pieces, bool(source and not target))

    def _side(self, element: Element) -> Passage | None:
        return side(element, pieces)


def _marked(element: Element | None) -> dict[str, Element]:
    """The segments that are marked in a source or target, by their number."""
    if element is None:
        return {}
    marks = (one for one in _spans(element) if one.name == "mrk" and one.attributes.get("mtype") == "seg")
    return {mark.attributes.get("mid", ""): mark for mark in marks}


def _spans(element: Element) -> Iterator[Element]:
    for child in element.elements():
        yield child
        yield from _spans(child)


def pieces(element: Element) -> Iterator[Characters]:
    """The text of a source or target without its codes."""
    for child in element.children:
        if isinstance(child, Characters):
            yield child
        elif isinstance(child, Element):
            if child.name == "cp":
                yield from _character(child)
            elif child.name not in _CODES:
                yield from pieces(child)


def _character(element: Element) -> Iterator[Characters]:
    """The character that a number stands for, where it is one that can be shown."""
    try:
        char = chr(int(element.attributes.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return
    if char.isprintable():
        yield Characters(char, element.line, element.column)
