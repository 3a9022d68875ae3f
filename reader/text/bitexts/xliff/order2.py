"""Codes of XLIFF 2.x that must be in the target as they are in the source: kept, and in their order."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.text.bitexts.xliff.grammar import Report
from reader.text.quoting import cited
from reader.text.xml_reader import Element


class End(NamedTuple):
    """A code, or one of the two ends of a span."""

    name: str  # its id; that of a closing end with a stroke before
    kept: str  # as canReorder says: no, firstNo, or else yes
    code: Element


def ends(element: Element) -> Iterator[End]:
    """The ends of the codes in a source or target, in the order of the file."""
    for code in element.elements():
        kept = code.attributes.get("canReorder", "yes")
        id = code.attributes.get("id", "")
        if code.name == "ec" and "startRef" in code.attributes:
            yield End(f"/{code.attributes['startRef']}", kept, code)
        elif code.name in ("ph", "sc", "ec", "pc"):
            yield End(id, kept, code)
        yield from ends(code)
        if code.name == "pc":
            yield End(f"/{id}", "yes" if kept == "yes" else "no", code)


def check_order(sources: Iterable[Element], targets: Iterable[Element], report: Report) -> None:
    """A sequence that keeps its order begins with firstNo; in the target no other code comes between."""
    source = [end for element in sources for end in ends(element)]
    target = [end for element in targets for end in ends(element)]
    places = {end.name: at for at, end in enumerate(target)}
    for sequence in _sequences(source, report):
        for first, second in pairwise(sequence):
            at, behind = (places.get(source[place].name) for place in (first, second))
            if at is None or behind is None:
                continue
            between = {end.name for end in source[first + 1 : second]}
            if behind < at or not between.issuperset(end.name for end in target[at + 1 : behind]):
                code = target[behind].code
                said = f"<{code.tag}> does not follow the code that it follows in the source"
                report.add(code, said, "both must keep their order, with no other code between them")
                break


def _sequences(source: list[End], report: Report) -> list[list[int]]:
    """The places of the codes that keep their order, sequence by sequence."""
    sequences: list[list[int]] = []
    for at, end in enumerate(source):
        if end.kept == "firstNo":
            sequences.append([at])
        elif end.kept == "no" and sequences:
            sequences[-1].append(at)
        elif end.kept == "no":
            said = f'<{end.code.tag}> keeps its order and no code before it has canReorder="firstNo"'
            report.add(end.code, said)
            sequences.append([at])
    return sequences


def check_kept(source: Element, target: Element, everywhere: Iterable[Element], report: Report) -> None:
    """Codes of a source that cannot be deleted are in one of the targets."""
    there = {end.name for element in everywhere for end in ends(element)}
    for name, _, code in ends(source):
        if code.attributes.get("canDelete") == "no" and name not in there and not name.startswith("/"):
            said = f"<{code.tag}> of line {code.line} cannot be deleted, and the target lacks it"
            report.add(target, said, f"put the code {cited(name)} into the target")
