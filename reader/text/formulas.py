"""Cells of a CSV that a spreadsheet would compute: made harmless on writing, and taken back on reading.

A cell that begins with `= + - @`, a full-width form of one, TAB or a line end gets a `'` before it: by that a
spreadsheet knows text (OWASP, CSV Injection). So does one with such a sign behind `'`s of its own: what is
read back, with one `'` less, is what was written.
"""

import re

_SIGNS = "=+@＝＋－＠\t\r\n-"
_FORMULA = re.compile(f"'*[{_SIGNS}]")
_GUARDED = re.compile(f"''*[{_SIGNS}]")


def guarded(text: str) -> str:
    """The text as a cell, with a `'` before what a spreadsheet would compute."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of such a cell: `unguarded(guarded(text))` is the text."""
    return cell[1:] if _GUARDED.match(cell) else cell
