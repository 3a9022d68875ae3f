"""Marks and notes of a text that was edited meanwhile."""

from pathlib import Path

from reader.shelf.marks import Mark
from reader.shelf.notes import Note
from reader.tui.keeping import Subject, subject_of
from tests.shelf.books import PARAGRAPHS, book, book_file
from tests.tui.kept import EDITED, FIRMS, blocked, keeper_in, write


def test_marks_of_an_edited_text_keep_their_state_until_they_are_confirmed(tmp_path: Path) -> None:
    original = book_file(tmp_path / "b")
    for number in (1, 2, 3):
        keeper_in(tmp_path, original).toggle_mark(number)
    edited = book(EDITED, tmp_path / "b")
    keeper = keeper_in(tmp_path, edited)
    first = keeper.items()[0]
    assert (first.paragraph, first.state) == (2, "moved")
    lost = keeper.items()[-1]
    assert (lost.paragraph, lost.was, lost.state) == (None, 3, "orphan")
    assert keeper.marked == {2, 3}
    keeper.confirm(first)
    keeper.confirm(lost, 6)
    again = keeper_in(tmp_path, edited)
    assert again.marked == {2, 3, 6}
    assert again.items()[0].settled
    assert again.items()[-1].settled


def test_what_a_note_is_about_can_be_asked_of_an_orphan(tmp_path: Path) -> None:
    note = Note(7, None, 3, 0, 0, "source", "firm", "firms", "mine", 1, "", "", "orphan")
    assert subject_of(note) == Subject(3, "firms", concept="firm", note=note)


def test_a_text_in_another_order_is_listed_in_its_own(tmp_path: Path) -> None:
    before = keeper_in(tmp_path, book_file(tmp_path / "b"))
    before.toggle_mark(2)
    write(before, 5, "a note")
    write(before, 3, "another")
    keeper = keeper_in(tmp_path, book([*PARAGRAPHS[3:], PARAGRAPHS[1]], tmp_path / "b"))
    assert [(type(item), item.was, item.paragraph) for item in keeper.items()] == [
        (Note, 5, 2),
        (Mark, 2, 5),
        (Note, 3, None),
    ]


def test_orphans_are_listed_by_where_they_were(tmp_path: Path) -> None:
    before = keeper_in(tmp_path, book_file(tmp_path / "b"))
    write(before, 2, "a note")
    before.toggle_mark(3)
    before.toggle_mark(2)
    keeper = keeper_in(tmp_path, book(["Nothing here is", "as it was before"], tmp_path / "b"))
    assert [(type(item), item.was) for item in keeper.items()] == [(Mark, 2), (Note, 2), (Mark, 3)]


def test_what_is_confirmed_is_settled_at_once_even_if_it_cannot_be_saved(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    before = keeper_in(folder, book_file(tmp_path / "b"))
    write(before, 3, "on the firms", FIRMS)
    write(before, 5, "lost", FIRMS._replace(start=0, end=4))
    before.toggle_mark(3)
    edited = book(
        [words.replace("firms", "shops") for words in (*PARAGRAPHS[:4], *PARAGRAPHS[5:])], tmp_path / "b"
    )
    keeper = keeper_in(folder, edited)
    folder.rename(tmp_path / "away")
    with blocked(folder):
        for item in keeper.items():
            keeper.confirm(item, 1 if item.paragraph is None else None)
        assert all(item.settled for item in keeper.items())
        assert {(note.start, note.end) for note in keeper.own.notes} == {(0, 0)}
        wanted = {(type(item), item.was, item.paragraph) for item in keeper.items()}
        assert wanted == {(Note, 1, 1), (Mark, 3, 3), (Note, 3, 3)}
    (tmp_path / "away").rename(folder)
    assert keeper.flush()
    again = keeper_in(folder, edited)
    assert {(type(item), item.was, item.paragraph) for item in again.items() if item.settled} == wanted
