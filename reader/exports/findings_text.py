"""A report of findings in plain lines, for a pipe, a file or a terminal without colours."""

from collections.abc import Iterator, Sequence

from reader.exports.findings_lines import report_lines
from reader.exports.findings_pieces import Line, Piece
from reader.exports.findings_report import Report
from reader.text.wrap import wrap


def text_report(report: Report, width: int) -> Iterator[str]:
    """The report in lines of at most `width` cells, each ending in LF."""
    for line in report_lines(report, width):
        yield "".join(f"{drawn}\n" for drawn in _broken(line, width))


def _broken(line: Line, width: int) -> Iterator[str]:
    label = _said(line.label)
    for drawn in wrap(_said(line.body), width - line.indent):
        yield (label + drawn).rstrip()
        label = " " * line.indent


def _said(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
