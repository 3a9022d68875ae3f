"""How alike two passages are, and which paragraphs of a long text are compared at all."""

import string
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.shelf.alike_passages import ALIKE, common, likeness, shortlists
from reader.shelf.anchors import anchor_at
from tests.shelf.books import PARAGRAPHS, book

WORDS = st.text(alphabet="abc 专精特新", max_size=60)


@given(WORDS, WORDS)
def test_likeness_is_never_less_than_what_difflib_finds(left: str, right: str) -> None:
    ratio = SequenceMatcher(None, left, right, autojunk=False).ratio()
    if left + right and ratio >= ALIKE:
        assert likeness(left, right) >= ALIKE


@given(WORDS, WORDS)
def test_likeness_is_a_ratio_or_nothing(left: str, right: str) -> None:
    found = likeness(left, right)
    assert found == 0.0 or ALIKE <= found <= 1.0
    assert (found == 1.0) == (left == right != "")


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("abcdefghij", "abcdefghij", 1.0),
        ("abcdefghij", "abcdefgXYZ", 0.7),
        ("abcdefghij", "abcdefWXYZ", 0.6),
        ("abcdefghij", "abcdeVWXYZ", 0.0),
        ("abcdefghij", "jihgfedcba", 0.0),
        ("abc", "abc" * 10, 0.0),
        ("", "", 0.0),
        ("专精特新企业", "专精特新中小企业", 6 / 7),
    ],
)
def test_less_than_six_tenths_is_not_alike(left: str, right: str, found: float) -> None:
    assert likeness(left, right) == found


def test_letters_that_are_frequent_in_a_long_passage_count_like_any_other() -> None:
    passage = "the narrow field " * 30
    assert likeness("A" + passage + "B", "C" + passage + "D") > 0.99


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [("", "", 0), ("abc", "abd", 2), ("abc", "abc", 3), ("a", "abc", 1), ("x", "y", 0)],
)
def test_common_counts_what_both_begin_with(left: str, right: str, shared: int) -> None:
    assert common(left, right) == shared


@pytest.mark.parametrize("number", range(1, len(PARAGRAPHS) + 1))
def test_the_shortlist_begins_with_the_paragraph_that_was_edited(number: int) -> None:
    edited = [words.replace("a", "o", 2).replace("国", "", 1) for words in PARAGRAPHS]
    text = book([*string.ascii_letters, *edited])
    assert shortlists([anchor_at(book(), number)], text)[0][0] == len(string.ascii_letters) + number


def test_the_paragraph_that_shares_most_comes_first_however_many_share_a_little() -> None:
    decoys = [f"{words} and {PARAGRAPHS[2][30:60]} and {words}" for words in string.ascii_letters]
    text = book([*decoys, PARAGRAPHS[2].replace("deeply", "widely"), *decoys])
    (found,) = shortlists([anchor_at(book(), 3)], text)
    assert found[0] == len(decoys) + 1


def test_a_shortlist_stays_short_in_a_text_that_repeats_itself() -> None:
    (found,) = shortlists([anchor_at(book(), 2)], book([PARAGRAPHS[1]] * 500))
    assert len(found) <= 10
    assert found[0] == 2


def test_words_that_occur_nowhere_have_no_shortlist() -> None:
    assert shortlists([anchor_at(book(["something else entirely"]), 1)], book()) == [[]]
