"""Pinyin stands over its own characters, and nothing of it is cut off."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.ruby import Reading, gaps, pinyin_line, stretched_starts

TEXT = "这些“小巨人”企业，正在用实际行动证明：“大创新”，中小企业也撑得起。"
READINGS = [
    Reading(2, 9, "xiǎo jùrén qǐyè"),
    Reading(12, 19, "yòng shíjì xíngdòng zhèngmíng"),
    Reading(21, 24, "dà chuàngxīn"),
    Reading(26, 30, "zhōng-xiǎo qǐyè"),
    Reading(31, 33, "chēngqǐ"),
]


def stretched(start: int, end: int) -> str:
    """The text of a line as it is drawn: with the blanks that readings need."""
    blanks = gaps(TEXT, READINGS)
    cuts = sorted({start, end, *(offset for offset in blanks if start < offset < end)})
    parts = [TEXT[left:right] for left, right in pairwise(cuts)]
    return "".join(
        (" " * blanks.get(cut, 0) if cut != start else "") + part
        for cut, part in zip(cuts, parts, strict=False)
    )


@given(st.integers(4, 120))
def test_lines_join_back_and_begin_further_on(width: int) -> None:
    starts = stretched_starts(TEXT, width, READINGS)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < len(TEXT)


@given(st.integers(32, 120))
def test_each_reading_stands_where_its_term_begins_and_fits_the_line(width: int) -> None:
    starts = stretched_starts(TEXT, width, READINGS)
    said = []
    for start, end in zip(starts, [*starts[1:], len(TEXT)], strict=True):
        line, above = stretched(start, end), pinyin_line(TEXT, start, end, READINGS)
        assert cell_len(line.rstrip()) <= width
        assert cell_len(above) <= width
        for reading in READINGS:
            if start <= reading.start < end:
                column = cell_len(line[: line.index(TEXT[reading.start : reading.end])])
                assert above[column:].startswith(reading.pinyin)
                said.append(reading)
    assert said == READINGS


def test_without_readings_nothing_is_stretched() -> None:
    assert gaps(TEXT, []) == {}
    assert pinyin_line(TEXT, 0, len(TEXT), []) == ""


def test_a_reading_wider_than_the_line_does_not_hang() -> None:
    assert stretched_starts("专", 2, [Reading(0, 1, "zhuān")]) == [0]
