"""Putting text into quotation marks for a reader."""


def quoted(text: str) -> str:
    """The text in quotation marks; a pair of its own is taken off first."""
    paired = len(text) > 1 and text[0] in '"“' and text[-1] in '"”'
    return f"“{text[1:-1] if paired else text}”"
