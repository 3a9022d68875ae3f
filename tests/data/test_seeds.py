"""The article, its Chinese and its sidecar are what they say they are."""

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from reader.folders import shipped

NAME = "seeds/000_87d324de753ab160"
NUMBERS = range(23)
CLEAR = {14}  # ¶14 is stiff, not garbled
HAN = re.compile(r"[\u4e00-\u9fff]")


def blocks(suffix: str) -> list[str]:
    return shipped(NAME + suffix).read_text(encoding="utf-8").rstrip("\n").split("\n\n")


def sidecar() -> dict[str, Any]:
    return dict(yaml.safe_load(shipped(NAME + ".yaml").read_text(encoding="utf-8")))


def opens(block: str) -> str:
    return block[: len(block) - len(block.lstrip())]


def figures(block: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:\.\d+)?%?", block))


def test_the_english_is_the_article_byte_for_byte() -> None:
    digest = hashlib.sha256(shipped(NAME + ".txt").read_bytes()).hexdigest()
    assert digest == "4177c6644792c8fe9c33a7c986d1c978ba47457bf262125525096003141b2d2b"


def test_the_chinese_has_a_block_for_every_english_one() -> None:
    assert len(blocks(".txt")) == len(blocks(".zh.txt")) == len(NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_chinese_block_keeps_the_indent_and_the_figures_of_its_english_one(number: int) -> None:
    english, chinese = blocks(".txt")[number], blocks(".zh.txt")[number]
    assert opens(chinese) == opens(english)
    assert figures(chinese) == figures(english)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_chinese_block_is_chinese_in_one_line_with_chinese_punctuation(number: int) -> None:
    chinese = blocks(".zh.txt")[number].lstrip()
    assert HAN.search(chinese)
    assert not re.search(r"[A-Za-z\n\"']|[,;:?!]|\s", chinese)


def test_the_indents_are_those_of_the_five_paragraphs_and_the_byline() -> None:
    indented = {number for number, block in enumerate(blocks(".txt")) if block.startswith("  ")}
    assert indented == {1, 3, 7, 13, 18, 22}


def test_the_sidecar_has_exactly_its_keys() -> None:
    assert list(sidecar()) == [
        "title", "column", "author", "date", "languages", "provenance", "translation_label", "byline",
        "sections", "notes",
    ]  # fmt: skip


def test_the_sidecar_says_what_the_text_is() -> None:
    said = sidecar()
    assert blocks(".txt")[0] == said["title"] + " (People's Times Review)"
    assert (said["column"], said["author"], said["date"]) == ("人民时评", "Han Xin", "2021-11-29")
    assert said["languages"] == {"source": "en", "target": "zh-Hans"}
    assert said["author"] == blocks(".txt")[said["byline"]].strip()


def test_the_chinese_is_labelled_as_no_original() -> None:
    assert sidecar()["translation_label"] == {
        "zh-Hans": "本项目自译，据英文回译，并非《人民日报》原文",
        "en": "The project's own rendering from the English; not the published original",
    }


def test_sections_follow_one_another_and_open_where_the_original_opens() -> None:
    sections = sidecar()["sections"]
    assert [section["first"] for section in sections] == [0, 1, 3, 7, 13, 18]
    assert all(set(section) == {"first", "title", "summary"} for section in sections)
    assert all(len(section["summary"]) <= 120 for section in sections)


def test_every_garbled_paragraph_has_a_note() -> None:
    notes = sidecar()["notes"]
    assert set(range(22)) - CLEAR <= set(notes) <= set(range(22))
    assert all(note.strip() == note and note for said in notes.values() for note in said)


@pytest.mark.parametrize("suffix", [".yaml", ".txt", ".zh.txt"])
def test_a_seed_is_plain_text(suffix: str) -> None:
    path: Path = shipped(NAME + suffix)
    text = path.read_bytes().decode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\ufeff]", text)
