"""`reader check` where there is little or nothing to check: which sentence says so, and the exit code."""

from pathlib import Path

import pytest

from reader.cli import main

GLOSSARY = """\
glossary: {version: 1, languages: [zh-Hans, en]}
concepts:
  - id: giant
    terms: [{lang: zh-Hans, text: 小巨人}, {lang: en, text: little giant}]
"""
FINE = "小巨人来了\tThe little giant arrives\n"
OPEN = "小巨人来了\t\n小巨人\t\n"
PAIR = ("--from", "zh-Hans", "--to", "en")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with a termbase and files that have little in them."""
    monkeypatch.chdir(tmp_path)
    files = {
        "terms.yaml": GLOSSARY,
        "none.yaml": GLOSSARY.partition("concepts")[0] + "concepts: []\n",
        "fine.tsv": FINE,
        "open.tsv": OPEN,
        "head.tsv": "zh-Hans\ten\n",
        "empty.txt": "",
        "text.txt": "The little giant arrives.\n",
        "half.tsv": OPEN + FINE,
    }
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["empty.txt"], 2, "No file was checked."),
        (["gone.txt", "empty.txt"], 2, "No file was checked."),
        (["gone.txt", "fine.tsv", "--no-keep-going"], 2, "No file was checked."),
        (
            ["gone.txt", "fine.tsv"],
            2,
            "No findings in fine.tsv (zh-Hans → en); 1 segment; not everything could be read.",
        ),
        (["open.tsv"], 2, "Nothing could be checked in open.tsv (zh-Hans → en)."),
        (
            ["open.tsv", "--skip-empty"],
            0,
            "Nothing to check in open.tsv (zh-Hans → en): no segment has a translation.",
        ),
        (["head.tsv"], 0, "Nothing to check in head.tsv (zh-Hans → en): no segment has a translation."),
        (
            ["open.tsv", "head.tsv", "--skip-empty"],
            0,
            "Nothing to check in 2 files: no segment has a translation.",
        ),
        (
            ["half.tsv"],
            2,
            "No findings in half.tsv (zh-Hans → en); 1 segment; not everything could be read.",
        ),
        (["half.tsv", "--skip-empty"], 0, "No findings in half.tsv (zh-Hans → en); 1 segment."),
    ],
)
def test_the_last_line_says_what_was_checked(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--glossary", "terms.yaml", *PAIR, *words]) == code
    assert capsys.readouterr().out == f"{said}\n"


@pytest.mark.parametrize(
    ("kinds", "idle"),
    [("missing", "missing"), ("forbidden,untranslated,missing", "missing or untranslated")],
)
def test_that_a_kind_needs_a_source_is_said_of_a_text_without_one(
    kinds: str, idle: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["check", "--glossary", "terms.yaml", *PAIR, "text.txt", "fine.tsv"]
    assert main([*words, "--kind", kinds]) == 0
    assert capsys.readouterr().err == (
        f"reader: text.txt was not checked for {idle}: it has no source beside it.\n"
    )
    assert main(words) == 0
    assert capsys.readouterr().err == ""


def test_a_glossary_without_concepts_checks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--glossary", "none.yaml", *PAIR, "fine.tsv"]) == 2
    assert capsys.readouterr() == (
        "",
        "reader: The glossary has no concepts: there is nothing to check with.\n",
    )
