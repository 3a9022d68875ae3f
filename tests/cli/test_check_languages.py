"""`reader check` where neither file nor option says the languages: the termbase's own are likeliest."""

import json
from pathlib import Path

import pytest

from reader.cli import main
from tests.stdin import piped

TERMS = """\
zh,en,status
数字经济,digital economy,preferred
人工智能,artificial intelligence,preferred
人工智能,man-made intelligence,deprecated
"""
TABLE = "数字经济\tdigital economy\n人工智能\tman-made intelligence\n"
TEXT = "Digital economy\n\nMan-made intelligence and artificial data\n"
FRENCH = "La stratégie nationale pour l'économie numérique soutient les petites entreprises.\n"
FILES = {
    "terms.csv": TERMS,
    "a.tsv": TABLE,
    "a.csv": "Source,Target\n" + TABLE.replace("\t", ","),
    "back.tsv": "digital economy\t数字经济\nman-made intelligence\t人工智能\n",
    "text.txt": TEXT,
    "text.md": f"# {TEXT}",
    "lines1": "数字经济\n人工智能\n",
    "lines2": "digital economy\nman-made intelligence\n",
    "blocks1.md": "数字经济\n\n人工智能\n",
    "blocks2.md": "digital economy\n\nman-made intelligence\n",
    "beside.txt": "Digital economy\n\nMan-made intelligence\n",
    "beside.zh.txt": "数字经济\n\n人工智能\n",
    "french.txt": FRENCH,
    "french.tsv": f"数字经济\t{FRENCH}",
    "a.po": """\
msgid "数字经济"
msgstr "digital economy"

msgid "人工智能"
msgstr "man-made intelligence"
""",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with short texts, which look like Italian, and a termbase."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).write_text(text, encoding="utf-8")


def languages(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str | None, str]:
    """Those of source and target of the only file; all its findings are about the term to be avoided."""
    assert main(["check", *words, "--glossary", "terms.csv", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert err == ""
    assert [finding["kind"] for finding in told["findings"]] == ["forbidden"]
    (file,) = told["files"]
    return file["source_language"], file["target_language"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (["a.tsv"], "zh-Hans"),
        (["a.csv"], "zh-Hans"),
        (["a.po"], "zh-Hans"),
        (["a.tsv", "--from", "zh"], "zh"),
        (["text.txt"], None),
        (["text.md"], None),
        (["beside.txt"], "zh"),
        (["--source", "lines1", "--target", "lines2"], "zh-Hans"),
        (["--source", "blocks1.md", "--target", "blocks2.md"], "zh-Hans"),
    ],
    ids=str,
)
def test_short_english_is_what_the_termbase_has(
    words: list[str], source: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert languages(capsys, *words) == (source, "en")


@pytest.mark.parametrize("text", [TABLE, TEXT])
def test_so_it_is_from_standard_input(
    text: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(text.encode(), monkeypatch)
    assert languages(capsys, "-")[1] == "en"


def test_a_short_source_is_what_the_termbase_has(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "back.tsv", "--glossary", "terms.csv", "--format", "json"])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["source_language"], file["target_language"]) == ("en", "zh-Hans")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["french.txt"], "french.txt was not checked: it was taken for French (fr)"),
        (["french.tsv"], "french.tsv was not checked: its target was taken for French (fr)"),
        (["a.tsv", "--to", "it"], "a.tsv was not checked: its target is in Italian (it)"),
        (["text.txt", "--to", "it"], "text.txt was not checked: it is in Italian (it)"),
    ],
)
def test_another_language_is_refused(words: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *words, "--glossary", "terms.csv"]) == 2
    has = "and the glossary has terms in Chinese (zh) and English (en) only"
    hint = "`--from` and `--to` say which languages it is in"
    assert capsys.readouterr().err == f"reader: {why}, {has}. {hint}.\n"


def test_proposals_too_are_of_the_languages_of_the_termbase(capsys: pytest.CaptureFixture[str]) -> None:
    Path("twice.txt").write_text("ordinal economia data\n\nordinal economia data\n", encoding="utf-8")
    assert main(["glossary", "suggest", "twice.txt", "--glossary", "terms.csv"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "economia" in out
