"""Notes come back with their words, and what two windows write is kept."""

from pathlib import Path

from reader.shelf.store import Shelf
from tests.shelf.books import PARAGRAPHS, SHIFTED, STAMP, TRANSLATIONS, WITHOUT, book, book_file, shelf_in

DEEPLY = PARAGRAPHS[2].index("narrow field")


def test_a_note_on_a_paragraph_comes_back(shelf: Shelf) -> None:
    text = shelf.text(book())
    note = shelf.add_note(text, 3, "Which firms?\nAsk.")
    assert (note.paragraph, note.start, note.end, note.body) == (3, 0, 0, "Which firms?\nAsk.")
    assert (note.quote, note.revision, note.created, note.changed) == (PARAGRAPHS[2], 1, STAMP, STAMP)
    assert shelf.notes(text) == [note]


def test_a_note_on_a_term_knows_the_concept_and_the_words(shelf: Shelf) -> None:
    text = shelf.text(book(translations=TRANSLATIONS))
    english = shelf.add_note(text, 3, "too literal", start=DEEPLY, end=DEEPLY + 12, concept="niche")
    chinese = shelf.add_note(text, 3, "better", start=2, end=4, side="translation", concept="firm")
    assert [(note.quote, note.concept, note.side) for note in (english, chinese)] == [
        ("narrow field", "niche", "source"),
        ("企业", "firm", "translation"),
    ]
    assert shelf.notes(text) == [chinese, english]


def test_a_note_on_a_translation_follows_it(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    path.write_text("known by its path")
    shelf.add_note(
        shelf.text(book(path=path, translations=TRANSLATIONS)),
        3,
        "better",
        start=2,
        end=4,
        side="translation",
    )
    new = book(SHIFTED, path, ["新题", *TRANSLATIONS[:2], "这些小企业", *TRANSLATIONS[3:]])
    for _ in range(2):
        (note,) = shelf.notes(shelf.text(new))
        assert (note.paragraph, note.start, note.end, note.state) == (4, 3, 5, "uncertain")
    newest = book(SHIFTED, path, ["新题", *TRANSLATIONS[:2], "企业", *TRANSLATIONS[3:]])
    assert [(note.start, note.end) for note in shelf.notes(shelf.text(newest))] == [(0, 2)]


def test_a_saved_note_counts_its_revisions(shelf: Shelf) -> None:
    text = shelf.text(book())
    note = shelf.add_note(text, 3, "one")
    saved = shelf.save_note(text, note, "two")
    assert (saved.note.body, saved.note.revision, saved.rival) == ("two", 2, None)
    assert shelf.notes(text) == [saved.note]


def test_two_windows_that_write_the_same_note_both_keep_what_they_wrote(shelf: Shelf, tmp_path: Path) -> None:
    text, other = shelf.text(book()), shelf_in(tmp_path / "data")
    note = shelf.add_note(text, 3, "one", start=DEEPLY, end=DEEPLY + 12, concept="niche")
    theirs = other.save_note(text, note, "theirs").note
    saved = shelf.save_note(text, note, "ours")
    assert saved.rival == theirs
    assert (saved.note.quote, saved.note.concept, saved.note.body) == ("narrow field", "niche", "ours")
    assert shelf.notes(text) == [theirs, saved.note]


def test_two_windows_that_write_the_same_words_do_not_differ(shelf: Shelf, tmp_path: Path) -> None:
    text, other = shelf.text(book()), shelf_in(tmp_path / "data")
    note = shelf.add_note(text, 3, "one")
    other.save_note(text, note, "same")
    assert shelf.save_note(text, note, "same").rival is None
    assert len(shelf.notes(text)) == 1


def test_a_note_that_another_window_deleted_is_written_anew(shelf: Shelf, tmp_path: Path) -> None:
    text, other = shelf.text(book()), shelf_in(tmp_path / "data")
    note = shelf.add_note(text, 3, "one", start=DEEPLY, end=DEEPLY + 12)
    other.delete_note(note)
    saved = shelf.save_note(text, note, "two").note
    assert saved.id != note.id
    assert [(kept.body, kept.quote) for kept in shelf.notes(text)] == [("two", "narrow field")]


def test_a_note_that_another_window_changed_is_not_deleted(shelf: Shelf, tmp_path: Path) -> None:
    text, other = shelf.text(book()), shelf_in(tmp_path / "data")
    note = shelf.add_note(text, 3, "one")
    theirs = other.save_note(text, note, "theirs").note
    assert shelf.delete_note(note) is None
    assert shelf.notes(text) == [theirs]


def test_deleting_a_note_can_be_undone(shelf: Shelf) -> None:
    text = shelf.text(book())
    note = shelf.save_note(text, shelf.add_note(text, 3, "one"), "two").note
    deleted = shelf.delete_note(note)
    assert deleted
    assert shelf.notes(text) == []
    shelf.restore_note(text, deleted)
    shelf.restore_note(text, deleted)
    assert shelf.notes(text) == [note]


def test_a_note_that_moved_is_confirmed_with_its_words(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    shelf.add_note(shelf.text(book_file(path)), 3, "hm", start=DEEPLY, end=DEEPLY + 12)
    text = shelf.text(book_file(path, SHIFTED))
    confirmed = shelf.confirm_note(text, shelf.notes(text)[0])
    assert (confirmed.paragraph, confirmed.quote, confirmed.settled) == (4, "narrow field", True)
    assert shelf.notes(text) == [confirmed]


def test_an_orphaned_note_is_put_on_a_whole_paragraph(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    shelf.add_note(shelf.text(book_file(path)), 3, "hm", start=DEEPLY, end=DEEPLY + 12)
    text = shelf.text(book_file(path, WITHOUT))
    (orphan,) = shelf.notes(text)
    assert orphan.paragraph is None
    assert shelf.confirm_note(text, orphan) == orphan
    again = shelf.save_note(text, orphan, "still").note
    assert shelf.confirm_note(text, again, 1).quote == WITHOUT[0]
