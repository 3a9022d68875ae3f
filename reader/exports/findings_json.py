"""Findings as JSON and as JSON Lines; `reader/data/check.schema.json` says what a document holds."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from reader.terms.findings import Checked, Finding, Quote, Spot, Used
from reader.text.clean import clean_line

SCHEMA = 1
"""Rises when a key changes its meaning or goes."""

# One encoder for all: `json.dumps` makes a new one for each call with an option.
_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def json_report(findings: Iterable[Finding], checked: Callable[[], Sequence[Checked]]) -> Iterator[str]:
    """The pieces of one JSON document that ends in LF; `checked` is asked once the findings are through."""
    yield f'{{"schema": {SCHEMA}, "findings": ['
    between = "\n"
    for finding in findings:
        yield between + _encoded(finding_json(finding))
        between = ",\n"
    yield '\n], "files": ['
    between = "\n"
    for each in checked():
        yield between + _encoded(_file(each))
        between = ",\n"
    yield "\n]}\n"


def jsonl_report(findings: Iterable[Finding]) -> Iterator[str]:
    """One finding a line, each the same object as in the JSON document."""
    for finding in findings:
        yield _encoded(finding_json(finding)) + "\n"


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding with every key of the schema; what does not apply is null or empty."""
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "gravity": finding.gravity or None,
        "concept": finding.concept,
        **_place(finding.target.spot),
        "source": _source(finding.source, finding.source_term),
        "found": finding.found,
        "expected": finding.expected,
        "why": finding.why,
        "glossary": clean_line(finding.glossary),
        "fingerprint": finding.fingerprint,
        "renderings": [_rendering(used) for used in finding.used],
    }


def _place(spot: Spot) -> dict[str, Any]:
    return {
        "file": clean_line(spot.file),
        "segment": spot.segment,
        "line": spot.line,
        "column": spot.column,
        "end_column": spot.end_column,
    }


def _source(quote: Quote | None, term: str) -> dict[str, Any] | None:
    if quote is None:
        return None
    return {"term": term, "found": quote.words, **_place(quote.spot)}


def _rendering(used: Used) -> dict[str, Any]:
    return {
        "text": used.text,
        "status": used.status,
        "count": used.times,
        "places": [_place(spot) for spot in used.spots],
    }


def _file(checked: Checked) -> dict[str, Any]:
    return {
        "path": clean_line(checked.path),
        "source_language": clean_line(checked.source_language) or None,
        "target_language": clean_line(checked.target_language),
        "segments": checked.segments,
    }
