"""Walking a YAML file's nodes down from the root, collecting every fault instead of stopping at the first."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, NoReturn

from reader.errors import Fault, FaultyError
from reader.text.excerpts import excerpt
from reader.text.quoting import cited, did_you_mean
from reader.text.tags import is_tag

MAX_FAULTS = 200


class Node(NamedTuple):
    """One node of a file; `line` and `column` count from 1, in code points."""

    kind: Literal["scalar", "sequence", "mapping", "refused"]
    line: int
    column: int
    value: str = ""  # a scalar's text, cleaned
    items: tuple["Node", ...] = ()  # of a sequence; of a mapping, its keys and values by turns

    @property
    def pairs(self) -> tuple[tuple["Node", "Node"], ...]:
        """A mapping's keys and values."""
        return tuple(zip(self.items[::2], self.items[1::2], strict=True))


class Walker:
    """A file's nodes, from `root` down, and the faults met on the way.

    Every reading method takes a node, or None where the file has none. Where the node is not what it should
    be, the fault is noted and the answer is an empty value; where it is None, only the answer is empty.
    """

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.root: Node | None = None
        self.lines = lines
        self._faults: list[Fault] = []
        self._uncounted = 0

    def finish(self) -> None:
        """Raise a FaultyError with all faults, in the order of the file, where there are any."""
        if self._faults:
            faults = sorted(self._faults, key=lambda fault: (fault.line, fault.column))
            if self._uncounted:
                faults.append(Fault(self.path, 0, 0, f"has {self._uncounted:,} faults more"))
            raise FaultyError(tuple(faults))

    def refuse(self, line: int, column: int, message: str, hint: str = "") -> NoReturn:
        """Raise a FaultyError with this one fault: the file is not what it should be, so no other counts."""
        self._faults, self._uncounted = [], 0
        self.fault_at(line, column, message, hint)
        raise FaultyError(tuple(self._faults))

    def fault(self, node: Node, message: str, hint: str = "") -> None:
        """Note a fault at the node's place."""
        self.fault_at(node.line, node.column, message, hint)

    def fault_at(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Note a fault at a place, line 0 for the whole file; beyond 200 they are only counted."""
        if len(self._faults) >= MAX_FAULTS:
            self._uncounted += 1
            return
        whole = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        text, caret = excerpt(whole, column)
        self._faults.append(Fault(self.path, line, column, message, text, hint, caret))

    def mapping(
        self, node: Node | None, allowed: Iterable[str], required: Iterable[str] = ()
    ) -> dict[str, Node]:
        """A mapping's values by key; a key that is not allowed, or a required one not there, is a fault."""
        checked = self._expect(node, "mapping", "keys with values (key: value)")
        if checked is None:
            return {}
        known = tuple(allowed)
        items = checked.items
        values = {key.value: value for key, value in zip(items[::2], items[1::2], strict=True)}
        if not values.keys() <= set(known):
            values = self._known(checked.pairs, known)
        for name in required:
            if name not in values:
                self.fault(checked, f"the key '{name}' is missing")
        return values

    def _known(self, pairs: Iterable[tuple[Node, Node]], known: tuple[str, ...]) -> dict[str, Node]:
        """The pairs whose keys are known; every other key is a fault."""
        values = {}
        for key, value in pairs:
            if key.value in known:
                values[key.value] = value
            elif key.kind == "scalar":
                self.fault(key, f"unknown key {cited(key.value)}{did_you_mean(key.value, known)}")
        return values

    def entries(self, node: Node | None) -> tuple[tuple[Node, Node], ...]:
        """Keys and values of a mapping whose keys are free, in the order of the file."""
        checked = self._expect(node, "mapping", "keys with values (key: value)")
        return tuple(pair for pair in checked.pairs if pair[0].kind == "scalar") if checked else ()

    def sequence(self, node: Node | None) -> tuple[Node, ...]:
        """A list's items."""
        if node is None:
            return ()
        checked = self._expect(node, "sequence", "a list (- item, or [item, item])")
        return checked.items if checked else ()

    def text(self, node: Node | None) -> str:
        """A text without blanks at its ends; an empty one is a fault."""
        if node is None:
            return ""
        checked = self._expect(node, "scalar", "a text")
        if checked is None:
            return ""
        text = checked.value.strip()
        if not text:
            self.fault(checked, "the text is missing", "write one, or take the key away")
        return text

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """A list of texts; empty ones are faults and left out."""
        return tuple(filter(None, (self.text(item) for item in self.sequence(node))))

    def choice(self, node: Node | None, allowed: Iterable[str]) -> str:
        """A text that is one of the allowed, else empty."""
        if node is None:
            return ""
        text = self.text(node)
        known = tuple(allowed)
        if not text or text in known:
            return text
        self.fault(node, f"{cited(text)} is not one of {', '.join(known)}{did_you_mean(text, known)}")
        return ""

    def integer(self, node: Node | None) -> int | None:
        """A whole number from 0 to 999,999,999, else None."""
        text = self.text(node)
        if text.isascii() and text.isdigit() and len(text) < 10:
            return int(text)
        if text and node is not None:
            self.fault(node, f"{cited(text)} is not a whole number")
        return None

    def boolean(self, node: Node | None, default: bool = False) -> bool:
        """True for yes and true, False for no and false; the default where there is no node."""
        said = self.choice(node, ("yes", "no", "true", "false"))
        return said in ("yes", "true") if said else default

    def language(self, node: Node | None) -> str:
        """A language tag after BCP 47 as it is written, else empty."""
        text = self.text(node)
        if node is None or not text or is_tag(text):
            return text
        self.fault(node, f"{cited(text)} is not a language tag", "like en, zh-Hans or pt-BR")
        return ""

    def _expect(self, node: Node | None, kind: str, wanted: str) -> Node | None:
        """The node where it is of the kind, else None; a refused one has had its fault already."""
        if node is None or node.kind == kind:
            return node
        if node.kind != "refused":
            self.fault(node, f"here should stand {wanted}")
        return None
