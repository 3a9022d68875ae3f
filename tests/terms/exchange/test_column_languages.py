"""Columns of synonyms and of forbidden terms whose names say no language."""

import pytest

from reader.errors import GlossaryError
from reader.terms.exchange.columns import chosen, spelled
from reader.terms.exchange.tables import Layout, read_table

ASKED = "nothing tells whether this column is in "


def languages(header: str, row: str, layout: Layout = Layout()) -> dict[str, str]:  # noqa: B008  # a value
    """The language of each term of the one row."""
    (concept,) = read_table(f"{header}\n{row}\n", "words.csv", "csv", layout).concepts
    return {term.text: term.lang for term in concept.terms}


@pytest.mark.parametrize(
    ("header", "row", "lang"),
    [
        ("en,synonyms", "firm,w", "en"),
        ("zh,en,synonyms", "甲,firm,w", "en"),
        ("en,zh,forbidden", "firm,甲,w", "en"),
        ("zh,en,forbidden", "甲,firm,w乙丙", "zh"),
        ("synonyms,en,zh", "w,firm,甲", "en"),
        ("en,de,not", "firm,Firma,w", "de"),
        ("zh,de,synonyms,en", "甲,Firma,w,firm", "de"),
        ("zh,en,de,not", "甲,firm,Firma,w乙丙", "zh"),
        ("ru,zh,en,not", "фирма,甲,firm,хутор w", "ru"),
        ("zh,en,synonyms", "甲,firm,17 w", "en"),
    ],
)
def test_a_column_is_in_the_language_whose_script_it_has_else_in_its_neighbours(
    header: str, row: str, lang: str
) -> None:
    found = languages(header, row)
    (own,) = [tag for text, tag in found.items() if "w" in text]
    assert own == lang


def test_what_is_forbidden_by_a_yes_says_nothing_of_the_language() -> None:
    table = "en,zh,forbidden\nfirm,甲,yes\n"
    (concept,) = read_table(table, "words.csv", "csv").concepts
    assert [term.status for term in concept.terms] == ["", "deprecated"]


@pytest.mark.parametrize(
    ("header", "row", "langs"),
    [
        ("zh,en,de,Synonyms,Forbidden", "甲,firm,Firma,w,y", "en or de"),
        ("Synonyms,en,de,zh", "w,firm,Firma,甲", "en or de"),
        ("en,zh,Synonyms,de", "firm,甲,w,Firma", "en or de"),
    ],
)
def test_where_nothing_tells_the_language_it_is_asked_for_with_words_that_answer(
    header: str, row: str, langs: str
) -> None:
    with pytest.raises(GlossaryError) as caught:
        languages(header, row)
    fault = caught.value.faults[0]
    assert fault.message == ASKED + langs
    columns = fault.hint.partition("--columns ")[2]
    assert languages(header, row, Layout(tuple(chosen(columns))))["w"] in ("en", "de", "zh")


def test_the_target_language_answers_too() -> None:
    layout = Layout(target_language="en-GB")
    assert languages("zh,en,de,synonyms", "甲,firm,Firma,w", layout)["w"] == "en"


def test_another_language_than_the_neighbours_is_told() -> None:
    told: list[str] = []
    read_table("en,zh,Mood,Not\nfirm,甲,glad,w\n", "words.csv", "csv", Layout(), told.append)
    assert told[1:] == [
        "words.csv: the column 'Not' is taken for one in en; --columns en,zh,note,forbidden:zh says that it "
        "is in zh."
    ]


def test_columns_are_spelled_as_they_are_chosen() -> None:
    words = "id,subject field,zh-Hans,term:id,zh status,term note:en,definition:en,synonym:xx-Some,-,note"
    columns = chosen(words)
    assert [each[:2] for each in chosen(spelled(columns))] == [each[:2] for each in columns]
