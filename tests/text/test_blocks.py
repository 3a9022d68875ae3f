"""How a file's text falls into blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.text.blocks import MAX_BLOCK, split_blocks
from tests.hostile import HOSTILE, HOSTILE_BY_NAME


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("one\n\ntwo\n", ["one", "two"]),
        ("\n\n  one\n \t \n\u3000\ntwo\n\n\n", ["  one", "two"]),
        ("one\r\n\r\ntwo\rtwo more\r\n", ["one", "two two more"]),
        ("a hard\nwrapped  \n  text\n\nnext", ["a hard wrapped text", "next"]),
        ("  a hard\nwrapped text\n\nnext", ["  a hard wrapped text", "next"]),
        ("中小企业能办\n大事，R&D\n强度\n\n完", ["中小企业能办大事，R&D强度", "完"]),
        ("他说：\nSMEs\ncan.\n\n完", ["他说：SMEs can.", "完"]),
        (
            "\u3000\u3000第一段\n\u3000\u3000第二段\n接着\n\n三",
            ["\u3000\u3000第一段", "\u3000\u3000第二段接着", "三"],
        ),
        ("第一段\n第二段\n第三段\n", ["第一段", "第二段", "第三段"]),
        ("one line", ["one line"]),
        ("\ufeffone\n\ninno\u00advation \x1b[31m", ["one", "innovation \u241b[31m"]),
    ],
)
def test_blank_lines_part_blocks_and_wrapped_lines_join(text: str, texts: list[str]) -> None:
    assert split_blocks(text, "a.txt").texts == texts


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("A headline\n\nBody.", True),
        ("x" * 200 + "\n\nBody.", True),
        ("x" * 201 + "\n\nBody.", False),
        ("Two lines\nof text\n\nBody.", False),
        ("Only this.", False),
    ],
)
def test_a_single_short_line_above_others_is_a_headline(text: str, headline: bool) -> None:
    blocks = split_blocks(text, "a.txt")
    assert blocks.headline == headline
    assert blocks.numbers[0] == (0 if headline else 1)
    assert len(blocks.numbers) == len(blocks.texts)


@pytest.mark.parametrize("text", ["", "\n", " \t\n\u3000\n", "\ufeff", "\u00ad"])
def test_a_text_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^a\.txt is empty"):
        split_blocks(text, "a.txt")


def test_a_paragraph_too_long_is_refused_with_its_line() -> None:
    half = "x" * (MAX_BLOCK // 2)
    assert split_blocks(f"one\n\n{half}{half}", "a.txt").texts == ["one", half + half]
    with pytest.raises(InputError, match=r"^a\.txt:4: this paragraph has 100,001 characters"):
        split_blocks(f"one\n\n\n{half}\n{half}\n\ntwo", "a.txt")


LINES = st.lists(st.text(st.sampled_from("ab  \t\u3000，专\x1b"), max_size=6))


@given(LINES)
def test_no_character_is_lost_and_no_block_breaks(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    texts = split_blocks(text, "a.txt").texts
    assert not any("\n" in block or not block.strip() for block in texts)
    assert "".join("".join(texts).split()) == "".join(text.replace("\x1b", "\u241b").split())


@pytest.mark.parametrize("text", HOSTILE, ids=list(HOSTILE_BY_NAME))
def test_a_hostile_text_is_split_or_refused(text: str) -> None:
    try:
        shown = split_blocks(text, "a.txt").texts
    except InputError as error:
        shown = [str(error)]
    assert all(shown)
    assert not any(char in line for line in shown for char in "\n\x1b\u202e")
