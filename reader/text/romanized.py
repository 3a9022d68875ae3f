"""Telling Mandarin in pinyin with tone marks from the languages that are written in Latin letters."""

from functools import cache

from reader.text.scripts import letters_of

_SYLLABLES = (
    ("b p m f", "a o ai ei ao ou an en ang eng i ie iao iu ian in ing u"),
    ("d t n l", "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo ui uan un ü üe"),
    ("g k h", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
    ("j q x", "i ia ie iao iu ian in iang ing iong u ue uan un"),
    ("zh ch sh r z c s", "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang"),
    ("y", "a ao e i in ing an ang o ong ou u ue uan un"),
    ("w", "a ai an ang ei en eng o u"),
)
_ALONE = "a o e ai ei ao ou an en ang eng er"
_TONES = "\u0304\u0301\u030c\u0300"  # macron, acute, caron, grave: the four tones
_TELLING = "\u0304\u030c"  # the two that French, Italian or Vietnamese does not write
_LONGEST_WORD = 40  # letters


def is_pinyin(text: str) -> bool:
    """Whether every word is made of pinyin syllables, at least half of them with a tone mark."""
    from unicodedata import normalize

    words = [normalize("NFD", word) for word in letters_of("latin").findall(normalize("NFC", text.lower()))]
    toned = sum(any(tone in word for tone in _TONES) for word in words)
    if toned * 2 < len(words) or not any(mark in word for word in words for mark in _TELLING):
        return False
    toneless = str.maketrans("", "", _TONES)
    return all(_is_word(normalize("NFC", word.translate(toneless))) for word in words)


def _is_word(word: str) -> bool:
    """Whether a word falls into syllables, in any way."""
    if len(word) > _LONGEST_WORD:
        return False
    ends = {0}
    for start in range(len(word)):
        if start in ends:
            ends.update(end for end in range(start + 1, start + 7) if word[start:end] in _syllables())
    return len(word) in ends


@cache
def _syllables() -> frozenset[str]:
    """All syllables without tone; no table is needed before there is a tone mark in a text."""
    whole = {
        first + rest for firsts, rests in _SYLLABLES for first in firsts.split() for rest in rests.split()
    }
    return frozenset(whole.union(_ALONE.split()))
