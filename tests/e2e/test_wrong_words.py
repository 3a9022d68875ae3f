"""What the program cannot do it says in one clear sentence, and nothing else."""

from pathlib import Path

import pytest

from tests.e2e.programs import reader, said

pytestmark = pytest.mark.usefixtures("importable")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["chekc"], "There is no command or file 'chekc': did you mean 'check'?"),
        (["wrong"], "There is no command or file 'wrong'. `reader --help` lists the commands."),
        (["docter"], "There is no command or file 'docter': did you mean 'doctor'?"),
        (["--glosary", "x"], "`reader` has no option '--glosary': did you mean '--glossary'?"),
        (["show", "--para", "3"], "`reader show` has no option '--para': did you mean '--paragraph'?"),
        (["show", "--plian"], "`reader show` has no option '--plian': did you mean '--plain'?"),
        (["show", "--json=1"], "--json: ignored explicit argument '1'. `reader show --help` says more."),
        (["show", "a", "b"], "'b' is one word too many. `reader show --help` says more."),
        (["show", "--paragraph"], "--paragraph: expected one argument. `reader show --help` says more."),
        (["show", "--paragraph", "x"], "--paragraph: 'x' does not name paragraphs: write 3, 3-6, 3- or 3,5."),
        (["show", "--paragraph", "99"], "There is no paragraph 99: the text has 0 to 22."),
        (["--paragraph", "x"], "--paragraph: 'x' is not the number of a paragraph."),
        (["--lang", "中文"], "--lang: '中文' is not a language tag such as en, zh-Hans or zh-Hant."),
        (["term"], "The following arguments are required: QUERY. `reader term --help` says more."),
        (["term", ""], "Which term? Name it in Chinese, English or pinyin"),
        (["show", ""], "Which text? The name of the file is empty"),
        (["completion", "fish"], "There is no completion script for the shell 'fish'. There are"),
        (["nowhere.txt"], "There is no file nowhere.txt."),
        (["show", "nowhere.txt"], "There is no file nowhere.txt."),
        (["show", "--glossary", "nowhere.yaml"], "The glossary nowhere.yaml does not exist."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_word_is_one_clear_sentence(words: list[str], sentence: str) -> None:
    ran = reader(*words)
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert said(ran).startswith(f"reader: {sentence}")
    assert said(ran).count("\n") == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"\x00\x01\x02", "binary"),
        ("专精特新".encode("gb18030"), "iconv -f GB18030"),
    ],
)
def test_a_file_that_is_no_text_is_one_sentence(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(content)
    for ran in (reader("show", str(path)), reader("show", "-", stdin=content)):
        assert ran.returncode == 2
        assert sentence in said(ran)
        assert said(ran).count("\n") == 1
        assert ran.stdout == b""


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    ran = reader("show", str(tmp_path))
    assert ran.returncode == 2
    assert said(ran) == f"reader: {tmp_path} is a folder. Name a text file in it.\n"


def test_a_broken_glossary_is_told_with_every_fault_and_nothing_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("glossary: {version: 9, titel: x}\nconcepts: 3\n", encoding="utf-8")
    for words in (["show"], ["term", "x"]):
        ran = reader(*words, "--glossary", str(path))
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert f"{path}:1:" in said(ran)
        assert f"{path}:2:" in said(ran)
