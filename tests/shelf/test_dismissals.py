"""A finding that was dismissed stays dismissed, with its reason, until that is taken back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.shelf import schema
from reader.shelf.connection import file_in
from reader.shelf.dismissals import Dismissal
from reader.shelf.places import Place
from reader.shelf.reading_dismissals import FIRST, dismissed
from reader.shelf.store import Shelf
from reader.terms.findings import Finding, Quote, Spot
from reader.text.clean import clean_line
from tests.hostile import HOSTILE_BY_NAME
from tests.shelf.books import PARAGRAPHS, STAMP, book, book_file, shelf_in


def finding(fingerprint: str = "f1", found: str = "little giants", segment: str = "1") -> Finding:
    spot = Spot("book.txt", segment, 1, 10, 23)
    quote = Quote(spot, PARAGRAPHS[0], 9, 22)
    return Finding(
        "forbidden", "error", "giant", quote, None, "", found, ("small firm",), "", "g.yaml:3", fingerprint
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def shelf(folder: Path) -> Shelf:
    return shelf_in(folder)


@pytest.mark.parametrize("reason", ["", "a quotation", "引文"])
def test_a_dismissal_comes_back_with_its_reason(shelf: Shelf, folder: Path, reason: str) -> None:
    text = shelf.text(book())
    made = shelf.dismiss(text, finding(), reason)
    assert made == Dismissal(1, 1, "f1", "forbidden", "giant", "1", "little giants", reason, STAMP)
    assert shelf_in(folder).dismissals(text) == [made]


def test_dismissing_again_changes_the_reason_and_nothing_else(shelf: Shelf) -> None:
    text = shelf.text(book())
    first = shelf.dismiss(text, finding(), "one")
    assert shelf.dismiss(text, finding(), "other") == first._replace(reason="other")
    assert shelf.dismissals(text) == [first._replace(reason="other")]


def test_a_dismissal_is_taken_back_once(shelf: Shelf) -> None:
    text = shelf.text(book())
    elsewhere = shelf.text(book(["Another text."]))
    shelf.dismiss(text, finding())
    kept = [shelf.dismiss(text, finding("f2")), shelf.dismiss(elsewhere, finding())]
    assert shelf.undismiss(text, "f1")
    assert not shelf.undismiss(text, "f1")
    assert shelf.dismissals() == kept


def test_each_text_has_dismissals_of_its_own_and_all_can_be_asked_for(shelf: Shelf, tmp_path: Path) -> None:
    one, other = shelf.text(book()), shelf.text(book(["Another text."]))
    first, second = shelf.dismiss(one, finding()), shelf.dismiss(other, finding())
    assert (shelf.dismissals(one), shelf.dismissals(other)) == ([first], [second])
    assert shelf.dismissals() == [first, second]
    assert shelf.dismissals(shelf.text(book(["A third."]))) == []
    assert [kept.dismissals for kept in shelf.everything()] == [(first,), (second,)]
    assert shelf.kept(other).dismissals == (second,)


def test_an_edited_text_keeps_its_dismissals(shelf: Shelf, tmp_path: Path) -> None:
    made = shelf.dismiss(shelf.text(book_file(tmp_path / "book.txt")), finding())
    edited = shelf.text(book_file(tmp_path / "book.txt", ["A new headline", *PARAGRAPHS]))
    assert shelf.dismissals(edited) == [made]


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_what_is_kept_of_a_finding_is_clean(shelf: Shelf, name: str) -> None:
    hostile = HOSTILE_BY_NAME[name]
    made = shelf.dismiss(shelf.text(book()), finding(found=hostile, segment=hostile), hostile)
    assert (made.found, made.segment, made.reason) == (clean_line(hostile),) * 3


def test_a_check_learns_what_is_dismissed_without_opening_the_shelf(shelf: Shelf, folder: Path) -> None:
    shelf.dismiss(shelf.text(book()), finding(), "a quotation")
    shelf.dismiss(shelf.text(book(["Another."])), finding("f2"))
    before = file_in(folder).read_bytes()
    assert dismissed(folder) == {"f1": "a quotation", "f2": ""}
    assert file_in(folder).read_bytes() == before


def test_where_nothing_is_kept_nothing_is_made(tmp_path: Path) -> None:
    assert dismissed(tmp_path / "nowhere") == {}
    file_in(tmp_path).touch()
    assert dismissed(tmp_path) == {}
    assert [path.name for path in tmp_path.iterdir()] == ["reader.sqlite3"]


def test_a_shelf_of_before_has_no_dismissals_and_is_left_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[: FIRST - 1])
        old = shelf_in(folder)
        old.keep_place(old.text(book()), Place(3, (2, 0)))
        old.close()
    before = file_in(folder).read_bytes()
    assert dismissed(folder) == {}
    assert file_in(folder).read_bytes() == before


def test_a_shelf_of_before_is_brought_up_with_everything_in_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", schema.STEPS[: FIRST - 1])
        old = shelf_in(folder)
        text = old.text(book())
        mark, note = old.add_mark(text, 3, "kept"), old.add_note(text, 1, "body")
        old.keep_place(text, Place(3, (2, 0)), {"mode": "below"})
        old.close()
    shelf = shelf_in(folder)
    assert f"from schema {FIRST - 1} to {schema.newest()}" in shelf.notices[0]
    made = shelf.dismiss(text, finding())
    kept = shelf.kept(text)
    assert (kept.marks, kept.notes, kept.dismissals) == ((mark,), (note,), (made,))
    assert (shelf.place(text), shelf.preferences()) == (Place(3, (2, 0)), {"mode": "below"})


def test_a_shelf_that_cannot_be_read_is_told(folder: Path) -> None:
    folder.mkdir()
    file_in(folder).write_bytes(b"no database at all" * 500)
    with pytest.raises(StoreError, match=r"dismissed cannot be read: .* is damaged"):
        dismissed(folder)


def test_what_another_program_put_there_has_no_dismissals(tmp_path: Path) -> None:
    with closing(sqlite3.connect(file_in(tmp_path))) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    assert dismissed(tmp_path) == {}
