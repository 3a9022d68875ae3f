"""YAML as far as reader trusts it: plain nodes with their places, never constructed into values.

A file is read from PyYAML's events, since only they still show what has to be refused where it stands:
anchors, aliases, tags, merge keys, keys that stand twice, a second document, a depth over 16. A scalar
stays the text it is (`no` is a word, not False).
"""

import re
from pathlib import Path

import yaml

from reader.errors import Fault, FaultyError
from reader.text.clean import clean, clean_line
from reader.text.quoting import cited
from reader.text.yaml_walker import Node, Walker

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Node", "Walker", "parse_yaml", "read_yaml"]

MAX_BYTES = 8 * 1024 * 1024
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
        raise _refused(path, "is larger than 8 MiB, the most that is read")
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
    builder = _Builder(walker)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
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
        self._open: list[tuple[Node, list[Node]]] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream; raises FaultyError where reading on makes no sense."""
        if isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            node, items = self._open.pop()
            if node.kind == "mapping":
                self._check_keys(items)
            self._place(node._replace(items=tuple(items)))
        elif isinstance(event, yaml.DocumentStartEvent) and self._walker.root is not None:
            self._stop(event, "a second document begins here; only one is read")

    def _take_node(self, event: yaml.NodeEvent) -> None:
        line, column = _start(event)
        self._refuse_marks(event, line, column)
        if isinstance(event, yaml.ScalarEvent):
            self._place(Node("scalar", line, column, clean(event.value)))
        elif isinstance(event, yaml.AliasEvent):
            self._place(Node("refused", line, column))
        elif len(self._open) >= MAX_DEPTH:
            self._stop(event, f"this stands deeper than {MAX_DEPTH} levels")
        else:
            sequence = isinstance(event, yaml.SequenceStartEvent)
            self._open.append((Node("sequence" if sequence else "mapping", line, column), []))

    def _refuse_marks(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        """Note what YAML may put before a node and reader does not take."""
        if isinstance(event, yaml.AliasEvent):
            self._walker.fault_at(line, column, f"aliases are not read: *{clean_line(str(event.anchor))}")
        elif event.anchor is not None:
            self._walker.fault_at(line, column, f"anchors are not read: &{clean_line(str(event.anchor))}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._walker.fault_at(line, column, f"tags are not read: {cited(tag)}")

    def _check_keys(self, items: list[Node]) -> None:
        """Turn keys that are none into refused nodes, and note each that stands twice."""
        first: dict[str, int] = {}
        for place in range(0, len(items), 2):
            key = items[place]
            if key.kind == "refused":
                continue
            if key.kind != "scalar":
                self._refuse_key(items, place, "a key must be a text")
            elif key.value == "<<":
                self._refuse_key(items, place, "merge keys are not read: <<")
            elif key.value in first:
                lines = f"in lines {first[key.value]} and {key.line}"
                self._refuse_key(items, place, f"the key {cited(key.value)} stands twice, {lines}")
            else:
                first[key.value] = key.line

    def _refuse_key(self, items: list[Node], place: int, message: str) -> None:
        self._walker.fault(items[place], message)
        items[place] = items[place]._replace(kind="refused", value="")

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if self._open:
            self._open[-1][1].append(node)
        else:
            self._walker.root = node

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
