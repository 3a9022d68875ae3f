"""The reader's `config.toml`: theme, choices and keys, each checked; what is wrong is said and left out."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import Keys, format_key, key_to_character

from reader.text.clean import clean_line
from reader.text.quoting import did_you_mean
from reader.tui.cards import DEFINITIONS
from reader.tui.layout import MODES

MODIFIERS = {"ctrl", "shift", "alt", "super", "meta", "hyper"}
PINYIN = ("off", "pane", "above")
CHOICES: Mapping[str, tuple[str, ...]] = {"mode": MODES, "pinyin": PINYIN, "definitions": tuple(DEFINITIONS)}


class Key(NamedTuple):
    """A binding as it comes: its id and the keys it has."""

    id: str
    keys: tuple[str, ...]
    what: str  # what it does, in a few words
    rooms: frozenset[str]  # the parts of the program where it is at work


class Settings(NamedTuple):
    """What the reader wrote, without what was wrong in it."""

    theme: str = ""
    choices: Mapping[str, str] = {}
    keys: Mapping[str, str] = {}  # binding id to keys, separated by commas
    warnings: tuple[str, ...] = ()


def read_settings(path: Path, themes: Iterable[str], bindings: Iterable[Key]) -> Settings:
    """The settings in a file; none where there is no file. Never raises: every fault is a warning."""
    import tomllib  # most readers have no such file

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(warnings=(f"{clean_line(str(path))} is not used: {clean_line(str(error))}",))
    return _Checker(path, table).settings(list(themes), list(bindings))


class _Checker:
    """Goes through a parsed file and gathers what is right and what is not."""

    def __init__(self, path: Path, table: dict[str, object]) -> None:
        self.path = path
        self.table = table
        self.warnings: list[str] = []

    def settings(self, themes: list[str], bindings: list[Key]) -> Settings:
        known = ["theme", *CHOICES, "keys"]
        for name in self.table:
            if name not in known:
                self._warn(f"unknown setting '{name}'", name, known)
        theme = self._choice("theme", themes)
        choices = {name: value for name, allowed in CHOICES.items() if (value := self._choice(name, allowed))}
        return Settings(theme, choices, self._keys(bindings), tuple(self.warnings))

    def _choice(self, name: str, allowed: Iterable[str]) -> str:
        value = self.table.get(name, "")
        if value == "" or value in list(allowed):
            return str(value)
        self._warn(f"'{value}' is no {name}", str(value), allowed)
        return ""

    def _keys(self, bindings: list[Key]) -> dict[str, str]:
        table = self.table.get("keys", {})
        if not isinstance(table, dict):
            self._warn('[keys] is a table of binding = "key"', "", ())
            return {}
        by_id = {key.id: key for key in bindings}
        chosen: dict[str, str] = {}
        for name, value in table.items():
            if name not in by_id:
                self._warn(f"unknown key binding '{name}'", name, by_id)
            elif not isinstance(value, str) or not value.strip():
                self._warn(f"the keys of '{name}' must be in quotes, as \"j,down\"", "", ())
            elif unknown := [key for key in split_keys(value) if not is_key(key)]:
                self._warn(
                    f"'{name}' is not changed: there is no key '{unknown[0]}'", unknown[0], key_names()
                )
            else:
                chosen[name] = ",".join(split_keys(value))
        return self._without_clashes(chosen, by_id)

    def _without_clashes(self, chosen: dict[str, str], by_id: dict[str, Key]) -> dict[str, str]:
        """Leave out a chosen key that another binding of the same room has."""
        keys = {name: split_keys(chosen[name]) if name in chosen else key.keys for name, key in by_id.items()}
        for name in list(chosen):
            for other, taken in keys.items():
                both = set(keys[name]) & set(taken)
                if other != name and both and by_id[name].rooms & by_id[other].rooms and name in chosen:
                    self._warn(
                        f"'{name}' is not changed: {', '.join(sorted(both))} belongs to '{other}'", "", ()
                    )
                    del chosen[name]
        return chosen

    def _warn(self, what: str, given: str, known: Iterable[str]) -> None:
        hint = did_you_mean(given, known) if given else ""
        self.warnings.append(clean_line(f"{self.path}: {what}{hint}"))


def split_keys(keys: str) -> tuple[str, ...]:
    """The keys of a binding by the names that Textual knows them by: `?` is `question_mark`."""
    return tuple(binding.key for binding in Binding.make_bindings([(keys, "", "")]))


def is_key(name: str) -> bool:
    """Whether a keyboard can send such a key: one character, or a name, with or without modifiers."""
    *modifiers, key = name.split("+")
    return set(modifiers) <= MODIFIERS and (
        len(key) == 1 or key in key_names() or key_to_character(key) is not None
    )


def key_names() -> list[str]:
    """The names of keys that are no characters."""
    return [key.value for key in Keys if "<" not in key.value]


def shown(keys: Iterable[str]) -> str:
    """Keys as they stand on a keyboard: `j ↓`."""
    return " ".join(format_key(key) if len(key) > 1 else key for key in keys)
