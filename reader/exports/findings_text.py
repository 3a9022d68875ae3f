"""A report of findings in plain lines, for a pipe, a file or a terminal without colours."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.exports.findings_lines import nobody, report_lines
from reader.exports.findings_pieces import Line, Piece
from reader.terms.concepts import Glossary
from reader.terms.findings import Checked, Finding, Tallied
from reader.text.wrap import wrap


def text_report(
    findings: Iterable[Finding],
    checked: Callable[[], Sequence[Checked]],
    summary: Callable[[], Sequence[Tallied]],
    glossary: Glossary,
    width: int,
    reviewed: Callable[[], int] = nobody,
) -> Iterator[str]:
    """The report in lines of at most `width` cells, each ending in LF; what is `reviewed` is only counted."""
    for line in report_lines(findings, checked, summary, glossary, width, reviewed):
        yield "".join(f"{drawn}\n" for drawn in _broken(line, width))


def _broken(line: Line, width: int) -> Iterator[str]:
    label = _said(line.label)
    for drawn in wrap(_said(line.body), width - line.indent):
        yield (label + drawn).rstrip()
        label = " " * line.indent


def _said(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
