"""References within XLIFF 2.x: how a fragment identifier is built, and whether it leads to something."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from reader.text.bitexts.xliff.tables2 import PREFIXES
from reader.text.bitexts.xliff.values import NMTOKEN
from reader.text.quoting import cited

_FRAMES = ("f", "g", "u")
_LEAVES = ("n", "d", "t", "")
_NAME = re.compile(NMTOKEN)


class Selector(NamedTuple):
    """A step of a fragment identifier: `u=1`, `n=note`, or an id alone."""

    prefix: str
    id: str


class Reference(NamedTuple):
    """A fragment identifier taken apart, or what is wrong with it."""

    selectors: tuple[Selector, ...] = ()
    wrong: str = ""

    @property
    def leaf(self) -> Selector:
        """The last step."""
        return self.selectors[-1]

    def within(self, file: str, unit: str) -> bool:
        """Whether it leads to something in this unit, if to anything."""
        steps = dict(self.selectors)
        if "u" not in steps:
            return "f" not in steps and "g" not in steps
        return steps["u"] == unit and steps.get("f", file) == file


def parse_reference(text: str) -> Reference:
    """What a reference that begins with `#` says."""
    body = text[1:].removeprefix("/")
    selectors = []
    for step in body.split("/"):
        prefix, equals, id = step.rpartition("=")
        if not _NAME.fullmatch(id) or (equals and not _NAME.fullmatch(prefix)):
            return Reference(wrong=f"{cited(step)} is no step of a reference, which is an id or prefix=id")
        selectors.append(Selector(prefix, id))
    return Reference(tuple(selectors), _wrong([selector.prefix for selector in selectors]))


def _wrong(prefixes: list[str]) -> str:
    """What is wrong with the prefixes of a reference, empty where nothing is."""
    for prefix in prefixes:
        if len(prefix) == 1 and prefix not in (*_FRAMES, *_LEAVES):
            return f"the prefix {cited(prefix)} has one letter and is none of f, g, u, n, d and t"
        if len(prefix) > 1 and prefix not in PREFIXES:
            return f"the prefix {cited(prefix)} is that of no module"
    twice = next((prefix for at, prefix in enumerate(prefixes) if prefix in prefixes[:at]), None)
    if twice is not None:
        return (
            f"the prefix {cited(twice)} stands twice"
            if twice
            else "two of its steps are ids without a prefix"
        )
    frames = [prefix for prefix in prefixes if prefix in _FRAMES]
    if frames != sorted(frames):
        return f"its steps stand in the order {', '.join(frames)}, and must in the order f, g, u"
    leaves = [prefix for prefix in prefixes if prefix not in _FRAMES]
    if len(leaves) > 1:
        return "it has more than one step that leads to an element, and only the last may"
    if leaves and prefixes[-1] in _FRAMES:
        return "the step that leads to an element is not the last"
    return ""


def unresolved(reference: Reference, file: str, unit: str, ids: Mapping[str, frozenset[str]]) -> str:
    """What in this unit a reference does not find, empty where it finds it or leads elsewhere.

    `ids` are those of the unit, by prefix: "n" of its notes, "d" of its data, "" of its source, "t" of its
    target.
    """
    if not reference.within(file, unit):
        return ""
    prefix, id = reference.leaf
    if prefix not in ids or id in ids[prefix]:
        return ""
    kinds = {"n": "note", "d": "data", "t": "element of the target", "": "element"}
    return f"no {kinds[prefix]} of this unit has the id {cited(id)}"
