"""Letters told by their script, one by one and in runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.scripts import Letters, count_letters, letters_of

SCRIPTS = ("han", "kana", "hangul", "cyrillic", "latin")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", Letters(0, 0, 0, 0, 0, 0)),
        ("R&D 2024, “little giants”", Letters(0, 0, 0, 0, 14, 0)),
        ("小巨人 AI", Letters(3, 0, 0, 0, 2, 0)),
        ("小さな", Letters(1, 2, 0, 0, 0, 0)),
        ("한국", Letters(0, 0, 2, 0, 0, 0)),
        ("Ёж", Letters(0, 0, 0, 2, 0, 0)),
        ("éÆ×", Letters(0, 0, 0, 0, 2, 0)),
        ("ελ \u0301", Letters(0, 0, 0, 0, 0, 2)),
    ],
)
def test_each_letter_counts_for_its_script(text: str, letters: Letters) -> None:
    assert count_letters(text) == letters


@given(st.text())
def test_as_many_letters_are_counted_as_stand_in_the_runs_of_a_script(text: str) -> None:
    counted = count_letters(text)
    for script in SCRIPTS:
        assert getattr(counted, script) == sum(map(len, letters_of(script).findall(text)))
