"""A place in words, and a window that is kept and opened again."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.article import About, Article
from reader.tui.layout import Mode, Row, Setting, lay_out
from reader.tui.places import anchor_of, called, top_of
from reader.tui.window import Anchor, window
from tests.shelf.books import PARAGRAPHS, TRANSLATIONS, book

TEXT = book(translations=TRANSLATIONS)


def opened(setting: Setting, anchor: Anchor, current: int, height: int) -> list[Row]:
    """The rows of a window."""
    return window(
        anchor, current, height, (TEXT.first, TEXT.last), cache(lambda number: laid(number, setting))
    )


def laid(number: int, setting: Setting) -> tuple[Row, ...]:
    return lay_out(TEXT.paragraph(number), setting, revealed=False)


@given(
    st.integers(12, 80),
    st.sampled_from(["below", "beside", "hidden", "only"]),
    st.integers(1, len(PARAGRAPHS)),
    st.integers(0, 60),
    st.integers(3, 30),
)
def test_a_kept_window_opens_where_it_was(
    width: int, mode: Mode, number: int, offset: int, height: int
) -> None:
    setting = Setting(width, mode)
    before = opened(setting, Anchor(number, "source", offset, 0), number, height)
    top = top_of(before)
    after = opened(setting, anchor_of(top, laid(top[0], setting)), before[0].number, height)
    assert after[0].number == before[0].number
    if before[0].kind == "text":
        assert after == before


def test_a_line_that_is_no_longer_there_gives_the_last_one() -> None:
    setting = Setting(30, "below")
    assert anchor_of((2, 99), laid(2, setting)).number == 2
    assert anchor_of((2, 99), ()) == Anchor(2, row=0)


def test_the_top_is_the_first_row_of_the_window() -> None:
    rows = laid(2, Setting(30, "only"))
    assert top_of([*rows[-1:], *laid(3, Setting(30, "only"))]) == (2, len(rows) - 1)


def test_an_empty_window_has_its_top_at_the_beginning() -> None:
    assert top_of(()) == (0, 0)


@pytest.mark.parametrize(("number", "name"), [(0, "the headline"), (1, "¶ 1"), (2, "¶ 2"), (3, "the byline")])
def test_a_paragraph_has_a_name(number: int, name: str) -> None:
    article = Article(Path("x"), ["Head", "one", "two", "By me"], [], About(byline=3), "", headline=True)
    assert called(article, number) == name
