"""Keys, lists and texts laid out as YAML: on one line between brackets where they fit, else line by line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from reader.terms.exchange.yaml_scalars import WIDTH, block_scalar, flow_scalar

Value: TypeAlias = "str | Word | Sequence[Value] | Mapping[str, Value]"

_LONGEST_KEY = 1000  # YAML takes 1,024 characters for a key without a question mark


class Word(str):
    """A text that is written as it is: a number, yes, no."""

    __slots__ = ()


def flow(value: Value) -> str:
    """The value on one line; it may stand anywhere, between brackets too."""
    if isinstance(value, Word):
        return str(value)
    if isinstance(value, str):
        return flow_scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join([flow_pair(key, item) for key, item in value.items()]) + "}"
    return "[" + ", ".join([flow(item) for item in value]) + "]"


def flow_pair(key: str, value: Value) -> str:
    """A key with its value, between braces."""
    written = flow_scalar(key)
    return f"? {written} : {flow(value)}" if len(written) > _LONGEST_KEY else f"{written}: {flow(value)}"


def block_pairs(pairs: Mapping[str, Value], indent: int) -> Iterator[str]:
    """Each key with its value, as `block_pair`."""
    return (block_pair(key, value, indent) for key, value in pairs.items())


def block_pair(key: str, value: Value, indent: int) -> str:
    """A key with its value, in a mapping that is indented so; its first line is not, those below are."""
    head = _head(key, indent)
    if isinstance(value, str) and not isinstance(value, Word):
        return f"{head} {block_scalar(value, indent + 2, indent + len(head) + 1)}"
    if _fits(value, indent + len(head) + 1):
        return f"{head} {flow(value)}"
    margin = "\n" + " " * (indent + 2)
    return head + margin + margin.join(_lines(value, indent + 2))


def block_table(key: str, pairs: Mapping[str, Value], indent: int) -> str:
    """As `block_pair`, for a table that has a line for each of its pairs, however small it is."""
    margin = "\n" + " " * (indent + 2)
    return _head(key, indent) + margin + margin.join(block_pairs(pairs, indent + 2))


def block_item(value: Value, indent: int) -> str:
    """An item of a list whose dashes are indented so, from its dash on."""
    if isinstance(value, str) and not isinstance(value, Word):
        return f"- {block_scalar(value, indent + 2, indent + 2)}"
    if not isinstance(value, Mapping) or _fits(value, indent + 2):
        return f"- {flow(value)}"
    return "- " + f"\n{' ' * (indent + 2)}".join(block_pairs(value, indent + 2))


def _head(key: str, indent: int) -> str:
    written = flow_scalar(key)
    return f"? {written}\n{' ' * indent}:" if len(written) > _LONGEST_KEY else f"{written}:"


def _lines(value: Value, indent: int) -> Iterator[str]:
    """The pairs of a mapping or the items of a list, one below the other."""
    if isinstance(value, Mapping):
        return block_pairs(value, indent)
    return (block_item(item, indent) for item in value)


def _fits(value: Value, used: int) -> bool:
    """Whether the value goes between brackets behind so many columns: words or a small table, no lines."""
    if isinstance(value, Word) or not value:
        return True
    return _is_small(value) and not _has_lines(value) and used + len(flow(value)) <= WIDTH


def _is_small(value: Value) -> bool:
    """Whether the value is a text, a list of texts, or a table of such."""
    if isinstance(value, Mapping):
        return all(map(_is_small, value.values()))
    return isinstance(value, str) or all(isinstance(item, str) for item in value)


def _has_lines(value: Value) -> bool:
    """Whether one of the texts in it has several lines."""
    if isinstance(value, str):
        return "\n" in value
    return any(map(_has_lines, value.values() if isinstance(value, Mapping) else value))
