"""The Chinese fold: the light fold without what typesetting puts between characters and a reader passes over.

Blanks beside a Chinese character go, and so do quotation marks and the middle dots of names: “专精特新”企业,
专精特新 企业 and 专精特新企业 are one, and so are AI技术 and AI 技术.
"""

import re
from functools import cache

from reader.terms.folding import Folded, fold

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30fb"
"""What stands between the parts of a name."""
_MARKS = f" '{DOTS}"


def fold_chinese(text: str, keep_case: bool = False) -> Folded:
    """The text folded; with `keep_case`, everything but its case."""
    folded = fold(text, keep_case)
    marks = "'" if folded.text.isascii() else _MARKS  # the others only go beside Chinese
    if not any(mark in folded.text for mark in marks):
        return folded
    gone = [at for at, char in enumerate(folded.text) if char in marks and _passed_over(folded.text, at)]
    if not gone:
        return folded
    chars, starts, ends = list(folded.text), list(folded.starts), list(folded.ends)
    for at in reversed(gone):
        del chars[at], starts[at], ends[at]
    return Folded("".join(chars), starts, ends)


def _passed_over(text: str, at: int) -> bool:
    """What `passed_over` says of one mark; to make that pattern takes longer than to read a short text."""
    mark, before, behind = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "'":
        return not (_is_latin(before) and _is_latin(behind))
    if mark == " ":
        return is_han(before) or is_han(text[at + 1 :].lstrip("'")[:1])
    return is_han(before) and is_han(behind)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def is_han(char: str) -> bool:
    """Whether it is a Chinese character, or stands for one as a part or a number."""
    return (
        "\u3400" <= char <= "\u9fff"
        or "\u2e80" <= char <= "\u2fdf"
        or "\u3005" <= char <= "\u3007"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


@cache
def passed_over() -> re.Pattern[str]:
    """Blanks beside a Chinese character or a mark, dots between two; quotation marks outside Latin words."""
    return re.compile(
        # First what it is, which is quickly looked for in a long text, then what is on either side of it.
        rf"[ '{DOTS}](?:(?<=[{_HAN}] )|(?<= )(?='*[{_HAN}])|(?<=[{_HAN}][{DOTS}])(?=[{_HAN}])"
        r"|(?<=')(?:(?<![0-9A-Za-z]')|(?![0-9A-Za-z])))"
    )
