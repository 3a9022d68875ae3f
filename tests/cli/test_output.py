"""In which encoding a command writes: UTF-8 for what programs read, the locale's for what a person reads."""

import io
import sys
from pathlib import Path

import pytest

from reader import folders
from reader.cli import main
from reader.shelf.store import Shelf
from reader.text.files import shipped_article

TALK = ["show", "--paragraph", "1"]
DOCUMENTS = [
    [*TALK, "--json"],
    ["term", "小巨人", "--json"],
    ["doctor", "--json"],
    ["marks", "--json"],
    ["marks", "--markdown"],
    ["glossary", "check", "词.yaml", "--format", "json"],
    ["glossary", "diff", "词.yaml", "other.yaml", "--format", "json"],
    ["glossary", "suggest", "小巨人.tsv", "--from", "zh-Hans", "--to", "en"],
    ["glossary", "import", "词.yaml"],
    *(
        ["glossary", "export", "词.yaml", "--format", form]
        for form in ("yaml", "tbx", "tbx-dct", "csv", "omegat", "html", "markdown")
    ),
]
GLOSSARY = """\
glossary: {version: 1, languages: [zh-Hans, en]}
concepts:
  - id: giant
    terms: [{lang: zh-Hans, text: 小巨人}, {lang: en, text: giant}]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with two termbases and a table, and a note on the article."""
    monkeypatch.chdir(tmp_path)
    Path("词.yaml").write_text(GLOSSARY, encoding="utf-8")
    Path("other.yaml").write_text(GLOSSARY.replace("小巨人", "巨人"), encoding="utf-8")
    Path("小巨人.tsv").write_text("窗户企业来了\tOne\n窗户企业走了\tTwo\n", encoding="utf-8")
    shelf = Shelf.open(folders.data_folder())
    shelf.add_note(shelf.text(shipped_article()), 1, "小巨人")
    shelf.close()


def written(words: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    made = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(made, encoding=encoding))
    assert main(words) in (0, 1)
    return made.getvalue()


@pytest.mark.parametrize("words", DOCUMENTS, ids=" ".join)
def test_a_document_is_in_utf_8_whatever_the_locale(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(words, "ascii", monkeypatch)
    assert "doctor" in words or not made.decode().isascii()
    assert made.replace(b"ascii", b"utf-8") == written(words, "utf-8", monkeypatch)


@pytest.mark.parametrize("words", [TALK, ["term", "小巨人"], ["marks"]], ids=" ".join)
def test_lines_for_a_person_are_in_the_encoding_of_the_locale(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "小巨人" in written(words, "gb18030", monkeypatch).decode("gb18030")
    assert b"\\u5c0f\\u5de8\\u4eba" in written(words, "ascii", monkeypatch)
