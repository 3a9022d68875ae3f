"""The context of a finding: one line of any width with the words that are meant in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.exports.findings_context import excerpt
from reader.terms.findings import Quote
from reader.text.clean import clean
from reader.text.quoting import squeezed
from tests.exports import found

LONG = "Before it there are many words, then the little giant, and behind it there are many more words."


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, "…many words, then the ‹little giant›, and behind it there…"),
        (30, "…the ‹little giant›, and…"),
        (16, "…‹little giant›…"),
        (14, "‹little giant›"),
        (10, "‹little…›"),
        (3, "‹…›"),
        (2, ""),
    ],
)
def test_a_context_is_cut_between_words(width: int, shown: str) -> None:
    cut = str(excerpt(found.quote("little giant", LONG), width))
    assert (cut if width > 2 else "") == shown


def test_a_context_that_fits_is_whole() -> None:
    assert str(excerpt(found.quote("little giant", LONG), 100)) == LONG.replace(
        "little giant", "‹little giant›"
    )


def test_chinese_is_cut_between_characters() -> None:
    text = "党中央高度重视培育一批专精特新中小企业，促进其健康发展。"
    assert str(excerpt(found.quote("专精特新", text), 24)) == "…育一批‹专精特新›中小企…"


def test_what_one_side_does_not_need_the_other_side_gets() -> None:
    text = "A little giant is what we call a firm of this kind nowadays."
    assert str(excerpt(found.quote("little giant", text), 40)) == "A ‹little giant› is what we call a firm…"


def test_the_end_of_a_text_leaves_more_room_before() -> None:
    text = "What we call a firm of this kind nowadays is a little giant."
    assert str(excerpt(found.quote("little giant", text), 40)) == "…this kind nowadays is a ‹little giant›."


def test_a_cut_never_parts_a_mark_from_its_letter() -> None:
    text = "专e\u0301" * 40 + "X"
    for width in range(6, 20):
        assert "…\u0301" not in str(excerpt(found.quote("X", text), width))


def test_a_whole_segment_is_not_marked() -> None:
    cut = excerpt(Quote(found.spot(), LONG, 0, len(LONG)), 30)
    assert str(cut) == "Before it there are many…"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("little\ngiant\tfirm", "little ‹giant› firm"),
        ("\n    little\n    giant  \t firm\n  ", "little ‹giant› firm"),
        ("\n  giant\n  ", "‹giant›"),
        (f"giant{' ' * 200}firm", "‹giant› …"),
        (f"a{' ' * 1000}giant{' ' * 1000}b", "… ‹giant› …"),
    ],
)
def test_runs_of_blanks_and_line_ends_are_one_blank(text: str, shown: str) -> None:
    assert str(excerpt(found.quote("giant", text), 30)) == shown


def test_a_quote_over_several_lines_is_on_one() -> None:
    text = "the supply\n    networks & more"
    assert str(excerpt(found.quote("supply\n    networks", text), 40)) == "the ‹supply networks› & more"


def test_a_whole_segment_over_several_lines_is_on_one() -> None:
    for text, shown in (("\n  little\n  giant\n", "little giant"), (f"a{' ' * 900}b", "a …")):
        assert str(excerpt(Quote(found.spot(), text, 0, len(text)), 40)) == shown


@given(st.text(), st.text(min_size=1), st.text(), st.integers(2, 100))
@example("x" * 100_000, "y" * 100_000, "专" * 100_000, 40)
@example("a b c d e f g h i j k l m n", "X", "", 10)
@example("专" * 50, "X", "", 11)
@example("é" * 50, "a", "\u0301" * 50, 40)
@example("\U0001f468\u200d\U0001f469" * 20, "☁️", "☁️" * 50, 11)
def test_an_excerpt_fits_and_holds_only_what_stands_there(
    before: str, words: str, after: str, width: int
) -> None:
    text = clean(before + words + after)
    cut = excerpt(Quote(found.spot(), text, len(before), len(before) + len(words)), width)
    assert cell_len(str(cut)) <= width
    flat = squeezed(text)
    assert all(part.strip("…") in flat for part in cut)
