"""An entry of the glossary for a terminal: the lines of the plain one, with marks and colours."""

from collections.abc import Iterator

from rich.text import Text

from reader.exports.entry import Field, entry_line, fields, one_line
from reader.exports.hanging import hung
from reader.terms.concepts import MARKS, Concept, Glossary, Status

STYLES: dict[Status, str] = {
    "preferred": "green",
    "admitted": "yellow",
    "deprecated": "red",
    "superseded": "red",
    "": "default",
}
"""The terminal's own colours, which its theme keeps legible; a mark always stands beside them."""


def rich_entry(concept: Concept, glossary: Glossary, width: int) -> Iterator[Text]:
    """The whole entry in lines of at most `width` cells."""
    yield from hung(Text(one_line(entry_line(concept, glossary)), style="bold"), width, Text(), 0)
    for field in fields(concept, glossary):
        yield from hung(_text(field), width, _mark(field), 2)


def rich_line(concept: Concept, glossary: Glossary, width: int) -> Iterator[Text]:
    """The entry as one more answer, its heading alone, in lines of at most `width` cells."""
    return hung(Text(one_line(entry_line(concept, glossary))), width, Text("also: ", style="dim"), 6)


def _text(field: Field) -> Text:
    style = STYLES[field.term.status] if field.term else ""
    return Text().append(f"{field.label}: ", style="dim").append(one_line(field.text), style=style)


def _mark(field: Field) -> Text:
    if field.term is None:
        return Text("  ")
    return Text(f"{MARKS[field.term.status]} ", style=STYLES[field.term.status])
