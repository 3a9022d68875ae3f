"""Inline codes and markers of XLIFF 2.x: what one side of a unit keeps to, and the target of its source."""

from collections.abc import Iterator, Mapping

from reader.text.bitexts.xliff.grammar import Report
from reader.text.quoting import cited
from reader.text.xml_reader import Element

_KINDS = {"pc": "span", "sc": "span", "ec": "end", "ph": "ph", "mrk": "mark", "sm": "mark"}
_CAN = ("canCopy", "canDelete", "canOverlap", "canReorder")
_XLF_TYPES = {
    "xlf:lb": "fmt",
    "xlf:pb": "fmt",
    "xlf:b": "fmt",
    "xlf:i": "fmt",
    "xlf:u": "fmt",
    "xlf:var": "ui",
}
_DATA_REFERENCES = ("dataRef", "dataRefStart", "dataRefEnd")


def inline(element: Element) -> Iterator[Element]:
    """The elements in a source or target, in the order of the file."""
    for child in element.elements():
        yield child
        yield from inline(child)


def kind_of(element: Element) -> str:
    """What an element corresponds to on the other side: there a span may be split, or its ends joined."""
    return _KINDS.get(element.name, element.name)


def check_code(code: Element, data: frozenset[str] | None, report: Report) -> None:
    """One element by itself; `data` are the ids of the original data, None where there is none."""
    attributes = code.attributes
    for name in _DATA_REFERENCES:
        if (id := attributes.get(name)) is not None and (data is None or id not in data):
            where = "there is no <originalData>" if data is None else "no <data> has that id"
            report.add(code, f"{name} of <{code.tag}> is {cited(id)}, but {where}")
    sub = attributes.get("subType")
    if sub is not None and code.name not in ("mrk", "sm"):
        _check_subtype(code, sub, report)
    if attributes.get("canReorder") in ("no", "firstNo") and code.name != "ec":
        for name in ("canCopy", "canDelete"):
            if attributes.get(name) != "no":
                said = f'<{code.tag}> has canReorder="{attributes["canReorder"]}" without {name}="no"'
                report.add(code, said, f'write {name}="no"')
    if code.name == "ec":
        _check_end(code, report)
    if (
        code.name in ("mrk", "sm")
        and attributes.get("type") == "comment"
        and "value" in attributes
        and "ref" in attributes
    ):
        report.add(code, f"<{code.tag}> is a comment with both value and ref", "remove one of them")
    elif (
        code.name in ("mrk", "sm")
        and attributes.get("type") == "comment"
        and not {"value", "ref"} & attributes.keys()
    ):
        report.add(
            code, f"<{code.tag}> is a comment without a value or a ref", "write the comment as its value"
        )


def _check_subtype(code: Element, sub: str, report: Report) -> None:
    kind = code.attributes.get("type")
    if kind is None:
        report.add(code, f"<{code.tag}> has a subType and no type", "write the type as well")
    elif sub.startswith("xlf:") and _XLF_TYPES.get(sub) != kind:
        report.add(code, f"the subType {cited(sub)} of <{code.tag}> does not go with the type {cited(kind)}")


def _check_end(code: Element, report: Report) -> None:
    """An `ec` ends a code that begins in the same unit, or stands alone and says so."""
    attributes = code.attributes
    if attributes.get("isolated") == "yes":
        if "startRef" in attributes:
            report.add(code, f"<{code.tag}> is isolated and has a startRef", "remove one of them")
        if "id" not in attributes:
            report.add(code, f"<{code.tag}> is isolated and has no id", "write an id")
        return
    if "startRef" not in attributes:
        report.add(code, f'<{code.tag}> has neither a startRef nor isolated="yes"', "write one of them")
    for name in ("id", "dir"):
        if name in attributes:
            report.add(code, f"<{code.tag}> has {name} and is not isolated", f"remove {name}")


def check_pairs(codes: list[Element], whole: bool, report: Report) -> None:
    """Every end behind its start, every start with its end; not `whole`: ends may be in targets to come."""
    starts = {code.attributes.get("id", ""): code for code in codes if code.name in ("sc", "sm")}
    seen: set[str] = set()
    ended: set[str] = set()
    for code in codes:
        if code.name in ("sc", "sm"):
            seen.add(code.attributes.get("id", ""))
        elif code.name in ("ec", "em") and (id := code.attributes.get("startRef")) is not None:
            begins = "sc" if code.name == "ec" else "sm"
            start = starts.get(id)
            if start is None or start.name != begins:
                report.add(code, f"startRef of <{code.tag}> is {cited(id)}, but no <{begins}> has that id")
            elif id not in seen:
                report.add(
                    code, f"<{code.tag}> stands before <{begins}> of line {start.line}, which begins it"
                )
            elif id in ended:
                report.add(code, f"<{start.tag}> of line {start.line} is ended a second time")
            else:
                _check_same(start, code, report)
            ended.add(id)
    for id, start in starts.items():
        if id not in ended and start.attributes.get("isolated") != "yes" and whole:
            hint = 'write isolated="yes"' if start.name == "sc" else "write an <em> that ends it"
            report.add(start, f"<{start.tag}> is never ended in this unit", hint)


def _check_same(start: Element, end: Element, report: Report) -> None:
    """What both ends of a code say must be one."""
    if start.attributes.get("isolated") == "yes":
        report.add(
            start, f"<{start.tag}> is isolated, and <{end.tag}> of line {end.line} ends it", "remove isolated"
        )
    if start.name == "sm":
        return
    for name in _CAN:
        pair = [code.attributes.get(name, "yes").replace("firstNo", "no") for code in (start, end)]
        if pair[0] != pair[1]:
            report.add(end, f"{name} of <{end.tag}> is not that of <{start.tag}> in line {start.line}")


def check_copies(codes: list[Element], bases: Mapping[str, Element], report: Report) -> None:
    """A code that copies another one: which may be copied, and has no data of its own."""
    for code in codes:
        id = code.attributes.get("copyOf")
        if id is None:
            continue
        base = bases.get(id)
        if base is None:
            report.add(code, f"copyOf of <{code.tag}> is {cited(id)}, but no code of this unit has that id")
        elif base.attributes.get("canCopy") == "no":
            report.add(code, f"<{code.tag}> copies <{base.tag}> of line {base.line}, which cannot be copied")
        elif any(name in one.attributes for name in _DATA_REFERENCES for one in (base, code)):
            report.add(
                code, f"<{code.tag}> is a copy, and there is original data: it must refer to that instead"
            )
