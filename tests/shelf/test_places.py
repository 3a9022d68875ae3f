"""The reader is put back where they were, and what they chose is there again."""

from pathlib import Path

import pytest

from reader.shelf.places import Place
from reader.shelf.store import Shelf
from tests.shelf.books import PARAGRAPHS, REWRITTEN, SHIFTED, WITHOUT, book, book_file, shelf_in


def test_the_reader_is_put_back_where_they_were_as_they_were(shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep_place(shelf.text(book()), Place(3, (2, 4), 1), {"mode": "below", "theme": "dark"})
    shelf.keep_place(shelf.text(book()), Place(4, (3, 5), None), {"mode": "beside"})
    shelf.close()
    again = shelf_in(tmp_path / "data")
    assert again.place(again.text(book())) == Place(4, (3, 5), None)
    assert again.preferences() == {"mode": "beside", "theme": "dark"}


def test_each_text_has_a_place_of_its_own(shelf: Shelf) -> None:
    one, other = shelf.text(book()), shelf.text(book(REWRITTEN))
    shelf.keep_place(one, Place(3, (3, 0)))
    shelf.keep_place(other, Place(5, (5, 0)))
    assert (shelf.place(one), shelf.place(other)) == (Place(3, (3, 0)), Place(5, (5, 0)))


def test_preferences_are_for_all_texts_and_stay_when_not_named(shelf: Shelf) -> None:
    shelf.prefer(mode="below", pinyin="pane")
    shelf.prefer(pinyin="off")
    assert shelf.preferences() == {"mode": "below", "pinyin": "off"}


@pytest.mark.parametrize(
    ("paragraphs", "paragraph", "top"),
    [(SHIFTED, 4, (3, 7)), (REWRITTEN, 3, (2, 7)), (WITHOUT, 3, (2, 7)), (PARAGRAPHS[:1], 1, (1, 7))],
)
def test_the_place_moves_with_its_paragraph(
    shelf: Shelf, tmp_path: Path, paragraphs: tuple[str, ...], paragraph: int, top: tuple[int, int]
) -> None:
    shelf.keep_place(shelf.text(book_file(tmp_path / "book.txt")), Place(3, (2, 7), 1))
    text = shelf.text(book_file(tmp_path / "book.txt", paragraphs))
    assert shelf.place(text) == Place(paragraph, top, 1)
