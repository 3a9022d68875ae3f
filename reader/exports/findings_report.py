"""What a report of findings for a person is made of, in whatever form it is drawn."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reader.terms.concepts import Glossary
from reader.terms.findings import Checked, Finding, Tallied


def none_reviewed() -> int:
    """That nothing was reviewed."""
    return 0


def all_read() -> bool:
    """That everything could be read."""
    return True


class Report(NamedTuple):
    """The findings on their way, and what can be asked once they are through."""

    findings: Iterable[Finding]
    glossary: Glossary
    checked: Callable[[], Sequence[Checked]]
    summary: Callable[[], Sequence[Tallied]]
    reviewed: Callable[[], int] = none_reviewed  # how many were left out, for they were reviewed before
    complete: Callable[[], bool] = all_read  # whether everything could be read
