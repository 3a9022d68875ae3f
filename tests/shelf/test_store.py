"""What a reader keeps comes back: places, marks, notes, in the text as it is now."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import ProgrammingError

import pytest

from reader.shelf.marks import Mark
from reader.shelf.places import Place
from reader.shelf.store import Kept, Shelf
from reader.text.clean import clean, clean_line
from tests.hostile import HOSTILE_BY_NAME
from tests.shelf.books import PARAGRAPHS, STAMP, TRANSLATIONS, book, book_file, shelf_in

DEEPLY = PARAGRAPHS[2].index("narrow field")
SHIFTED = ("A new headline", *PARAGRAPHS)
WITHOUT = (*PARAGRAPHS[:2], *PARAGRAPHS[3:])
REWRITTEN = (*PARAGRAPHS[:2], PARAGRAPHS[2].replace("deeds", "work"), *PARAGRAPHS[3:])


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_in(tmp_path / "data")


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
