"""What `clean` promises: no character that acts on a terminal, and no offset moved."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import clean as clean_module
from reader.text.clean import clean, clean_import, clean_line
from tests.hostile import HOSTILE, HOSTILE_BY_NAME

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Text that breaks things, written more often than chance would write it.
ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from(
            "\x00\t\n\r\x1b\x7f\x9b\u00ad\u0301\u0489\u061c\u200b\u200d\u202e\u2028\ud800\ufe0f\ufeff专"
        ),
    )
)


def harmless(text: str) -> bool:
    return not any(
        category(char) in {"Cs", "Zl", "Zp"}
        or (category(char) == "Cc" and char not in "\t\n")
        or char in BIDI
        or "\u206a" <= char <= "\u206f"
        or "\ufff9" <= char <= "\ufffb"
        or "\ufdd0" <= char <= "\ufdef"
        or ord(char) & 0xFFFE == 0xFFFE  # the last two places of every plane
        or "\U000e0000" <= char <= "\U000e007f"
        for char in text
    )


def test_every_code_point_becomes_one_harmless_code_point() -> None:
    for code in range(0x110000):
        shown = clean(chr(code))
        assert len(shown) == 1, hex(code)
        assert harmless(shown), hex(code)
        assert clean(shown) == shown, hex(code)
        shown.encode()


def test_every_combining_mark_is_stacked_eight_high_at_most() -> None:
    for code in range(0x110000):
        if category(chr(code))[0] == "M":
            assert clean("a" + chr(code) * 10) == "a" + chr(code) * 8 + "\u200b\u200b", hex(code)


@given(ANY_TEXT)
def test_cleaning_keeps_the_length_and_once_is_enough(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert harmless(shown)
    assert clean(shown) == shown
    shown.encode()


@given(ANY_TEXT)
def test_importing_leaves_no_carriage_return_and_once_is_enough(text: str) -> None:
    shown = clean_import(text)
    assert harmless(shown)
    assert not any(char in shown for char in "\r\u00ad")
    assert not shown.startswith("\ufeff")
    assert clean_import(shown) == shown


@given(ANY_TEXT)
def test_a_line_stays_one_line_of_the_same_length(text: str) -> None:
    shown = clean_line(text)
    assert len(shown) == len(text)
    assert harmless(shown)
    assert not any(char in shown for char in "\t\n")
    assert clean_line(shown) == shown


@pytest.mark.parametrize("text", HOSTILE, ids=list(HOSTILE_BY_NAME))
def test_hostile_text_comes_out_harmless(text: str) -> None:
    assert harmless(clean(text))
    assert harmless(clean_import(text))
    assert harmless(clean_line(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, 专精特新。\n\tindented", "plain text, 专精特新。\n\tindented"),
        ("\x1b[31m", "\u241b[31m"),
        ("a\x00b\x7fc\rd", "a\u2400b\u2421c\u240dd"),
        ("\x85\x9b\u202e\u2066\u206a\ufff9\U000e0041\ufffe\U0001ffff\ud800", "\ufffd" * 10),
        ("a\u2028b\u2029c", "a\nb\nc"),
        (
            "\u200e\u200f\u061c\u200b\u200c\u200d\u2060\ufe0f",
            "\u200e\u200f\u061c\u200b\u200c\u200d\u2060\ufe0f",
        ),
        ("专\U00020000\U0001f600", "专\U00020000\U0001f600"),
        ("e" + "\u0301" * 8 + "e" + "\u0301" * 9, "e" + "\u0301" * 8 + "e" + "\u0301" * 8 + "\u200b"),
        (
            "e" + "\u0301" * 5 + "\u200d" + "\u0301" * 4,
            "e" + "\u0301" * 5 + "\u200d" + "\u0301" * 3 + "\u200b",
        ),
        ("\u2026" * 20, "\u2026" * 20),
    ],
)
def test_each_class_becomes_what_the_table_says(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\ufeffa\r\nb\rc\n", "a\nb\nc\n"),
        ("a\r\r\nb", "a\n\nb"),
        ("inno\u00advation", "innovation"),
        ("a\ufeffb", "a\ufeffb"),
    ],
)
def test_importing_settles_line_ends_and_drops_what_only_typesetters_need(text: str, shown: str) -> None:
    assert clean_import(text) == shown


def test_a_line_shows_where_it_was_broken() -> None:
    assert clean_line("a\tb\nc\u2028d\r") == "a b\u240ac\u240ad\u240d"


def test_a_stack_of_marks_through_many_bases_leaves_the_text_alone() -> None:
    vietnamese = "e\u0323\u0302" * 100
    assert clean(vietnamese) == vietnamese


def test_what_is_taken_for_plain_at_a_glance_is_what_clean_leaves_alone() -> None:
    suspect = clean_module._pattern("suspect")
    plain = [chr(code) for code in range(0x110000) if clean_module._is_plain({chr(code)})]
    assert len(plain) > 20_000
    assert not [char for char in plain if suspect.search(char)]
    assert clean_module._is_plain(set("Plain “words”, 还有中文……"))
