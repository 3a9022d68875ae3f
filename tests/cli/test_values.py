"""What an option's value may be."""

from argparse import ArgumentTypeError

import pytest

from reader.cli.values import Range, language, number, ranges
from tests.hostile import HOSTILE


def shortly(word: str) -> str:
    """A word as the name of a test."""
    return ascii(word[:20])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("3", ((3, 3),)),
        ("0", ((0, 0),)),
        ("3-6", ((3, 6),)),
        ("3-", ((3, None),)),
        ("3,5", ((3, 3), (5, 5))),
        ("8-9, 1-2", ((8, 9), (1, 2))),
    ],
)
def test_paragraphs_are_named_singly_and_in_ranges(word: str, expected: tuple[Range, ...]) -> None:
    assert ranges(word) == expected


@pytest.mark.parametrize(
    "word", ["", "x", "-3", "3--6", "3-x", "3,", "1.5", "+3", "３", "1" * 10, *HOSTILE], ids=shortly
)
def test_anything_else_is_told_in_one_sentence(word: str) -> None:
    with pytest.raises(ArgumentTypeError, match="write 3, 3-6, 3- or 3,5"):
        ranges(word)


def test_a_range_that_runs_backwards_is_told_how_to_turn() -> None:
    with pytest.raises(ArgumentTypeError, match="'6-3' runs backwards: write 3-6"):
        ranges("6-3")


@pytest.mark.parametrize("word", ["", "x", "3-6", "-1", "1_0", "٣", "9" * 5000, *HOSTILE], ids=shortly)
def test_a_number_is_nothing_but_digits(word: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is not the number of a paragraph"):
        number(word)


def test_a_number_is_read() -> None:
    assert number("017") == 17


@pytest.mark.parametrize("word", ["en", "zh-Hans", "zh-Latn-pinyin", "und"])
def test_a_language_tag_is_kept_as_it_is(word: str) -> None:
    assert language(word) == word


@pytest.mark.parametrize(
    "word", ["", "-", "e", "中文", "en_GB", "englishlanguage", "en-", *HOSTILE], ids=shortly
)
def test_what_cannot_be_a_tag_is_told(word: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is not a language tag"):
        language(word)
