"""What is shown of a faulty line, and that every reader of files shows the same."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, FaultyError
from reader.text.bitexts.pieces import fault
from reader.text.excerpts import excerpt
from reader.text.strict_yaml import parse_yaml
from reader.text.xml_reader import read_xml


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=300), st.data())
def test_the_column_stays_on_its_character(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    shown, caret = excerpt(line, column)
    assert shown[caret - 1 : caret] == line[column - 1 : column] or column > len(line)
    assert shown.strip("…") in line
    assert len(shown) <= 98
    if len(line) <= 96:
        assert (shown, caret) == (line, column)


@pytest.mark.parametrize(
    ("column", "shown", "caret"),
    [
        (1, "x" * 96 + "…", 1),
        (150, "…" + "x" * 96 + "…", 50),
        (300, "…" + "x" * 96, 97),
        (301, "…" + "x" * 96, 98),
    ],
)
def test_what_is_left_out_is_marked(column: int, shown: str, caret: int) -> None:
    assert excerpt("x" * 300, column) == (shown, caret)


def test_what_is_shown_is_harmless() -> None:
    assert excerpt("a\x1bb\u202ec", 2) == ("a␛b\ufffdc", 2)


def in_yaml(before: str, after: str) -> Fault:
    with pytest.raises(FaultyError) as caught:
        parse_yaml(f"# 1\n{before}*x{after}\n", "f").finish()
    return caught.value.faults[0]


def in_xml(before: str, after: str) -> Fault:
    with pytest.raises(FaultyError) as caught:
        list(read_xml(f"<a>\n{before}\x1b{after}\n</a>".encode(), "f"))
    return caught.value.faults[0]


def in_pairs(before: str, after: str) -> Fault:
    return fault("f", 2, len(before) + 1, "wrong", f"{before}&{after}")


@pytest.mark.parametrize("made", [in_yaml, in_xml, in_pairs])
@pytest.mark.parametrize(("before", "after"), [(1, 0), (30, 30), (300, 5), (5, 300), (300, 300)])
def test_every_reader_shows_a_line_alike(made: Callable[[str, str], Fault], before: int, after: int) -> None:
    start = "k: [" + "a" * before + ", "
    found = made(start, ", " + "b" * after + "]")
    caret = found.caret or found.column
    assert found.text[caret - 1] in "*␛&"
    assert found.text.startswith("…") == (before == 300)
    assert found.text.endswith("…") == (after == 300)
    assert len(found.text) <= 98
