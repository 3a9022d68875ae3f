"""The elements of one level of a TBX entry, taken in one by one: values, all else, and their order."""

from collections.abc import Mapping
from typing import Any

from reader.terms.exchange.tbx_fields import Found, category, verbatim
from reader.terms.exchange.tbx_json import Additions, additions
from reader.terms.exchange.tbx_vocabulary import CONCEPT_SLOTS, LANGUAGE_SLOTS, PREFIX, TERM_SLOTS, order_hint
from reader.text.xml_reader import Characters, Comment, Element

LISTS = frozenset(("definitions", "notes", "related", "links", "images", "history", "contexts"))
_NOTES = frozenset(("notes", "note"))
RANKED = {
    name: {slot: rank for rank, slot in enumerate(slots)}
    for name, slots in (("concept", CONCEPT_SLOTS), ("lang", LANGUAGE_SLOTS), ("term", TERM_SLOTS))
}
_REMARKS = frozenset(("termNote", "termNoteGrp"))


_NOTHING = Additions({}, ())


class Level:
    """The elements of one level, taken in one by one."""

    __slots__ = ("_name", "_slots", "extra", "json", "order", "values")

    def __init__(self, name: str, slots: Mapping[str, int]) -> None:
        self.values: dict[str, Any] = {}
        self.order: list[str] = []
        self.extra: list[dict[str, str]] = []
        self.json = _NOTHING
        self._name = name
        self._slots = slots

    def take(self, node: Element | Comment | Characters, found: Found | None) -> None:
        """Take in a node that says what was found in it; where that has no place, the node itself is kept."""
        if found is not None and found.slot in _NOTES and str(found.value).startswith(PREFIX):
            told = additions(str(found.value))
            if told is not None:
                self.json = told
                return
        if found is None or not found.value or (found.slot in self.values and found.slot not in LISTS):
            self.keep(_raw(node), "remarks" if self._is_remark(node) else "extra")
            return
        place = self._put(found)
        if not found.plain:
            self.extra.append({"level": place, "xml": _raw(node)})

    def keep(self, xml: str, slot: str = "extra") -> None:
        """Keep what has no place."""
        self.order.append(slot)
        self.extra.append({"level": self._name, "xml": xml})

    def hint(self, needed: bool = False) -> None:
        """Keep the order of the elements where it is not the usual one."""
        slots = self._slots
        ranks = [slots[slot if slot in slots else slot.partition(":")[0]] for slot in self.order]
        if needed or ranks != sorted(ranks):
            self.extra.append({"level": self._name, "xml": order_hint(self.order)})

    def _put(self, found: Found) -> str:
        """Where the value is put: its field, with its number where the field is a list."""
        if found.slot not in LISTS:
            self.values[found.slot] = found.value
            self.order.append(found.slot)
            return found.slot
        values = self.values.setdefault(found.slot, [])
        values.append(found.value)
        place = f"{found.slot} {len(values)}"
        self.order.append(place.replace(" ", ":") if found.slot == "definitions" else found.slot)
        return place

    def _is_remark(self, node: object) -> bool:
        """Whether the node stands before the contexts of a term."""
        if not isinstance(node, Element) or "remarks" not in self._slots:
            return False
        return node.name in _REMARKS or category(node)[0] == "termLocation"


def _raw(node: Element | Comment | Characters) -> str:
    if isinstance(node, Element):
        return verbatim(node)
    return f"<!--{node.text}-->" if isinstance(node, Comment) else node.text.strip()
