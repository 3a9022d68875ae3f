"""YAML as far as reader trusts it: plain nodes with their places, never constructed into values.

A file is read from PyYAML's events, since only they still show what has to be refused where it stands:
anchors, aliases, tags, merge keys, keys that stand twice, a second document, a depth over 16. A scalar
stays the text it is (`no` is a word, not False).
"""

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from reader.errors import Fault, FaultyError
from reader.text.clean import clean, clean_line
from reader.text.files import MAX_BYTES
from reader.text.quoting import cited
from reader.text.yaml_walker import Node, Walker

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Node", "Walker", "parse_yaml", "read_yaml"]

MAX_EVENTS = 8_000_000  # a glossary of 600,000 terms; two gigabytes of memory
MAX_DEPTH = 16
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HINTS = {
    "mapping values are not allowed": "put a text that has a colon and a blank in it between quotation marks",
    "cannot start any token": "indent with blanks, not tabs; put a text beginning with @ ` % between quotes",
    "while parsing a flow": "is a closing bracket missing?",
    "while scanning a quoted scalar": "is the closing quotation mark missing?",
    "did not find expected key": "is a line indented too far or too little?",
    "did not find expected '-' indicator": "is a line indented too far or too little?",
}


def read_yaml(path: Path) -> Walker:
    """The file, ready to be walked from `root`; raises FaultyError where it is no YAML that reader trusts."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise _refused(path, "does not exist") from error
    except OSError as error:
        raise _refused(path, f"cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise _refused(path, f"is larger than {MAX_BYTES >> 20} MiB, the most that is read")
    if b"\0" in data:
        raise _refused(path, "is a binary file, not a text in UTF-8")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the byte 0x{data[error.start]:02X} is no UTF-8"
        raise _refused(path, message, line, column, "save the file as UTF-8") from error
    return parse_yaml(text, str(path))


def parse_yaml(text: str, path: str) -> Walker:
    """The text, ready to be walked; `path` names it in faults. Raises FaultyError as `read_yaml` does."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    walker = Walker(clean_line(path), text.split("\n"))
    if _FORBIDDEN.search(text):
        for number, line in enumerate(text.split("\n"), start=1):
            for found in _FORBIDDEN.finditer(line):
                message = f"the character U+{ord(found[0]):04X} has no place in a text"
                walker.fault_at(number, found.start() + 1, message)
        walker.finish()
    try:
        _Builder(walker).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        _note_syntax(walker, error)
        walker.finish()
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        walker.fault_at(0, 0, f"is no YAML that can be read: {clean_line(str(error))}")
        walker.finish()
    if walker.root is None:
        walker.fault_at(0, 0, "is empty")
        walker.finish()
    return walker


class _Builder:
    """Makes nodes of events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._open: list[tuple[yaml.CollectionStartEvent, list[Node]]] = []

    def build(self, events: Iterable[yaml.Event]) -> None:
        """Put the root node into the walker; raises FaultyError where reading on makes no sense."""
        level: list[Node] = []
        for number, event in enumerate(events):
            if isinstance(event, yaml.ScalarEvent):  # as most are
                if event.anchor is not None or event.tag is not None:
                    self._refuse_marks(event)
                level.append(Node("scalar", *_start(event), clean(event.value)))
            elif isinstance(event, yaml.CollectionStartEvent):
                level = self._opened(event, level)
            elif isinstance(event, yaml.CollectionEndEvent):
                level = self._closed(level)
            elif isinstance(event, yaml.AliasEvent):
                self._refuse_marks(event)
                level.append(Node("refused", *_start(event)))
            elif isinstance(event, yaml.DocumentStartEvent) and level:
                self._stop(event, "a second document begins here; only one is read")
            if number == MAX_EVENTS:
                self._stop(event, f"more than {MAX_EVENTS:,} texts, lists and keys are not read")
        self._walker.root = level[0] if level else None

    def _opened(self, event: yaml.CollectionStartEvent, outer: list[Node]) -> list[Node]:
        """Where the items go of the list or mapping that begins."""
        self._refuse_marks(event)
        if len(self._open) >= MAX_DEPTH:
            self._stop(event, f"this stands deeper than {MAX_DEPTH} levels")
        self._open.append((event, outer))
        return []

    def _closed(self, items: list[Node]) -> list[Node]:
        """Put a finished list or mapping where it belongs, and go on there."""
        event, outer = self._open.pop()
        if isinstance(event, yaml.MappingStartEvent):
            self._check_keys(items)
            outer.append(Node("mapping", *_start(event), "", tuple(items)))
        else:
            outer.append(Node("sequence", *_start(event), "", tuple(items)))
        return outer

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        """Note what YAML may put before a node and reader does not take."""
        line, column = _start(event)
        if isinstance(event, yaml.AliasEvent):
            self._walker.fault_at(line, column, f"aliases are not read: *{clean_line(str(event.anchor))}")
        elif event.anchor is not None:
            self._walker.fault_at(line, column, f"anchors are not read: &{clean_line(str(event.anchor))}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._walker.fault_at(line, column, f"tags are not read: {cited(tag)}")

    def _check_keys(self, items: list[Node]) -> None:
        """Turn keys that are none into refused nodes, and note each that stands twice."""
        values = {key.value for key in items[::2] if key.kind == "scalar"}
        if 2 * len(values) == len(items) and "<<" not in values:
            return  # as it is nearly always
        first: dict[str, int] = {}
        for place in range(0, len(items), 2):
            kind, line, _, value, _ = items[place]
            if kind == "refused":
                continue
            if kind != "scalar":
                self._refuse_key(items, place, "a key must be a text")
            elif value == "<<":
                self._refuse_key(items, place, "merge keys are not read: <<")
            elif value in first:
                lines = f"in lines {first[value]} and {line}"
                self._refuse_key(items, place, f"the key {cited(value)} stands twice, {lines}")
            else:
                first[value] = line

    def _refuse_key(self, items: list[Node], place: int, message: str) -> None:
        self._walker.fault(items[place], message)
        items[place] = items[place]._replace(kind="refused", value="")

    def _stop(self, event: yaml.Event, message: str) -> None:
        self._walker.fault_at(*_start(event), message)
        self._walker.finish()


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _note_syntax(walker: Walker, error: yaml.MarkedYAMLError) -> None:
    """Note what PyYAML says, with a hint for the usual slips.

    Where the file ended too soon, the place is where the open construct begins: its end helps nobody.
    """
    mark = error.problem_mark or error.context_mark
    if mark and error.context_mark and not any(line.strip() for line in walker.lines[mark.line :]):
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    said = ", ".join(clean_line(part) for part in (error.context, error.problem) if part)
    hint = next((hint for words, hint in _HINTS.items() if words in said), "")
    walker.fault_at(min(line, len(walker.lines)), column, f"this is no YAML: {said}", hint)


def _refused(path: Path, message: str, line: int = 0, column: int = 0, hint: str = "") -> FaultyError:
    return FaultyError((Fault(clean_line(str(path)), line, column, message, hint=hint),))
