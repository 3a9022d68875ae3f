"""All keys of the program: which there are, for the help, the palette and the reader's own choice."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import format_key

from reader.tui.settings import Key

Room = tuple[str, tuple[type[DOMNode], ...]]


def keys_of(rooms: Iterable[Room]) -> list[Key]:
    """Every binding with an id, once, in the order of the classes; some are at work in several rooms."""
    found: dict[str, Key] = {}
    for room, classes in rooms:
        for binding in (binding for owner in classes for binding in _own(owner)):
            known = found.get(binding.id or "")
            if known:
                found[known.id] = known._replace(rooms=known.rooms | {room})
            elif binding.id:
                keys = tuple(key.strip() for key in binding.key.split(","))
                what = binding.tooltip or binding.description
                found[binding.id] = Key(binding.id, keys, what, frozenset({room}))
    return list(found.values())


def _own(owner: type[DOMNode]) -> list[Binding]:
    return [binding for binding in owner.BINDINGS if isinstance(binding, Binding)]


def shown(keys: Iterable[str]) -> str:
    """Keys as they stand on a keyboard: `j ↓`."""
    return " ".join(format_key(key) if len(key) > 1 else key for key in keys)
