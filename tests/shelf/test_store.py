"""What a reader keeps is listed, of one text and of all; it goes in and comes out harmless."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import ProgrammingError

import pytest

from reader.shelf.places import Place
from reader.shelf.store import Kept, Shelf
from reader.text.clean import clean, clean_line
from tests.hostile import HOSTILE_BY_NAME
from tests.shelf.books import (
    SHIFTED,
    book,
    book_file,
    shelf_in,
)


def test_a_new_shelf_is_empty_and_says_nothing(shelf: Shelf) -> None:
    text = shelf.text(book())
    assert shelf.notices == ()
    assert shelf.writable
    assert (shelf.place(text), shelf.marks(text), shelf.notes(text)) == (None, [], [])
    assert (shelf.everything(), shelf.preferences()) == ([], {})


def test_looking_at_a_text_writes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "data" / "reader.sqlite3"
    before = file.read_bytes()
    text = shelf.text(book())
    shelf.place(text)
    shelf.marks(text)
    shelf.kept(text)
    assert file.read_bytes() == before


@pytest.mark.parametrize("paragraph", [0, 99])
def test_only_paragraphs_of_the_text_can_be_kept(shelf: Shelf, paragraph: int) -> None:
    text = shelf.text(book())
    for keep in (shelf.add_mark, lambda text, number: shelf.add_note(text, number, "x")):
        with pytest.raises(IndexError):
            keep(text, paragraph)
    with pytest.raises(IndexError):
        shelf.keep_place(text, Place(paragraph, (1, 0)))
    assert shelf.everything() == []


def test_everything_is_listed_although_the_files_are_gone(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    text = shelf.text(book_file(path))
    mark, note = shelf.add_mark(text, 3, "kept"), shelf.add_note(text, 1, "body")
    shelf.keep_place(shelf.text(book(["only a place"])), Place(1, (1, 0)))
    shelf.close()
    path.unlink()
    assert shelf_in(tmp_path / "data").everything() == [Kept("A book", str(path), (mark,), (note,))]


def test_everything_tells_where_things_were_last_found(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add_mark(shelf.text(book_file(tmp_path / "book.txt")), 3)
    shelf.marks(shelf.text(book_file(tmp_path / "book.txt", SHIFTED)))
    (kept,) = shelf.everything()
    assert [(mark.paragraph, mark.state) for mark in kept.marks] == [(4, "moved")]


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_hostile_text_goes_in_and_comes_out_harmless(shelf: Shelf, name: str) -> None:
    hostile = HOSTILE_BY_NAME[name]
    article = book([f"Before {clean(hostile)} after.", clean(hostile) or "x"])
    text = shelf.text(article)
    mark = shelf.add_mark(text, 1, hostile)
    note = shelf.add_note(text, 2, hostile, start=0, end=1, concept=hostile)
    shelf.prefer(**{hostile: hostile})
    assert (mark.name, note.body, note.concept) == (clean_line(hostile), clean(hostile), clean_line(hostile))
    assert (shelf.marks(text), shelf.notes(text)) == ([mark], [note])
    assert shelf.save_note(text, note, hostile + hostile).note.body == clean(hostile + hostile)
    assert shelf.preferences() == {clean_line(hostile): clean_line(hostile)}


def test_another_thread_is_refused(shelf: Shelf) -> None:
    with ThreadPoolExecutor(1) as threads, pytest.raises(ProgrammingError):
        threads.submit(shelf.prefer, mode="below").result()
