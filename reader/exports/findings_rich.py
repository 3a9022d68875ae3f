"""A report of findings for a terminal: the lines of the plain one, in colours."""

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from reader.exports.entry_rich import STYLES
from reader.exports.findings_lines import report_lines
from reader.exports.findings_pieces import Look, Piece
from reader.exports.findings_report import Report
from reader.exports.hanging import hung

_STYLES: Mapping[Look, str] = {
    "": "",
    "strong": "bold",
    "dim": "dim",
    "error": "red",
    "warning": "yellow",
    "info": "cyan",
    "preferred": STYLES["preferred"],
    "admitted": STYLES["admitted"],
    "deprecated": STYLES["deprecated"],
}


def rich_report(report: Report, width: int) -> Iterator[Text]:
    """The report in lines of at most `width` cells."""
    for line in report_lines(report, width):
        yield from hung(_styled(line.body), width, _styled(line.label), line.indent)


def _styled(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        underline = " underline" if piece.marked else ""
        text.append(piece.text, style=f"{_STYLES[piece.look]}{underline}".strip())
    return text
