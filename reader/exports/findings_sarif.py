"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines that are meant."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from reader import __version__
from reader.exports.findings_words import TITLES, message
from reader.exports.sarif_rules import HELP
from reader.terms.concepts import Kind
from reader.terms.findings import Checked, Finding, Level, Spot
from reader.text.clean import clean_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_PLACES = 100
"""Locations of one result that GitHub shows; it takes 1,000 of them, and 25,000 results."""

_KINDS: tuple[Kind, ...] = tuple(TITLES)
_LEVELS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"

Files = dict[str, dict[str, Any]]
"""Where each file is that a result names, in the order in which they were named."""

_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def always() -> bool:
    """That everything could be read."""
    return True


def sarif_report(
    findings: Iterable[Finding],
    checked: Callable[[], Sequence[Checked]],
    successful: Callable[[], bool] = always,
    reviewed: Iterable[tuple[Finding, str]] = (),
) -> Iterator[str]:
    """The pieces of one SARIF log of one run; what can be called is so once the findings are through.

    `successful`: everything could be read. `reviewed` findings come last, suppressed with their reasons;
    GitHub shows suppressed results as if they were not.
    """
    files: Files = {}
    head = {"tool": {"driver": _driver()}, "columnKind": "unicodeCodePoints", "language": "en-US"}
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{_encoded(head)[:-1]}, "results": ['
    between = "\n"
    for result in _results(findings, reviewed, files):
        yield between + _encoded(result)
        between = ",\n"
    for each in checked():
        _artifact(each.path, files)
    tail = {
        "artifacts": [{"location": location} for location in files.values()],
        "invocations": [{"executionSuccessful": successful()}],
    }
    yield f"\n], {_encoded(tail)[1:]}]}}\n"


def _results(
    findings: Iterable[Finding], reviewed: Iterable[tuple[Finding, str]], files: Files
) -> Iterator[dict[str, Any]]:
    for finding in findings:
        yield _result(finding, files)
    for finding, reason in reviewed:
        suppression = {"kind": "external", "justification": reason} if reason else {"kind": "external"}
        yield {**_result(finding, files), "suppressions": [suppression]}


def _driver() -> dict[str, Any]:
    return {
        "name": "reader",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(kind) for kind in _KINDS],
    }


def _rule(kind: Kind) -> dict[str, Any]:
    level, short, long = HELP[kind]
    return {
        "id": kind,
        "name": "".join(word.capitalize() for word in TITLES[kind].split()),
        "shortDescription": {"text": short},
        "fullDescription": {"text": long},
        "help": {"text": long},
        "defaultConfiguration": {"level": _LEVELS[level]},
        "properties": {"tags": ["terminology", "translation"]},
    }


def _result(finding: Finding, files: Files) -> dict[str, Any]:
    result = {
        "ruleId": finding.kind,
        "ruleIndex": _KINDS.index(finding.kind),
        "level": _LEVELS[finding.severity],
        "message": _message(message(finding)),
        "locations": [_location(finding.target.spot, files)],
        "partialFingerprints": {"readerFinding/v1": finding.fingerprint},
        "properties": _properties(finding),
    }
    related = list(_related(finding, files))
    return {**result, "relatedLocations": related} if related else result


def _properties(finding: Finding) -> dict[str, Any]:
    known = {
        "concept": finding.concept,
        "segment": finding.target.spot.segment,
        "sourceTerm": finding.source_term,
        "found": finding.found,
        "expected": finding.expected,
        "gravity": finding.gravity,
        "glossary": clean_line(finding.glossary),
    }
    return {key: value for key, value in known.items() if value}


def _related(finding: Finding, files: Files) -> Iterator[dict[str, Any]]:
    """The source's side, then where each rendering of an inconsistent concept stands."""
    told: list[tuple[str, Spot]] = []
    if finding.source:
        told.append((f"The source: {finding.source_term}", finding.source.spot))
    for used in finding.used:
        name = f"{used.text} ({used.status or 'approved'})"
        share = max(1, MOST_PLACES // len(finding.used))
        told += [(name, spot) for spot in used.spots[:share]]
    for number, (text, spot) in enumerate(told[:MOST_PLACES], 1):
        yield {"id": number, **_location(spot, files), "message": _message(text)}


def _location(spot: Spot, files: Files) -> dict[str, Any]:
    region = {"startLine": spot.line, "startColumn": spot.column, "endColumn": spot.end_column}
    return {"physicalLocation": {"artifactLocation": _artifact(spot.file, files), "region": region}}


def _artifact(file: str, files: Files) -> dict[str, Any]:
    """Where a file is: below the root of the sources, which is the working folder, or anywhere else."""
    if file not in files:
        uri = quote(_bytes(_near(os.path.normpath(file))))
        where = {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}
        files[file] = {**where, "index": len(files)}
    return files[file]


def _near(path: str) -> str:
    """The path from the working folder where it lies below it, by its name or by where links lead."""
    if not path.startswith("/"):
        return path
    try:
        root = clean_line(os.getcwd()).rstrip("/") + "/"
        folder, name = os.path.split(path)
        places = path, os.path.join(os.path.realpath(folder), name)
    except OSError:
        return path  # there is no working folder any more
    return next((place[len(root) :] for place in places if place.startswith(root)), path)


def _bytes(path: str) -> bytes:
    """The path as the system has it; of one that no system can have, something that can be shown."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return clean_line(path).encode()


def _message(text: str) -> dict[str, str]:
    """A plain text message: what SARIF would take for a placeholder or a link is escaped."""
    text = text.replace("{", "{{").replace("}", "}}")
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": text}
