"""`reader term`: the entry, the others that answer too, or what is near."""

import json
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.cli.term import LONGEST, answer


@pytest.mark.parametrize(
    "words",
    [
        ["专精特新"],
        ["專精特新"],
        ["zhuanjingtexin"],
        ["zhuān", "jīng", "tè", "xīn"],
        ["SRDI"],
        ["specializing", "and", "new"],
        ["--glossary", "glossary.yaml", "专精特新"],
    ],
    ids=" ".join,
)
def test_an_entry_is_found_by_chinese_english_and_pinyin(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert main(["term", *words]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("专精特新 zhuān-jīng-tè-xīn = specialized, refined, distinctive and innovative\n")
    assert err == ""


def test_of_several_answers_the_best_is_whole_and_the_others_are_a_line_each(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["term", "创新"]) == 0
    lines = capsys.readouterr().out.splitlines()
    others = [line for line in lines if line.startswith("also: ")]
    assert len(others) > 1
    assert lines[-len(others) :] == others
    assert lines[1].startswith("entry: ")


def test_no_answer_is_one_sentence_with_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["term", "zhuanjintexin"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("reader: The glossary has no entry for 'zhuanjintexin'. Near it: “专精特新”")
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [[""], [" ", "\t"], ["", "--json"]])
def test_a_question_without_a_term_is_asked_back(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["term", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("reader: Which term? ")


def test_no_answer_and_nothing_near_is_said_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["term", "qqqqqq"]) == 1
    assert capsys.readouterr().err == (
        "reader: The glossary has no entry for 'qqqqqq'. "
        "In the reading room, `t` lists the terms of the text.\n"
    )


@pytest.mark.parametrize(("query", "code", "count"), [("专精特新", 0, 1), ("zhuanjintexin", 1, 0)])
def test_json_is_one_document_with_and_without_an_answer(
    query: str, code: int, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["term", query, "--json"]) == code
    told = json.loads(capsys.readouterr().out)
    assert (told["query"], len(told["entries"])) == (query, count)
    assert bool(told["near"]) == (not count)


def test_a_glossary_of_ones_own_is_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "glossary: {version: 1, languages: [zh-Hans, en]}\n"
        "concepts: [{id: tea, terms: [{lang: zh-Hans, text: 茶, pinyin: chá}, {lang: en, text: tea}]}]\n",
        encoding="utf-8",
    )
    assert main(["term", "cha", "--glossary", str(own)]) == 0
    assert capsys.readouterr().out.startswith("茶 chá = tea\n")


def test_a_question_without_options_needs_no_parser(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "reader.cli.parser", None)  # importing it fails
    assert main(["term", "little", "giant"]) == 0
    assert main(["term", "--json", "little", "giant"]) == 70


def test_a_question_without_end_is_compared_in_part(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reader.terms.lookup.near", lambda glossary, query: [str(len(query))])
    assert main(["term", "x" * 5000]) == 1
    assert capsys.readouterr().err.endswith(f"Near it: “{LONGEST}”.\n")


def test_on_a_terminal_the_same_is_painted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.term.colours", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    assert answer("创新") == 0
    out = capsys.readouterr().out
    assert "\nalso: 创新实力 chuàngxīn shílì = strength in innovation\n" in out
    assert "  definition (en): " in out
    assert max(map(len, out.splitlines())) <= 60
