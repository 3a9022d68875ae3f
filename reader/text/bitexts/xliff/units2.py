"""A unit of XLIFF 2.x by what its parts must be to each other: ids, sides, order, references."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.text.bitexts.xliff.codes2 import (
    check_code,
    check_copies,
    check_pairs,
    inline,
    kind_of,
)
from reader.text.bitexts.xliff.grammar import Report
from reader.text.bitexts.xliff.order2 import check_kept, check_order
from reader.text.bitexts.xliff.overlaps2 import check_overlaps
from reader.text.bitexts.xliff.references2 import parse_reference, unresolved
from reader.text.quoting import cited
from reader.text.xml_reader import Element


class Frame(NamedTuple):
    """What a unit is in, as far as it matters there."""

    file: str
    source_language: str
    target_language: str
    language: str  # xml:lang as it is inherited
    space: str  # the same of xml:space


class _Sides:
    """Source and target of something that has them, part by part: a unit, or a match."""

    def __init__(self, parts: list[Element], data: Element | None) -> None:
        self.parts = parts
        self.sources = [found for part in parts if (found := part.find("source"))]
        targets = [found for part in parts if (found := part.find("target"))]
        self.targets = sorted(
            targets, key=lambda target: _number(target.attributes.get("order"), target, parts)
        )
        self.data = frozenset(one.attributes.get("id", "") for one in data.all("data")) if data else None
        self.source_codes = [code for source in self.sources for code in inline(source)]
        self.target_codes = [code for target in self.targets for code in inline(target)]


def _number(order: str | None, target: Element, parts: list[Element]) -> int:
    """Where a target stands: where its order says, else where its part is."""
    if order is not None and order.isdecimal():
        return int(order[:9])
    return next((at for at, part in enumerate(parts, 1) if part.find("target") is target), 0)


def check_unit(unit: Element, frame: Frame, report: Report) -> None:
    """Note what is wrong with a unit beyond the grammar."""
    parts = [
        part for part in unit.elements() if part.name in ("segment", "ignorable") and part.find("source")
    ]
    if parts and all(part.name == "ignorable" for part in parts):  # the grammar takes either
        report.add(unit, f"<{unit.tag}> has no <segment>, which it must have")
    sides = _Sides(parts, unit.find("originalData"))
    check_ids(sides, report)
    _check_sides(sides, report)
    _check_targets(sides, frame, report)
    _check_inherited(unit, sides, frame, report)
    for matches in unit.all("matches"):
        for match in matches.all("match"):
            _check_sides(_Sides([match] if match.find("source") else [], match.find("originalData")), report)
    _check_references(unit, sides, frame, report)


def check_ids(sides: _Sides, report: Report) -> None:
    """Ids of segments and of what is in them: once in the sources, in the targets as in the sources."""
    taken: dict[str, Element] = {}
    for element in [*sides.parts, *sides.source_codes]:
        if (id := element.attributes.get("id")) is not None:
            if id in taken:
                report.add(
                    element, f"the id {cited(id)} stands twice in this unit, first in line {taken[id].line}"
                )
            taken.setdefault(id, element)
    own: dict[str, Element] = {}
    for element in sides.target_codes:
        if (id := element.attributes.get("id")) is not None:
            if id in own:
                said = f"the id {cited(id)} stands twice in the target, first in line {own[id].line}"
                report.add(element, said)
            elif id in taken and kind_of(taken[id]) != kind_of(element):
                said = f"<{element.tag}> has the id {cited(id)} of <{taken[id].tag}> in line {taken[id].line}"
                report.add(element, said, "only what corresponds to it in the source can have the same id")
            own.setdefault(id, element)


def _check_sides(sides: _Sides, report: Report) -> None:
    """The codes of source and target."""
    if not sides.source_codes and not sides.target_codes:
        return
    for code in [*sides.source_codes, *sides.target_codes]:
        check_code(code, sides.data, report)
    bases = {code.attributes.get("id", ""): code for code in [*sides.target_codes, *sides.source_codes]}
    for codes in (sides.source_codes, sides.target_codes):
        check_pairs(codes, codes is sides.source_codes or len(sides.targets) == len(sides.parts), report)
        check_copies(codes, bases, report)
        if any(code.attributes.get("canOverlap") == "no" for code in codes if code.name == "sc"):
            check_overlaps(sides.sources if codes is sides.source_codes else sides.targets, report)
    if any("canReorder" in code.attributes for code in sides.source_codes):
        check_order(sides.sources, sides.targets, report)
    if all("canDelete" not in code.attributes for code in sides.source_codes):
        return
    for part in sides.parts:
        source, target = part.find("source"), part.find("target")
        if source is not None and target is not None:
            check_kept(source, target, sides.targets, report)


def _check_targets(sides: _Sides, frame: Frame, report: Report) -> None:
    """Where targets stand, and that the file says in which language they are."""
    taken: dict[int, Element] = {}
    for target in sides.targets:
        if not frame.target_language:
            report.add(
                target, "here is a target, and <xliff> has no trgLang", "write the target's language there"
            )
        at = _number(target.attributes.get("order"), target, sides.parts)
        if at > len(sides.parts):
            said = f"order of <{target.tag}> is {at}, and the unit has {len(sides.parts)} segments"
            report.add(target, said)
        elif at in taken:
            said = f"<{target.tag}> has the place {at}, which that of line {taken[at].line} has"
            report.add(target, said, "every target needs a place of its own: order says it")
        taken.setdefault(at, target)
    for part in sides.parts:
        if "subState" in part.attributes and "state" not in part.attributes:
            report.add(part, f"<{part.tag}> has a subState and no state", "write the state as well")


def _check_inherited(unit: Element, sides: _Sides, frame: Frame, report: Report) -> None:
    """Languages and blanks as they come down to the sides."""
    own = unit.attributes.get("xml:lang", frame.language)
    space = unit.attributes.get("xml:space", frame.space) or "default"
    for part in sides.parts:
        source, target = part.find("source"), part.find("target")
        inherited = part.attributes.get("xml:space", space)
        spaces = [
            side.attributes.get("xml:space", inherited) for side in (source, target) if side is not None
        ]
        if target is not None and spaces[0] != spaces[-1]:
            said = f"xml:space of <{target.tag}> is {spaces[-1]}, that of its source {spaces[0]}"
            report.add(target, said, "write the same in both")
        for side, wanted in ((source, frame.source_language), (target, frame.target_language)):
            if side is not None and wanted:
                _check_language(side, side.attributes.get("xml:lang", own), wanted, report)


def _check_language(side: Element, language: str, wanted: str, report: Report) -> None:
    if language and language.lower() != wanted.lower():
        said = f"xml:lang of <{side.tag}> is {cited(language)}, and the file says {cited(wanted)}"
        report.add(side, said, "correct it, or the language in <xliff>")


def _check_references(unit: Element, sides: _Sides, frame: Frame, report: Report) -> None:
    """What markers, matches and glossary entries refer to."""
    notes = frozenset(_ids(unit.find("notes")))
    ids = {
        "n": notes,
        "d": sides.data or frozenset(),
        "t": frozenset(code.attributes.get("id", "") for code in sides.target_codes),
        "": frozenset(one.attributes.get("id", "") for one in [*sides.parts, *sides.source_codes]),
    }
    for element in _referring(unit, sides):
        if wrong := _wrong_reference(element, (frame.file, unit.attributes.get("id", "")), ids):
            report.add(element, wrong)


def _wrong_reference(element: Element, at: tuple[str, str], ids: Mapping[str, frozenset[str]]) -> str:
    """What is wrong with a reference from the unit `at`, a file and a unit in it; empty where nothing is."""
    text = element.attributes["ref"]
    comment = element.attributes.get("type") == "comment" and element.name in ("mrk", "sm")
    if not text.startswith("#"):
        if not comment and element.name != "match":
            return ""
        what = "a note of this unit, as #n=1" if comment else "a part of this unit, as #1"
        return f"ref of <{element.tag}> is {cited(text)}: it must lead to {what}"
    reference = parse_reference(text)
    if reference.wrong:
        return f"the reference {cited(text)} cannot be: {reference.wrong}"
    if lost := unresolved(reference, *at, ids):
        return f"the reference {cited(text)} leads nowhere: {lost}"
    if comment and not (reference.leaf.prefix == "n" and reference.within(*at)):
        return f"ref of <{element.tag}> is {cited(text)}: a comment's must lead to a note of this unit"
    return ""


def _ids(element: Element | None) -> Iterator[str]:
    return (
        (child.attributes["id"] for child in element.elements() if "id" in child.attributes)
        if element
        else iter(())
    )


def _referring(unit: Element, sides: _Sides) -> Iterator[Element]:
    """The elements of a unit that have a reference."""
    for code in [*sides.source_codes, *sides.target_codes]:
        if "ref" in code.attributes:
            yield code
    for holder in (*unit.all("matches"), *unit.all("glossary"), *unit.all("notes")):
        yield from (element for element in inline(holder) if "ref" in element.attributes)
