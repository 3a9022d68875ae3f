"""`reader glossary export`, `suggest` and `import`: what they write, and where."""

from pathlib import Path
from typing import get_args

import pytest

from reader.cli import main
from reader.exports.termbase import Form
from tests.cli.termbases import TABLE, YAML
from tests.stdin import piped

# export


@pytest.mark.parametrize("form", get_args(Form))
def test_every_form_is_written(form: str, glossary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "export", str(glossary), "--format", form]) == 0
    out, err = capsys.readouterr()
    assert "企业" in out
    assert "firm" in out
    assert err == ""


@pytest.mark.parametrize("name", ["out.tbx", "out.yaml", "out.csv", "out.txt"])
def test_what_is_exported_can_be_opened_again(
    name: str, glossary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "export", str(glossary), "--output", str(tmp_path / name)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["glossary", "check", str(tmp_path / name)]) == 0
    assert "1 concept, 2 terms" in capsys.readouterr().out


def test_an_ending_that_no_form_has_is_told_unless_the_form_is_said(
    glossary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["glossary", "export", str(glossary), "--output", str(tmp_path / "out.docx")]
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "'.docx' is none of the endings of a termbase (.tbx, .xml, .tsv, " in err
    assert all(form in err for form in get_args(Form))
    assert not (tmp_path / "out.docx").exists()
    assert main([*words, "--format", "html"]) == 0
    assert (tmp_path / "out.docx").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert main([*words[:-1], str(tmp_path / "out")]) == 0
    assert (tmp_path / "out").read_text(encoding="utf-8").startswith("glossary:")


def test_a_file_that_is_there_is_overwritten_only_by_force(
    glossary: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["glossary", "export", str(glossary), "--output", str(table)]
    assert main(words) == 2
    assert "`--force` overwrites it" in capsys.readouterr().err
    assert table.read_text(encoding="utf-8") == TABLE
    assert main([*words, "--force"]) == 0
    assert table.read_text(encoding="utf-8") == "企业\tfirm\n"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_the_glossary_that_is_read_is_never_written_over(
    force: list[str], glossary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.html"
    link.symlink_to(glossary)
    for output in (glossary, link):
        assert main(["glossary", "export", str(glossary), "--output", str(output), *force]) == 2
        assert capsys.readouterr() == ("", f"reader: {output} is read here: name another file to write.\n")
    assert glossary.read_text(encoding="utf-8") == YAML


def test_a_table_of_two_columns_needs_two_languages(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["glossary", "export", str(glossary), "--format", "omegat"]
    assert main([*words, "--from", "en"]) == 0
    assert capsys.readouterr().out == "firm\t企业\n"
    glossary.write_text(YAML.replace("[zh-Hans, en]", "[en]"), encoding="utf-8")
    assert main(words) == 2
    assert "--from and --to" in capsys.readouterr().err


# suggest


def test_terms_are_proposed_for_both_sides_of_a_text(
    tmp_path: Path, glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talk.txt").write_text("A supply chain.\n\nThe supply chain of a firm.\n", encoding="utf-8")
    (tmp_path / "talk.zh.txt").write_text("供应链长。\n\n企业有供应链啊。\n", encoding="utf-8")
    words = ["glossary", "suggest", str(tmp_path / "talk.txt"), "--glossary", str(glossary)]
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert [line for line in out.splitlines() if "text:" in line] == [
        "      - {lang: zh, text: 供应链}",
        "      - {lang: en, text: supply chain}",
    ]
    assert err == ""


@pytest.mark.parametrize(
    ("chinese", "words", "said"),
    [
        ("供应链长", ["--least", "3"], "Chinese: nothing stands 3 times\nEnglish: nothing stands 3 times\n"),
        ("供应链长", [], ""),
        ("长", [], "Chinese: nothing recurs\n"),
        ("长", ["--least", "3"], "Chinese: nothing stands 3 times\nEnglish: nothing stands 3 times\n"),
        ("", [], ""),
        ("", ["--least", "3"], "English: nothing stands 3 times\n"),
    ],
)
def test_a_language_without_a_proposal_is_told(
    chinese: str,
    words: list[str],
    said: str,
    tmp_path: Path,
    glossary: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = tmp_path / "talk.txt"
    text.write_text("A supply chain.\n\nThe supply chain of a firm.\n", encoding="utf-8")
    if chinese:
        (tmp_path / "talk.zh.txt").write_text(f"{chinese}。\n\n企业有{chinese}啊。\n", encoding="utf-8")
    assert main(["glossary", "suggest", str(text), "--glossary", str(glossary), *words]) == 0
    out, err = capsys.readouterr()
    assert err == "".join(f"reader: {line} that the glossary lacks.\n" for line in said.splitlines())
    assert ("供应链" in out, "supply chain" in out) == (
        "Chinese" not in said and chinese != "",
        "English" not in said,
    )


def test_a_language_that_is_not_known_well_enough_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Die Lieferkette der Firma. Die Lieferkette der Firma.\n", encoding="utf-8")
    assert main(["glossary", "suggest", str(path), "--to", "de"]) == 0
    assert "terms are proposed in English and Chinese; this is de." in capsys.readouterr().err


@pytest.mark.parametrize("word", ["0", "-1", "x", "1" * 10])
def test_a_number_of_proposals_is_a_number(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "suggest", f"--most={word}"]) == 2
    assert "is not a number from 1 on" in capsys.readouterr().err


# import


def test_a_table_becomes_a_glossary(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new.yaml"
    assert main(["glossary", "import", str(table), "-o", str(new)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("words.tsv: 2 concepts, 4 terms, in zh-Hans and en.\n")
    assert main(["glossary", "diff", str(table), str(new)]) == 0


def test_without_a_file_to_write_the_yaml_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped("企业,firm,note\n公司,company,\n".encode("utf-16"), monkeypatch)
    words = ["glossary", "import", "-", "--columns", "zh-Hans,en,note"]
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert out.startswith("glossary:\n  version: 1\n  languages: [zh-Hans, en]\n")
    assert "notes: [note]" in out
    assert "standard input was read as UTF-16; where that is wrong, `--encoding` says what it is in." in err


def test_a_table_with_faults_is_refused_whole(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(f"{TABLE}one\ntwo\n", encoding="utf-8")
    assert main(["glossary", "import", str(table), "-o", str(tmp_path / "new.yaml")]) == 2
    err = capsys.readouterr().err
    assert "words.tsv:3:1: this row has one field only" in err
    assert "words.tsv:4:1: this row has one field only" in err
    assert not (tmp_path / "new.yaml").exists()


MERGED = """\
# ours
glossary: {version: 1, languages: [zh-Hans, en]}
concepts:
  - id: firm
    terms:
      - {lang: zh-Hans, text: 企业, status: preferred}
      - {lang: en, text: "firm", status: preferred} # mind it
"""


def test_a_table_goes_into_a_glossary_that_is_there(
    table: Path, glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary.write_text(MERGED, encoding="utf-8")
    words = ["glossary", "import", str(table), "-o", str(glossary)]
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "little-giant: added with 2 terms\n" in err
    assert err.endswith("words.tsv: 1 concept added; 2 concepts in all.\n")
    written = glossary.read_text(encoding="utf-8")
    assert written.startswith(MERGED)
    assert "little giant" in written
    assert main(words) == 0
    assert capsys.readouterr().err.endswith("words.tsv: nothing new; 2 concepts in all.\n")
    assert glossary.read_text(encoding="utf-8") == written


def test_a_glossary_imported_into_itself_stays_as_it_is(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary.write_text(MERGED, encoding="utf-8")
    assert main(["glossary", "import", str(glossary), "-o", str(glossary)]) == 0
    assert glossary.read_text(encoding="utf-8") == MERGED
    assert capsys.readouterr().err.endswith("nothing new; 1 concept in all.\n")


def test_several_termbases_become_one(
    table: Path, glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "import", str(glossary), str(table)]) == 0
    out, err = capsys.readouterr()
    assert out.count("  - id: ") == 2
    assert "1 concept, 2 terms" in err
    assert "1 concept added; 2 concepts in all" in err


def test_only_the_first_news_are_told_one_by_one(
    table: Path, glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text("".join(f"词{at}\tword {at}\n" for at in range(30)), encoding="utf-8")
    assert (
        main(["glossary", "import", str(table), "-o", str(glossary), "--from", "zh-Hans", "--to", "en"]) == 0
    )
    err = capsys.readouterr().err
    assert err.count("\n") == 22
    assert "… and 10 more." in err


@pytest.mark.parametrize("name", ["out.tbx", "out", ""])
def test_a_glossary_is_yaml(name: str, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "import", str(table), "-o", name]) == 2
    assert "is no YAML" in capsys.readouterr().err


def test_a_faulty_glossary_is_not_merged_into(
    table: Path, glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary.write_text("concepts: [", encoding="utf-8")
    assert main(["glossary", "import", str(table), "-o", str(glossary)]) == 2
    assert "words.yaml:1:" in capsys.readouterr().err
    assert glossary.read_text(encoding="utf-8") == "concepts: ["


def test_an_import_speaks_the_languages_of_the_glossary_it_comes_into(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, other = tmp_path / "own.yaml", tmp_path / "other.csv"
    head = "glossary: {version: 1, languages: [zh-Hans, en]}\nconcepts:\n  - id: giant\n    terms:\n"
    terms = "      - {lang: zh-Hans, text: 小巨人}\n      - {lang: en, text: little giant}\n"
    own.write_text(head + terms, encoding="utf-8")
    other.write_text("zh-CN,en-US\n小巨人,little giant\n小巨人,tiny giant\n", encoding="utf-8")
    assert main(["glossary", "import", str(other), "-o", str(own)]) == 0
    assert "taken in zh-CN as zh-Hans, en-US as en" in capsys.readouterr().err
    merged = own.read_text(encoding="utf-8")
    assert merged.endswith(f"{terms}      - {{lang: en, text: tiny giant}}\n")
    assert "{level: language en, xml: en-US}" in merged
    assert main(["glossary", "import", str(other), "-o", str(own)]) == 0
    assert own.read_text(encoding="utf-8") == merged
