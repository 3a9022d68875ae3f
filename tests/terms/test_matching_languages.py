"""A text has the terms of its language, script and region, each searched in its language's way."""

import pytest

from reader.terms.concepts import Rules, Term
from reader.terms.forms import serves
from tests.terms.small_glossaries import entry, find

CHINESE = {
    "simplified": ("zh-Hans", ["专精特新"]),
    "simplified by region": ("zh-CN", ["专精特新"]),
    "traditional": ("zh-Hant", ["專精特新"]),
    "traditional by region": ("zh-TW", ["專精特新"]),
    "Chinese": ("zh", ["专精特新", "專精特新"]),
    "case of the tag": ("ZH-hans", ["专精特新"]),
    "English": ("en", []),
    "nobody has said": ("", []),
}


@pytest.mark.parametrize(("lang", "found"), CHINESE.values(), ids=CHINESE)
def test_a_text_has_the_terms_of_its_language_and_script(lang: str, found: list[str]) -> None:
    one = entry("a", *(Term(*term) for term in (("zh-Hans", "专精特新"), ("zh-Hant", "專精特新"))))
    pinyin = entry("b", Term("zh-Latn", "zhuanjing"), Term("de", "zhuanjing"))
    text = "是专精特新企业、專精特新企業 zhuanjing"
    assert [text for _, text in find(text, one, pinyin, lang=lang)] == found


@pytest.mark.parametrize(
    ("tag", "lang", "expected"),
    [
        ("en", "en-GB", True),
        ("de-1996", "de-1901", True),
        ("sr-Cyrl", "sr-Latn", False),
        ("sr-Cyrl", "sr", True),
        ("zh-Latn", "zh", False),
        ("zh-Latn", "zh-Latn-pinyin", True),
        ("zh-SG", "zh-Hans", True),
        ("zh-HK", "zh-Hans", False),
        ("zh-yue", "zh-Hant", True),
        ("en-HK", "en-Hant", True),
        ("en", "eng", False),
        ("en", "", False),
    ],
)
def test_a_tag_serves_a_language_in_its_script(tag: str, lang: str, expected: bool) -> None:
    assert serves(tag, lang) == serves(lang, tag) == expected


def test_only_english_is_inflected() -> None:
    assert find("firms firm", entry("a", Term("de", "firm")), lang="de") == [("a", "firm")]


@pytest.mark.parametrize("lang", ["en", "en-GB"])
def test_a_text_has_the_terms_of_every_region(lang: str) -> None:
    assert find("firm", entry("a", Term("en-US", "firm")), lang=lang) == [("a", "firm")]


def test_chinese_is_found_inside_chinese_and_latin_in_it_as_a_word() -> None:
    one, other = entry("a", Term("zh-Hans", "企业")), entry("b", Term("zh-Hans", "AI"))
    assert find("中小企业家AI，TAI和ＡＩ", one, other, lang="zh-Hans") == [
        ("a", "企业"),
        ("b", "AI"),
        ("b", "ＡＩ"),
    ]


def test_what_stands_between_chinese_characters_is_passed_over() -> None:
    one = entry("a", Term("zh-Hans", "专精特新企业")), entry("b", Term("zh-Hans", "“小巨人”企业"))
    other = (
        entry("c", Term("zh-Hans", "“根”")),
        entry("d", Term("zh-Hans", "AI技术", match=Rules(inflect=False))),
    )
    text = "“专精特新” 企业、小巨人企业、“小巨人”企业、根、“根”、AI 技术"
    assert [found for _, found in find(text, *one, *other, lang="zh")] == [
        "专精特新” 企业",
        "小巨人企业",
        "“小巨人”企业",
        "“根”",
    ]
