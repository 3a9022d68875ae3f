"""Lines of a table read all at once give what they give one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import InputError
from reader.text.bitexts.columns import Columns
from reader.text.bitexts.rows import Lines, Table
from reader.text.segments import Segment

TABLE = Table("a.tsv", Columns())
CELLS = st.sampled_from(
    (
        "企业",
        "a firm",
        "x",
        "",
        " ",
        "\u3000",
        "é",
        "a\u0301",
        "reader:ignore c",
        "\x1b[1m",
        "\x7f",
        "\u2028",
        "𠮷",
        "“",
    )
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=5)


@settings(max_examples=400)
@given(ROWS)
def test_rows_side_by_side_are_the_rows_one_by_one(drawn: list[list[str]]) -> None:
    lines = Lines("".join("\t".join(cells) + "\n" for cells in drawn).encode(), 7, TABLE)
    pairs = lines.pairs()
    alone = list(lines.segments())
    if pairs is not None:
        assert [pairs.segment(at) for at in range(len(pairs.targets))] == alone
        assert pairs.sources == [one.source.text for one in alone if isinstance(one, Segment) and one.source]
        assert pairs.targets == [one.target.text for one in alone if isinstance(one, Segment)]


@pytest.mark.parametrize("row", ["企业\ta firm", "“企业”\tthe “firm”", "é\té"])
def test_plain_rows_are_read_at_once(row: str) -> None:
    pairs = Lines(f"{row}\n{row}\n".encode(), 1, TABLE).pairs()
    assert pairs is not None
    assert pairs.segment(1).id == "2"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"a\n",
        b"a\tb\tc\n",
        b"a\t\n",
        b"a\t \n",
        b"a\tb\x1b\n",
        b"a\tb\xff\n",
        "a\t\u202eb\n".encode(),
    ],
)
def test_what_has_to_be_looked_at_is_read_row_by_row(data: bytes) -> None:
    assert Lines(data, 1, TABLE).pairs() is None


def test_columns_that_a_header_names_are_read_row_by_row() -> None:
    assert Lines(b"a\tb\n", 1, TABLE._replace(columns=Columns(1, 0))).pairs() is None


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"a\tb\nc\td\xff\n", "a.tsv:8:4: the byte 0xFF"), (b"a\tb\nc\0\td\n", "a.tsv:8:2: here is a NUL")],
)
def test_what_is_no_text_is_told_with_its_line(data: bytes, place: str) -> None:
    with pytest.raises(InputError, match=place):
        list(Lines(data, 7, TABLE).segments())
