"""Translation memories: TMX 1.4 and 1.4b, and 1.1 to 1.3, which read alike."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from reader.errors import Fault, FaultyError, InputError
from reader.text.bitexts.pieces import EMPTY_HINT
from reader.text.bitexts.request import Request
from reader.text.bitexts.subflows import Holder, sub_segments, subflows
from reader.text.bitexts.tmx_languages import absent, chosen, nearness, settle
from reader.text.bitexts.xml_sides import empty, remarks, side, source_of
from reader.text.clean import clean_line
from reader.text.quoting import cited
from reader.text.segments import Bitext, Segment
from reader.text.tags import hyphenated
from reader.text.xml_reader import Characters, Element, Event, Opened, read_xml

_FIRST = 1_000  # units that tell the languages of a file
_MARKUP = frozenset(("bpt", "ept", "ph", "it", "ut", "sub"))
"""Inline elements whose content is code, or a text of its own: `hi` alone is part of the text."""


class _Unit:
    """A unit with its number and its variants' languages."""

    __slots__ = ("element", "languages", "number", "variants")

    def __init__(self, element: Element, number: int) -> None:
        self.element = element
        self.number = number
        self.variants = list(element.all("tuv"))
        self.languages = [_language(variant) for variant in self.variants]


def read_tmx(request: Request) -> Bitext:
    """The units of a translation memory that are in two languages, the source's and the target's.

    What the request leaves open is told by the header and the first units. Raises InputError where the file
    is no TMX, and where more than one language could be meant.
    """
    path = clean_line(str(request.path))
    events = read_xml(source_of(request), path, ("tu", "header"), request.encoding)
    header: list[Element] = []
    units = _units(events, path, header)
    first = list(islice(units, _FIRST))
    present = list(dict.fromkeys(tag for unit in first for tag in unit.languages if tag))
    if not present:
        raise InputError(f"{path} is a translation memory without units: there is nothing to check.")
    declared = [element.attributes.get("srclang", "") for element in [*header, *(u.element for u in first)]]
    source, target = settle(path, request.source_language, request.target_language, declared, present)
    for language in (source, target):
        if not any(nearness(tag, language) for tag in present):
            raise absent(path, language, present)
    segments = _Sides(path, source, target, request.skip_empty)
    read = chain.from_iterable(map(segments.read, chain(first, units)))
    return Bitext(path, path, hyphenated(source), hyphenated(target), read)


def _units(events: Iterator[Event], path: str, header: list[Element]) -> Iterator[_Unit]:
    """The units as they come; the header is put into `header`. Raises FaultyError where it is no TMX."""
    root: Element | None = None
    number = 0
    for event in events:
        if isinstance(event, Opened) and root is None:
            root = event.element
            if root.name != "tmx":
                raise FaultyError((_no_tmx(path, root),))
        elif isinstance(event, Element) and event.name == "tu":
            number += 1
            yield _Unit(event, number)
        elif isinstance(event, Element):
            header.append(event)


def _no_tmx(path: str, root: Element) -> Fault:
    message = f"this is no translation memory: its outermost element is <{root.tag}>, not <tmx>"
    return Fault(path, root.line, root.column, message, hint="`--as` says what a file is")


def _language(variant: Element) -> str:
    """The language of a variant; TMX before 1.4 calls it `lang`."""
    return variant.attributes.get("xml:lang") or variant.attributes.get("lang", "")


class _Sides:
    """Makes segments of units in two languages."""

    def __init__(self, path: str, source: str, target: str, skip_empty: bool) -> None:
        self._path = path
        self._languages = (source, target)
        self._skip_empty = skip_empty

    def read(self, unit: _Unit) -> Sequence[Segment | Fault]:
        """The segment of a unit with the texts within its codes, and what is wrong with it."""
        source, target = (chosen(unit.languages, language) for language in self._languages)
        for places, language in zip((source, target), self._languages, strict=True):
            if len(places) > 1:
                return (self._twice(unit, places, language),)
        if not source:
            said = f"{_called(unit)} has no source, no variant in {self._languages[0]}"
            return (self._fault(unit.element, said),)
        if target:
            return self._segments(unit, unit.variants[source[0]], unit.variants[target[0]])
        said = f"{_called(unit)} has no target, no variant in {self._languages[1]}"
        return () if self._skip_empty else (self._fault(unit.element, said, EMPTY_HINT),)

    def _segments(self, unit: _Unit, source: Element, target: Element) -> Sequence[Segment | Fault]:
        """The segment of these two variants, and those within its codes."""
        found: list[Segment | Fault] = []
        of = source.find("seg"), target.find("seg")
        said, text = (seg and side(seg, _pieces) for seg in of)
        flows = subflows(of[0]), subflows(of[1])
        ignored = frozenset[str]()
        if text or any(flows):
            ignored = remarks(unit.element, _notes(unit.element, source, target))
        if text and said:
            found.append(Segment(_id(unit), text, said, ignored))
        elif text:
            found.append(self._fault(of[0] or source, f"the source of {_called(unit)} is empty"))
        elif not self._skip_empty and (said or not any(flows)):
            found.append(empty(self._path, of[1] or target))
        if any(flows):
            holder = Holder(self._path, _id(unit), ignored, self._skip_empty)
            found.extend(sub_segments(holder, flows, _pieces, bool(said and not text)))
        return found

    def _twice(self, unit: _Unit, places: list[int], language: str) -> Fault:
        """The fault of two variants that could both be one side."""
        first, second = (unit.variants[place] for place in places[:2])
        said = f"{_called(unit)} has more than one segment in {language}; the first is in line {first.line}"
        return self._fault(second, said, "remove one, or name the language more closely: --from, --to")

    def _fault(self, element: Element, message: str, hint: str = "") -> Fault:
        return Fault(self._path, element.line, element.column, message, hint=hint)


def _id(unit: _Unit) -> str:
    return clean_line(unit.element.attributes.get("tuid", "")) or str(unit.number)


def _called(unit: _Unit) -> str:
    return f"the unit {cited(_id(unit))}"


def _pieces(element: Element) -> Iterator[Characters]:
    """The text of a segment without its codes."""
    for child in element.children:
        if isinstance(child, Characters):
            yield child
        elif isinstance(child, Element) and child.name not in _MARKUP:
            yield from _pieces(child)


def _notes(*elements: Element) -> Iterator[Element]:
    """The notes and properties that stand in these elements."""
    return (child for element in elements for child in element.elements() if child.name in ("note", "prop"))
