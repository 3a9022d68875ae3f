"""`reader glossary`: its commands, their words and exit codes."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from reader.cli import main
from reader.cli.glossary import PARTS
from tests.cli.termbases import TABLE, YAML
from tests.stdin import piped

LAPSE = YAML + "      - {lang: en, text: company, status: preferred}\n"
FAILING = YAML + "    specs:\n      - {source: 企业, target: a house, expect: [forbidden]}\n"


# The family


@pytest.mark.parametrize("name", PARTS)
def test_each_command_explains_itself_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", name, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"usage: reader glossary {name}" in out
    assert f"examples:\n  reader glossary {name}" in out
    made = import_module(f"reader.cli.glossary_{name}").parser()
    assert made.description.removesuffix(".").casefold() == PARTS[name].casefold()


def test_the_family_lists_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "--help"]) == 0
    out = capsys.readouterr().out
    assert [name for name in PARTS if f"  reader glossary {name}" not in out] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "What about the glossary?"),
        (["chekc"], "`reader glossary` has no command 'chekc': did you mean 'check'?"),
        (["zzz"], "`reader glossary` has no command 'zzz'. The commands are check, "),
        (["--chekc"], "`reader glossary` has no option '--chekc'"),
        (["check", "--formt", "json"], "has no option '--formt': did you mean '--format'?"),
        (["check", ""], "The name of the file is empty"),
        (["check", "--columns", "zh,nope", "-"], "--columns knows no 'nope'"),
        (["check", "--from", "!"], "'!' is not a language tag"),
    ],
)
def test_wrong_words_are_told(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(TABLE.encode(), monkeypatch)
    assert main(["glossary", *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err


@pytest.mark.parametrize("name", ["prose.txt", "prose.md", "prose.yaml", "prose.csv", "prose.tbx", "prose"])
@pytest.mark.parametrize("command", ["check", "import", "diff"])
def test_what_is_no_termbase_is_told_in_a_few_lines(
    command: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text("Once upon a time there was a firm.\n\n- It: was small.\n" * 300, encoding="utf-8")
    assert main(["glossary", command, str(path), *([str(path)] if command == "diff" else [])]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert " no " in err.split("\n")[0]
    assert err.count("\n") <= 4


# check


def test_a_sound_termbase_is_counted(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "check", str(glossary)]) == 0
    assert capsys.readouterr().out.endswith("words.yaml: 1 concept, 2 terms; all is well\n")


def test_the_shipped_glossary_keeps_what_it_promises(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "check"]) == 0
    assert capsys.readouterr().out.endswith("; all is well\n")


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (YAML, [], 0),
        (LAPSE, [], 1),
        (LAPSE, ["--fail-on", "error"], 0),
        (LAPSE, ["--fail-on", "info"], 1),
        (FAILING, ["--fail-on", "error"], 1),
        (FAILING, ["--fail-on", "never"], 0),
        ("concepts: [", [], 2),
    ],
)
def test_the_exit_code_says_how_grave_it_is(text: str, options: list[str], code: int, glossary: Path) -> None:
    glossary.write_text(text, encoding="utf-8")
    assert main(["glossary", "check", str(glossary), *options]) == code


def test_a_remark_stands_under_its_concept_with_its_line(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary.write_text(FAILING, encoding="utf-8")
    main(["glossary", "check", str(glossary)])
    concept, remark, counts = capsys.readouterr().out.splitlines()
    assert concept == "firm"
    assert remark.startswith("  ✗ ")
    assert "words.yaml:8: spec: this spec expects forbidden, and gives missing" in remark
    assert counts.endswith("1 spec; 1 error")


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(
    table: Path, glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary.write_text("concepts: [", encoding="utf-8")
    assert main(["glossary", "check", str(glossary), "nowhere.tsv", str(table), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    faulty, missing, read = json.loads(out)["files"]
    assert faulty["faults"][0]["line"] == 1
    assert missing["faults"][0]["message"] == "There is no file nowhere.tsv."
    assert (read["concepts"], read["terms"], read["faults"]) == (2, 4, [])
    assert err.count("reader: ") == 2


def test_a_table_may_come_from_standard_input_in_another_encoding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(TABLE.encode("gb18030"), monkeypatch)
    assert main(["glossary", "check", "-"]) == 0
    out, err = capsys.readouterr()
    assert out == "standard input: 2 concepts, 4 terms; all is well\n"
    assert "standard input was read as GB18030; where that is wrong, `--encoding` says what it is in." in err


# diff


def test_equal_termbases_have_no_difference(glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "diff", str(glossary), str(glossary)]) == 0
    assert capsys.readouterr() == ("", "reader: Nothing changed.\n")


def test_a_difference_is_told_and_said_by_the_exit_code(
    glossary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(LAPSE, encoding="utf-8")
    assert main(["glossary", "diff", str(glossary), str(new)]) == 1
    assert capsys.readouterr() == (
        "~ firm: 企业 = firm\n    + en: company (preferred)\n",
        "reader: Concepts: 1 changed.\n",
    )
    assert main(["glossary", "diff", str(glossary), str(new), "--format", "json"]) == 1
    (concept,) = json.loads(capsys.readouterr().out)["concepts"]
    assert concept["changes"] == [
        {"field": "term", "old": "", "new": "company (preferred)", "term": "en: company"}
    ]
