"""What a language is called in a sentence."""

import pytest

from reader.text.language_names import named
from reader.text.profiles import PROFILES


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("it", "Italian (it)"),
        ("en-GB", "English (en-GB)"),
        ("zh", "Chinese (zh)"),
        ("zh-Hans", "Simplified Chinese (zh-Hans)"),
        ("zh-TW", "Traditional Chinese (zh-TW)"),
        ("zh-Latn", "Chinese (zh-Latn)"),
        ("sr-Latn", "'sr-Latn'"),
    ],
)
def test_a_tag_is_named(tag: str, name: str) -> None:
    assert named(tag) == name


def test_every_language_that_can_be_guessed_has_a_name() -> None:
    guesses = [tag for tags in PROFILES.values() for tag in tags] + ["zh", "ja", "ko"]
    assert [tag for tag in guesses if named(tag).startswith("'")] == []
