"""A file comes as whole lines, wherever it is cut on its way."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FaultyError
from reader.text.bitexts import streams
from reader.text.bitexts.streams import open_stream, open_undecoded
from reader.text.encoding import decode_lines

NAME = Path("a.tsv")
TEXTS = st.lists(st.sampled_from(("企业", "a", "\t", "\n", "\r\n", "\r", "\n\r", "\ufeff")), max_size=20).map(
    "".join
)


@given(TEXTS, st.integers(12, 17), st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16")))
def test_lines_are_whole_and_counted_however_the_file_is_cut(text: str, size: int, encoding: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "SAMPLE", size)
        data = text.encode(encoding)
        asked = "" if encoding.startswith("utf-8") else encoding
        pieces = list(open_undecoded(NAME, data, asked).pieces)
        whole = "".join(open_stream(NAME, data, asked).pieces)
    line = 1
    for first, piece in pieces:
        assert first == line
        assert piece.endswith(b"\n")
        line += piece.count(b"\n")
    ended = f"{whole}\n" if whole and not whole.endswith("\n") else whole
    assert decode_lines(b"".join(piece for _, piece in pieces), "a.tsv") == ended


def test_a_line_without_end_is_told_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SAMPLE", 4)
    monkeypatch.setattr(streams, "MAX_LINE", 10)
    for begun in ("a\n业业\n" + "业" * 12, "a\n业业\n" + "業" * 40):
        with pytest.raises(FaultyError) as told:
            list(open_undecoded(NAME, begun.encode()).pieces)
        assert told.value.faults[0].line == 3
    assert list(open_undecoded(NAME, ("业" * 10).encode()).pieces)
