"""Where a word of a text may end: by its characters, whatever the language."""

from functools import lru_cache
from unicodedata import category

# Scripts written without blanks between words: in them a term may begin and end anywhere.
_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u2e80", "\u9fff"),  # Chinese, Japanese
    ("\uac00", "\ud7af"),  # Korean: its particles follow without a blank
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def stands_alone(text: str, begin: int, end: int) -> bool:
    """Whether no word goes on over either edge; beside a Chinese character, or a blank, none does."""
    return not (begin and _joined(text[begin - 1], text[begin])) and not (
        end < len(text) and _joined(text[end - 1], text[end])
    )


def _joined(left: str, right: str) -> bool:
    return in_word(left) and in_word(right)


@lru_cache(65536)
def in_word(char: str) -> bool:
    """Whether the character belongs to a word of a script that sets blanks between words."""
    if char.isascii():
        return char.isalnum() or char == "_"
    if any(first <= char <= last for first, last in _UNSPACED):
        return False
    return category(char)[0] in "LMN"
