"""Opening the glossary at a line, in the editor the reader has."""

from pathlib import Path

import pytest

from reader.tui.editor import editing


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
