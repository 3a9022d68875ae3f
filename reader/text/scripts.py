"""Which scripts the letters of a text belong to, and whether its Chinese is simplified or traditional."""

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

# The first and the last character of each range.
_RANGES = {
    "han": "\u2e80\u2fd5 \u3005\u3007 \u3021\u3029 \u3400\u4dbf \u4e00\u9fff \uf900\ufad9 "
    "\U00020000\U0003ffff",
    "kana": "\u3041\u3096 \u309d\u309f \u30a1\u30fa \u30fc\u30ff \u31f0\u31ff \uff66\uff9d",
    "hangul": "\u1100\u11ff \u3131\u318e \ua960\ua97c \uac00\ud7fb",
    "cyrillic": "\u0400\u0481 \u048a\u052f \u1c80\u1c8a \ua640\ua69d",
    "latin": "AZ az \u00aa\u00aa \u00ba\u00ba \u00c0\u00d6 \u00d8\u00f6 \u00f8\u02af \u1e00\u1eff "
    "\u2c60\u2c7f \ua722\ua787 \uff21\uff3a \uff41\uff5a",
}
_LATIN_PER_CJK = 2.5  # how many Latin letters say as much as one Chinese, Japanese or Korean one


class Letters(NamedTuple):
    """How many letters of each script a text has."""

    han: int
    kana: int
    hangul: int
    cyrillic: int
    latin: int
    other: int

    @property
    def cjk(self) -> int:
        """The Chinese, Japanese and Korean ones."""
        return self.han + self.kana + self.hangul

    @property
    def cjk_share(self) -> float:
        """What part of the text they are by weight, from 0 to 1; 0 where there are no letters."""
        weight = self.cjk * _LATIN_PER_CJK
        return weight / (weight + self.cyrillic + self.latin + self.other) if any(self) else 0.0

    @property
    def cjk_language(self) -> str:
        """`ko`, `ja` or `zh`, by what stands among the Han characters."""
        if self.hangul >= 0.30 * self.cjk:
            return "ko"
        return "ja" if self.kana >= 0.08 * self.cjk else "zh"


def count_letters(text: str) -> Letters:
    """The letters of a text by script; digits, marks and signs are none."""
    counts = dict.fromkeys(Letters._fields, 0)
    for char, times in Counter(text).items():
        script = script_of(char)
        if script:
            counts[script] += times
    return Letters(**counts)


@lru_cache(16384)
def script_of(char: str) -> str:
    """The field of `Letters` that counts the character; "" where none does."""
    if char.isascii():
        return "latin" if char.isalpha() else ""
    for script, ranges in _RANGES.items():
        if any(pair[0] <= char <= pair[1] for pair in ranges.split()):
            return script
    return "other" if char.isalpha() else ""


@cache
def letters_of(script: str) -> re.Pattern[str]:
    """A pattern for the runs of one script's letters: han, kana, hangul, cyrillic or latin."""
    return re.compile(f"[{''.join(f'{pair[0]}-{pair[1]}' for pair in _RANGES[script].split())}]+")


def vote_on_chinese(text: str) -> tuple[str, float]:
    """`zh-Hans`, `zh-Hant` or, undecided, `zh`, with the winning side's share of the votes (0 without any).

    A character votes where only one of the two national character sets has it: GB 2312 or Big5.
    """
    han = "".join(letters_of("han").findall(text))
    simplified = _within(han, "gb2312")
    traditional = _within(han, "big5")
    both = len(_within(simplified, "big5"))
    votes = len(simplified) - both, len(traditional) - both
    if votes[0] == votes[1]:
        return "zh", 0.5 if any(votes) else 0.0
    return "zh-Hans" if votes[0] > votes[1] else "zh-Hant", max(votes) / sum(votes)


def _within(han: str, charset: str) -> str:
    """The characters that a character set has."""
    return han.encode(charset, errors="ignore").decode(charset)
