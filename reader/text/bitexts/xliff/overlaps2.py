"""Codes of XLIFF 2.x that other codes must not cross."""

from collections.abc import Iterable

from reader.text.bitexts.xliff.grammar import Report
from reader.text.bitexts.xliff.order2 import ends
from reader.text.xml_reader import Element


def check_overlaps(sides: Iterable[Element], report: Report) -> None:
    """What stands between an `sc` that says canOverlap="no" and its `ec` begins and ends there.

    Of a `pc` this is not asked, for the standard's own example of canOverlap has one that is crossed.
    """
    order = [end for side in sides for end in ends(side)]
    places = {end.name: at for at, end in enumerate(order)}
    told = set()
    for at, (name, _, start) in enumerate(order):
        if start.name != "sc" or start.attributes.get("canOverlap") != "no":
            continue
        inside = order[at + 1 : places.get(f"/{name}", 0)]
        names = {end.name for end in inside}
        for end in inside:
            id = end.name.removeprefix("/")
            partner = f"/{id}" if id == end.name else id
            pair = frozenset((name, id))
            if partner in places and partner not in names and pair not in told:
                told.add(pair)
                which = f"<{start.tag}> of line {start.line}"
                report.add(end.code, f"<{end.code.tag}> crosses {which}, which cannot overlap others", _HINT)


_HINT = 'write canOverlap="yes" in both its ends, or end inside it what begins there'
