"""`reader marks`: what was marked and noted, of one text or of all, and what the shelf has to say."""

import json
import sqlite3
from pathlib import Path

import pytest

from reader import folders
from reader.cli import main
from reader.shelf import schema
from reader.shelf.connection import file_in
from reader.shelf.store import Shelf
from reader.text.files import read_article, shipped_article


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another text than the shipped one; both have a mark, and the shipped one has a note."""
    path = tmp_path / "other.txt"
    path.write_text("One.\n\nTwo.\n", encoding="utf-8")
    shelf = Shelf.open(folders.data_folder())
    shipped = shelf.text(shipped_article())
    shelf.add_mark(shipped, 3, "the heart of it")
    shelf.add_note(shipped, 1, "Two counts are fused here.")
    shelf.add_mark(shelf.text(read_article(path)), 1, "elsewhere")
    shelf.close()
    return path


@pytest.mark.usefixtures("other")
def test_the_marks_and_notes_of_the_shipped_article_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["marks"]) == 0
    out, err = capsys.readouterr()
    assert "¶ 3, mark: the heart of it\n" in out
    assert "Two counts are fused here." in out
    assert "elsewhere" not in out
    assert err == ""


def test_those_of_a_file_and_of_every_text(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["marks", str(other)]) == 0
    own = capsys.readouterr().out
    assert "elsewhere" in own
    assert "the heart of it" not in own
    assert main(["marks", "--all"]) == 0
    everything = capsys.readouterr().out
    assert "elsewhere" in everything
    assert "the heart of it" in everything


@pytest.mark.usefixtures("other")
def test_they_are_printed_for_programs_and_for_essays(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["marks", "--json"]) == 0
    (text,) = json.loads(capsys.readouterr().out)["texts"]
    assert [mark["paragraph"] for mark in text["marks"]] == [3]
    assert main(["marks", "--markdown"]) == 0
    assert "\n> " in capsys.readouterr().out


def test_another_data_folder_is_another_shelf(
    other: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["marks", "--data-dir", str(tmp_path / "empty")]) == 0
    assert capsys.readouterr() == ("", "reader: There are no marks and no notes yet.\n")


def test_nothing_kept_is_an_empty_list_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["marks", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["texts"] == []


def test_a_shelf_that_cannot_be_opened_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["marks", "--data-dir", "/dev/null/x"]) == 74
    assert capsys.readouterr() == (
        "",
        "reader: Marks, notes and your place are not kept: /dev/null/x: Not a directory.\n",
    )


@pytest.mark.usefixtures("other")
def test_a_newer_shelf_is_read_and_its_newness_told(capsys: pytest.CaptureFixture[str]) -> None:
    newer = schema.newest() + 7
    with sqlite3.connect(file_in(folders.data_folder())) as connection:
        connection.execute(f"PRAGMA user_version = {newer}")
    connection.close()
    assert main(["marks"]) == 0
    out, err = capsys.readouterr()
    assert "the heart of it" in out
    assert f"its schema is {newer}" in err


@pytest.mark.usefixtures("other")
def test_a_damaged_shelf_is_set_aside_and_that_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    file_in(folders.data_folder()).write_bytes(b"no database at all" * 500)
    assert main(["marks"]) == 0
    err = capsys.readouterr().err
    assert "was damaged" in err
    assert list(folders.data_folder().glob("*damaged*"))


def test_two_forms_at_once_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["marks", "--json", "--markdown"]) == 2
    assert "--markdown: not allowed with argument --json" in capsys.readouterr().err
