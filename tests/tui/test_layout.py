"""How paragraphs become rows, and rows a window."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.article import Paragraph
from reader.tui.layout import OPENING, Mode, Row, Setting, lay_out
from reader.tui.ruby import Reading
from reader.tui.window import Anchor, row_of, scrolled, window

ENGLISH = (
    "These little giant companies have proved with practical actions that they can support big innovation."
)
CHINESE = "这些“小巨人”企业，正在用实际行动证明：“大创新”，中小企业也撑得起。"
BOTH = Paragraph(2, ENGLISH, CHINESE)


def kinds(rows: tuple[Row, ...]) -> set[tuple[str, str]]:
    """Which sides stand in rows of which kind."""
    return {(row.kind, piece.side) for row in rows for piece in (row.left, row.right) if piece}


@pytest.mark.parametrize(
    ("mode", "revealed", "shown"),
    [
        ("below", False, {("text", "source"), ("text", "translation")}),
        ("beside", False, {("text", "source"), ("text", "translation")}),
        ("hidden", False, {("text", "source")}),
        ("hidden", True, {("text", "source"), ("text", "translation")}),
        ("only", False, {("text", "translation")}),
        ("only", True, {("text", "source"), ("text", "translation")}),
    ],
)
def test_a_mode_shows_its_sides(mode: Mode, revealed: bool, shown: set[tuple[str, str]]) -> None:
    assert kinds(lay_out(BOTH, Setting(40, mode), revealed)) == shown


@pytest.mark.parametrize("mode", ["below", "beside", "hidden", "only"])
def test_without_a_translation_every_mode_shows_the_source(mode: Mode) -> None:
    rows = lay_out(Paragraph(1, ENGLISH), Setting(100, mode), False)
    assert kinds(rows) == {("text", "source")}
    assert rows[-1].kind == "blank"


def test_columns_stand_side_by_side_only_where_there_is_room() -> None:
    wide = lay_out(BOTH, Setting(100, "beside"), False)
    narrow = lay_out(BOTH, Setting(40, "beside"), False)
    assert any(row.left and row.right for row in wide)
    assert not any(row.right for row in narrow)


def test_what_is_hidden_is_said() -> None:
    assert "hidden" in {row.kind for row in lay_out(BOTH, Setting(40, "hidden"), False)}


def test_pinyin_gets_a_row_above_each_row_in_which_a_reading_begins() -> None:
    readings = [Reading(2, 9, "xiǎo jùrén qǐyè"), Reading(31, 33, "chēngqǐ")]
    setting = Setting(30, "below", ("translation",))
    rows = lay_out(BOTH, setting, False, {"translation": readings})
    for above, below in pairwise(rows):
        piece = below.left
        said = (
            piece is not None
            and piece.side == "translation"
            and any(piece.start <= reading.start < piece.end for reading in readings)
        )
        if below.kind == "text":
            assert (above.kind == "pinyin") == said


@given(
    st.text(st.sampled_from("ab ,.“”（）中文专精特新\n"), min_size=1, max_size=200),
    st.integers(1, 60),
    st.sampled_from(["below", "beside", "hidden", "only"]),
    st.booleans(),
)
def test_rows_hold_every_character_once(text: str, width: int, mode: Mode, opens: bool) -> None:
    paragraph = Paragraph(1, text, text, opens=opens)
    rows = lay_out(paragraph, Setting(width, mode), True)
    for side in ("source", "translation"):
        pieces = [piece for row in rows for piece in (row.left, row.right) if piece and piece.side == side]
        assert "".join(paragraph.side(piece.side)[piece.start : piece.end] for piece in pieces) == text


def rows_by_height(heights: dict[int, int]) -> Callable[[int], tuple[Row, ...]]:
    """Paragraphs of so many text rows, each closed by a blank one."""

    def rows_of(number: int) -> tuple[Row, ...]:
        paragraph = Paragraph(number, "x" * heights[number])
        return lay_out(paragraph, Setting(1, "below"), False)

    return rows_of


@given(st.data())
def test_a_window_is_a_run_of_the_text_with_the_paragraph_in_it(data: st.DataObject) -> None:
    heights = dict(enumerate(data.draw(st.lists(st.integers(1, 12), min_size=1, max_size=12))))
    height = data.draw(st.integers(1, 30))
    current = data.draw(st.sampled_from(list(heights)))
    anchor = Anchor(
        data.draw(st.sampled_from(list(heights))),
        offset=data.draw(st.integers(0, 12)),
        row=data.draw(st.none() | st.integers(-3, 40)),
    )
    rows_of = rows_by_height(heights)
    whole = [row for number in heights for row in rows_of(number)]
    rows = window(anchor, current, height, (0, len(heights) - 1), rows_of)
    assert len(rows) == min(height, len(whole)) or (len(rows) == len(whole) - 1 == height)
    start = whole.index(rows[0])
    assert rows == whole[start : start + len(rows)]
    assert any(row.number == current for row in rows)


def test_a_window_lays_out_no_more_than_a_screenful() -> None:
    asked: list[int] = []
    rows_of = rows_by_height(dict.fromkeys(range(1000), 3))

    def counted(number: int) -> tuple[Row, ...]:
        asked.append(number)
        return rows_of(number)

    window(Anchor(500), 500, 40, (0, 999), counted)
    assert len(asked) <= 14


def test_a_paragraph_begins_a_third_of_the_way_down() -> None:
    rows = window(Anchor(5), 5, 30, (0, 20), rows_by_height(dict.fromkeys(range(21), 3)))
    assert next(index for index, row in enumerate(rows) if row.number == 5) == 10


def test_a_paragraph_that_just_fits_is_seen_whole() -> None:
    rows = window(Anchor(5), 5, 30, (0, 20), rows_by_height(dict.fromkeys(range(21), 28)))
    assert len([row for row in rows if row.number == 5 and row.kind == "text"]) == 28


@pytest.mark.parametrize("by", [1, 7, -1, -7])
def test_scrolling_moves_the_window_by_so_many_rows(by: int) -> None:
    rows_of = rows_by_height(dict.fromkeys(range(30), 4))
    whole = [row for number in range(30) for row in rows_of(number)]
    before = window(Anchor(15), 15, 20, (0, 29), rows_of)
    anchor = scrolled(before, by)
    assert anchor is not None
    after = window(anchor, anchor.number, 20, (0, 29), rows_of)
    assert whole.index(after[0]) == whole.index(before[0]) + by


def test_an_offset_finds_its_row_at_any_width() -> None:
    for width in (10, 23, 60):
        rows = lay_out(BOTH, Setting(width, "below"), False)
        row = rows[row_of(rows, "translation", 20)]
        assert row.left is not None
        assert row.left.side == "translation"
        assert row.left.start <= 20 < row.left.end


@given(st.text(st.sampled_from("ab ,专精。"), min_size=1, max_size=200), st.integers(8, 60))
def test_what_opens_an_original_paragraph_is_indented_and_still_fits(text: str, width: int) -> None:
    rows = lay_out(Paragraph(1, text, opens=True), Setting(width, "below"), False)
    pieces = [row.left for row in rows if row.kind == "text" and row.left]
    assert [piece.indent for piece in pieces] == [OPENING] + [0] * (len(pieces) - 1)
    for piece in pieces:
        assert piece.indent + cell_len(text[piece.start : piece.end].rstrip()) <= width
