"""What a table of data has that another has not: keys that are new, items that are new, changes within."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from reader.terms.exchange.yaml_layout import Value

Path: TypeAlias = "str | int"


class Change(NamedTuple):
    """How a table grows; nothing in it is replaced."""

    added: dict[str, Value]  # keys that are not there
    extended: dict[str, list[Value]]  # what comes behind the items of a list that is there
    within: dict[str, dict[Path, "Change"]]  # of a list, by place; of a table, under ""

    def __bool__(self) -> bool:
        return bool(self.added or self.extended or self.within)


def change(old: Mapping[str, Value], new: Mapping[str, Value]) -> Change:
    """What the new table has besides; it has all that the old one has."""
    found = Change({}, {}, {})
    for key, value in new.items():
        if key not in old:
            found.added[key] = value
            continue
        before = old[key]
        if isinstance(value, str) or isinstance(before, str) or value == before:
            continue
        if isinstance(value, Mapping) and isinstance(before, Mapping):
            found.within[key] = {"": change(before, value)}
        elif not isinstance(value, Mapping) and not isinstance(before, Mapping):
            _compare_lists(found, key, before, value)
    return found


def _compare_lists(found: Change, key: str, old: Sequence[Value], new: Sequence[Value]) -> None:
    for place, (before, after) in enumerate(zip(old, new, strict=False)):
        if before != after and isinstance(before, Mapping) and isinstance(after, Mapping):
            found.within.setdefault(key, {})[place] = change(before, after)
    if len(new) > len(old):
        found.extended[key] = list(new[len(old) :])
