"""Records of CSV: where each cell stands, what a quote means, and what a forgotten one costs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault
from reader.text.csv_records import Records

ROWS = ["a,b\n", '"c,\n""d""",e\n', ' "f",g\n', 'h,"i"j\n', "k,l\n"]


def records(text: str, *, spaces: bool = False) -> list[list[tuple[str, int, int]] | str]:
    """The cells of each row with their places, or what is wrong with it."""
    found = Records(iter([text]), "a.csv", ",", skip_initial_space=spaces)
    return [
        str(one).partition("\n")[0] if isinstance(one, Fault) else [cell[:3] for cell in one.cells]
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b", [[("a", 1, 1), ("b", 1, 3)]]),
        ("a,\n,", [[("a", 1, 1), ("", 1, 3)], [("", 2, 1), ("", 2, 2)]]),
        ('"a\nb","c,d"\ne\n', [[("a\nb", 1, 2), ("c,d", 2, 5)], [("e", 3, 1)]]),
        ('"a""b" ,c\n', [[('a"b', 1, 2), ("c", 1, 9)]]),
        ("a\u2028b,c\nd\n", [[("a\nb", 1, 1), ("c", 1, 5)], [("d", 2, 1)]]),
    ],
)
def test_a_cell_has_the_place_of_its_text(text: str, rows: list[list[tuple[str, int, int]]]) -> None:
    assert records(text) == rows


@pytest.mark.parametrize(
    ("text", "bare", "skipping"),
    [
        ('a, "b"', [("a", 1, 1), (' "b"', 1, 3)], [("a", 1, 1), ("b", 1, 5)]),
        ('a, b "c"', [("a", 1, 1), (' b "c"', 1, 3)], [("a", 1, 1), (' b "c"', 1, 3)]),
    ],
)
def test_a_blank_before_a_quote_is_text_unless_it_is_skipped(
    text: str, bare: list[tuple[str, int, int]], skipping: list[tuple[str, int, int]]
) -> None:
    assert records(text) == [bare]
    assert records(text, spaces=True) == [skipping]


def test_a_forgotten_quote_costs_its_line_and_no_other() -> None:
    never = "a.csv:1:3: this quote is never closed"
    assert records('a,"b\nc,d\n') == [never, [("c", 2, 1), ("d", 2, 3)]]
    stray = "a.csv:1:3: something stands between this closing quote and the end of its cell"
    assert records('"a"b\nc,d\n') == [stray, [("c", 2, 1), ("d", 2, 3)]]


@given(st.sets(st.integers(1, len(ROWS) - 1)))
def test_rows_are_the_same_wherever_the_file_is_cut(cuts: set[int]) -> None:
    marks = [0, *sorted(cuts), len(ROWS)]
    pieces = ("".join(ROWS[start:end]) for start, end in pairwise(marks))
    assert list(Records(pieces, "a.csv", ",")) == list(Records(iter(["".join(ROWS)]), "a.csv", ","))


def test_lines_without_quotes_come_at_once_and_the_rest_row_by_row() -> None:
    found = Records(iter(["a\nb\n", 'c\n"d"\n', "e\n"]), "a.csv", ",", 7)
    assert found.plain_lines() == ("a\nb\n", 7)
    assert found.plain_lines() is None
    lines = [record.line for record in (found.record(), found.record()) if record]
    assert (lines, found.plain_lines(), found.plain_lines()) == ([9, 10], ("e\n", 11), None)
