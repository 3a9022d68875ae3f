"""A text is known by its content, else by its path."""

from pathlib import Path

import pytest

from reader.shelf.store import Shelf
from reader.text.article import Article
from tests.shelf.books import PARAGRAPHS, book, book_file

EDITED = ("A new headline", *PARAGRAPHS)
OTHER = ("Another text", "altogether")


def seen(shelf: Shelf, article: Article) -> list[str]:
    """The names of the marks that the shelf finds for an article; the reader then goes on reading it."""
    text = shelf.text(article)
    names = [mark.name for mark in shelf.marks(text)]
    if names:
        shelf.confirm_mark(text, shelf.marks(text)[0])
    return names


def mark(shelf: Shelf, article: Article, name: str = "mine") -> None:
    shelf.add_mark(shelf.text(article), 1, name)


def test_an_edited_file_is_the_same_text(shelf: Shelf, tmp_path: Path) -> None:
    mark(shelf, book_file(tmp_path / "a.txt"))
    assert seen(shelf, book_file(tmp_path / "a.txt", EDITED)) == ["mine"]


def test_a_moved_file_is_the_same_text(shelf: Shelf, tmp_path: Path) -> None:
    mark(shelf, book_file(tmp_path / "a.txt"))
    assert seen(shelf, book_file(tmp_path / "b.txt")) == ["mine"]


def test_a_text_may_be_moved_edited_and_moved_again(shelf: Shelf, tmp_path: Path) -> None:
    mark(shelf, book_file(tmp_path / "a.txt"))
    assert seen(shelf, book_file(tmp_path / "b.txt")) == ["mine"]
    assert seen(shelf, book_file(tmp_path / "b.txt", EDITED)) == ["mine"]
    assert seen(shelf, book_file(tmp_path / "c.txt", EDITED)) == ["mine"]
    assert seen(shelf, book_file(tmp_path / "d.txt")) == ["mine"]


def test_another_file_with_other_words_is_another_text(shelf: Shelf, tmp_path: Path) -> None:
    mark(shelf, book_file(tmp_path / "a.txt"))
    assert seen(shelf, book_file(tmp_path / "b.txt", OTHER)) == []


def test_the_content_counts_for_more_than_the_path(shelf: Shelf, tmp_path: Path) -> None:
    mark(shelf, book_file(tmp_path / "a.txt"), "of the book")
    mark(shelf, book_file(tmp_path / "b.txt", OTHER), "of the other")
    assert seen(shelf, book_file(tmp_path / "b.txt")) == ["of the book"]
    assert seen(shelf, book_file(tmp_path / "b.txt", EDITED)) == ["of the book"]
    assert seen(shelf, book_file(tmp_path / "c.txt", OTHER)) == ["of the other"]


def test_what_comes_through_a_pipe_is_known_by_its_content_alone(shelf: Shelf) -> None:
    pipe = Path("-")
    mark(shelf, book(path=pipe))
    assert seen(shelf, book(path=pipe)) == ["mine"]
    assert seen(shelf, book(EDITED, pipe)) == []


def test_a_link_and_its_file_are_the_same_text(shelf: Shelf, tmp_path: Path) -> None:
    book_file(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    mark(shelf, book(path=tmp_path / "link.txt"))
    assert seen(shelf, book_file(tmp_path / "a.txt", EDITED)) == ["mine"]


def test_a_relative_path_is_the_same_as_the_whole_one(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book_file(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    mark(shelf, book(path=Path("a.txt")))
    assert seen(shelf, book_file(tmp_path / "a.txt", EDITED)) == ["mine"]


@pytest.mark.parametrize("name", [b"\xff\xfe.txt", b"a\x1b[31m.txt", "专精特新.txt".encode(), b"a\nb.txt"])
def test_any_file_name_is_kept_and_shown_harmlessly(shelf: Shelf, tmp_path: Path, name: bytes) -> None:
    path = tmp_path / name.decode("utf-8", "surrogateescape")
    mark(shelf, book_file(path))
    assert seen(shelf, book_file(path, EDITED)) == ["mine"]
    (kept,) = shelf.everything()
    assert kept.path.isprintable()
    assert kept.path.encode("utf-8")


def test_the_listing_tells_the_path_and_title_of_today(shelf: Shelf, tmp_path: Path) -> None:
    mark(shelf, book_file(tmp_path / "a.txt"))
    seen(shelf, book_file(tmp_path / "b.txt"))
    assert [kept.path for kept in shelf.everything()] == [str(tmp_path / "b.txt")]
