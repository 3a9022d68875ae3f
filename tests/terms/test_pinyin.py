"""Pinyin is understood as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.folders import shipped
from reader.terms.glossary_yaml import load_glossary
from reader.terms.pinyin import holds, spans_syllables, syllables, toned, toneless


@pytest.mark.parametrize(
    "text",
    [
        "zhuānjīng",
        "zhuān-jīng",
        "zhuān jīng",
        "ZHUANJING",
        "zhuan1jing1",
        "zhuan'jing",
        "zhua\u0304n ji\u0304ng",
    ],
)
def test_tones_and_what_stands_between_syllables_do_not_count(text: str) -> None:
    assert toneless(text) == "zhuanjing"


@pytest.mark.parametrize("text", ["专精", "zhuan精", "R&D", "10.2%", "", "x_y"])
def test_what_is_no_pinyin_has_no_letters(text: str) -> None:
    assert toneless(text) == ""
    assert toned(text) == ""


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Zhuān-jīng", "zhuānjīng"),
        ("zhua\u0304n", "zhuān"),
        ("zhuanjing", ""),
        ("lü", "lü"),
        ("lǜ sè", "lǜsè"),
    ],
)
def test_tones_are_kept_where_they_are_asked_for(text: str, letters: str) -> None:
    assert toned(text) == letters


SYLLABLES = {
    "zhuān-jīng-tè-xīn": "zhuan jing te xin",
    "xiǎo jùrén qǐyè": "xiao ju ren qi ye",
    "yíngnán'érshàng": "ying nan er shang",
    "gēnpǎo, bìngpǎo, lǐngpǎo": "gen pao bing pao ling pao",
    "Fāng'ān": "fang an",
    "fāngǎn": "fan gan",
    "nǚ'ér": "nv er",
    "ěxin": "e xin",
    "zìzhǔ chuàngxīn": "zi zhu chuang xin",
    "chángqī wěndìng": "chang qi wen ding",
    "huār": "huar",
    "": "",
}


@pytest.mark.parametrize(("pinyin", "parts"), SYLLABLES.items())
def test_pinyin_is_taken_apart_into_syllables(pinyin: str, parts: str) -> None:
    assert " ".join(syllables(pinyin)) == parts


def test_the_shipped_pinyin_has_a_syllable_for_every_character() -> None:
    for concept in load_glossary(shipped("glossary.yaml")).concepts:
        for term in concept.terms:
            if term.pinyin:
                characters = [char for char in term.text if "\u4e00" <= char <= "\u9fff"]
                assert len(syllables(term.pinyin)) == len(characters), term.text


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("zhuan", True),
        ("zhuanjingtexin", True),
        ("jingte", True),
        ("tex", True),
        ("z", True),
        ("zjtx", True),
        ("jtx", True),
        ("zt", False),
        ("uan", False),
        ("ingte", False),
        ("texing", False),
    ],
)
def test_typing_pinyin_finds_from_any_syllable_on_or_by_first_letters(typed: str, held: bool) -> None:
    assert holds("zhuān-jīng-tè-xīn", typed) == held


@pytest.mark.parametrize("typed", ["lv", "lu", "lvse", "luse", "ls"])
def test_u_and_v_are_taken_for_the_umlaut(typed: str) -> None:
    assert holds("lǜsè", typed)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("xiaojuren", True), ("juren", True), ("xiao", True), ("xiaoju", True), ("xiaojur", False)],
)
def test_whole_syllables_are_told_from_parts(typed: str, whole: bool) -> None:
    assert spans_syllables("xiǎo jùrén", typed) == whole


@given(
    st.lists(st.sampled_from(("zhuan", "e", "ju", "nv", "shi", "ang", "er", "ren")), min_size=1, max_size=5)
)
def test_syllables_that_an_apostrophe_sets_off_come_out_as_they_went_in(parts: list[str]) -> None:
    written = "'".join(parts)
    assert list(syllables(written)) == parts
    assert toneless(written) == "".join(parts)
    assert spans_syllables(written, "".join(parts))
