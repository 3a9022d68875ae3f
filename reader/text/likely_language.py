"""A guess at a language, mended by which languages are likely: a few words look like any."""

from collections.abc import Iterable, Sequence

from reader.text.language import sample_of
from reader.text.scripts import Letters, count_letters
from reader.text.tags import primary

_ENOUGH = 200  # letters by which a language is told whatever is likely
_HAN = ("zh", "ja", "yue", "lzh", "wuu", "nan", "hak", "gan", "hsn", "cmn")
_CYRILLIC = ("ru", "uk", "bg", "mk", "sr", "be", "kk", "ky", "mn", "tg")
_OTHERS = (
    "ko am ar bn bo dv dz el fa gu he hi hy ka km kn ks lo ml mr my ne or pa ps sa sd si ta te th ti ug ur yi"
)
"""Languages in further scripts, which tell themselves or are not told at all."""


def likelier(guess: str, texts: Iterable[str], likely: Sequence[str], other: str = "") -> str:
    """The guess at the language of these texts, or the one likely language that they may as well be in.

    That is the only one of their script, besides `other`, the language of their translation. A guess among
    the likely ones stands, and so does one that the texts are long enough for or have small words of.
    """
    if not likely or primary(guess) in map(primary, likely):
        return guess
    sample = sample_of(texts)
    letters = count_letters(sample)
    script, count = _script(letters)
    tags = [tag for tag in likely if primary(tag) != primary(other) and script and _written_in(tag) == script]
    if not tags or len(set(map(primary, tags))) > 1 or count >= _ENOUGH:
        return guess
    from reader.text.wrong_language import other_language

    tag = tags[0] if len(tags) == 1 else primary(tags[0])
    return guess if other_language(sample, tag) else tag


def _script(letters: Letters) -> tuple[str, int]:
    """The script of most letters and how many there are; "" where it leaves nothing to be guessed."""
    if letters.cjk_share >= 0.5:
        return ("han", letters.han) if letters.cjk_language == "zh" else ("", 0)
    script, count = max(("latin", letters.latin), ("cyrillic", letters.cyrillic), key=lambda pair: pair[1])
    return (script, count) if count > letters.other else ("", 0)


def _written_in(tag: str) -> str:
    """The script of a language: han, latin, cyrillic, else other."""
    own, *rest = tag.lower().split("-")
    if "latn" in rest or "cyrl" in rest:
        return "latin" if "latn" in rest else "cyrillic"
    if own in _HAN:
        return "han"
    if own in _CYRILLIC:
        return "cyrillic"
    return "other" if own in _OTHERS.split() else "latin"
