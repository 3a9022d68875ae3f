"""The forms of a check's report: which exporter writes each, imported when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from reader.cli.paint import colours

if TYPE_CHECKING:
    from reader.cli.check_run import Run
    from reader.exports.findings_report import Report

_WIDTH = 100  # cells of a report that goes into a file or a pipe
Form = Callable[["Run", bool], Iterator[str]]


def report(form: str, run: "Run", painted: bool) -> Iterator[str]:
    """The pieces of the report; its findings are made while the pieces are taken.

    `painted`: it may be written for a terminal with colours.
    """
    return _FORMS[form](run, painted)


def _text(run: "Run", painted: bool) -> Iterator[str]:
    if painted and colours():
        from reader.cli.paint import console
        from reader.cli.paint import painted as drawn
        from reader.exports.findings_rich import rich_report

        screen = console()
        for line in rich_report(_whole(run), screen.width):
            yield drawn(screen, [line])
    else:
        from reader.exports.findings_text import text_report

        yield from text_report(_whole(run), _WIDTH)


def _whole(run: "Run") -> "Report":
    """What a report for a person is made of."""
    from reader.exports.findings_report import Report

    checker = run.checker
    return Report(
        run.findings(),
        run.glossary,
        lambda: checker.checked,
        checker.summary,
        lambda: run.reviewed,
        lambda: run.complete,
    )


def _json(run: "Run", painted: bool) -> Iterator[str]:
    from reader.exports.findings_json import json_report

    return json_report(run.findings(), lambda: run.checker.checked)


def _jsonl(run: "Run", painted: bool) -> Iterator[str]:
    from reader.exports.findings_json import jsonl_report

    return jsonl_report(run.findings())


def _sarif(run: "Run", painted: bool) -> Iterator[str]:
    from reader.exports.findings_sarif import sarif_report

    return sarif_report(run.findings(), lambda: run.checker.checked, lambda: run.complete)


def _github(run: "Run", painted: bool) -> Iterator[str]:
    from reader.exports.findings_github import github_report

    return github_report(run.findings())


def _csv(run: "Run", painted: bool) -> Iterator[str]:
    from reader.exports.findings_csv import csv_report

    return csv_report(run.findings())


def _html(run: "Run", painted: bool) -> Iterator[str]:
    from reader.exports.findings_html import html_report

    return html_report(_whole(run))


_FORMS: Mapping[str, Form] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "github": _github,
    "csv": _csv,
    "html": _html,
}
FORMATS = tuple(_FORMS)
ENDINGS: Mapping[str, str] = {
    ".txt": "text",
    ".md": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
}
"""The form that the ending of a report's name asks for."""
SUMMARISED = ("text", "html")
"""Those that tell how often each concept is met."""
