"""The one door for foreign text: what could steer a terminal becomes a harmless mark of the same length.

Offsets, highlights and anchors stay true, since `clean` never changes a length. What each class of
characters becomes:

    TAB, LF                                             kept
    other C0 controls, DEL                              control pictures, U+2400+n and U+2421
    C1, bidi embeddings, overrides and isolates,        U+FFFD
    deprecated and interlinear format characters,
    tags, noncharacters, lone surrogates
    line and paragraph separators                       LF
    zero-width marks (ZWJ, LRM, variation selectors)    kept
    combining marks from the ninth on one base on       ZWSP
"""

import re
from functools import cache

_REPLACED = r"\x80-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
_REPLACED_ABOVE = r"\U000e0000-\U000e007f" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)
)
# Every block that holds a combining mark, and all planes above the first: too wide on purpose, because
# one character class that a plain Chinese or English text never meets is what makes `clean` fast.
_PERHAPS_STACKED = (
    r"\u0300-\u036f\u0483-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a"
    r"\ua66f-\uabff\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
)
_ABOVE = r"\U00010000-\U0010ffff"
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f"
_PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
_MOST_MARKS = 8
_ZWSP = "\u200b"
_BLANKS = frozenset("\t\n\u3000")
_PAGE = 10_000  # characters; a shorter text is looked at sooner than a pattern is made


def clean(text: str) -> str:
    """The text without anything that could act on a terminal, character for character as long as before."""
    if (text.isascii() and text.isprintable()) or is_clean(text):
        return text
    text = _pattern("controls").sub(lambda run: run[0].translate(_PICTURES), text)
    text = _pattern("replaced").sub(lambda run: "\ufffd" * len(run[0]), text)
    text = _pattern("above").sub(lambda run: _pattern("replaced above").sub("\ufffd", run[0]), text)
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return _pattern("stacked").sub(lambda run: _unstack(run[0]), text)


def is_clean(text: str) -> bool:
    """Whether `clean` surely leaves the text as it is."""
    if len(text) < _PAGE and _is_plain(set(text)):
        return True
    return not _pattern("suspect").search(text)


def _is_plain(chars: set[str]) -> bool:
    """Whether all of these are letters and marks as nearly every English or Chinese text has them."""
    rest = "".join(char for char in chars - _BLANKS if not "\u4e00" <= char <= "\u9fff")
    return rest.isprintable() and all(
        char < "\u0300"
        or "\u2010" <= char < "\u20d0"
        or "\u3001" <= char < "\u302a"
        or "\uff01" <= char < "\uff5f"
        for char in rest
    )


def clean_import(text: str) -> str:
    """A whole file's text, cleaned: CR LF and CR become LF, a leading BOM and soft hyphens are removed."""
    text = text.replace("\u00ad", "").lstrip("\ufeff")
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_line(text: str) -> str:
    """The text cleaned for a place of one line (title, file name, error): LF becomes U+240A, TAB a blank."""
    return clean(text).replace("\n", "\u240a").replace("\t", " ")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A compiled pattern, made at first use: compiling costs more than importing this module."""
    return re.compile(
        {
            "suspect": f"[{_CONTROLS}\u2028\u2029{_REPLACED}{_PERHAPS_STACKED}{_ABOVE}]",
            "controls": f"[{_CONTROLS}]+",
            "replaced": f"[{_REPLACED}]+",
            "above": f"[{_ABOVE}]+",
            "replaced above": f"[{_REPLACED_ABOVE}]",
            # No combining mark is a letter, a digit or a blank: a superset that needs no table of marks.
            "stacked": rf"[^\w\s\x00-\u02ff]{{{_MOST_MARKS + 1},}}",
        }[name]
    )


def _unstack(run: str) -> str:
    """The run with ZWSP for each mark beyond the eighth on one base; format characters are no new base."""
    from unicodedata import category

    marks = 0
    shown = []
    for char in run:
        kind = category(char)
        if kind[0] == "M":
            marks += 1
        elif kind != "Cf":
            marks = 0
        shown.append(_ZWSP if kind[0] == "M" and marks > _MOST_MARKS else char)
    return "".join(shown)
