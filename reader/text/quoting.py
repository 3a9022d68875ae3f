"""Putting text into quotation marks for a reader."""

_MARKS = frozenset('"“”')


def quoted(text: str) -> str:
    """The text in quotation marks: its own pair is taken off; where others stay, in corner brackets."""
    if len(text) > 1 and text[0] in _MARKS and text[-1] in _MARKS and not _MARKS & set(text[1:-1]):
        text = text[1:-1]
    return f"「{text}」" if _MARKS & set(text) else f"“{text}”"
