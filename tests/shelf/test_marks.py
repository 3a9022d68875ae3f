"""Marks come back, are renamed, deleted and brought back, and found again in the text as it is now."""

from pathlib import Path

import pytest

from reader.shelf.marks import Mark
from reader.shelf.store import Shelf
from tests.shelf.books import PARAGRAPHS, REWRITTEN, SHIFTED, STAMP, WITHOUT, book, book_file, shelf_in


@pytest.mark.parametrize("name", ["", "turning point", "要点"])
def test_a_mark_comes_back_with_its_name_and_its_paragraph(shelf: Shelf, name: str) -> None:
    text = shelf.text(book())
    made = shelf.add_mark(text, 3, name)
    assert made == Mark(1, 3, 3, name, PARAGRAPHS[2], STAMP, "exact")
    assert made.settled
    assert shelf.marks(text) == [made]


def test_marks_come_in_the_order_of_the_text_and_then_of_their_making(shelf: Shelf) -> None:
    text = shelf.text(book())
    for paragraph in (5, 2, 5, 1):
        shelf.add_mark(text, paragraph)
    assert [(mark.paragraph, mark.id) for mark in shelf.marks(text)] == [(1, 4), (2, 2), (5, 1), (5, 3)]


def test_a_mark_is_renamed(shelf: Shelf) -> None:
    text = shelf.text(book())
    mark = shelf.add_mark(text, 3)
    assert shelf.rename_mark(mark, "better")
    assert [mark.name for mark in shelf.marks(text)] == ["better"]


def test_deleting_a_mark_can_be_undone_and_only_once(shelf: Shelf) -> None:
    text = shelf.text(book())
    mark, other = shelf.add_mark(text, 3, "kept"), shelf.add_mark(text, 4)
    deleted = shelf.delete_mark(mark)
    assert deleted
    assert shelf.marks(text) == [other]
    shelf.restore_mark(text, deleted)
    shelf.restore_mark(text, deleted)
    assert shelf.marks(text) == [mark, other]


def test_what_another_window_deleted_is_told_and_not_made_again(shelf: Shelf) -> None:
    text = shelf.text(book())
    mark = shelf.add_mark(text, 3)
    shelf.delete_mark(mark)
    assert shelf.delete_mark(mark) is None
    assert not shelf.rename_mark(mark, "late")
    shelf.confirm_mark(text, mark)
    assert shelf.marks(text) == []


def test_an_id_is_never_given_twice(shelf: Shelf) -> None:
    text = shelf.text(book())
    first = shelf.add_mark(text, 3)
    shelf.delete_mark(first)
    assert shelf.add_mark(text, 3).id != first.id


def test_a_mark_that_moved_is_uncertain_until_it_is_confirmed(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add_mark(shelf.text(book_file(tmp_path / "book.txt")), 3)
    text = shelf.text(book_file(tmp_path / "book.txt", SHIFTED))
    (mark,) = shelf.marks(text)
    assert (mark.paragraph, mark.was, mark.state, mark.settled) == (4, 3, "moved", False)
    assert shelf.marks(text) == [mark]
    confirmed = shelf.confirm_mark(text, mark)
    assert (confirmed.paragraph, confirmed.was, confirmed.settled) == (4, 4, True)
    assert shelf.marks(text) == [confirmed]


def test_a_mark_in_an_edited_paragraph_keeps_its_old_words_until_it_is_confirmed(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.add_mark(shelf.text(book_file(tmp_path / "book.txt")), 3)
    text = shelf.text(book_file(tmp_path / "book.txt", REWRITTEN))
    (mark,) = shelf.marks(text)
    assert (mark.paragraph, mark.state, mark.quote) == (3, "uncertain", PARAGRAPHS[2])
    assert shelf.confirm_mark(text, mark).quote == REWRITTEN[2]


def test_a_mark_whose_paragraph_is_gone_is_listed_last_and_can_be_put_elsewhere(
    shelf: Shelf, tmp_path: Path
) -> None:
    text = shelf.text(book_file(tmp_path / "book.txt"))
    orphan, other = shelf.add_mark(text, 3), shelf.add_mark(text, 6)
    text = shelf.text(book_file(tmp_path / "book.txt", WITHOUT))
    assert [(mark.id, mark.paragraph, mark.state) for mark in shelf.marks(text)] == [
        (other.id, 5, "moved"),
        (orphan.id, None, "orphan"),
    ]
    lost = shelf.marks(text)[1]
    assert shelf.confirm_mark(text, lost) == lost
    assert shelf.confirm_mark(text, lost, 2).paragraph == 2
    assert [mark.paragraph for mark in shelf.marks(text)] == [2, 5]


def test_a_text_that_is_put_back_as_it_was_has_its_marks_as_they_were(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    mark = shelf.add_mark(shelf.text(book_file(path)), 3)
    assert shelf.marks(shelf.text(book_file(path, SHIFTED))) != [mark]
    assert shelf.marks(shelf.text(book_file(path))) == [mark]


def test_where_a_mark_was_found_is_remembered(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add_mark(shelf.text(book_file(tmp_path / "book.txt")), 3)
    text = shelf.text(book_file(tmp_path / "book.txt", REWRITTEN))
    found = shelf.marks(text)
    searched: list[int] = []
    monkeypatch.setattr("reader.shelf.finding.shortlists", lambda *_: searched.append(1))
    assert shelf_in(tmp_path / "data").marks(text) == found
    assert searched == []
