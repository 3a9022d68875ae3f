"""Findings as workflow commands of GitHub Actions, which become annotations beside the lines."""

from collections.abc import Iterable, Iterator, Mapping

from reader.exports.findings_words import message, title
from reader.terms.findings import Finding, Level
from reader.text.clean import clean_line

_COMMANDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github_report(findings: Iterable[Finding]) -> Iterator[str]:
    """One command a line; of each level GitHub shows the first ten of a step, and all in the log."""
    for finding in findings:
        spot = finding.target.spot
        properties = {
            "file": clean_line(spot.file),
            "line": spot.line,
            "endLine": spot.line,
            "col": spot.column,
            "endColumn": spot.end_column,
            "title": title(finding),
        }
        said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        yield f"::{_COMMANDS[finding.severity]} {said}::{_data(message(finding))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
