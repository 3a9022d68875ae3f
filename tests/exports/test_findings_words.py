"""A finding in words: what stands there, what should, and why; in one line for programs."""

import subprocess
import sys

import pytest

from reader.exports.findings_words import (
    expected,
    kind_and_gravity,
    location,
    message,
    reason,
    stands,
    times,
    title,
    unnamed,
)
from reader.terms.findings import Finding, Used
from tests.exports import found

UNTRANSLATED = found.forbidden()._replace(kind="untranslated", found="小巨人", expected=(), why="")
PREFERRED = "write “specialized, refined, distinctive and innovative” or “SRDI”."


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (found.forbidden(), f"“specializing and new” is deprecated (critical): {PREFERRED} {found.WHY}"),
        (found.non_preferred(), f"“specializing and new” is not the preferred term: {PREFERRED} {found.WHY}"),
        (
            found.missing(),
            "Nothing renders “小巨人”: write “little giant”. "
            "The source has 小巨人, and nothing here renders it.",
        ),
        (
            found.inconsistent(),
            f"One concept has several renderings (specializing and new ×3, SRDI ×1): {PREFERRED} "
            "One concept, 2 renderings in this text.",
        ),
        (found.wrong_language(), "This segment looks like zh-Hans, should be en."),
        (UNTRANSLATED, "“小巨人” is left untranslated."),
    ],
)
def test_a_message_says_what_is_wrong_and_what_to_write(finding: Finding, said: str) -> None:
    assert message(finding) == said


def test_a_message_is_one_line_of_bounded_length() -> None:
    long = message(found.forbidden()._replace(why="a\nb " * 1000))
    assert "\n" not in long
    assert len(long) == 1000
    assert long.endswith("…")


@pytest.mark.parametrize(
    ("finding", "said"),
    [(found.forbidden(), "Forbidden term: label"), (found.wrong_language(), "Wrong language")],
)
def test_a_title_names_the_kind_and_the_concept(finding: Finding, said: str) -> None:
    assert title(finding) == said


@pytest.mark.parametrize(
    ("finding", "said", "side"),
    [
        (found.forbidden(), "“specializing and new”", "target"),
        (found.missing(), "nothing for “小巨人”", "source"),
        (UNTRANSLATED, "“小巨人”", "source"),
        (found.wrong_language(), "looks like zh-Hans, should be en", ""),
    ],
)
def test_what_stands_there_is_quoted_and_says_whose_words_it_is(
    finding: Finding, said: str, side: str
) -> None:
    there = stands(finding)
    assert there
    assert (str(there), there.side) == (said, side)


def test_of_an_inconsistent_concept_the_renderings_are_told_and_nothing_else() -> None:
    assert stands(found.inconsistent()) is None


@pytest.mark.parametrize(
    ("most", "said"),
    [(3, (("a", "b", "c"), "")), (2, (("a", "b"), "1 other")), (1, (("a",), "2 others"))],
)
def test_of_many_expected_terms_the_others_are_counted(most: int, said: tuple[tuple[str, ...], str]) -> None:
    assert expected(found.forbidden()._replace(expected=("a", "b", "c")), most) == said


def test_the_language_that_is_wrong_is_told_with_the_right_one_and_once() -> None:
    assert expected(found.wrong_language(), 3) == ((), "")
    assert reason(found.wrong_language()) == ""
    assert reason(found.missing()) == found.missing().why


def test_a_message_quotes_what_stands_on_several_lines_on_one() -> None:
    said = message(found.forbidden()._replace(found="specializing\n    and new"))
    assert said.startswith("“specializing and new” is deprecated")


def test_a_kind_stands_with_what_the_glossary_says_of_how_bad_it_is() -> None:
    assert kind_and_gravity(found.forbidden()) == "forbidden, critical"
    assert kind_and_gravity(found.forbidden(), " · ") == "forbidden · critical"
    assert kind_and_gravity(found.missing()) == "missing"


def test_a_rendering_says_how_often_it_stands_and_how_many_places_are_not_named() -> None:
    used = Used("radix", "admitted", 1234, ())
    assert times(used) == "×1,234"
    assert unnamed(used, 12) == "and 1,222 more"
    assert unnamed(used, 1234) == ""


def test_a_place_is_told_harmless_and_cut() -> None:
    assert location(found.spot(3, 7, file="a\x1b\n.txt")) == "a␛␊.txt:3:7"
    assert len(location(found.spot(file="a" * 10_000))) < 5_000


def test_the_words_come_without_what_draws_them() -> None:
    program = (
        "import sys, reader.exports.findings_words; sys.exit(bool({'rich', 'textual'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
