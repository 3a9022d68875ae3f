"""`reader [FILE]`: what the reading room is asked to open, and what happens where there is no terminal."""

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from reader import folders
from reader.cli import main
from reader.cli import open as opening
from reader.tui.request import OpenRequest
from tests.stdin import piped


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[OpenRequest]:
    """What a reading room that only listens was asked to open; both streams are terminals."""
    requests: list[OpenRequest] = []

    def run(request: OpenRequest) -> int:
        requests.append(request)
        return 5

    room = ModuleType("reader.tui.app")
    vars(room)["run"] = run
    monkeypatch.setitem(sys.modules, "reader.tui.app", room)
    monkeypatch.setattr(opening, "_terminal", lambda descriptor: True)
    monkeypatch.setenv("TERM", "xterm")
    return requests


def test_the_shipped_article_is_opened_with_the_shipped_glossary(asked: list[OpenRequest]) -> None:
    assert main([]) == 5
    glossary = folders.shipped("glossary.yaml")
    assert asked == [OpenRequest(None, None, glossary, folders.data_folder(), None, None)]


def test_everything_that_can_be_said_is_passed_on(asked: list[OpenRequest]) -> None:
    words = ["a.txt", "--glossary", "g.yaml", "--data-dir", "d", "--paragraph", "3", "--lang", "zh-Hant"]
    assert main(words) == 5
    assert asked == [OpenRequest(Path("a.txt"), None, Path("g.yaml"), Path("d"), 3, "zh-Hant")]


@pytest.mark.parametrize(("words", "path"), [([], None), (["a.txt"], Path("a.txt"))])
def test_without_options_no_parser_is_made(
    words: list[str], path: Path | None, asked: list[OpenRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "reader.cli.parser", None)  # importing it fails
    assert main(words) == 5
    assert asked[0].path == path


def test_standard_input_is_handed_over_as_text(
    asked: list[OpenRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped("专精特新".encode(), monkeypatch)
    assert main(["-"]) == 5
    assert (asked[0].path, asked[0].text) == (None, "专精特新")


def test_standard_input_that_is_no_text_is_told_before_anything_opens(
    asked: list[OpenRequest], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(b"\xff\xfe\x00", monkeypatch)
    assert main(["-"]) == 2
    assert asked == []
    assert "standard input is in UTF-16" in capsys.readouterr().err


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_is_told(
    term: str,
    asked: list[OpenRequest],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TERM", term)
    assert main([]) == 2
    assert asked == []
    assert "`reader show`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ([], "title: Let more"),
        (["--paragraph", "20"], "¶ 20\n"),
        (["--lang", "fr"], "title: Let more"),
    ],
)
def test_where_the_output_is_no_terminal_the_text_is_printed(
    words: list[str], first: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opening, "_terminal", lambda descriptor: descriptor == 0)
    assert main(words) == 0
    out = capsys.readouterr().out
    assert out.startswith(first)
    assert "¶ 22\n" in out
    assert ("\nfr: " in out) == ("fr" in words)


def test_where_nothing_is_a_terminal_nothing_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opening, "_terminal", lambda descriptor: False)
    assert main([]) == 2
    assert capsys.readouterr() == (
        "",
        "reader: There is no terminal to read in. `reader show` prints the text.\n",
    )


@pytest.mark.parametrize("terminal", [False, True])
def test_a_file_that_is_not_there_is_told_before_anything_else(
    terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opening, "_terminal", lambda descriptor: terminal and descriptor == 0)
    assert main(["a.en.tx"]) == 2
    assert capsys.readouterr() == ("", "reader: There is no file a.en.tx.\n")


def test_without_a_keyboard_to_go_back_to_nothing_opens(
    asked: list[OpenRequest], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_terminal(path: str, flags: int) -> int:
        raise OSError(6, "No such device or address", path)

    monkeypatch.setattr(opening, "_terminal", lambda descriptor: descriptor == 1)
    monkeypatch.setattr(os, "open", no_terminal)
    assert main([]) == 2
    assert asked == []
    assert capsys.readouterr().err.startswith("reader: There is no keyboard to read with.")
