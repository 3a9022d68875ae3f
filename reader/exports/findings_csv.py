"""Findings as CSV for spreadsheets: a row each, and no cell that a spreadsheet would compute."""

import csv
from collections.abc import Iterable, Iterator

from reader.terms.findings import Finding, Quote
from reader.text.clean import clean_line
from reader.text.formulas import guarded

COLUMNS = (
    "severity",
    "kind",
    "gravity",
    "concept",
    "file",
    "line",
    "column",
    "end_column",
    "segment",
    "source_term",
    "found",
    "expected",
    "why",
    "source",
    "target",
    "glossary",
    "fingerprint",
)

_BOM = "\ufeff"  # without it, Excel takes UTF-8 for the system's own encoding
_LONGEST = 32_000  # characters of a cell; a spreadsheet holds 32,767


class _Passing:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_report(findings: Iterable[Finding]) -> Iterator[str]:
    """A byte order mark, a row of names, then a row a finding, as RFC 4180 has it.

    `source` and `target` are the whole segment; several expected terms have ` | ` between them.
    """
    writer = csv.writer(_Passing(), lineterminator="\r\n")
    yield _BOM + str(writer.writerow(COLUMNS))
    for finding in findings:
        yield str(writer.writerow(_row(finding)))


def _row(finding: Finding) -> tuple[str | int, ...]:
    spot = finding.target.spot
    return (
        finding.severity,
        finding.kind,
        finding.gravity,
        _cell(finding.concept),
        _cell(clean_line(spot.file)),
        spot.line,
        spot.column,
        spot.end_column,
        _cell(spot.segment),
        _cell(finding.source_term),
        _cell(finding.found),
        _cell(" | ".join(finding.expected)),
        _cell(finding.why),
        _segment(finding.source),
        _segment(finding.target),
        _cell(clean_line(finding.glossary)),
        _cell(finding.fingerprint),
    )


def _segment(quote: Quote | None) -> str:
    return _cell(quote.text) if quote else ""


def _cell(text: str) -> str:
    """The text as a cell; a `'` keeps a spreadsheet from taking it for a formula."""
    return guarded(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
