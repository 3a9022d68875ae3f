"""Which command the words mean, and what is said of words that mean none."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from reader.cli import COMMANDS
from reader.cli.open import add_options
from reader.cli.words import VALUED, choose
from reader.errors import UsageError
from reader.text.clean import clean_line
from tests.hostile import HOSTILE, HOSTILE_BY_NAME


def refusal(word: str) -> str:
    """What is said of the word; nothing where it is a file or a command."""
    try:
        choose([word], COMMANDS)
    except UsageError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ([], "open", []),
        (["--help"], "open", ["--help"]),
        (["--version", "show"], "open", ["--version", "show"]),
        (["show"], "show", []),
        (["show", "a.txt", "--json"], "show", ["a.txt", "--json"]),
        (["--glossary", "g.yaml", "term", "x"], "term", ["--glossary", "g.yaml", "x"]),
        (["--glossary=g.yaml", "term", "x"], "term", ["--glossary=g.yaml", "x"]),
        (["--data-dir", "show", "marks"], "marks", ["--data-dir", "show"]),
        (["--json", "show"], "show", ["--json"]),
        (["-"], "open", ["-"]),
        (["article.txt"], "open", ["article.txt"]),
        (["./show"], "open", ["./show"]),
        (["texts/article"], "open", ["texts/article"]),
        (["--paragraph", "3", "article.txt"], "open", ["--paragraph", "3", "article.txt"]),
        (["--", "show"], "open", ["--", "show"]),
        (["--wrong", "value"], "open", ["--wrong", "value"]),
    ],
)
def test_the_first_word_that_is_no_option_chooses(words: list[str], name: str, rest: list[str]) -> None:
    assert choose(words, COMMANDS) == (name, rest)


def test_a_file_without_a_suffix_is_opened_where_it_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("speech").write_text("Hello.", encoding="utf-8")
    assert choose(["speech"], COMMANDS) == ("open", ["speech"])


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("shwo", "There is no command or file 'shwo': did you mean 'show'?"),
        ("doktor", "There is no command or file 'doktor': did you mean 'doctor'?"),
        ("zzz", "There is no command or file 'zzz'. `reader --help` lists the commands."),
    ],
)
def test_a_word_that_is_neither_is_told_with_the_nearest(word: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose([word], COMMANDS)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("word", HOSTILE, ids=HOSTILE_BY_NAME)
def test_any_word_is_chosen_or_refused_in_one_harmless_line(word: str) -> None:
    sentence = refusal(word)
    assert sentence == clean_line(sentence)
    assert len(sentence) < 200


def test_the_options_with_a_value_are_those_that_opening_has() -> None:
    parser = ArgumentParser(add_help=False)
    add_options(parser)
    valued = [option for action in parser._actions if action.nargs != 0 for option in action.option_strings]
    assert sorted(VALUED) == sorted(valued)
