"""`reader check` where the locale has few characters, and over files whose names are no text."""

import csv
import io
import json
import os
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reader.cli import main
from reader.cli.check_report import FORMATS
from reader.text.clean import clean

GLOSSARY = """\
glossary: {version: 1, languages: [zh-Hans, en]}
concepts:
  - id: giant
    terms:
      - {lang: zh-Hans, text: 小巨人, status: preferred}
      - {lang: en, text: little giant, status: preferred}
      - {lang: en, text: dwarf giant, status: deprecated, why: A giant is no dwarf — never.}
"""
NAME = os.fsdecode(b"bad\xff\x1b[31m.tsv")
SHOWN = "bad\ufffd␛[31m.tsv"
FOLDER = os.fsdecode(b"f\xfe")
PROGRAMS = [form for form in FORMATS if form != "text"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with a termbase and a translation that have such names."""
    monkeypatch.chdir(tmp_path)
    Path(os.fsdecode(b"g\xff.yaml")).write_text(GLOSSARY, encoding="utf-8")
    for path in (Path(NAME), Path(FOLDER) / NAME):
        path.parent.mkdir(exist_ok=True)
        path.write_text("小巨人来了\tThe dwarf giant\n小巨人\tAnd none\n", encoding="utf-8")


class Terminal(io.TextIOWrapper):
    """A standard output that somebody looks at."""

    def isatty(self) -> bool:
        return True


def check(
    monkeypatch: pytest.MonkeyPatch,
    *words: str,
    encoding: str = "utf-8",
    stream: type[io.TextIOWrapper] = io.TextIOWrapper,
) -> bytes:
    """What is written to standard output."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", stream(written, encoding=encoding))
    glossary = os.fsdecode(b"g\xff.yaml")
    assert main(["check", "--glossary", glossary, "--from", "zh-Hans", "--to", "en", *words]) == 1
    return written.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gb18030"])
@pytest.mark.parametrize("form", PROGRAMS)
def test_what_programs_read_is_in_utf_8_whatever_the_locale(
    form: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = check(monkeypatch, "--format", form, NAME, encoding=encoding)
    assert made == check(monkeypatch, "--format", form, NAME)
    assert "小巨人" in made.decode()


def test_what_a_person_reads_is_in_the_encoding_of_the_place_it_is_read_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "小巨人" in check(monkeypatch, NAME, encoding="gb18030").decode("gb18030")
    assert b"\\u5c0f\\u5de8\\u4eba" in check(monkeypatch, NAME, encoding="ascii")


def test_a_terminal_keeps_its_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    shown = check(monkeypatch, "--format", "csv", NAME, encoding="ascii", stream=Terminal)
    assert b"\\u5c0f\\u5de8\\u4eba" in shown


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_text_is_shown_harmless_in_every_form(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = check(monkeypatch, "--format", form, NAME, str(Path(FOLDER) / NAME)).decode()
    assert clean(made.replace("\r\n", "\n").lstrip("\ufeff")) == made.replace("\r\n", "\n").lstrip("\ufeff")
    assert {"sarif": "bad%EF%BF%BD%E2%90%9B%5B31m.tsv"}.get(form, SHOWN) in made
    assert {"sarif": "f%EF%BF%BD/bad%EF%BF%BD"}.get(form, "f\ufffd/bad\ufffd") in made
    if form in ("json", "sarif"):
        json.loads(made)
    elif form == "jsonl":
        assert {json.loads(line)["glossary"] for line in made.splitlines()} == {"g\ufffd.yaml:3"}
    elif form == "csv":
        assert {row["file"] for row in csv.DictReader(made.lstrip("\ufeff").splitlines())} == {
            SHOWN,
            f"f\ufffd/{SHOWN}",
        }
    elif form == "html":
        HTMLParser().feed(made)


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_goes_into_a_file_whose_name_is_no_text(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    output = Path(os.fsdecode(b"out\xff"))
    check(monkeypatch, "--format", form, "--output", str(output), NAME, encoding="ascii")
    assert "小巨人" in output.read_text(encoding="utf-8")


def test_what_such_a_file_holds_can_be_dismissed_and_brought_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = check(monkeypatch, "--format", "jsonl", NAME).splitlines()
    words = ["check", "--glossary", os.fsdecode(b"g\xff.yaml"), "--from", "zh-Hans", "--to", "en", NAME]
    assert main([*words, "--dismiss", json.loads(first)["fingerprint"]]) == 0
    assert check(monkeypatch, "--format", "jsonl", NAME).splitlines() == [second]
    assert main([*words, "--restore", json.loads(first)["fingerprint"]]) == 0
    assert check(monkeypatch, "--format", "jsonl", NAME).splitlines() == [first, second]
    assert capsys.readouterr().err == (
        "reader: Dismissed: forbidden, dwarf giant.\nreader: Restored: forbidden, dwarf giant.\n"
    )


def test_such_a_name_that_is_not_there_is_told_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", os.fsdecode(b"gone\xff\x1b.tsv")]) == 2
    assert capsys.readouterr().err == "reader: There is no file gone\ufffd␛.tsv.\n"
