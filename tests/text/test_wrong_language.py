"""A segment in another language than its column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import wrong_language
from reader.text.scripts import Letters
from reader.text.wrong_language import other_language, strangers

ENGLISH = "The little giants carry the weight of big innovation."
FRENCH = "Les petites entreprises portent une grande innovation dans leur secteur."


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (ENGLISH, "en", ""),
        (ENGLISH, "en-GB", ""),
        (ENGLISH, "zh-Hans", "en"),
        (ENGLISH, "ru", "en"),
        (FRENCH, "en", "fr"),
        (FRENCH, "fr-CA", ""),
        ("小巨人撑起大创新", "en", "zh"),
        ("小巨人撑起大创新", "zh", ""),
        ("小巨人撑起大创新", "zh-Hant", ""),
        ("小さな巨人が大きなイノベーションを支えている。", "zh", "ja"),
        ("小巨人", "en", ""),  # a name may stay as it is
        ("COVID-19, SARS-CoV-2, MERS", "zh", ""),
        ("iPhone 15 Pro", "zh", ""),
        ("42", "en", ""),
        ("", "en", ""),
        ("小巨人撐起大創新，這是國家的說法", "zh-CN", "zh-Hant"),
        ("小巨人撑起大创新，这是国家的说法", "zh-TW", "zh-Hans"),
        ("小巨人撑起大创新，这是国家的说法", "zh-CN", ""),
        ("龙头企业 spend more.", "en", ""),  # half of it was left
        ("使用 GDP 和 R&D 数据的 enterprise 与 company 说明", "zh", ""),
        (ENGLISH, "", ""),
        ("Small companies carry big innovation", "en", ""),  # none of the smallest words
        ("Маленькие гиганты несут большие инновации.", "en", "ru"),
    ],
)
def test_only_what_surely_is_another_language_is_told(text: str, language: str, found: str) -> None:
    assert other_language(text, language) in (found, f"{found}-Hans" if found == "zh" else found)


def test_a_long_text_is_told_by_its_beginning() -> None:
    assert other_language(FRENCH * 2_000, "en") == "fr"


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), ("他们撑起了大创新", "zh"), (FRENCH, "fr")])
def test_a_sentence_with_its_own_small_words_costs_no_detection(
    text: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted(text: str) -> Letters:
        raise AssertionError("the slow way")

    monkeypatch.setattr(wrong_language, "count_letters", counted)
    assert other_language(text, language) == ""


PIECES = [
    "the",
    "of",
    "der",
    "die",
    "das",
    "und",
    "le",
    "la",
    "et",
    "в",
    "не",
    "A",
    "word",
    "Haus",
    "12",
    "-",
    "…",
    "ß",
    "é",
    "中",
    "国",
    "人",
    "这",
    "。",
    "，",
    "“",
    "”",
    "〆",
    "々",
    "〇",
    "ひ",
    "한",
    "ＡＢ",
    "％",
]
TEXTS = st.tuples(st.sampled_from(("", " ")), st.lists(st.sampled_from(PIECES), max_size=12)).map(
    lambda drawn: drawn[0].join(drawn[1])
)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(("en", "zh-Hans", "de", "ru", "ja", "pl", "")))
def test_what_is_seen_at_once_is_what_counting_tells(text: str, language: str) -> None:
    quickly = other_language(text, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrong_language, "_is_plainly_own", lambda *_: False)
        assert other_language(text, language) == quickly


@given(st.lists(TEXTS, max_size=4), st.sampled_from(("en", "zh-Hans", "de", "pl", "")))
def test_many_texts_at_once_are_told_as_one_by_one(texts: list[str], language: str) -> None:
    alone = [at for at, text in enumerate(texts) if other_language(text, language)]
    assert strangers(texts, language) == alone
