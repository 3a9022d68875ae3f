"""Styled texts in lines that fit a terminal, broken as Chinese and English are, under a hanging label."""

from collections.abc import Iterator

from rich.text import Text

from reader.text.wrap import line_starts


def hung(text: Text, width: int, label: Text, indent: int) -> Iterator[Text]:
    """The text in lines of at most `width` cells; the label opens the first, `indent` blanks all others.

    The label is taken to be `indent` cells wide, or any width where `indent` is 0.
    """
    if not indent:
        return _cut(_joined(label, text), width)
    lines = _cut(text, width - indent)
    return (_joined(Text(" " * indent) if place else label, line) for place, line in enumerate(lines))


def _joined(left: Text, right: Text) -> Text:
    """Both in one, each keeping its own style; adding them would lay the first one's over the second."""
    return Text().append_text(left).append_text(right)


def _cut(text: Text, width: int) -> Iterator[Text]:
    for line in text.divide(line_starts(text.plain, width)[1:]):
        line.rstrip()
        yield line
