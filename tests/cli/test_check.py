"""`reader check`: which files, which findings, which exit code, and what was reviewed."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from tests.stdin import piped

GLOSSARY = """\
glossary: {version: 1, languages: [zh-Hans, en]}
concepts:
  - id: giant
    terms:
      - {lang: zh-Hans, text: 小巨人, status: preferred}
      - {lang: en, text: little giant, status: preferred}
      - {lang: en, text: small giant, status: admitted}
      - {lang: en, text: dwarf giant, status: deprecated, why: A giant is no dwarf.}
"""
WRONG = "小巨人来了\tThe dwarf giant arrives\n"
FINE = "小巨人来了\tThe little giant arrives\n"
ADMITTED = "小巨人来了\tThe small giant arrives\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a termbase and two translations."""
    monkeypatch.chdir(tmp_path)
    Path("terms.yaml").write_text(GLOSSARY, encoding="utf-8")
    Path("wrong.tsv").write_text(WRONG, encoding="utf-8")
    Path("fine.tsv").write_text(FINE, encoding="utf-8")
    return tmp_path


def check(*words: str) -> int:
    return main(["check", "--glossary", "terms.yaml", "--from", "zh-Hans", "--to", "en", *words])


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    check("--format", "json", *words)
    told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return told


def test_without_a_file_the_shipped_article_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert err == ""
    kinds = {finding["kind"] for finding in told["findings"]}
    assert {"forbidden", "inconsistent", "non-preferred"} <= kinds
    renderings = {
        finding["concept"]: [(each["text"], each["count"]) for each in finding["renderings"]]
        for finding in told["findings"]
        if finding["kind"] == "inconsistent"
    }
    assert renderings["zhuan-jing-te-xin"] == [
        ("specializing and new", 1),
        ('Enterprise"', 1),  # all that is left where it was dropped
        ("specialized and innovative", 1),
        ("specialized, special new", 1),
    ]
    assert sum(count for _, count in renderings["wo-guo"]) == 5
    assert len(renderings["chan-xue-yan"]) == 3


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["wrong.tsv"], 1),
        (["fine.tsv"], 0),
        (["fine.tsv", "wrong.tsv"], 1),
        (["wrong.tsv", "--fail-on", "never"], 0),
        (["wrong.tsv", "--kind", "missing"], 0),
        (["wrong.tsv", "--kind", "missing,forbidden"], 1),
        (["admitted.tsv"], 0),
        (["admitted.tsv", "--fail-on", "warning"], 0),
        (["admitted.tsv", "--fail-on", "info"], 1),
        (["none.tsv"], 2),
        (["none.tsv", "wrong.tsv"], 2),
    ],
)
def test_the_exit_code_says_how_it_went(words: list[str], code: int) -> None:
    Path("admitted.tsv").write_text(ADMITTED, encoding="utf-8")
    assert check("--format", "jsonl", *words) == code


def test_a_finding_says_what_stands_where_and_what_should(capsys: pytest.CaptureFixture[str]) -> None:
    (finding,) = found(capsys, "wrong.tsv")
    assert finding["source"].pop("found") == "小巨人"
    assert finding.pop("fingerprint")
    assert finding == {
        "kind": "forbidden",
        "severity": "error",
        "gravity": None,
        "concept": "giant",
        "file": "wrong.tsv",
        "segment": "1",
        "line": 1,
        "column": 11,
        "end_column": 22,
        "source": {
            "term": "小巨人",
            "file": "wrong.tsv",
            "segment": "1",
            "line": 1,
            "column": 1,
            "end_column": 4,
        },
        "found": "dwarf giant",
        "expected": ["little giant", "small giant"],
        "why": "A giant is no dwarf.",
        "glossary": "terms.yaml:3",
        "renderings": [],
    }


def test_the_other_files_are_checked_where_one_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--format", "jsonl", "none.tsv", "wrong.tsv") == 2
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert err == "reader: There is no file none.tsv.\n"
    assert check("--no-keep-going", "--format", "jsonl", "none.tsv", "wrong.tsv") == 2
    assert capsys.readouterr().out == ""


def test_a_check_that_ends_early_reports_what_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--no-keep-going", "--format", "json", "wrong.tsv", "none.tsv", "wrong.tsv") == 2
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert (len(told["findings"]), len(told["files"])) == (1, 1)
    assert err == "reader: There is no file none.tsv.\n"


def test_a_unit_without_a_translation_is_told_or_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("open.tsv").write_text("小巨人\t\n" + WRONG, encoding="utf-8")
    assert check("--format", "jsonl", "open.tsv") == 2
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert err.startswith("reader: open.tsv:1:")
    assert check("--skip-empty", "--format", "jsonl", "open.tsv") == 1
    assert capsys.readouterr().err == ""


def test_a_pair_of_files_is_checked_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.zh.txt").write_text("小巨人来了\n我们来了\n", encoding="utf-8")
    Path("a.en.txt").write_text("They arrive\nWe arrive\n", encoding="utf-8")
    (finding,) = found(capsys, "--source", "a.zh.txt", "--target", "a.en.txt")
    assert (finding["kind"], finding["file"], finding["line"]) == ("missing", "a.en.txt", 1)
    assert finding["source"]["file"] == "a.zh.txt"


