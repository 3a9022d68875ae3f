"""A finding in one line: what stands there, what should, and why."""

import pytest

from reader.exports.findings_words import message, title
from reader.terms.findings import Finding
from tests.exports import found

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
        (found.wrong_language(), "This is in zh-Hans, where en is expected. It looks like zh-Hans."),
        (
            found.forbidden()._replace(kind="untranslated", found="小巨人", expected=(), why=""),
            "“小巨人” is left untranslated.",
        ),
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
