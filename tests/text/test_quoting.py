"""Words in quotation marks: a text's own, what somebody typed, and what they may have meant."""

import subprocess
import sys

import pytest

from reader.text.quoting import cited, did_you_mean, quoted, squeezed
from tests.hostile import HOSTILE, HOSTILE_BY_NAME


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("SRDI", "“SRDI”"),
        ('"little giant"', "“little giant”"),
        ("“小巨人”企业", "「“小巨人”企业」"),
        ('"', '「"」'),
        ("", "“”"),
    ],
)
def test_a_text_is_quoted_once(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a   b", "a b"),
        ("a \n\t\t b\nc\td", "a b c d"),
        ("  a  ", " a "),
        ("\u3000\u3000专 新", "\u3000\u3000专 新"),
        ("", ""),
        (" " * 1_000_000, " "),
    ],
)
def test_a_run_of_blanks_is_one(text: str, shown: str) -> None:
    assert squeezed(text) == shown


def test_a_long_word_is_cited_in_part() -> None:
    assert cited("x" * 61) == f"'{'x' * 60}…'"
    assert cited("x" * 60) == f"'{'x' * 60}'"


@pytest.mark.parametrize("word", HOSTILE, ids=HOSTILE_BY_NAME)
def test_whatever_was_typed_is_one_harmless_line(word: str) -> None:
    shown = cited(word) + did_you_mean(word, [word, "a\x1b[31m"])
    assert not any(char in shown for char in "\n\t\x1b\x07\x9b\x9d\x00\x7f\r\u202e\u2066")
    assert len(shown) < 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [("staus", " (did you mean 'status'?)"), ("tires", " (did you mean 'tier'?)"), ("zzz", "")],
)
def test_the_nearest_of_what_is_known_is_named(typed: str, said: str) -> None:
    assert did_you_mean(typed, ["status", "tier"]) == said


def test_the_question_may_end_a_sentence() -> None:
    assert did_you_mean("shwo", ["show"], ": ", "") == ": did you mean 'show'?"
    assert did_you_mean("zzz", ["show"], ": ", "") == ""


def test_nothing_is_loaded_for_what_is_not_asked() -> None:
    code = "import sys, reader.text.quoting; sys.exit('difflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
