"""What the columns of a table hold, guessed from their names or said."""

import pytest

from reader.errors import UsageError
from reader.terms.exchange.columns import chosen, guess, header


@pytest.mark.parametrize(
    ("name", "role", "lang"),
    [
        ("en", "term", "en"),
        ("zh", "term", "zh"),
        ("zh-CN", "term", "zh-CN"),
        ("zh_hans", "term", "zh-Hans"),
        ("English", "term", "en"),
        ("Chinese", "term", "zh"),
        ("Simplified Chinese", "term", "zh-Hans"),
        ("Chinese (Simplified)", "term", "zh-Hans"),
        ("Chinese_PRC", "term", "zh-CN"),
        ("Chinese_PRC_Def", "definition", "zh-CN"),
        ("English (United States)", "term", "en-US"),
        ("Entry_ID", "id", ""),
        ("Entry_Subject", "subject_field", ""),
        ("Term_Example", "context", ""),
        ("中文", "term", "zh"),
        ("英文", "term", "en"),
        ("繁體中文", "term", "zh-Hant"),
        ("Source", "source", ""),
        ("target term", "target", ""),
        ("Target (en-GB)", "term", "en-GB"),
        ("Term", "term", ""),
        ("术语", "term", ""),
        ("Definition", "definition", ""),
        ("definition_en", "definition", "en"),
        ("English definition", "definition", "en"),
        ("英文定义", "definition", "en"),
        ("定义（中文）", "definition", "zh"),
        ("Comment", "note", ""),
        ("备注", "note", ""),
        ("Status", "status", ""),
        ("en status", "status", "en"),
        ("zh-Hans pinyin", "pinyin", "zh-Hans"),
        ("Part of Speech", "pos", ""),
        ("Domain", "subject_field", ""),
        ("subject_field", "subject_field", ""),
        ("Concept ID", "id", ""),
        ("id", "id", ""),
        ("term:id", "term", "id"),
        ("definition:xx-Some", "definition", "xx-Some"),
        ("Do not use", "forbidden", ""),
        ("Synonyms", "synonym", ""),
        ("-", "-", ""),
        ("Mood", "other", ""),
        ("to", "other", ""),
        ("No.", "other", ""),
        ("", "other", ""),
    ],
)
def test_a_name_says_what_a_column_holds(name: str, role: str, lang: str) -> None:
    assert guess(name)[:2] == (role, lang)


@pytest.mark.parametrize(
    ("names", "is_header"),
    [
        (["zh", "en"], True),
        (["source", "target", "comment"], True),
        (["English", "Mood", "Chinese", "Weather"], True),
        (["id", "en"], True),
        (["en", "note", "note"], True),
        (["en", "", "zh"], True),
        (["zh", "status", "en", "status"], True),
        (["中文", "词性", "英文", "词性"], True),
        (["term", "术语"], False),
        (["source", "来源"], False),
        (["English", "英文"], False),
        (["note", "备注"], False),
        (["en", "Mood", "Weather", "zh", "Colour"], False),
        (["firm", "企业"], False),
        ([], False),
    ],
)
def test_a_first_row_is_a_header_where_it_can_be_nothing_else(names: list[str], is_header: bool) -> None:
    assert (header(names) is not None) == is_header


def test_columns_are_said_with_commas() -> None:
    said = chosen("zh, en,note,-,status,term:id")
    assert [column[:2] for column in said] == [
        ("term", "zh"),
        ("term", "en"),
        ("note", ""),
        ("-", ""),
        ("status", ""),
        ("term", "id"),
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("zh,defintion", "'defintion': did you mean 'definition'?"),
        ("zh,qqqq", "'qqqq'. It knows languages, such as zh-Hans or en, and id, term,"),
        ("zh,,en", "''"),
        ("note,status", "names no column of terms"),
    ],
)
def test_a_column_that_means_nothing_is_told(said: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(said)
    assert told in str(caught.value)
