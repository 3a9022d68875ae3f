"""The light fold makes one of what is one term, and never loses its place in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terms.folding import Folded, fold, singular, stem
from tests.hostile import HOSTILE

TEXTS = st.text(max_size=40) | st.text(
    alphabet="aAsSiIeEy' \"’“-–\t\n\u200b\u00ad\u0301ﬁßİ ％Ａ専专ée한\u1112\u1161가½…", max_size=20
)

ONE = {
    "case": ("SRDI", "srdi"),
    "curly and straight apostrophe": ("my country’s", "my country's"),
    "curly and straight quotation marks": ("“little giant”", '"little giant"'),
    "Chinese quotation marks": ("「小巨人」企業", "“小巨人”企業"),
    "single and double quotation marks": ("'pioneer'", '"pioneer"'),
    "en dash and hyphen": ("industry–university", "industry-university"),
    "no-break hyphen and hyphen": ("medium\u2011sized", "medium-sized"),
    "full-width and plain": ("ＳＭＥ％（２０２１）", "sme%(2021)"),
    "fraction": ("½", "1⁄2"),
    "ligature": ("ﬁrm", "firm"),
    "composed and decomposed": ("zhua\u0304n", "zhu\u0101n"),
    "composed and decomposed Hangul": ("\u1112\u1161\u11ab", "\ud55c"),
    "sharp s": ("straße", "STRASSE"),
    "a run of blanks": ("key  \t\n technologies", "key technologies"),
    "no-break and ideographic blank": ("R&D\u00a0intensity\u3000x", "r&d intensity x"),
    "zero-width characters": ("专\u200b精\u2060特\ufeff新", "专精特新"),
    "soft hyphen": ("tech\u00adnology", "technology"),
    "variation selector": ("葛\U000e0100", "葛"),
}


@pytest.mark.parametrize(("left", "right"), ONE.values(), ids=ONE)
def test_spellings_that_are_one_term_fold_alike(left: str, right: str) -> None:
    assert fold(left).text == fold(right).text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("专精特新", "專精特新"),
        ("medium-sized", "medium sized"),
        ("medium-sized", "mediumsized"),
        ("resume", "résumé"),
        ("10.2%", "102%"),
    ],
)
def test_spellings_that_are_two_terms_fold_apart(left: str, right: str) -> None:
    assert fold(left).text != fold(right).text


def test_case_is_kept_where_it_is_asked_for() -> None:
    assert fold("“SRDI” Straße", keep_case=True).text == "'SRDI' Straße"
    assert fold("“ＳＲＤＩ”…", keep_case=True).text == "'SRDI'..."


PLACES = {
    "plain": ("a b", [(0, 1), (1, 2), (2, 3)]),
    "a run of blanks is one place": ("a \n b", [(0, 1), (1, 4), (4, 5)]),
    "one character becomes two": ("ßa", [(0, 1), (0, 1), (1, 2)]),
    "two characters become one": ("e\u0301a", [(0, 2), (2, 3)]),
    "zero width inside": ("a\u200bb", [(0, 1), (2, 3)]),
    "zero width at the ends": ("\u200bab\u200b", [(1, 2), (2, 3)]),
    "a mark after a zero width": ("e\u200b\u0301", [(0, 3)]),
}


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_every_folded_character_knows_its_place(text: str, places: list[tuple[int, int]]) -> None:
    folded = fold(text)
    assert list(zip(folded.starts, folded.ends, strict=True)) == places


STEMS = {
    "sme": ["SMEs", "SME", "SME's", "smes"],
    "company": ["companies", "company", "company's"],
    "enterpri": ["enterprises", "enterprise", "Enterprise's"],
    "business": ["businesses", "business"],
    "statu": ["statuses", "status"],
    "hou": ["houses", "house"],
    "bu": ["buses", "bus", "BUS's"],
    "gpu": ["GPUs", "GPU"],
    "api": ["APIs", "API's"],
    "technology": ["technologies", "technology"],
    "box": ["boxes", "box"],
    "hero": ["heroes", "hero"],
    "watch": ["watches", "watch"],
    "cach": ["caches", "cache"],
    "movy": ["movies", "movie"],
    "tie": ["ties", "tie"],
    "fly": ["flies", "fly"],
    "bry": ["bries", "brie"],
    "use": ["uses", "use"],
    "giant": ["giants", "giant"],
    "analysi": ["analysis"],
    "ten": ["tens", "ten"],
    "tens": ["tense"],
    "1990s": ["1990s"],
    "as": ["as"],
    "specialized": ["specialized"],
    "specializing": ["specializing"],
    "special": ["special"],
}


@pytest.mark.parametrize(("base", "words"), STEMS.items(), ids=STEMS)
def test_singular_plural_and_possessive_are_one_word_and_nothing_else_is(base: str, words: list[str]) -> None:
    assert {singular(fold(word)).text for word in words} == {base}
    others = [stem(fold(word).text) for stems in STEMS.values() for word in stems if stems is not words]
    assert base not in others


def test_a_span_takes_in_the_whole_of_an_inflected_token() -> None:
    text = "Companies' and China’s  firms"
    folded = singular(fold(text))
    assert folded.text == "company' and china firm"
    spans = {"company": "Companies", "china": "China’s", "firm": "firms"}
    for word, found in spans.items():
        begin = folded.text.index(word)
        start, end = folded.span(begin, begin + len(word))
        assert text[start:end] == found


def test_an_s_after_a_closing_quotation_mark_in_a_longer_word_is_no_possessive() -> None:
    assert singular(fold("rock'stars 'so' it's")).text == "rock'star 'so' it"


def check(folded: Folded, text: str) -> None:
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(TEXTS)
def test_the_map_stays_inside_the_text_and_in_order(text: str) -> None:
    check(fold(text), text)
    check(singular(fold(text)), text)
    check(fold(text, keep_case=True), text)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS, TEXTS)
def test_what_stands_around_does_not_change_how_a_word_folds(left: str, right: str) -> None:
    assert fold(left + "|" + right).text == fold(left).text + "|" + fold(right).text


@given(TEXTS)
def test_a_character_without_width_changes_nothing(text: str) -> None:
    alone, beside = fold(text), fold(text + "\u200b")  # which also forces the long way
    assert (alone.text, [*alone.starts], [*alone.ends]) == (beside.text, [*beside.starts], [*beside.ends])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_too_hostile(text: str) -> None:
    check(singular(fold(text)), text)
