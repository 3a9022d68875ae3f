"""The English fold is local to a word, and never loses its place in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terms import english
from reader.terms.english import FoldedWords, fold_word
from reader.terms.folding import Folded, fold
from tests.hostile import HOSTILE

WORDS = {
    "small-": "small",
    "medium-sized": "medium sized",
    "industry–university": "industry university",
    "so—that": "so-that",
    "-": "-",
    "–5": "-5",
    "the": "",
    "The": "",
    "an": "",
    "a": "",
    "A": "a",
    "a,": "a,",
    "enterprises’": "enterpri",
    "“Root”": "root",
    "don’t": "don't",
    "China’s": "china",
    "&": "and",
    "R&D": "r and d",
    "M&As": "m and a",
    "As": "as",
    "U.S.": "US",
    "U.S.’s": "US",
    "(U.S.)": "(US)",
    "Ph.D.s": "phd",
    "e.g.": "e.g.",
    "10.2%": "10.2%",
    "US": "US",
    "us": "us",
    "Us": "us",
    "PINs": "PIN",
    "WHO's": "WHO",
    "SMEs": "sme",
    "labour-intensive": "labor intensive",
    "Straßen": "strassen",
    "发展SME企业": "发展sme企业",
    "\u200b": "",
    "tech\u200bnologies": "technology",
}
PARTS = st.sampled_from((*WORDS, "s", "'s", ".", "é", "e\u0301", "\u0301", "ﬁ", "½", "ß", "İ", "´"))
TEXTS = st.lists(PARTS | st.sampled_from((" ", "  ", "\n", "")), max_size=12).map("".join)


@pytest.mark.parametrize(("word", "folded"), WORDS.items(), ids=WORDS)
def test_a_word_folds_to_this(word: str, folded: str) -> None:
    assert fold_word(word).text == folded


@pytest.mark.parametrize(
    ("word", "folded"),
    [("US", "US"), ("Us", "Us"), ("R&D", "R and D"), ("Labour", "Labor"), ("ﬁrms", "firm")],
)
def test_case_is_kept_where_it_is_asked_for(word: str, folded: str) -> None:
    assert fold_word(word, keep_case=True).text == folded


@given(TEXTS)
def test_a_text_folds_word_by_word(text: str) -> None:
    folded = [fold_word(word).text for word in text.split()]
    assert FoldedWords(text).text == " ".join(word for word in folded if word)


@given(TEXTS, st.booleans())
def test_every_place_is_inside_the_text_and_in_order(text: str, keep_case: bool) -> None:
    for word in text.split():
        folded = fold_word(word, keep_case)
        assert len(folded.text) == len(folded.starts) == len(folded.ends)
        assert list(folded.starts) == sorted(folded.starts)
        assert list(folded.ends) == sorted(folded.ends)
        assert all(0 <= start < end <= len(word) for start, end in zip(*folded[1:], strict=True))


@given(st.text("aAtThHeEnsSUI.9,;:!?)]'", min_size=1), st.booleans())
def test_a_plain_word_folds_as_if_it_were_taken_apart(word: str, keep_case: bool) -> None:
    apart = english._fold_parts(word, fold(word, True), keep_case)
    assert _listed(fold_word(word, keep_case)) == _listed(apart)


def _listed(folded: Folded) -> tuple[str, list[int], list[int]]:
    return folded.text, list(folded.starts), list(folded.ends)


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("the  companies’ U.S. law", "company", "companies"),
        ("the  companies’ U.S. law", "company US law", "companies’ U.S. law"),
        ("of the\n medium-sized ", "of medium sized", "of the\n medium-sized"),
        ("small- and R&D", "r and d", "R&D"),
        ("a firm, a firm's", "firm", "firm"),
        ("an “analyses” of", "analysi", "analyses"),
    ],
)
def test_a_stretch_is_found_again(text: str, part: str, place: str) -> None:
    folded = FoldedWords(text)
    begin = folded.text.index(part)
    found = folded.place(begin, begin + len(part))
    assert found is not None
    assert text[slice(*found)] == place


def test_what_was_one_character_is_not_cut() -> None:
    folded = FoldedWords("of ﬁ")
    assert folded.text == "of fi"
    assert folded.place(3, 4) is None
    assert folded.place(4, 5) is None
    assert folded.place(3, 5) == (3, 4)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_too_hostile(text: str) -> None:
    folded = FoldedWords(text[:100_000])
    if folded.text:
        folded.place(0, len(folded.text))