@pytest.mark.parametrize("words", [["--source", "fine.tsv"], ["--target", "fine.tsv"]])
def test_half_a_pair_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert check(*words) == 2
    assert "names the other" in capsys.readouterr().err


def test_standard_input_is_read_as_what_it_is_said_to_be(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(WRONG.encode(), monkeypatch)
    (finding,) = found(capsys, "-", "--as", "tsv")
    assert finding["file"] == "standard input"


def test_a_baseline_keeps_what_was_reviewed_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("wrong.tsv", "--baseline", "reviewed.json", "--write-baseline") == 0
    assert capsys.readouterr().err == "reader: 1 finding written to reviewed.json.\n"
    assert check("wrong.tsv", "--baseline", "reviewed.json", "--format", "jsonl") == 0
    assert capsys.readouterr().out == ""
    Path("wrong.tsv").write_text("\n" + WRONG + "小巨人\tA dwarf giant\n", encoding="utf-8")
    assert check("wrong.tsv", "--baseline", "reviewed.json", "--format", "jsonl") == 1
    assert json.loads(capsys.readouterr().out)["line"] == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--baseline", "none.json"], "There is no baseline none.json"),
        (["--write-baseline"], "`--baseline FILE` names"),
        (["--kind", "forbiden"], "'forbiden' is not a kind of finding (did you mean 'forbidden'?)"),
        (["--glossary", "none.yaml"], "none.yaml does not exist"),
        ([""], "The name of a file is empty"),
        (["--from", "en"], "`--from` and `--to` both name en"),
    ],
)
def test_what_cannot_be_done_is_said(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("fine.tsv", *words) == 2
    out, err = capsys.readouterr()
    assert (out, said in err) == ("", True), err


def test_a_dismissed_finding_is_quiet_until_it_is_restored(capsys: pytest.CaptureFixture[str]) -> None:
    (finding,) = found(capsys, "wrong.tsv")
    mark = finding["fingerprint"]
    assert check("wrong.tsv", "--dismiss", mark, "--reason", "It is a quotation.") == 0
    assert capsys.readouterr().err == "reader: Dismissed: forbidden, dwarf giant.\n"
    assert found(capsys, "wrong.tsv") == []
    assert check("wrong.tsv", "--baseline", "reviewed.json", "--write-baseline") == 0
    assert json.loads(Path("reviewed.json").read_text())["findings"][0]["reason"] == "It is a quotation."
    assert check("wrong.tsv", "--restore", mark) == 0
    assert len(found(capsys, "wrong.tsv")) == 1
    assert check("wrong.tsv", "--restore", mark) == 1
    assert "was not dismissed" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--dismiss", "--restore"])
def test_a_fingerprint_that_no_finding_has_is_told(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("wrong.tsv", option, "0123456789abcdef") == 1
    assert "fingerprint 0123456789abcdef" in capsys.readouterr().err


def test_a_report_goes_into_a_file_and_over_none_without_force(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("wrong.tsv", "--format", "jsonl", "--output", "report.jsonl") == 1
    assert capsys.readouterr().out == ""
    assert json.loads(Path("report.jsonl").read_text())["found"] == "dwarf giant"
    assert check("fine.tsv", "--format", "jsonl", "--output", "report.jsonl") == 2
    assert "--force" in capsys.readouterr().err
    assert check("fine.tsv", "--format", "jsonl", "--output", "report.jsonl", "--force") == 0
    assert Path("report.jsonl").read_text() == ""


def test_several_glossaries_are_one(capsys: pytest.CaptureFixture[str]) -> None:
    more = GLOSSARY.replace("小巨人", "来了").replace("little giant", "has come").replace("giant", "come")
    Path("more.yaml").write_text(more, encoding="utf-8")
    told = found(capsys, "wrong.tsv", "--glossary", "more.yaml")
    assert [(finding["kind"], finding["glossary"]) for finding in told] == [
        ("forbidden", "terms.yaml:3"),
        ("missing", "more.yaml:3"),
    ]


def test_a_new_baseline_keeps_what_was_not_checked_this_time(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.tsv").write_text("小巨人\tThey\n", encoding="utf-8")
    write = ("--baseline", "reviewed.json", "--write-baseline")
    assert check("wrong.tsv", "other.tsv", *write) == 0
    assert check("wrong.tsv", *write) == 0
    assert check("other.tsv", "--kind", "forbidden", *write) == 0
    assert check("wrong.tsv", "other.tsv", "--baseline", "reviewed.json", "--format", "jsonl") == 0
    Path("wrong.tsv").write_text(FINE, encoding="utf-8")
    assert check("wrong.tsv", *write) == 0
    kept = json.loads(Path("reviewed.json").read_text(encoding="utf-8"))["findings"]
    assert [finding["file"] for finding in kept] == ["other.tsv"]


def test_a_reason_without_a_finding_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("wrong.tsv", "--reason", "It may stand.") == 2
    assert "`--dismiss` names" in capsys.readouterr().err
