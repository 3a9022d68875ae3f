"""A guess at a language beside the languages that are likely."""

from collections.abc import Sequence

import pytest

from reader.text.language import settled_language
from reader.text.likely_language import likelier

SHORT = "digital economy\nman-made intelligence"
FRENCH = (
    "La stratégie nationale pour l'économie numérique soutient les petites entreprises dans les régions. "
)
HAN = "数字经济"


@pytest.mark.parametrize(
    ("guess", "text", "likely", "other", "language"),
    [
        ("it", SHORT, ("zh", "en"), "", "en"),
        ("it", SHORT, ("zh-Hans", "en-GB"), "zh-Hans", "en-GB"),
        ("it", SHORT, ("en-GB", "en-US", "zh"), "", "en"),
        ("it", SHORT, ("ru", "ja", "ar", "en"), "", "en"),
        ("it", SHORT, ("de", "en"), "de", "en"),
        ("it", SHORT, ("de", "en"), "de-AT", "en"),
        ("it", SHORT, ("hr", "zh"), "", "hr"),
        ("bg", "Дигитална економија", ("sr", "en"), "", "sr"),
        ("bg", "Дигитална економија", ("sr-Latn", "en"), "", "bg"),
        ("bg", "Дигитална економија", ("sr-Cyrl", "en"), "", "sr-Cyrl"),
        ("zh", HAN, ("ja", "en"), "", "ja"),
        # what stands
        ("it", SHORT, ("it", "en"), "", "it"),
        ("it", SHORT, ("de", "en"), "", "it"),
        ("it", SHORT, ("en",), "en-GB", "it"),
        ("it", SHORT, ("zh", "ja"), "", "it"),
        ("it", SHORT, (), "", "it"),
        ("zh-Hans", HAN, ("zh-Hant", "ja"), "", "zh-Hans"),
        ("fr", FRENCH, ("zh", "en"), "", "fr"),
        ("fr", "A " + FRENCH * 4, ("zh", "en"), "", "fr"),
        ("zh-Hans", HAN * 10, ("ja", "en"), "", "zh-Hans"),
        ("ja", "数字のこと", ("zh", "en"), "", "ja"),
        ("ko", "디지털 경제", ("zh", "en"), "", "ko"),
        ("und", "1, 2, 3", ("zh", "en"), "", "und"),
        ("und", "الاقتصاد الرقمي", ("ar", "en"), "", "und"),
    ],
)
def test_a_guess_gives_way_to_the_one_likely_language_of_the_script(
    guess: str, text: str, likely: Sequence[str], other: str, language: str
) -> None:
    assert likelier(guess, [text], likely, other) == language


def test_the_short_text_is_one_that_is_guessed_wrong() -> None:
    assert settled_language([SHORT]) == "it"
