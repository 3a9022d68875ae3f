"""Findings as workflow commands: one a line, with everything escaped that would end a value."""

import re

import pytest

from reader.exports.findings_github import github_report
from tests.exports import found
from tests.hostile import HOSTILE_BY_NAME

COMMAND = re.compile(
    r"::(error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^:,]*::[^\n]+\n"
)


def test_a_finding_is_a_command() -> None:
    (line,) = github_report([found.forbidden()])
    assert line == (
        "::error file=a.en.txt,line=3,endLine=3,col=7,endColumn=27,title=Forbidden term%3A label::"
        "“specializing and new” is deprecated (critical): write “specialized, refined, distinctive and "
        "innovative” or “SRDI”. A participle names what a firm does, not what it is.\n"
    )


def test_an_info_is_a_notice() -> None:
    commands = [line.split(" ")[0] for line in github_report(found.everything())]
    assert commands == ["::error", "::error", "::error", "::notice", "::error", "::warning"]


@pytest.mark.parametrize(
    ("path", "written"),
    [("a,b:c.txt", "a%2Cb%3Ac.txt"), ("100%.txt", "100%25.txt"), ("专 精.txt", "专 精.txt")],
)
def test_any_path_is_escaped(path: str, written: str) -> None:
    (line,) = github_report([found.forbidden(file=path)])
    assert line.startswith(f"::error file={written},line=3,")


def test_a_message_cannot_start_another_command() -> None:
    (line,) = github_report([found.forbidden()._replace(why="50% of\r\n::set-output name=x::y")])
    assert line.endswith("50%25 of%0D ::set-output name=x::y\n")
    assert line.count("\n") == 1


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_hostile_texts_stay_inside_their_command(name: str) -> None:
    for line in github_report(found.hostile(HOSTILE_BY_NAME[name])):
        assert found.harmless(line)
        assert COMMAND.fullmatch(line)
