"""Whether a segment is in another language than its column: quick where it is not, sure before it says so."""

from functools import cache

from reader.text.scripts import count_letters

_LONGEST = 2_000  # characters that are looked at
_FEWEST = {"cjk": 4, "latin": 24, "cyrillic": 24}
"""Letters of another script that a segment must have: a name or a number of a model is no other language."""
_WORDS = {
    "en": "the of and to in a is for that on with as are by it this be not at from or an was you we "
    "have has had will can more all its their they our one let if but which who when how so up",
    "fr": "le la les de des du et en un une est que pour dans qui sur par au aux ne pas il plus ce",
    "de": "der die das und in den von zu mit ist im dem des für auf ein eine nicht sich als auch es",
    "es": "el la los las de en y que un una es por con para del se no al lo su como más",
    "it": "il la le di e in un una che per con del della non si da sono al è gli",
    "pt": "o a os as de em e que um uma é por com para do da não se no na ao",
    "nl": "de het een en van in is op te dat die voor met zijn niet aan er om",
    "zh": "这 這 们 們 个 個 吗 嗎 了 么 麼 没 還 还 说 說 对 對 过 過 你 她 它 呢 吧 并 与 為",
    "ru": "и в на не что с по как из к для от это за а но о у же",
}
"""Words that a sentence of a language can hardly do without, unlike others; of Chinese, characters."""


def other_language(text: str, language: str) -> str:
    """The BCP 47 tag of the language that the text is in, where it surely is not in this one; else ""."""
    if not language or (language[:2] in _WORDS and _has_own_words(text, language)):
        return ""
    letters = count_letters(text[:_LONGEST])
    cjk = letters.cjk_share >= 0.5
    count = round(letters.cjk_share * sum(letters)) if cjk else max(letters.latin, letters.cyrillic)
    fewest = _FEWEST["cjk" if cjk else "latin"]
    if count < fewest:
        return ""
    from reader.text.language import detect

    guess = detect(text[:_LONGEST], language)
    same = guess.tag.split("-")[0] == language.split("-")[0]
    return "" if same or guess.tag == "und" else guess.tag


def _has_own_words(text: str, language: str) -> bool:
    """Whether a word of the language stands among the first few; most segments are done with here."""
    own = _own_words(language.split("-")[0].lower())
    head = text[:_LONGEST]
    return not own.isdisjoint(head if language[:2] == "zh" else head.lower().split())


@cache
def _own_words(language: str) -> frozenset[str]:
    return frozenset(_WORDS.get(language, "").split())
