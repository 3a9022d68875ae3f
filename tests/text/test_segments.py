"""Where the characters of a passage stand in its file, and which concepts a remark takes out."""

import pytest

from reader.text.segments import Anchor, Passage, ignored

PLAIN = Passage("one\ntwo three", 5, 3)
ESCAPED = Passage("small\ngiant\nis", 4, 9, (Anchor(6, 4, 16), Anchor(12, 5, 2)))
JOINED = Passage("small giant", 7, 1, (Anchor(6, 8, 1),))
MARKED = Passage("a little giant & co", 2, 10, (Anchor(9, 2, 26), Anchor(16, 3, 1)))


@pytest.mark.parametrize(
    ("passage", "offset", "place"),
    [
        (PLAIN, 0, (5, 3)),
        (PLAIN, 2, (5, 5)),
        (PLAIN, 4, (6, 1)),
        (PLAIN, 8, (6, 5)),
        (MARKED, 8, (2, 18)),
        (MARKED, 9, (2, 26)),
        (MARKED, 15, (2, 32)),
        (MARKED, 16, (3, 1)),
        (MARKED, 18, (3, 3)),
    ],
)
def test_a_character_stands_where_the_last_anchor_leads(
    passage: Passage, offset: int, place: tuple[int, int]
) -> None:
    assert passage.place(offset) == place


@pytest.mark.parametrize(
    ("passage", "start", "end", "extent"),
    [
        (PLAIN, 0, 3, (5, 3, 6)),
        (PLAIN, 4, 7, (6, 1, 4)),
        (PLAIN, 0, 13, (5, 3, 6)),  # it goes on in the next line
        (PLAIN, 3, 5, (5, 6, 6)),  # it begins at the line's end
        (MARKED, 2, 14, (2, 12, 31)),  # markup stands inside it
        (MARKED, 9, 19, (2, 26, 33)),  # an anchor leads to the next line
        (MARKED, 16, 16, (3, 1, 1)),
        (ESCAPED, 0, 11, (4, 9, 21)),  # a line end that the file spells out ends none of its lines
        (ESCAPED, 6, 14, (4, 16, 21)),
        (JOINED, 0, 11, (7, 1, 6)),  # the blank stands for the line's end
        (JOINED, 6, 11, (8, 1, 6)),
    ],
)
def test_a_stretch_ends_on_the_line_where_it_begins(
    passage: Passage, start: int, end: int, extent: tuple[int, int, int]
) -> None:
    assert passage.extent(start, end) == extent


@pytest.mark.parametrize(
    ("remarks", "names"),
    [
        (("reader:ignore giant",), {"giant"}),
        (("see below", "<!-- reader:ignore giant, sme-2 -->"), {"giant", "sme-2"}),
        (("reader:ignore a reader:ignore b",), {"a", "b"}),
        (("reader:ignore",), set()),
        (("the word ignore giant",), set()),
    ],
)
def test_a_remark_names_the_concepts_that_are_not_checked(remarks: tuple[str, ...], names: set[str]) -> None:
    assert ignored(*remarks) == names
