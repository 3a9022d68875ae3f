"""What a sidecar says, where it is right and where it is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import FaultyError
from reader.folders import shipped
from reader.text.article import About, Section
from reader.text.sidecar import read_sidecar
from tests.hostile import HOSTILE, HOSTILE_BY_NAME

WHOLE = """
title: "A\\ttitle"
column: 人民时评
author: Han Xin
date: 2021-11-29
languages: {source: en, target: zh-Hans}
provenance: Found somewhere.
translation_label: {zh: 自译, en: Our own}
byline: 2
sections:
  - {first: 1, title: Body, summary: All of it.}
  - {first: 0, title: Head}
notes:
  1: [one, two]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    assert read_sidecar(written(tmp_path, WHOLE)) == About(
        title="A title",
        column="人民时评",
        author="Han Xin",
        date="2021-11-29",
        source_language="en",
        target_language="zh-Hans",
        provenance="Found somewhere.",
        translation_label={"zh": "自译", "en": "Our own"},
        sections=(Section(0, "Head", ""), Section(1, "Body", "All of it.")),
        notes={1: ("one", "two")},
        byline=2,
    )


def test_every_key_may_be_missing(tmp_path: Path) -> None:
    assert read_sidecar(written(tmp_path, "title: A\n")) == About(title="A")


def test_the_second_reading_is_the_first_and_needs_no_yaml(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)
    first = read_sidecar(path)
    assert read_sidecar(path) == first
    code = "import sys; from pathlib import Path; from reader.text.sidecar import read_sidecar\n"
    code += f"read_sidecar(Path({str(path)!r})); sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_edit_is_seen(tmp_path: Path) -> None:
    assert read_sidecar(written(tmp_path, "title: A\n")).title == "A"
    assert read_sidecar(written(tmp_path, "title: B\n")).title == "B"


def test_the_shipped_sidecar_is_whole() -> None:
    about = read_sidecar(shipped("seeds/000_87d324de753ab160.yaml"))
    assert (about.author, about.byline, about.source_language) == ("Han Xin", 22, "en")
    assert sorted(about.notes) == list(range(22))
    assert [section.first for section in about.sections] == [0, 1, 3, 7, 13, 18]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: A\n", ":1:1: unknown key 'titel' (did you mean 'title'?)"),
        ("byline: last\n", ":1:9: 'last' is not a whole number"),
        ("languages: {source: English!}\n", ":1:21: 'English!' is not a language tag"),
        ("sections:\n  - {title: A}\n", ":2:5: the key 'first' is missing"),
        (
            "sections:\n  - {first: 1, title: A}\n  - {first: 1, title: B}\n",
            "two sections begin at paragraph 1",
        ),
        ("notes:\n  1: [a]\n  01: [b]\n", ":3:3: the notes of paragraph 1 stand twice"),
        ("notes:\n  one: [a]\n", ":2:3: 'one' is not a whole number"),
        ("translation_label: {no such: a}\n", "'no such' is not a language tag"),
        ("", "a.yaml is empty."),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FaultyError) as raised:
        read_sidecar(written(tmp_path, text))
    assert said in str(raised.value)


@pytest.mark.parametrize("text", HOSTILE, ids=list(HOSTILE_BY_NAME))
def test_a_hostile_sidecar_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(FaultyError):
        read_sidecar(path)
