"""A hand-edited YAML file made longer: lines and words put in where they belong, all else left as it is."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias

import yaml

from reader.terms.concepts import Definition, Fact
from reader.terms.exchange.yaml_changes import Change, change
from reader.terms.exchange.yaml_entries import CONCEPT, HEAD, RULES, TERM
from reader.terms.exchange.yaml_layout import Value, block_item, block_pair, flow, flow_pair

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_Edit: TypeAlias = tuple[int, int, int, str]
"""Line and column, from 0, number and text."""


class Edits:
    """A sound YAML file, and what is to be put into it."""

    def __init__(self, text: str) -> None:
        self._mark = "\ufeff" if text.startswith("\ufeff") else ""
        self._lines = _LINE.findall(text.removeprefix("\ufeff"))
        self._plain = [line.rstrip("\r\n") for line in self._lines]
        first = self._lines[0] if self._lines else "\n"
        self._end = first[len(first.rstrip("\r\n")) :] or "\n"
        self._edits: list[_Edit] = []
        self._places: set[tuple[int, int]] = set()  # line and column of each
        root = yaml.compose("\n".join(self._plain) + "\n", Loader=_LOADER)
        assert isinstance(root, yaml.CollectionNode)
        self.root = root

    def grow(self, node: yaml.CollectionNode, grown: Change, order: Sequence[str]) -> None:
        """Put into a table what it is to have besides; new keys stand in that order among the others."""
        for key in sorted(dict.fromkeys((*grown.added, *grown.extended, *grown.within)), key=_ranks(order)):
            value = child(node, key)
            if key in grown.added:
                self._add(node, key, grown.added[key], order)
            if value is None:
                continue
            for place, inner in grown.within.get(key, {}).items():
                self.grow(value if isinstance(place, str) else value.value[place], inner, ORDERS.get(key, ()))
            if key in grown.extended:
                self.extend(value, grown.extended[key])

    def extend(self, node: yaml.CollectionNode, items: Sequence[Value], apart: bool = False) -> None:
        """Put items behind those of a list, with a blank line before each where `apart`."""
        if node.flow_style or not node.value:
            if apart and not node.value and node.start_mark.line == node.end_mark.line:
                self._replace_empty(node, items)
                return
            for item in items:
                self._put_within(node, flow(item))
            return
        indent = node.start_mark.column
        line = _last_line(node.value[-1], self._plain) + 1
        for item in items:
            self._put_line(line, " " * indent + block_item(item, indent), apart)

    def text(self) -> str:
        """The file with all of it."""
        lines = list(self._lines)
        behind: list[str] = []
        for line, edits in groupby(sorted(self._edits), key=lambda edit: edit[0]):
            if line < len(lines):
                lines[line] = "".join(_grown(lines[line], edits, self._end))
            else:
                behind += _grown("", edits, self._end)
        if behind and lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += self._end
        return "".join((self._mark, *lines, *behind))

    def _add(self, node: yaml.CollectionNode, key: str, value: Value, order: Sequence[str]) -> None:
        """Put a key into a table; where it stands there with nothing that matters, it gets the value."""
        known = child(node, key)
        if (
            known is not None
            and isinstance(known, yaml.SequenceNode)
            and not isinstance(value, str | Mapping)
        ):
            self.extend(known, value)
        elif known is not None and isinstance(known, yaml.MappingNode) and isinstance(value, Mapping):
            self.grow(known, change({}, value), ORDERS.get(key, ()))
        elif node.flow_style or not node.value:
            self._put_within(node, flow_pair(key, value))
        else:
            indent = node.start_mark.column
            line = _last_line(_before(node, key, order), self._plain) + 1
            self._put_line(line, " " * indent + block_pair(key, value, indent), False)

    def _put_line(self, line: int, text: str, apart: bool) -> None:
        self._put(line, 0, ("\n" if apart else "") + text + "\n")

    def _put_within(self, node: yaml.CollectionNode, text: str) -> None:
        """Put something behind the last item between brackets."""
        closing = node.end_mark.line, node.end_mark.column - 1
        last = node.value[-1] if node.value else None
        last = last[1] if isinstance(last, tuple) else last
        if last is None:
            self._put(*closing, (", " if self._is_put(*closing) else "") + text)
            return
        start = last.end_mark.line, last.end_mark.column
        if self._has_comma(start, closing):
            self._put(*closing, (", " if self._is_put(*closing) else " ") + text)
        else:
            self._put(*start, f", {text}")

    def _is_put(self, line: int, column: int) -> bool:
        return (line, column) in self._places

    def _has_comma(self, start: tuple[int, int], end: tuple[int, int]) -> bool:
        """Whether a comma stands between two places, comments aside."""
        for line in range(start[0], end[0] + 1):
            text = self._plain[line]
            text = text[start[1] if line == start[0] else 0 : end[1] if line == end[0] else len(text)]
            if "," in re.split(r"(?:^|\s)#", text)[0]:
                return True
        return False

    def _replace_empty(self, node: yaml.CollectionNode, items: Sequence[Value]) -> None:
        """Put a list in lines in the place of an empty one between brackets."""
        line, column = node.start_mark.line, node.start_mark.column
        raw = self._lines[line]
        self._lines[line] = raw[:column].rstrip() + raw[node.end_mark.column :]
        for item in items:
            self._put_line(line + 1, "  " + block_item(item, 2), True)

    def _put(self, line: int, column: int, text: str) -> None:
        self._edits.append((line, column, len(self._edits), text))
        self._places.add((line, column))


def _grown(line: str, edits: Iterable[_Edit], end: str) -> Iterator[str]:
    """The pieces of a line with what is put into it, in the order of the edits; line ends become `end`."""
    done = 0
    for _, column, _, text in edits:
        yield line[done:column]
        yield text.replace("\n", end)
        done = max(done, column)
    yield line[done:]


ORDERS: Mapping[str, Sequence[str]] = {
    "glossary": HEAD,
    "concepts": CONCEPT,
    "terms": TERM,
    "match": RULES,
    "definitions": Definition._fields,
    "facts": Fact._fields,
}
"""The order of keys in the tables that stand under a key."""


def child(node: yaml.CollectionNode, key: str) -> Any:
    """What stands under a key of a table; None where the key is not there."""
    return next((value for name, value in node.value if name.value == key), None)


def _ranks(order: Sequence[str]) -> Callable[[str], int]:
    """Where a key stands in an order; unknown ones behind."""
    known = {key: place for place, key in enumerate(order)}
    return lambda key: known.get(key, len(known))


def _before(node: yaml.CollectionNode, key: str, order: Sequence[str]) -> yaml.Node:
    """The value behind whose lines a new key goes: the nearest that comes before it in the order."""
    values = {name.value: value for name, value in node.value}
    earlier = order[: order.index(key)] if key in order else ()
    last: yaml.Node = node.value[-1][1]
    return next((values[name] for name in reversed(earlier) if name in values), last)


def _last_line(node: yaml.Node, lines: Sequence[str]) -> int:
    """The line, from 0, on which a node ends."""
    if isinstance(node, yaml.ScalarNode):
        if node.style not in ("|", ">"):
            return int(node.end_mark.line)
        line = int(node.end_mark.line) - (1 if node.end_mark.column == 0 else 0)
        line = min(line, len(lines) - 1)
        while line > node.start_mark.line and not lines[line].strip():
            line -= 1
        return line
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last, lines)
