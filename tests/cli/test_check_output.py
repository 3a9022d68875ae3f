"""`reader check`: the form of a report in a file, the files it never goes over, and what is read once."""

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.cli.check_report import ENDINGS, FORMATS
from tests.stdin import piped

GLOSSARY = """\
glossary: {version: 1, languages: [zh-Hans, en]}
concepts:
  - id: giant
    terms:
      - {lang: zh-Hans, text: 小巨人, status: preferred}
      - {lang: en, text: little giant, status: preferred}
      - {lang: en, text: dwarf giant, status: deprecated}
"""
PAIR = "小巨人来了\tThe dwarf giant arrives\n"
OPENINGS = {
    "text": "小巨人 = little giant",
    "json": '{"schema": 1',
    "jsonl": '{"kind"',
    "sarif": '{"$schema"',
    "csv": "\ufeffseverity,",
    "html": "<!doctype html>",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with a termbase, a table, a pair of texts, and a text with its siblings."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "g.yaml": GLOSSARY,
        "t.tsv": PAIR,
        "a.zh.txt": "小巨人\n",
        "a.en.txt": "dwarf giant\n",
        "talk.txt": "A dwarf giant.\n",
        "talk.zh.txt": "小巨人。\n",
        "talk.yaml": "title: A talk\n",
    }.items():
        Path(name).write_text(text, encoding="utf-8")
    assert check("t.tsv", "--baseline", "known.json", "--write-baseline") == 0


def check(*words: str) -> int:
    return main(["check", "--glossary", "g.yaml", "--from", "zh-Hans", "--to", "en", *words])


def contents() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "name", [*(f"out{ending}" for ending in ENDINGS), "OUT.CSV", "a.b.sarif.json", "v1.0.json", "out"]
)
def test_a_report_has_the_form_that_the_ending_of_its_file_says(name: str) -> None:
    assert check("t.tsv", "--output", name) == 1
    ending = "".join(Path(name).suffixes[-2:] if "sarif.json" in name else Path(name).suffixes[-1:]).lower()
    form = ENDINGS[ending] if ending else "text"
    assert Path(name).read_text(encoding="utf-8").startswith(OPENINGS[form])


def test_the_form_that_is_said_goes_before_the_ending() -> None:
    assert check("t.tsv", "--output", "out.csv", "--format", "jsonl") == 1
    assert json.loads(Path("out.csv").read_text(encoding="utf-8"))["kind"] == "forbidden"


def test_an_ending_that_no_form_has_is_refused_unless_the_form_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    capsys.readouterr()
    assert check("t.tsv", "--output", "out.docx") == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "'.docx' is none of the endings of a report (.txt, .md, .json, " in err
    assert all(form in err for form in FORMATS)
    assert not Path("out.docx").exists()
    assert check("t.tsv", "--output", "out.docx", "--format", "text") == 1


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (["t.tsv"], "t.tsv"),
        (["t.tsv"], "g.yaml"),
        (["t.tsv", "--baseline", "known.json"], "known.json"),
        (["--source", "a.zh.txt", "--target", "a.en.txt"], "a.zh.txt"),
        (["--source", "a.zh.txt", "--target", "a.en.txt"], "a.en.txt"),
        (["talk.txt"], "talk.txt"),
        (["talk.txt"], "talk.zh.txt"),
        (["talk.txt"], "talk.yaml"),
        (["t.tsv"], "link.csv"),
        (["link.csv", "--as", "tsv"], "t.tsv"),
        (["none.tsv", "t.tsv"], "t.tsv"),
    ],
)
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_what_is_read_is_never_written_over(
    words: list[str], output: str, force: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("link.csv").symlink_to("t.tsv")
    before = contents()
    capsys.readouterr()
    for name in (output, str(Path(output).absolute())):
        assert check(*words, "--output", name, "--format", "text", *force) == 2
        assert capsys.readouterr() == ("", f"reader: {name} is read here: name another file to write.\n")
    assert contents() == before


def test_what_stands_beside_a_text_and_is_not_read_may_be_written_over() -> None:
    Path("talk.old.txt").write_text("old", encoding="utf-8")
    for text, name in (("talk.txt", "talk.old.txt"), ("t.tsv", "talk.txt")):
        assert check(text, "--output", name, "--force") == 1
        assert "dwarf giant" in Path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [".", "/", "none.txt", "a" * 300])
def test_what_cannot_be_read_is_told_beside_the_report(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out.txt").write_text("old", encoding="utf-8")
    capsys.readouterr()
    assert check(name, "t.tsv", "--output", "out.txt", "--force") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert "dwarf giant" in Path("out.txt").read_text(encoding="utf-8")


def test_a_name_that_standard_input_goes_by_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("-").write_text("", encoding="utf-8")
    piped(PAIR.encode(), monkeypatch)
    assert check("-", "--as", "tsv", "--output", "-", "--force") == 1


def test_a_file_that_is_named_twice_is_checked_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("link.tsv").symlink_to("t.tsv")
    Path("other.tsv").write_text(PAIR, encoding="utf-8")
    capsys.readouterr()
    check("t.tsv", "./t.tsv", "other.tsv", "link.tsv", str(Path("t.tsv").absolute()), "--format", "json")
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert err == ""
    assert [file["path"] for file in told["files"]] == ["t.tsv", "other.tsv"]
    assert len(told["findings"]) == 2
