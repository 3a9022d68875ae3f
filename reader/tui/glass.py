"""The glass before the screen: no control character passes it, nor a colour where none is wanted."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text.clean import clean_line


class Glass(LineFilter):
    """Shows what should never have come so far as the harmless marks that `clean_line` gives."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, with every text that is not plain made so."""
        return [
            segment if segment.control or segment.text.isprintable() else _cleaned(segment)
            for segment in segments
        ]


class NoColour(LineFilter):
    """Takes every colour away, for readers who set NO_COLOR; bold, italic, underline and reverse stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours."""
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]


def _cleaned(segment: Segment) -> Segment:
    return Segment(clean_line(segment.text), segment.style)
