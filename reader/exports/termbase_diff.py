"""What changed between two termbases, as lines with + - ~ and as JSON."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reader.exports.entry import entry_line
from reader.terms.concepts import Glossary
from reader.terms.diff import Change, ConceptChange, Diff, Mark

SCHEMA = 1
"""The number of the JSON's form; it rises when a key changes its meaning or goes."""

MARKS: Mapping[Mark, str] = {"added": "+", "removed": "-", "changed": "~"}


class Line(NamedTuple):
    """A line without LF, and what it is about."""

    text: str
    mark: Mark


def diff_lines(found: Diff, old: Glossary, new: Glossary) -> Iterator[Line]:
    """Each concept on a line, and under one that changed each change: `old → new`."""
    if found.head:
        yield Line("~ the head", "changed")
        yield from map(_line, found.head)
    for change in found.concepts:
        concept, glossary = (change.new, new) if change.new else (change.old, old)
        if concept is not None:
            yield Line(f"{MARKS[change.mark]} {change.id}: {entry_line(concept, glossary)}", change.mark)
        yield from map(_line, change.changes)


def diff_totals(found: Diff) -> str:
    """How much of what changed, on one line."""
    counts = {mark: sum(change.mark == mark for change in found.concepts) for mark in MARKS}
    said = ", ".join(f"{count:,} {mark}" for mark, count in counts.items() if count)
    return f"Concepts: {said}." if said else "No concept changed." if found else "Nothing changed."


def diff_json(found: Diff, old: Glossary, new: Glossary) -> str:
    """All of it as JSON, ending in LF."""
    whole = {
        "schema": SCHEMA,
        "old": old.path,
        "new": new.path,
        "head": [_change(change) for change in found.head],
        "concepts": [_concept(change) for change in found.concepts],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _line(change: Change) -> Line:
    mark: Mark = "changed" if change.old and change.new else "added" if change.new else "removed"
    if change.field == "term":
        said = f"{change.term.partition(':')[0]}: {change.new or change.old}"
    elif mark == "changed":
        said = f"{change.field}: {change.old} → {change.new}"
    else:
        said = f"{change.field}: {change.new or change.old}"
    if change.term and change.field != "term":
        said = f"{change.term}, {said}"
    return Line(f"    {MARKS[mark]} {said}".replace("\n", " ").replace("\t", " "), mark)


def _concept(change: ConceptChange) -> dict[str, Any]:
    known: dict[str, Any] = {"change": change.mark, "id": change.id}
    for name, concept in (("old", change.old), ("new", change.new)):
        terms = (
            [{"lang": term.lang, "text": term.text, "status": term.status} for term in concept.terms]
            if (concept)
            else []
        )
        known[name] = {"id": concept.id, "line": concept.line, "terms": terms} if concept else None
    known["changes"] = [_change(each) for each in change.changes]
    return known


def _change(change: Change) -> dict[str, str]:
    return change._asdict()
