"""Putting words before a reader: a text quoted, what somebody typed, what they may have meant."""

from collections.abc import Iterable

_MARKS = frozenset('"“”')
_LONGEST = 60  # characters that are shown of what somebody typed


def quoted(text: str) -> str:
    """The text in quotation marks: its own pair is taken off; where others stay, in corner brackets."""
    if len(text) > 1 and text[0] in _MARKS and text[-1] in _MARKS and not _MARKS & set(text[1:-1]):
        text = text[1:-1]
    return f"「{text}」" if _MARKS & set(text) else f"“{text}”"


def squeezed(text: str) -> str:
    """The text on one line with one blank for each run of blanks, TABs and LFs, as a report quotes it."""
    text = text.replace("\n", " ").replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def cited(typed: str) -> str:
    """What somebody typed, in single quotation marks on one line, harmless, cut after 60 characters."""
    from reader.text.clean import clean_line

    return f"'{clean_line(typed[:_LONGEST])}{'…' if len(typed) > _LONGEST else ''}'"


def did_you_mean(
    typed: str, known: Iterable[str], before: str = " (", after: str = ")", nearness: float = 0.6
) -> str:
    """` (did you mean 'status'?)`, or nothing where no known word is so near: `nearness` 1 is the same."""
    from difflib import get_close_matches

    near = get_close_matches(typed[:_LONGEST], list(known), 1, nearness)
    return f"{before}did you mean {cited(near[0])}?{after}" if near else ""
