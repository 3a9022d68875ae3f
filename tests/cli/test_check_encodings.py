"""`reader check` and encodings: which file was read as what, and which files `--encoding` is about."""

from pathlib import Path

import pytest

from reader.cli import main

TERMS = "zh,en,status\n数字经济,digital economy,preferred\n数字经济,numeric economy,deprecated\n"
SOURCE = "数字经济发展得很快\n"
TARGET = "数字 digital economy – it grows\n"  # with Chinese, so that GB18030 can be told
LANGUAGES = ("--from", "zh", "--to", "en")
HINT = "where that is wrong, `--encoding` says what it is in."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with a termbase in UTF-8."""
    monkeypatch.chdir(tmp_path)
    Path("terms.csv").write_text(TERMS, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """What is said on standard error by a check that finds nothing."""
    assert main(["check", *words, *LANGUAGES]) == 0
    return [line.removeprefix("reader: ") for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("gb18030", "utf-8", [f"s.txt was read as GB18030; {HINT}"]),
        ("utf-8", "utf-16", [f"t.txt was read as UTF-16; {HINT}"]),
        ("gb18030", "utf-16", [f"s.txt was read as GB18030; {HINT}", f"t.txt was read as UTF-16; {HINT}"]),
        ("utf-8", "utf-8", []),
    ],
)
@pytest.mark.parametrize("ending", ["", "\n\n\n"])
def test_of_two_files_the_one_is_named_that_is_not_utf_8(
    ending: str, source: str, target: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("s.txt").write_bytes((SOURCE + ending).encode(source))
    Path("t.txt").write_bytes(TARGET.encode(target))
    assert said(capsys, "--source", "s.txt", "--target", "t.txt", "--glossary", "terms.csv") == told


def test_of_a_text_and_its_translation_each_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.txt").write_bytes(TARGET.encode())
    Path("t.zh.txt").write_bytes(SOURCE.encode("gb18030"))
    assert said(capsys, "t.txt", "--glossary", "terms.csv") == [f"t.zh.txt was read as GB18030; {HINT}"]


def test_the_encoding_that_is_said_is_that_of_the_texts_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_bytes("数字经济\tdigital economy\n".encode("gb18030"))
    assert said(capsys, "a.tsv", "--encoding", "gb18030", "--glossary", "terms.csv") == []
    assert said(capsys, "a.tsv", "--glossary", "terms.csv") == [f"a.tsv was read as GB18030; {HINT}"]


def test_the_encoding_of_a_termbase_is_found_out(capsys: pytest.CaptureFixture[str]) -> None:
    Path("gb.csv").write_bytes(TERMS.encode("gb18030"))
    Path("a.tsv").write_text("数字经济\tdigital economy\n", encoding="utf-8")
    assert said(capsys, "a.tsv", "--encoding", "utf-8", "--glossary", "gb.csv") == [
        "gb.csv was read as GB18030; where that is wrong, save it as UTF-8."
    ]


def test_a_termbase_whose_encoding_stays_open_is_not_asked_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("latin.csv").write_bytes("zh,en\nx,déjà vu\n".encode("latin-1"))
    Path("a.tsv").write_text("x\tdéjà vu\n", encoding="utf-8")
    assert main(["check", "a.tsv", "--glossary", "latin.csv", *LANGUAGES]) == 2
    hint = "Save it as UTF-8, or make a glossary of it: `reader glossary import --encoding`."
    assert capsys.readouterr().err.endswith(f"and no other encoding fits clearly. {hint}\n")
    assert main(["glossary", "check", "latin.csv"]) == 2
    assert "Say with --encoding what the file is in" in capsys.readouterr().err


def test_proposals_read_the_termbase_in_its_own_encoding(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_bytes(SOURCE.encode("gb18030"))
    words = ["glossary", "suggest", "a.txt", "--encoding", "gb18030", "--glossary", "terms.csv"]
    assert main([*words, "--to", "zh"]) == 0
    assert "terms.csv" not in capsys.readouterr().err
