"""A text and its translation as segments: numbers, places, languages, Markdown, remarks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, InputError
from reader.text.bitexts.articles import article_bitext, shipped_bitext
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.paragraphs import paragraphs
from reader.text.bitexts.request import Request
from reader.text.files import read_text_article, shipped_article
from tests.bitexts import faults, opened, pairs, segments
from tests.hostile import HOSTILE_BY_NAME


def test_the_shipped_article_is_checked_against_its_chinese() -> None:
    article = shipped_article()
    bitext = article_bitext(article)
    assert (bitext.source_language, bitext.target_language) == ("zh-Hans", "en")
    found = segments(bitext)
    assert [int(one.id) for one in found] == [paragraph.number for paragraph in article]
    assert [one.target.text for one in found] == [paragraph.source for paragraph in article]
    assert [one.source and one.source.text for one in found] == [each.translation for each in article]
    lines = article.path.read_text(encoding="utf-8").split("\n")
    for one in found:
        assert lines[one.target.line - 1][one.target.column - 1 :].startswith(one.target.text)


def test_the_shipped_article_can_be_opened_by_itself() -> None:
    bitext, other = shipped_bitext(), article_bitext(shipped_article())
    assert (bitext[:4], list(bitext.segments)) == (other[:4], list(other.segments))


def test_a_text_alone_has_no_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The enterprises of this region\nare small and young.\n\nSo be it.\n")
    bitext = open_bitext(Request(path))
    assert (bitext.path, bitext.source_path, bitext.source_language) == (str(path), "", "")
    assert bitext.target_language == "en"
    one, other = segments(bitext)
    assert (one.id, one.source, other.id) == ("1", None, "2")
    assert one.target.text == "The enterprises of this region are small and young."
    assert one.target.place(31) == (2, 1)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("  a b\n", 2, (1, 5)),
        ("\u3000\u3000甲\n乙\n\n丙\n", 1, (2, 1)),
        ("\ufeffa b\n", 2, (1, 3)),
        ("a\r\nb\r\n\r\nc\r\n", 2, (2, 1)),
        ("in\u00adno\u00advation\n\nx\n", 4, (1, 7)),
        ("a\u2028b\n\nc\n", 2, (1, 3)),
        ("a\nb\u2028c\n\nd\n", 4, (2, 3)),
    ],
)
def test_a_place_is_that_of_the_file(text: str, offset: int, place: tuple[int, int]) -> None:
    assert segments(opened("a.txt", text))[0].target.place(offset) == place


@given(st.text(st.sampled_from("ab甲。\n\n \t\u3000\u00ad\u2028\r\x1b")))
def test_paragraphs_are_those_that_are_read(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        article = read_text_article("a.txt", text)
    except InputError:
        return
    found = list(paragraphs(text, "a.txt"))
    assert [(one.number, one.passage.text) for one in found] == [
        (paragraph.number, paragraph.source) for paragraph in article
    ]
    lines = text.split("\n")
    for one in found:
        for offset, char in enumerate(one.passage.text):
            line, column = one.passage.place(offset)
            assert (lines[line - 1] + " ")[column - 1] == char or char in " \n\u241b"


def test_a_translation_beside_the_text_is_its_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nOne two.\n")
    (tmp_path / "a.zh.txt").write_text("题\n\n一二。\n")
    bitext = open_bitext(Request(tmp_path / "a.txt", target_language="en-GB"))
    assert (bitext.source_language, bitext.target_language) == ("zh", "en-GB")
    assert bitext.source_path == str(tmp_path / "a.zh.txt")
    assert pairs(bitext) == [("题", "Title"), ("一二。", "One two.")]


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        ("题\n".encode(), "a.txt:3:1: this seems to have no counterpart in "),
        (b"", "a.zh.txt is empty"),
        (b"\xff\xfe\xff", "is not UTF-16"),
        (b"ab\n\xff", "the byte 0xFF is not UTF-8"),
    ],
)
def test_a_translation_that_cannot_be_used_is_told_and_the_text_checked_alone(
    tmp_path: Path, translation: bytes, said: str
) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nOne two.\n")
    (tmp_path / "a.zh.txt").write_bytes(translation)
    bitext = open_bitext(Request(tmp_path / "a.txt", target_language="en"))
    assert bitext.source_language == ""
    found = list(bitext.segments)
    assert isinstance(found[0], Fault)
    assert said in str(found[0])
    assert len(found) == 3


def test_a_faulty_sidecar_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One two.\n")
    (tmp_path / "a.yaml").write_text("tilte: x\n")
    bitext = open_bitext(Request(tmp_path / "a.txt", target_language="en"))
    assert "unknown key 'tilte'" in faults(bitext)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**专精**特新", "专精特新"),
        ("a **b *c* d** e", "a b c d e"),
        ("***a** b*", "a b"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("_a_ __b__ ~~c~~", "a b c"),
        ("snake_case and x_ and _y, z_a", "snake_case and x_ and _y, z_a"),
        ("lone * and **open", "lone * and **open"),
        (r"\*literal\* \_x\_", "*literal* _x_"),
        ("see `code **x**` and ``a ` b``.", "see  and ."),
        ("[little *giant*](http://x.y/a_b_c 'title') x", "little giant x"),
        ("[a](x(y)z) [b][ref] [c] ![alt](i.png)", "a b [c] alt"),
        ("a[^1] b <http://x.y> https://x.y/z_a_b, c", "a b  , c"),
        ("a<br/>b <b class='x'>bold</b> 1 < 2", "ab bold 1 < 2"),
        ("AT&amp;T &#20013;&nbsp;&#27;x&foo;", "AT&T 中\u00a0x&foo;"),
        ("## Head\nnext", "Head next"),
        ("> a small\n> firm", "a small firm"),
        ("Title\n=====", "Title"),
        ("a <!-- b\nc --> d", "a d"),
        ("a\\\nb", "a b"),
        ("| a | b |\n|---|:-:|\n| c | d |", "| a | b | | c | d |"),
    ],
)
def test_markup_is_no_text_to_check(text: str, expected: str) -> None:
    one, _ = segments(opened("a.md", text + "\n\nEnd.\n"))
    assert one.target.text == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("---\ntitle: a\n\nb: c\n---\n\nText.\n", ["3"]),
        ("Text.\n\n```py\ncode\n\ncode\n```\n\nMore.\n", ["0", "3"]),
        ("Text.\n\n    code\n\n    code\n\nMore.\n", ["0", "3"]),
        ("Text.\n    text\n\nMore.\n", ["1", "2"]),
        (
            "- item\n\n    text\n\n    - item\n\n    text\n\nText.\n\n\tcode\n\nMore.\n",
            ["0", "1", "2", "3", "4", "6"],
        ),
        ("Text.\n\n~~~\nopen\n\nto the end\n", ["0"]),
        ("Text.\n\n<!-- a\n\nb -->\n\n[r]: http://x.y\n\nMore.\n", ["0", "4"]),
    ],
)
def test_blocks_without_text_are_no_segments_but_are_counted(text: str, numbers: list[str]) -> None:
    assert [one.id for one in segments(opened("a.md", text))] == numbers


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("a **b** c", 2, (1, 5)),
        ("a **b** c", 4, (1, 9)),
        ("> a\n> b", 2, (2, 3)),
        ("a &amp; [b](c) d", 2, (1, 3)),
        ("a &amp; [b](c) d", 4, (1, 10)),
        ("a &amp; [b](c) d", 6, (1, 16)),
    ],
)
def test_a_place_behind_markup_is_that_of_the_file(text: str, offset: int, place: tuple[int, int]) -> None:
    one, _ = segments(opened("a.md", text + "\n\nEnd.\n"))
    assert one.target.place(offset) == place


MARKS = ["a", "甲", " b ", "**", " _", "`", "[", "](x)", "<b>", "&amp;", "\n", "\n\n", ">", "# ", "\n~~~"]
MARKS += ["\\", "!", "<!--", "-->", "---", "|", "http://x", " ", "* "]


@given(st.lists(st.sampled_from(MARKS), max_size=40))
def test_any_markdown_keeps_its_letters_in_place(parts: list[str]) -> None:
    text = "甲" + "".join(parts)
    lines = text.split("\n")
    for one in paragraphs(text, "a.md", markdown=True):
        for offset, char in enumerate(one.passage.text):
            line, column = one.passage.place(offset)
            assert char == (lines[line - 1] + "\n")[column - 1] or char in " &"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "<!-- reader:ignore one -->\nA.\n\nB.\n", [("A.", {"one"}), ("B.", set())]),
        ("a.md", "A. <!-- reader:ignore one, two -->\n\nB.\n", [("A.", {"one", "two"}), ("B.", set())]),
        ("a.md", "<!-- reader:ignore one -->\n\nA.\n\nB.\n", [("A.", {"one"}), ("B.", set())]),
        ("a.md", "`reader:ignore one` A.\n", [("A.", set())]),
        ("a.txt", "reader:ignore one\n\nA.\n\nB.\n", [("A.", {"one"}), ("B.", set())]),
        ("a.txt", "A. reader:ignore one\n\nB.\n", [("A.", {"one"}), ("B.", set())]),
        ("a.txt", "A\nb.\nreader:ignore one, two\n\nB.\n", [("A b.", {"one", "two"}), ("B.", set())]),
        ("a.txt", "It says reader:ignore one and more.\n", [("It says reader:ignore one and more.", set())]),
    ],
)
def test_a_remark_takes_concepts_out_of_one_paragraph(
    name: str, text: str, expected: list[tuple[str, set[str]]]
) -> None:
    assert [(one.target.text, set(one.ignored)) for one in segments(opened(name, text))] == expected


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_a_hostile_text_is_segments_or_a_sentence(file: str, name: str) -> None:
    told = ""
    try:
        found = segments(opened(file, HOSTILE_BY_NAME[name]))
    except InputError as error:
        told = str(error)
    assert told.isprintable()
    assert told or all("\x1b" not in one.target.text for one in found)
