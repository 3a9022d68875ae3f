"""What stands beside a text in FILE.yaml: its title, languages, sections and the translator's notes."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.text.article import About, Section
from reader.text.clean import clean_line
from reader.text.compiled import compiled

if TYPE_CHECKING:
    from reader.text.yaml_walker import Node, Walker

_SCHEMA = 1  # raise it with every change of what `_build` returns
_LINES = ("title", "column", "author", "date")
_KEYS = (*_LINES, "provenance", "languages", "translation_label", "byline", "sections", "notes")


def read_sidecar(path: Path) -> About:
    """What the sidecar says, from the cache where it is unchanged; raises FaultyError with all its faults."""
    kept = compiled(path, _build, _SCHEMA)
    return About(
        **{key: clean_line(kept[key]) for key in _LINES},
        source_language=kept["languages"]["source"],
        target_language=kept["languages"]["target"],
        provenance=kept["provenance"],
        translation_label={lang: clean_line(text) for lang, text in kept["translation_label"].items()},
        sections=tuple(Section(first, clean_line(title), text) for first, title, text in kept["sections"]),
        notes={int(number): tuple(notes) for number, notes in kept["notes"].items()},
        byline=kept["byline"],
    )


def _build(path: Path) -> dict[str, Any]:
    """The sidecar's content as JSON can hold it."""
    from reader.text.strict_yaml import read_yaml  # parses only what the cache does not hold

    walker = read_yaml(path)
    top = walker.mapping(walker.root, _KEYS)
    languages = walker.mapping(top.get("languages"), ("source", "target"))
    built = {
        **{key: walker.text(top.get(key)) for key in (*_LINES, "provenance")},
        "languages": {key: walker.language(languages.get(key)) for key in ("source", "target")},
        "translation_label": _labels(walker, top.get("translation_label")),
        "byline": walker.integer(top.get("byline")),
        "sections": _sections(walker, top.get("sections")),
        "notes": _notes(walker, top.get("notes")),
    }
    walker.finish()
    return built


def _labels(walker: "Walker", node: "Node | None") -> dict[str, str]:
    return {walker.language(key): walker.text(value) for key, value in walker.entries(node)}


def _sections(walker: "Walker", node: "Node | None") -> list[tuple[int, str, str]]:
    """First paragraph, title and summary of each section, in the order of the text."""
    sections: dict[int, tuple[int, str, str]] = {}
    for item in walker.sequence(node):
        keys = walker.mapping(item, ("first", "title", "summary"), required=("first", "title"))
        first = walker.integer(keys.get("first"))
        if first is None:
            continue
        if first in sections:
            walker.fault(keys["first"], f"two sections begin at paragraph {first}")
        sections[first] = (first, walker.text(keys.get("title")), walker.text(keys.get("summary")))
    return [sections[first] for first in sorted(sections)]


def _notes(walker: "Walker", node: "Node | None") -> dict[int, tuple[str, ...]]:
    """The notes of each paragraph, by its number."""
    notes: dict[int, tuple[str, ...]] = {}
    for key, value in walker.entries(node):
        number = walker.integer(key)
        if number is None:
            continue
        if number in notes:
            walker.fault(key, f"the notes of paragraph {number} stand twice")
        notes[number] = walker.texts(value)
    return notes
