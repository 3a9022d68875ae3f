"""What a spreadsheet would compute is guarded in a cell, and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.formulas import guarded, unguarded


@pytest.mark.parametrize("sign", "=+-@＝＋－＠\t\r\n")
def test_a_cell_begins_with_no_sign_of_a_formula(sign: str) -> None:
    assert guarded(f"{sign}1+1") == f"'{sign}1+1"
    assert guarded(f"''{sign}1+1") == f"'''{sign}1+1"


@pytest.mark.parametrize("text", ["", "'", "a=1", "1-2", "'a'", "n'=1", "“=1”", " =1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text("'=＝-@\t\na") | st.text())
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
