"""The Chinese fold passes over what stands between characters, and over nothing in Latin text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terms.chinese import fold_chinese, passed_over
from reader.terms.folding import fold

ONE = {
    "quotation marks": ("“专精特新”企业", "专精特新企业"),
    "corner brackets": ("『数字中国』建设", "数字中国建设"),
    "a blank": ("数字 经济", "数字经济"),
    "an ideographic blank": ("数字　经济", "数字经济"),
    "a line end": ("数字\n经济", "数字经济"),
    "a blank beside Latin": ("AI 技术", "AI技术"),
    "a blank before a quotation mark": ("AI “技术”", "AI技术"),
    "full-width and plain": ("５Ｇ基站", "5G基站"),
    "middle dots": ("卡尔·马克思", "卡尔•马克思"),
    "a middle dot and none": ("卡尔・马克思", "卡尔马克思"),
}


@pytest.mark.parametrize(("left", "right"), ONE.values(), ids=ONE)
def test_spellings_that_are_one_term_fold_alike(left: str, right: str) -> None:
    assert fold_chinese(left).text == fold_chinese(right).text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("数字，经济", "数字经济"),
        ("use AI", "useAI"),
        ("China's AI", "Chinas AI"),
        ("a·b", "ab"),
        ("1 0", "10"),
    ],
)
def test_spellings_that_are_two_terms_fold_apart(left: str, right: str) -> None:
    assert fold_chinese(left).text != fold_chinese(right).text


@given(st.text(alphabet="数字 “”·A'專\u3000e\u0301½\n,", max_size=20))
def test_every_character_knows_its_place(text: str) -> None:
    folded = fold_chinese(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(*folded[1:], strict=True))
    assert list(folded.starts) == sorted(folded.starts)


def test_a_stretch_is_found_again() -> None:
    text = "发展“专精特新” 企业。"
    folded = fold_chinese(text)
    begin = folded.text.index("专精特新企业")
    assert text[slice(*folded.span(begin, begin + 6))] == "专精特新” 企业"


@given(st.text(alphabet="数字 “”'·・AzéB9\n", max_size=20))
def test_one_mark_is_judged_as_in_a_long_text(text: str) -> None:
    assert fold_chinese(text).text == passed_over().sub("", fold(text).text)
