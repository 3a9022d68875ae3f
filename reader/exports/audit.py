"""What looking over termbases found, as lines for a person and as JSON for programs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from reader.errors import Fault
from reader.terms.concepts import Glossary
from reader.terms.findings import LEVEL_MARKS, LEVELS, Level
from reader.terms.remarks import Remark
from reader.text.counts import counted

SCHEMA = 1
"""The number of the JSON's form; it rises when a key changes its meaning or goes."""


class Audited(NamedTuple):
    """A termbase that was looked over; one that could not be read has faults and nothing else."""

    path: str
    glossary: Glossary | None
    remarks: tuple[Remark, ...] = ()
    faults: tuple[Fault, ...] = ()


class Line(NamedTuple):
    """A line of the report, without LF; `level` is set where it is about one remark."""

    text: str
    level: Level | None = None


def audit_lines(audited: Audited) -> Iterator[Line]:
    """The remarks of a termbase that was read, concept by concept, then a line that counts."""
    for concept, remarks in groupby(audited.remarks, key=lambda remark: remark.concept):
        yield Line(concept)
        for remark in remarks:
            place = f"{audited.path}:{remark.line}" if remark.line else audited.path
            text = f"  {LEVEL_MARKS[remark.severity]} {place}: {remark.kind}: {remark.message}"
            yield Line(text.replace("\n", " "), remark.severity)
    if audited.glossary is not None:
        yield Line(f"{audited.path}: {_counts(audited.glossary)}; {_found(audited.remarks)}")


def audit_json(every: Iterable[Audited]) -> str:
    """All of it as JSON, ending in LF."""
    files = [_file(audited) for audited in every]
    whole = {"schema": SCHEMA, "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def worst(every: Iterable[Audited]) -> Level | None:
    """The gravest level of all remarks; None where there are none."""
    levels = {remark.severity for audited in every for remark in audited.remarks}
    return next((level for level in LEVELS if level in levels), None)


def _counts(glossary: Glossary) -> str:
    concepts = len(glossary.concepts)
    terms = sum(len(concept.terms) for concept in glossary.concepts)
    specs = sum(len(concept.specs) for concept in glossary.concepts)
    parts = [
        counted(concepts, "concept"),
        counted(terms, "term"),
        *([counted(specs, "spec")] if specs else []),
    ]
    return ", ".join(parts)


def _found(remarks: Sequence[Remark]) -> str:
    counts = {level: sum(remark.severity == level for remark in remarks) for level in LEVELS}
    return ", ".join(counted(count, level) for level, count in counts.items() if count) or "all is well"


def _file(audited: Audited) -> dict[str, Any]:
    glossary = audited.glossary
    return {
        "file": audited.path,
        "concepts": len(glossary.concepts) if glossary else 0,
        "terms": sum(len(concept.terms) for concept in glossary.concepts) if glossary else 0,
        "faults": [
            {"line": fault.line, "column": fault.column, "message": fault.message, "hint": fault.hint}
            for fault in audited.faults
        ],
        "remarks": [
            {
                "kind": remark.kind,
                "severity": remark.severity,
                "concept": remark.concept,
                "line": remark.line,
                "message": remark.message,
                "others": list(remark.others),
            }
            for remark in audited.remarks
        ],
    }
