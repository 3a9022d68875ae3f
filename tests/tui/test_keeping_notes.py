"""Notes that a reader keeps on a paragraph or a term."""

from pathlib import Path

import pytest

from reader.text.clean import clean
from reader.tui.marks_blocks import item_block
from tests.hostile import HOSTILE
from tests.shelf.books import PARAGRAPHS, book, book_file
from tests.tui.kept import FIRMS, Listener, bodies, keeper_in, write

SHORT = [text for text in HOSTILE if len(text) < 1000]


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
