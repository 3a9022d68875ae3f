"""Which language a text is in: by script where the script tells, by langdetect where it does not."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.text.addresses import address
from reader.text.profiles import PROFILES, likeliest
from reader.text.romanized import is_pinyin
from reader.text.scripts import Letters, count_letters, letters_of, vote_on_chinese

_SAMPLE = 10_000  # characters that are enough to tell a language
_LEAST_LETTERS = 20  # for a language other than the document's
_LEAST_CONFIDENCE = 0.80


class Guess(NamedTuple):
    """What a text's language seems to be."""

    tag: str  # BCP 47; `und` where nothing tells
    confidence: float  # from 0 to 1
    mixed: bool = False  # Chinese, Japanese or Korean beside another script, neither below 15 %


def detect(text: str, prior: str | None = None) -> Guess:
    """The language of a paragraph; `prior` is the tag of the document's language where that is known.

    Where script does not decide, another language than the document's takes 20 letters and a confidence
    of 0.80; below that the answer is the document's. A text without letters is `und`.
    """
    from unicodedata import normalize

    sample = address().sub(" ", normalize("NFC", text[:_SAMPLE]))
    letters = count_letters(sample)
    mixed = 0.15 <= letters.cjk_share <= 0.85
    if not any(letters):
        return Guess("und", 0.0)
    if letters.cjk_share >= 0.5:
        return Guess(*_by_characters(sample, letters, prior), mixed)
    return Guess(*_by_spelling(sample, letters, prior), mixed)


def settled_language(paragraphs: Iterable[str], quick: str = "") -> str:
    """The tag that a document's paragraphs are read as where nobody has said it.

    As many of the first ones are read as are enough to tell.
    `quick` is what `quick_guess` has answered, where it was asked. That answer stands unless the document has
    20 letters and a confidence of 0.80 for another one: a few words look like any language.
    """
    sample = sample_of(paragraphs)
    quick = quick or quick_guess(sample)
    return detect(sample, None if quick == "und" else quick).tag


def sample_of(paragraphs: Iterable[str]) -> str:
    """As many of the first paragraphs, a line each, as are enough to tell their language."""
    sample, size = [], 0
    for paragraph in paragraphs:
        sample.append(paragraph)
        size += len(paragraph)
        if size >= _SAMPLE:
            break
    return "\n".join(sample)


def quick_guess(text: str) -> str:
    """`zh`, `ja`, `ko`, `en` or `und`, by counting letters only: good enough until `detect` has answered."""
    letters = count_letters(text[:_SAMPLE])
    if letters.cjk_share >= 0.5:
        return letters.cjk_language
    return "en" if letters.latin > max(letters.cyrillic, letters.other) else "und"


def _by_characters(text: str, letters: Letters, prior: str | None) -> tuple[str, float]:
    """Tag and confidence of a text most of whose letters are Chinese, Japanese or Korean."""
    language = letters.cjk_language
    if language != "zh":
        return language, letters.cjk_share
    document = _language(prior)
    if document == "ja" and letters.han < _LEAST_LETTERS:
        return prior or "ja", 0.5  # a Japanese line may well have no kana
    tag, confidence = vote_on_chinese(text)
    if tag == "zh" and document == "zh":
        return prior or "zh", confidence
    return tag, confidence if tag != "zh" else letters.cjk_share


def _by_spelling(text: str, letters: Letters, prior: str | None) -> tuple[str, float]:
    """Tag and confidence of a text most of whose letters are Latin, Cyrillic or of another script."""
    script, count = max(("latin", letters.latin), ("cyrillic", letters.cyrillic), key=lambda pair: pair[1])
    if letters.other > count:
        return "und", 0.0
    if script == "latin" and is_pinyin(text):
        return "zh-Latn", 1.0
    document = _language(prior)
    words = " ".join(letters_of(script).findall(text))
    tag, confidence = _likeliest(words, script, document)
    if prior and tag == document:
        return prior, confidence
    follows = (
        script == "latin" or document in PROFILES["cyrillic"]
    )  # a name may stand in Latin letters anywhere
    if prior and follows and (count < _LEAST_LETTERS or confidence < _LEAST_CONFIDENCE):
        return prior, min(0.5, 1 - confidence)
    return tag, confidence * min(1.0, count / _LEAST_LETTERS)


def _likeliest(words: str, script: str, document: str) -> tuple[str, float]:
    capitals = sum(map(str.isupper, words))
    if capitals * 2 > sum(map(str.isalpha, words)):
        words = words.lower()  # langdetect passes over words in capitals
    return likeliest(words, script, document)


def _language(tag: str | None) -> str:
    """A tag's language without script and region: `zh` of `zh-Hans`."""
    return (tag or "").split("-")[0].lower()
