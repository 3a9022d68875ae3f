"""`reader show`: which text, which paragraphs, which form."""

import json
import sys
from pathlib import Path

import pytest

from reader.cli import main
from tests.stdin import piped

TEXT = "The headline\n\nThe first paragraph of SRDI firms.\n\nThe second.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["show", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("0", [0]),
        ("1-2", [1, 2]),
        ("20-", [20, 21, 22]),
        ("3,1", [3, 1]),
        ("3,3", [3]),
        ("4,3-5", [4, 3, 5]),
        ("21-99", [21, 22]),
    ],
)
def test_the_paragraphs_that_are_named_are_shown(
    wanted: str, numbers: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(shown(capsys, "--json", "--paragraph", wanted))
    assert [paragraph["number"] for paragraph in told["paragraphs"]] == numbers


@pytest.mark.parametrize("wanted", ["23", "23-", "5,99-100"])
def test_a_paragraph_that_is_not_there_is_told_before_anything_is_printed(
    wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "--paragraph", wanted]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("the text has 0 to 22.\n")


def test_the_heading_stands_before_a_whole_text_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys).startswith("title: Let more")
    assert shown(capsys, "--paragraph", "0-").startswith("¶ 0\n")


def test_notes_come_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\nnote: " in shown(capsys, "--notes", "--paragraph", "1")
    assert "\nnote: " not in shown(capsys, "--paragraph", "1")


def test_a_file_of_ones_own_has_its_language_found(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, str(file))
    assert "¶ 1\nen: The first paragraph of SRDI firms.\nterm: “SRDI” = 专精特新" in out


def test_the_terms_of_a_very_short_text_are_found(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("T\n\na enterprises\n\nb\n\nc\n", encoding="utf-8")
    assert "en: a enterprises\nterm: “enterprises” = 企业" in shown(capsys, str(file))


def test_the_reader_has_the_last_word_on_the_language(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, str(file), "--lang", "fr")
    assert "\nfr: The second.\n" in out
    assert "term:" not in out


def test_a_translation_without_a_sidecar_has_its_language(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.with_suffix(".zh.txt").write_text("标题\n\n第一段专精特新。\n\n第二段。\n", encoding="utf-8")
    assert "\nzh: 第一段专精特新。\n" in shown(capsys, str(file))


def test_what_is_wrong_beside_the_text_is_narrated_and_the_text_shown(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.with_suffix(".yaml").write_text("titel: x\n", encoding="utf-8")
    assert main(["show", str(file)]) == 0
    out, err = capsys.readouterr()
    assert "¶ 1\n" in out
    assert err.startswith(f"reader: {file.with_suffix('.yaml')}:1:1: ")


def test_a_file_without_a_name_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", ""]) == 2
    assert capsys.readouterr().err.startswith("reader: Which text? The name of the file is empty")


def test_standard_input_is_a_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(TEXT.encode(), monkeypatch)
    assert "¶ 2\nen: The second.\n" in shown(capsys, "-")


def test_a_closed_standard_input_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["show", "-"]) == 2
    assert capsys.readouterr().err == "reader: Standard input is closed.\n"


def test_a_standard_input_without_end_is_cut_off(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.text.files.MAX_BYTES", 1 << 20)
    piped(b"x " * (1 << 20), monkeypatch)
    assert main(["show", "-"]) == 2
    assert capsys.readouterr().err == "reader: Standard input is larger than 1 MiB, the most that is read.\n"


def test_on_a_terminal_the_text_is_painted_to_its_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.show.colours", lambda: True)
    monkeypatch.setenv("COLUMNS", "50")
    lines = shown(capsys).splitlines()
    assert lines[0] == 'Let more "little giants" prop up "big innovation"'
    assert any(line.startswith("     ✗ prop up  撑起") for line in lines)
    assert max(map(len, lines)) <= 50
    assert shown(capsys, "--plain").startswith("title: ")
