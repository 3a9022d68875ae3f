"""Opening the glossary at a line, in the editor the reader has."""

from pathlib import Path

import pytest

from reader.cli.termbase import glossary_path
from reader.folders import config_folder, shipped
from reader.tui import editor
from reader.tui.editor import editable, editing


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("", ["vi", "+7", "g.yaml"]),
        ("nano", ["nano", "+7", "g.yaml"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "g.yaml"]),
        ("/usr/bin/hx", ["/usr/bin/hx", "g.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "g.yaml:7"]),
        ("'/opt/my editor/ed'", ["/opt/my editor/ed", "+7", "g.yaml"]),
    ],
)
def test_it_opens_at_the_line(editor: str, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert editing(Path("g.yaml"), 7) == command


def test_visual_goes_before_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "nano")
    monkeypatch.setenv("VISUAL", "vim")
    assert editing(Path("g.yaml"), 0) == ["vim", "+1", "g.yaml"]


@pytest.mark.parametrize("editor", ["  ", "'unclosed"])
def test_an_editor_that_makes_no_sense_is_the_usual_one(editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert editing(Path("g.yaml"), 3) == ["vi", "+3", "g.yaml"]


def test_a_glossary_of_the_reader_is_edited_where_it_is(tmp_path: Path) -> None:
    assert editable(tmp_path / "mine.yaml") == tmp_path / "mine.yaml"


def test_the_installed_glossary_is_copied_once_and_then_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "site-packages" / "glossary.yaml"
    theirs.parent.mkdir()
    theirs.write_text("first", encoding="utf-8")
    monkeypatch.setattr(editor, "installed", lambda name: theirs)
    mine = editable(theirs)
    assert mine == config_folder() / "glossary.yaml"
    assert mine.read_text(encoding="utf-8") == "first"
    mine.write_text("mine", encoding="utf-8")
    assert editable(theirs).read_text(encoding="utf-8") == "mine"
    assert theirs.read_text(encoding="utf-8") == "first"


def test_the_readers_own_glossary_comes_before_the_shipped_one() -> None:
    assert glossary_path(None) == shipped("glossary.yaml")
    config_folder().mkdir(parents=True)
    own = config_folder() / "glossary.yaml"
    own.write_text("", encoding="utf-8")
    assert glossary_path(None) == own
    assert glossary_path(Path("other.yaml")) == Path("other.yaml")
