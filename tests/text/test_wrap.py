"""Laws of wrapping, and the lines that a reader of Chinese or English expects."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.clean import clean_import
from reader.text.files import shipped_article
from reader.text.wrap import drawn, line_starts, wrap
from tests.hostile import HOSTILE, HOSTILE_BY_NAME

ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\t\n  ab-/专精。，（）“”'\"—…\u0301\u200b\u200d\u2060\ufe0f\u3000☺👩🇨🇳\u1160"),
    )
).map(clean_import)
WIDTHS = st.integers(min_value=-1, max_value=60)
LATIN_WORDS = st.text("abcXYZ019é", min_size=1, max_size=8)
HAN_UNITS = st.from_regex(r"[（“《]?[专精特新]([。，”）！？]{0,2})", fullmatch=True)


def pieces(text: str, width: int) -> list[str]:
    starts = line_starts(text, width)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(ANY_TEXT, WIDTHS)
@example("\u0301a", 1)
@example("   a", 2)
def test_lines_join_back_and_each_begins_further_on(text: str, width: int) -> None:
    starts = line_starts(text, width)
    assert starts[0] == 0
    assert all(one < next_one for one, next_one in pairwise(starts))
    assert starts[-1] < max(1, len(text))
    assert "".join(pieces(text, width)) == text


@given(ANY_TEXT, st.integers(min_value=2, max_value=60))
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrap(text, width))


@given(ANY_TEXT, WIDTHS)
def test_a_line_feed_ends_a_line_and_stands_nowhere_else(text: str, width: int) -> None:
    assert all("\n" not in piece[:-1] for piece in pieces(text, width))
    assert all("\n" not in line and "\t" not in line for line in wrap(text, width))


@given(ANY_TEXT)
def test_what_fits_is_one_line(text: str) -> None:
    text = text.replace("\n", "")
    assert line_starts(text, max(1, cell_len(text.replace("\t", " ")))) == [0]


@given(ANY_TEXT, WIDTHS)
def test_a_mark_without_width_stays_with_its_base(text: str, width: int) -> None:
    assert not any(
        cell_len(text[start]) == 0 for start in line_starts(text, width)[1:] if text[start] not in "\t\n"
    )


@given(st.lists(LATIN_WORDS), st.integers(min_value=8, max_value=40))
def test_a_word_that_fits_is_never_cut_and_no_line_ends_early(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width)
    assert [word for line in lines for word in line.split()] == words
    for line, after in pairwise(lines):
        assert len(line) + 1 + len(after.split()[0]) > width


@given(st.lists(HAN_UNITS).map("".join), st.integers(min_value=8, max_value=40))
def test_no_line_begins_with_a_closing_or_ends_with_an_opening_mark(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(line[0] not in "。，”）！？" for line in lines[1:])
    assert all(line[-1] not in "（“《" for line in lines[:-1])
    for line, after in pairwise(lines):
        assert cell_len(line) > width - 8, (line, after)


@given(st.lists(st.tuples(LATIN_WORDS, st.sampled_from([" ", "中", "小，", "“企业”"]))), st.integers(14, 40))
def test_chinese_around_a_latin_word_does_not_cut_it(units: list[tuple[str, str]], width: int) -> None:
    lines = wrap("".join(word + around for word, around in units), width)
    for word, _ in units:
        assert any(word in line for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two   three", 7, ["one two", "three"]),
        ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
        ("an incomprehensible", 6, ["an", "incomp", "rehens", "ible"]),
        ("the small-and-medium-sized firm", 17, ["the small-and-", "medium-sized firm"]),
        ("from 2010-2020 on", 10, ["from", "2010-2020", "on"]),
        ("中小企业能办大事，", 16, ["中小企业能办大", "事，"]),
        ("中小企业能办大事，又", 18, ["中小企业能办大事，", "又"]),
        ("这些“小巨人”企业", 6, ["这些", "“小巨", "人”企", "业"]),
        ("参与的R&D强度超过7%。", 10, ["参与的R&D", "强度超过", "7%。"]),
        ("他说：“好。”“行。”", 12, ["他说：“好。”", "“行。”"]),
        ("一二——三四……五", 6, ["一二——", "三四……", "五"]),
        ("一二三——四", 7, ["一二三", "——四"]),
        ("\u3000\u3000前不久，奖", 8, ["\u3000\u3000前不", "久，奖"]),
        ("前不久\u3000\u3000奖", 6, ["前不久", "奖"]),
        ("a\tb\tc", 3, ["a b", "c"]),
        ("one\ntwo\n\nthree", 10, ["one", "two", "", "three"]),
        ("中\t中", 4, ["中", "中"]),
        ("中国-法国", 4, ["中", "国-", "法国"]),
        ("ab ( cd", 4, ["ab", "( cd"]),
        ("\u0301中国", 1, ["\u0301中", "国"]),
        ("中\u0301，，", 4, ["中\u0301，", "，"]),
        ("10\u00a0000 firms", 7, ["10\u00a0000", "firms"]),
        ("专精特新", 1, ["专", "精", "特", "新"]),
        ("，。、", 2, ["，", "。", "、"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩\u200d👩\u200d👧👩", 2, ["👩\u200d👩\u200d👧", "👩"]),
        ("🇨🇳🇫🇷", 3, ["🇨🇳", "🇫🇷"]),
        ("aaaa\u200bbbbb", 6, ["aaaa\u200b", "bbbb"]),
        ("ﾊﾝ 中\u2060国人", 5, ["ﾊﾝ", "中\u2060国", "人"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize("text", HOSTILE, ids=list(HOSTILE_BY_NAME))
@pytest.mark.parametrize("width", [2, 40])
def test_hostile_text_wraps(text: str, width: int) -> None:
    shown = clean_import(text)
    assert "".join(pieces(shown, width)) == shown


@pytest.mark.parametrize("width", [8, 20, 30, 58])
def test_the_shipped_chinese_keeps_the_rules_of_its_punctuation(width: int) -> None:
    for paragraph in shipped_article():
        lines = wrap(paragraph.translation or "", width)
        assert not any(line[0] in "，。、；：？！）》”’〕" for line in lines)
        assert not any(line[-1] in "（《“‘〔" for line in lines)
        assert all(width - 6 <= cell_len(line) <= width for line in lines[:-1])


@pytest.mark.parametrize("width", [20, 58])
def test_the_shipped_english_keeps_its_words_whole(width: int) -> None:
    for paragraph in shipped_article():
        shown = "\n".join(wrap(paragraph.source, width)).replace("-\n", "-").replace("\n", " ")
        assert shown == paragraph.source


def test_a_drawn_line_keeps_every_character_in_its_place() -> None:
    assert drawn("ab\tcd  \n", 0, 8) == "ab cd"
    assert drawn("ab\tcd  \n", 3, 8) == "cd"
