"""Whether a segment is in another language than its column: quick where it is not, sure before it says so."""

from collections.abc import Sequence
from functools import cache

from reader.text.scripts import count_letters, script_of
from reader.text.tags import chinese_script

_LONGEST = 2_000  # characters that are looked at
_FEWEST_HAN = 4
_FEWEST_LETTERS = 24
"""Letters of another script that a segment must have: a name or a number of a model is no other language."""
_FEWEST_WORDS = 2  # small words of another language, where the script tells nothing
_WORDS = {
    "en": "the of and to in a is for that on with as are by it this be not at from or an was you we "
    "have has had will can more all its their they our one let if but which who when how so up",
    "fr": "le la les de des du et en un une est que pour dans qui sur par au aux ne pas il plus ce leur",
    "de": "der die das und in den von zu mit ist im dem des für auf ein eine nicht sich als auch es wir",
    "es": "el la los las de en y que un una es por con para del se no al lo su como más",
    "it": "il la le di e in un una che per con del della non si da sono al è gli",
    "pt": "o a os as de em e que um uma é por com para do da não se no na ao",
    "nl": "de het een en van in is op te dat die voor met zijn niet aan er om",
    "ru": "и в на не что с по как из к для от это за а но о у же",
    "zh-hans": "这 们 个 吗 么 没 还 说 对 过 与 为 国 会 来 时 发 业 产 务 动 长 学 实 现 开 关 问 题 体",
    "zh-hant": "這 們 個 嗎 麼 沒 還 說 對 過 與 為 國 會 來 時 發 業 產 務 動 長 學 實 現 開 關 問 題 體",
}
_WORDS["zh"] = f"{_WORDS['zh-hans']} {_WORDS['zh-hant']} 了 你 她 它 呢 吧"
"""Words that a sentence of a language hardly does without; of Chinese, characters that others have not."""

# Most texts have one of these among their small words, and to look for them takes next to no time.
_COMMONEST = {tag: [f" {word} " for word in words.split()[:3]] for tag, words in _WORDS.items()}
_COMMONEST |= {"zh": ["了", "这", "个"], "zh-hans": ["这", "个", "们"], "zh-hant": ["這", "個", "們"]}
_OTHER_SCRIPT = {"zh-hans": ("zh-hant", "zh-Hant"), "zh-hant": ("zh-hans", "zh-Hans")}
_MIXED = (
    0.15,
    0.75,
)  # the share of Chinese, Japanese and Korean in a text of two scripts, which tells nothing


def other_language(text: str, language: str) -> str:
    """The BCP 47 tag of the language that the text is in, where it surely is not in this one; else "".

    Another script is always told, but not a mixture of both. Within one script, a language is told where the
    text has small words of it and none of its own: `langdetect`, which takes 9 ms a sentence, is asked about
    such texts alone.
    """
    if not language or _is_evidently(text, language):
        return ""
    own, kind = language.split("-")[0].lower(), _kind(language)
    head = text[:_LONGEST]
    words = set(head) if own == "zh" else set(head.lower().split())
    if not words.isdisjoint(_small_words(kind)):
        return ""
    if kind in _OTHER_SCRIPT:
        other, tag = _OTHER_SCRIPT[kind]
        if len(words & _small_words(other)) >= _FEWEST_WORDS:
            return tag
    if _is_plainly_own(head, words, own):
        return ""
    letters = count_letters(head)
    if _MIXED[0] < letters.cjk_share < _MIXED[1]:
        return ""
    cjk = letters.cjk_share >= _MIXED[1]
    alphabetic = max(letters.latin, letters.cyrillic, letters.other)
    if letters.cjk < _FEWEST_HAN if cjk else alphabetic < _FEWEST_LETTERS:
        return ""
    if cjk and own == letters.cjk_language:
        return ""
    if not cjk and own not in ("zh", "ja", "ko") and not _looks_foreign(head, own, letters.cyrillic > 0):
        return ""
    from reader.text.language import detect

    guess = detect(head, language)
    return "" if guess.tag in ("und", language) or guess.tag.split("-")[0] == own else guess.tag


def strangers(texts: Sequence[str], language: str) -> list[int]:
    """The places, from 0, of those texts that `other_language` tells another language of."""
    if not language:
        return []
    one, two, three = _commonest(language)
    return [
        at
        for at, text in enumerate(texts)
        if not ((one in text or two in text or three in text) and len(text) <= _LONGEST)
        and other_language(text, language)
    ]


def _is_evidently(text: str, language: str) -> bool:
    """Whether a text has one of the commonest words of the language, which takes next to no time to see."""
    return len(text) <= _LONGEST and any(word in text for word in _commonest(language))


def _commonest(language: str) -> Sequence[str]:
    return _COMMONEST.get(_kind(language), ("\0", "\0", "\0"))


@cache
def _kind(language: str) -> str:
    """What the small words of a language are listed under: of Chinese, its script where the tag says it."""
    own, *rest = language.lower().split("-")
    scripts = filter(None, map(chinese_script, rest)) if own == "zh" else iter(())
    return next((f"zh-{script}" for script in scripts), own)


def _is_plainly_own(text: str, words: set[str], own: str) -> bool:
    """Whether nothing can tell another language, which takes less time to see than to count letters.

    A Chinese text has no letters but Chinese characters; one in ASCII has no small words of another language.
    """
    if own == "zh":
        return {"", "han"}.issuperset(map(script_of, words))
    if not text.isascii() or own in ("ja", "ko", *_CYRILLIC):
        return False
    return len(words & _foreign_words(own)) < _FEWEST_WORDS


@cache
def _foreign_words(own: str) -> frozenset[str]:
    others = (_small_words(tag) for tag in _WORDS if tag != own and not tag.startswith("zh"))
    return frozenset().union(*others) - _small_words(own)


def _looks_foreign(text: str, own: str, cyrillic: bool) -> bool:
    """Whether a text in letters is in another script than its language, or has small words of another one."""
    if cyrillic != (own in _CYRILLIC):
        return True
    words = set(text.lower().split())
    others = (_small_words(tag) for tag in _WORDS if tag != own and not tag.startswith("zh"))
    return any(len(words & other - _small_words(own)) >= _FEWEST_WORDS for other in others)


_CYRILLIC = ("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn")


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(_WORDS.get(language, "").split())
