"""How alike two passages are, and which paragraphs of a long text are compared at all."""

import string
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.shelf.anchors import anchor_at
from reader.shelf.likeness import ALIKE, common, likeness, shortlists
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


def test_a_shortlist_stays_short_in_a_text_that_repeats_itself() -> None:
    (found,) = shortlists([anchor_at(book(), 2)], book([PARAGRAPHS[1]] * 500))
    assert len(found) <= 10
    assert found[0] == 2


def test_words_that_occur_nowhere_have_no_shortlist() -> None:
    assert shortlists([anchor_at(book(["something else entirely"]), 1)], book()) == [[]]
