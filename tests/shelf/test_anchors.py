"""What is remembered about a place in a text."""

import pytest

from reader.shelf.anchors import CONTEXT, PASSAGE, anchor_at, fingerprint
from tests.shelf.books import PARAGRAPHS, TRANSLATIONS, book


def test_an_anchor_remembers_its_paragraph_and_its_neighbours() -> None:
    anchor = anchor_at(book(), 3)
    assert anchor.whole
    assert anchor.quote == anchor.passage == PARAGRAPHS[2]
    assert (anchor.before, anchor.paragraph, anchor.after) == tuple(map(fingerprint, PARAGRAPHS[1:4]))
    assert anchor.prefix == PARAGRAPHS[1][-CONTEXT:]
    assert anchor.suffix == PARAGRAPHS[3][:CONTEXT]


def test_an_anchor_on_words_remembers_what_stands_around_them() -> None:
    start = PARAGRAPHS[2].index("narrow field")
    anchor = anchor_at(book(), 3, start, start + 12)
    assert not anchor.whole
    assert anchor.quote == "narrow field"
    assert anchor.prefix + anchor.quote + anchor.suffix in PARAGRAPHS[2]
    assert (len(anchor.prefix), anchor.suffix[:8]) == (CONTEXT, " can be ")


def test_an_anchor_on_words_of_the_translation_quotes_the_translation() -> None:
    anchor = anchor_at(book(translations=TRANSLATIONS), 3, 2, 4, "translation")
    assert (anchor.prefix, anchor.quote) == ("这些", "企业")
    assert anchor.passage == PARAGRAPHS[2]


@pytest.mark.parametrize(
    ("number", "before", "after"), [(1, "", PARAGRAPHS[1]), (len(PARAGRAPHS), PARAGRAPHS[-2], "")]
)
def test_beyond_the_edge_there_is_no_neighbour(number: int, before: str, after: str) -> None:
    anchor = anchor_at(book(), number)
    assert anchor.before == (before and fingerprint(before))
    assert anchor.after == (after and fingerprint(after))


def test_words_that_are_not_there_make_the_whole_paragraph_the_anchor() -> None:
    anchor = anchor_at(book(), 3, 5000, 5004)
    assert anchor.whole
    assert anchor.quote == PARAGRAPHS[2]


def test_a_paragraph_that_is_not_there_cannot_be_anchored() -> None:
    with pytest.raises(IndexError):
        anchor_at(book(), 99)


def test_a_very_long_paragraph_is_remembered_by_how_it_begins_but_known_by_all_of_it() -> None:
    long = "x" * 5 * PASSAGE
    anchor = anchor_at(book([long]), 1)
    assert len(anchor.passage) == PASSAGE
    assert anchor.quote == long
    assert anchor.paragraph != fingerprint(long[:-1] + "y")
