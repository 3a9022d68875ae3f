"""The words around a finding, cut to one line of a report."""

from typing import NamedTuple

from rich.cells import cell_len

from reader.terms.findings import Quote
from reader.text.quoting import squeezed
from reader.text.wrap import drawn, line_starts

OPEN, CLOSE = "‹", "›"
"""What stands around the words that are meant, with colours and without."""

_MORE = "…"
_BLANKS = " \t\n"
_LONGEST_CUT = 24  # characters of a word that are given up so as not to cut it


class Excerpt(NamedTuple):
    """A line with the words that are meant in its midst; of a whole segment there is only `before`."""

    before: str
    words: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{OPEN}{self.words}{CLOSE}{self.after}" if self.words else self.before


def excerpt(quote: Quote, width: int) -> Excerpt:
    """What stands around a quote, in at most `width` cells with its marks; what is left out is a `…`.

    Runs of blanks and line breaks are one blank, none at the segment's ends.
    """
    if quote.end - quote.start in (0, len(quote.text)):
        return Excerpt(_head(quote.text.strip(_BLANKS), width))
    room = width - len(OPEN + CLOSE)
    words = _head(quote.words, room)
    room = max(0, room - cell_len(words))
    if not room or words != squeezed(quote.words):
        return Excerpt("", words)
    # A cell takes some characters at most, so that a long line need not be looked at as a whole.
    far = 4 * room + _LONGEST_CUT
    after = squeezed(quote.text[quote.end : quote.end + far])
    after = f"{after}{_MORE}" if quote.end + far < len(quote.text) else after.rstrip(" ")
    before = squeezed(quote.text[max(0, quote.start - far) : quote.start])
    before = f"{_MORE}{before}" if far < quote.start else before.lstrip(" ")
    left = min(cell_len(before), max(room // 2, room - cell_len(after)))
    before = _tail(before, left)
    return Excerpt(before, words, _head(after, room - cell_len(before)))


def _head(text: str, width: int) -> str:
    """The beginning of a text in at most `width` cells, cut where a line may end."""
    far = 4 * max(width, 0) + _LONGEST_CUT
    text = squeezed(text[:far]) + (_MORE if far < len(text) else "")
    if cell_len(text) <= width:
        return text
    if width <= len(_MORE):
        return _MORE[:width] if width > 0 else ""
    starts = line_starts(text, width - len(_MORE))
    line = drawn(text, 0, starts[1]) if len(starts) > 1 else text
    return f"{line}{_MORE}" if cell_len(line) < width else _MORE


def _tail(text: str, width: int) -> str:
    """The end of a text in at most `width` cells; an English word is not cut."""
    if cell_len(text) <= width:
        return text
    if width <= len(_MORE):
        return _MORE[:width] if width > 0 else ""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if cell_len(text[middle:]) < width:
            high = middle
        else:
            low = middle + 1
    return _MORE + text[_word_start(text, low) :].lstrip()


def _word_start(text: str, at: int) -> int:
    """The first place from `at` on that is not inside a word, nor behind the base of a combining mark."""
    end = min(len(text), at + _LONGEST_CUT)
    while at < end and _inside_word(text, at):
        at += 1
    return at


def _inside_word(text: str, at: int) -> bool:
    if not cell_len(text[at]):
        return True
    both = text[at - 1 : at + 1]
    return len(both) == 2 and all(char.isalnum() and cell_len(char) == 1 for char in both)
