"""What an imported TBX file had besides, put back where it stood, as far as the structure allows it there."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import TypeAlias

from reader.exports.termbase_tbx_anchors import Anchors
from reader.terms.exchange.tbx_fields import Found
from reader.terms.exchange.tbx_structure import fits, is_sound, parsed
from reader.terms.exchange.tbx_vocabulary import ABOVE
from reader.text.xml_reader import Comment, Element

Piece: TypeAlias = tuple[str, str]
"""The slot and the XML of something in an entry."""

_HINT = re.compile(r"<\?reader-order ([^?]*)\?>")
_REMARKS = frozenset(("termNote", "termNoteGrp", "termLocation"))


class Extras:
    """The rows of one owner, by their level."""

    def __init__(self, rows: Sequence[Mapping[str, str]], anchors: Anchors) -> None:
        """`anchors` are the ids of the file: what has others, or refers to others, is not put back."""
        self._anchors = anchors
        self._rows: dict[str, list[str]] = {}
        for row in rows:
            self._rows.setdefault(row["level"], []).append(row["xml"])

    def first(self, level: str) -> str:
        """The first row of a level; empty where there is none."""
        return self._rows.get(level, [""])[0]

    def levels(self) -> Sequence[str]:
        """The levels that there are."""
        return tuple(self._rows)

    def rows(self, level: str) -> Sequence[str]:
        """All rows of a level."""
        return self._rows.get(level, ())

    def id(self) -> str:
        """The id that a term came with; empty where it has none that can stand in the file."""
        own = self.first("id")
        return own if own in self._anchors.others else ""

    def order(self, level: str) -> list[str]:
        """The order of that level's elements, where it is not the usual one."""
        for xml in self._rows.get(level, ()):
            if found := _HINT.fullmatch(xml):
                return found[1].split()
        return []

    def pieces(self, level: str) -> list[Piece]:
        """What stood at a level, and may stand there."""
        found = []
        for xml in self._rows.get(level, ()):
            node = None if _HINT.fullmatch(xml) else parsed(xml)
            if node is not None and self.fits(node, level.partition(" ")[0]):
                remark = level == "term" and isinstance(node, Element) and node.name in _REMARKS
                found.append(("remarks" if remark else "extra", xml))
        return found

    def original(
        self, place: str, level: str, value: object, read: Callable[[Element], Found | None]
    ) -> str | None:
        """The element that a field's value came from, as long as it still says that; else None."""
        for xml in self._rows.get(place, ()):
            node = parsed(xml)
            if isinstance(node, Element) and self.fits(node, level):
                found = read(node)
                if found is not None and found.value == value and found.slot == place.partition(" ")[0]:
                    return xml
        return None

    def fits(self, node: Element | Comment, level: str) -> bool:
        """Whether a node may stand at a level of this file."""
        return fits(node, level) and self._anchors.hold(node)

    def is_sound(self, node: Element) -> bool:
        """Whether an element holds what it may, in this file."""
        return is_sound(node) and self._anchors.hold(node)


def above(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """The comments that stood before an entry: those that its rows begin with."""
    leading = takewhile(lambda row: row["level"] == ABOVE and isinstance(parsed(row["xml"]), Comment), rows)
    return [row["xml"] for row in leading]


def arranged(pieces: list[Piece], order: Sequence[str]) -> list[Piece]:
    """The pieces in that order; what it does not name stands behind, in the order that it has."""
    if not order:
        return pieces
    left = list(pieces)
    placed = []
    for slot in order:
        place = next((at for at, piece in enumerate(left) if piece[0] == slot), None)
        if place is not None:
            placed.append(left.pop(place))
    return placed + left
