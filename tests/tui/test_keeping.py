"""What the reader keeps: place, tastes, marks and notes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.shelf.marks import Mark
from reader.shelf.notes import Note
from reader.shelf.places import Place
from reader.terms.concepts import Term
from reader.terms.occurrences import Occurrence
from reader.text.clean import clean, clean_line
from reader.tui.keeping import Keeper, Subject, subject_of
from reader.tui.marks_blocks import item_block
from tests.hostile import HOSTILE
from tests.shelf.books import PARAGRAPHS, book, book_file, shelf_in
from tests.tui.kept import Listener, blocked, bodies, keeper_in, names, write

FIRMS = Occurrence(3, "source", 6, 11, "firms", "firm", Term("en", "firms"), None)
SHORT = [text for text in HOSTILE if len(text) < 1000]


# The place and the tastes


def test_a_place_is_written_when_it_settles_and_not_before(tmp_path: Path) -> None:
    keeper, place = keeper_in(tmp_path), Place(3, (2, 1), 0)
    keeper.place_changed(place)
    assert keeper_in(tmp_path).place() is None
    keeper.settle()
    assert keeper_in(tmp_path).place() == place


def test_what_is_written_is_not_written_again(tmp_path: Path) -> None:
    one, two = keeper_in(tmp_path), keeper_in(tmp_path)
    for keeper, number, mode in ((one, 3, "beside"), (two, 4, "only")):
        keeper.place_changed(Place(number, (number, 0)))
        keeper.taste_changed(mode=mode)
        keeper.settle()
    one.flush()
    assert keeper_in(tmp_path).place() == Place(4, (4, 0))
    assert keeper_in(tmp_path).tastes() == {"mode": "only"}


def test_going_back_to_where_it_was_written_writes_nothing(tmp_path: Path) -> None:
    one, two = keeper_in(tmp_path), keeper_in(tmp_path)
    for keeper, number in ((one, 3), (two, 4), (one, 3)):
        keeper.place_changed(Place(number, (number, 0)))
        keeper.settle()
    assert keeper_in(tmp_path).place() == Place(4, (4, 0))


def test_tastes_are_written_with_the_place_or_alone(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    keeper.taste_changed(mode="beside")
    keeper.settle()
    keeper.taste_changed(theme="reader-light", pinyin="off")
    keeper.place_changed(Place(2, (2, 0)))
    assert keeper_in(tmp_path).tastes() == {"mode": "beside"}
    assert keeper.flush()
    assert keeper_in(tmp_path).tastes() == {"mode": "beside", "theme": "reader-light", "pinyin": "off"}


def test_coming_back_to_the_kept_place_writes_nothing(tmp_path: Path) -> None:
    first = keeper_in(tmp_path)
    first.place_changed(Place(3, (3, 0)))
    first.settle()
    second = keeper_in(tmp_path)
    before = second.place()
    assert before == Place(3, (3, 0))
    first.place_changed(Place(5, (5, 0)))
    first.settle()
    second.place_changed(Place(4, (4, 0)))
    second.place_changed(before)
    second.settle()
    assert keeper_in(tmp_path).place() == Place(5, (5, 0))


# Marks


def test_nothing_is_marked_until_the_shelf_was_read(tmp_path: Path) -> None:
    keeper_in(tmp_path).toggle_mark(2)
    keeper = Keeper(shelf_in(tmp_path), book())
    assert keeper.marked == frozenset()
    keeper.load()
    assert keeper.marked == {2}


def test_a_mark_that_goes_is_told_of_and_comes_back_once(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path, listener=listener)
    keeper.toggle_mark(2)
    keeper.rename(keeper.own.marks[0], "bearings")
    keeper.toggle_mark(2)
    assert listener.told == [("The mark on ¶ 2 is gone; the same key brings it back.", "information")]
    keeper.toggle_mark(4)
    keeper.toggle_mark(2)
    assert names(keeper) == [(2, "bearings"), (4, "")]
    assert keeper.undo() is None


def test_every_change_is_heard_of(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path, listener=listener)
    heard = listener.changes
    keeper.toggle_mark(2)
    assert listener.changes > heard


def test_a_key_marks_unmarks_and_marks_again_under_the_old_name(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(2)
    keeper.rename(keeper.own.marks[0], "  bearings\n ")
    assert keeper.marked == {2}
    keeper.toggle_mark(2)
    assert keeper.marked == keeper_in(tmp_path).marked == frozenset()
    keeper.toggle_mark(2)
    assert names(keeper) == names(keeper_in(tmp_path)) == [(2, "bearings")]


@pytest.mark.parametrize(
    ("marked", "here", "by", "found"),
    [
        ((2, 5), 1, 1, 2),
        ((2, 5), 2, 1, 5),
        ((2, 5), 3, -1, 2),
        ((2, 5), 5, 1, 2),
        ((2, 5), 6, 1, 2),
        ((2, 5), 2, -1, 5),
        ((2, 5), 1, -1, 5),
        ((2,), 2, 1, None),
        ((2,), 4, -1, 2),
        ((), 4, 1, None),
    ],
)
def test_marks_are_gone_through_in_both_directions(
    tmp_path: Path, marked: tuple[int, ...], here: int, by: int, found: int | None
) -> None:
    keeper = keeper_in(tmp_path)
    for number in marked:
        keeper.toggle_mark(number)
    assert keeper.next_mark(here, by) == found


@pytest.mark.parametrize("name", SHORT)
def test_a_name_comes_back_harmless(tmp_path: Path, name: str) -> None:
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(1)
    keeper.rename(keeper.own.marks[0], name)
    assert names(keeper) == names(keeper_in(tmp_path)) == [(1, clean_line(name.strip()))]


# Notes


def test_a_note_is_written_changed_and_deleted_by_emptying_it(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path, listener=listener)
    write(keeper, 2, "tilled deeply\n")
    assert bodies(keeper) == bodies(keeper_in(tmp_path)) == [(2, "tilled deeply")]
    write(keeper, 2, "tilled for long")
    assert bodies(keeper_in(tmp_path)) == [(2, "tilled for long")]
    write(keeper, 2, " \n")
    assert keeper.noted == keeper_in(tmp_path).noted == frozenset()
    assert [told.sentence.split()[0] for told in listener.told] == ["Your", "Your", "The"]


def test_the_same_words_again_are_no_new_revision(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    for _ in range(2):
        write(keeper, 2, "once")
    assert keeper.own.notes[0].revision == 1


def test_nothing_written_on_nothing_is_nothing(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    write(keeper, 2, "  \n ")
    assert not keeper.items()


def test_a_term_and_its_paragraph_have_notes_of_their_own(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    write(keeper, 3, "on the firms", FIRMS)
    write(keeper, 3, "on the whole")
    term, whole = keeper_in(tmp_path).subjects(3, FIRMS)
    assert (term.quote, term.concept, term.note) == ("firms", "firm", keeper.own.notes[1])
    assert (whole.quote, whole.concept, whole.note) == (PARAGRAPHS[2], "", keeper.own.notes[0])
    assert keeper.notes_at(3) == ["on the whole", "“firms”: on the firms"]


def test_a_term_that_has_quotation_marks_is_quoted_in_others(tmp_path: Path) -> None:
    text = book(["The so-called “small giants” of it."])
    giants = FIRMS._replace(paragraph=1, start=4, end=28, text="so-called “small giants”")
    keeper = keeper_in(tmp_path, text)
    write(keeper, 1, "mine", giants)
    assert keeper.notes_at(1) == ["「so-called “small giants”」: mine"]
    assert "\n「so-called “small giants”」\n" in item_block(text, keeper.own.notes[0], 1).text


def test_a_note_belongs_to_one_place_of_a_term(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    write(keeper, 3, "on the firms", FIRMS)
    assert keeper.subjects(3, FIRMS._replace(start=20, end=25))[0].note is None
    assert keeper.subjects(3, FIRMS._replace(side="translation"))[0].note is None


def test_a_note_whose_words_are_gone_is_found_by_its_concept(tmp_path: Path) -> None:
    write(keeper_in(tmp_path, book_file(tmp_path / "b")), 3, "on the firms", FIRMS)
    edited = [words.replace("firms", "shops") for words in PARAGRAPHS]
    keeper = keeper_in(tmp_path, book(edited, tmp_path / "b"))
    (note,) = keeper.own.notes
    assert note.start == note.end
    term, whole = keeper.subjects(3, FIRMS)
    assert (term.note, whole.note) == (note, None)


@pytest.mark.parametrize("text", SHORT)
def test_a_note_comes_back_harmless(tmp_path: Path, text: str) -> None:
    keeper = keeper_in(tmp_path)
    write(keeper, 1, f"a{text}z")
    (note,) = keeper_in(tmp_path).own.notes
    assert note.body == clean(note.body) == keeper.own.notes[0].body
    assert (note.body[0], note.body[-1]) == ("a", "z")


def test_two_windows_changing_one_note_keep_both_texts(tmp_path: Path) -> None:
    listener = Listener()
    write(keeper_in(tmp_path), 2, "first")
    one, two = keeper_in(tmp_path), keeper_in(tmp_path, listener=listener)
    write(one, 2, "from the one window")
    write(two, 2, "from the other")
    assert sorted(body for _, body in bodies(two)) == ["from the one window", "from the other"]
    assert bodies(keeper_in(tmp_path)) == bodies(two)
    assert [told.severity for told in listener.told] == ["warning"]
    assert "both texts are kept" in listener.sentences


def test_a_note_that_another_window_changed_is_not_deleted(tmp_path: Path) -> None:
    listener = Listener()
    write(keeper_in(tmp_path), 2, "first")
    one, two = keeper_in(tmp_path), keeper_in(tmp_path, listener=listener)
    write(one, 2, "changed")
    two.delete(two.own.notes[0])
    assert bodies(two) == [(2, "changed")]
    assert "nothing was deleted" in listener.sentences
    two.undo()
    assert bodies(two) == [(2, "changed")]


def test_a_mark_that_another_window_deleted_is_not_renamed_in_silence(tmp_path: Path) -> None:
    listener = Listener()
    keeper_in(tmp_path).toggle_mark(2)
    one, two = keeper_in(tmp_path), keeper_in(tmp_path, listener=listener)
    one.toggle_mark(2)
    two.rename(two.own.marks[0], "mine")
    assert two.marked == frozenset()
    assert "“mine”" in listener.sentences


@pytest.mark.parametrize("again", [lambda keeper: keeper.toggle_mark(2), Keeper.undo])
def test_a_mark_that_another_window_deleted_can_be_made_anew(
    tmp_path: Path, again: Callable[[Keeper], object]
) -> None:
    listener = Listener()
    one = keeper_in(tmp_path)
    one.toggle_mark(2)
    one.rename(one.own.marks[0], "bearings")
    two = keeper_in(tmp_path, listener=listener)
    one.toggle_mark(2)
    two.toggle_mark(2)
    assert listener.told == [("The mark was deleted in another window already.", "warning")]
    again(two)
    assert names(two) == names(keeper_in(tmp_path)) == [(2, "bearings")]
    two.rename(two.own.marks[0], "tilled")
    two.toggle_mark(2)
    two.toggle_mark(2)
    assert names(keeper_in(tmp_path)) == [(2, "tilled")]


# Deleting and undoing


def test_what_was_deleted_comes_back_last_first(tmp_path: Path) -> None:
    listener = Listener()
    keeper = keeper_in(tmp_path)
    keeper.toggle_mark(2)
    keeper.rename(keeper.own.marks[0], "bearings")
    write(keeper, 3, "a note")
    keeper.listen(listener.tell, listener.changed)
    for item in keeper.items():
        keeper.delete(item)
    assert [told.sentence[:19] for told in listener.told[-2:]] == [
        "The mark is deleted",
        "The note is deleted",
    ]
    assert keeper_in(tmp_path).items() == []
    first, second, third = keeper.undo(), keeper.undo(), keeper.undo()
    assert isinstance(first, Note)
    assert isinstance(second, Mark)
    assert third is None
    again = keeper_in(tmp_path)
    assert (names(again), bodies(again)) == ([(2, "bearings")], [(3, "a note")])


# An edited text

EDITED = ("Something new stands before it all.", *PARAGRAPHS[:2], *PARAGRAPHS[3:])


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
