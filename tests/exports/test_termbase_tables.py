"""Termbases as CSV and as OmegaT's table: what has a column comes back; no spreadsheet computes a term."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import GlossaryError
from reader.exports.termbase_csv import csv_text
from reader.exports.termbase_omegat import omegat_text
from reader.exports.termbase_yaml import glossary_yaml_text
from reader.folders import shipped
from reader.terms.concepts import Concept, Definition, Glossary, Rules, Term
from reader.terms.diff import diff
from reader.terms.entries import walk_glossary
from reader.terms.exchange.tables import Layout, read_table
from reader.terms.glossary_yaml import load_glossary
from reader.text.strict_yaml import parse_yaml

FIRM = Concept(
    "firm",
    (
        Term("zh-Hans", "企业", "preferred", pinyin="qǐyè"),
        Term("en", "firm", "admitted"),
        Term("en", "enterprise", "preferred"),
        Term("en", "house", "deprecated", why="Slang."),
    ),
    notes=("Mind\tit.", "Twice."),
)
LANGUAGES = ("zh-Hans", "en")


def termbase(*concepts: Concept) -> Glossary:
    return Glossary("words.yaml", "", LANGUAGES, "", {}, concepts)


def held(glossary: Glossary) -> list[dict[str, Any]]:
    """What a CSV has columns for; the order of terms within a language counts."""
    return [
        concept._asdict()
        | {
            "terms": {
                lang: [_bare(term) for term in concept.terms if term.lang == lang]
                for lang in {term.lang for term in concept.terms}
            },
            "definitions": {
                lang: [each.text for each in concept.definitions if each.lang == lang]
                for lang in {each.lang for each in concept.definitions}
            },
            **dict.fromkeys(("line", "facts", "specs", "links", "images", "history", "extra")),
        }
        for concept in glossary.concepts
    ]


def _bare(term: Term) -> Term:
    return term._replace(line=0, contexts=(), extra=(), match=Term("", "").match)


def again(glossary: Glossary) -> Glossary:
    return read_table(csv_text(glossary), "words.csv", "csv", Layout())


TEXTS = st.text("ab企=+-@＝'\"\\;|,\n #", max_size=6).map(str.strip)
FINDABLE = TEXTS.filter(lambda text: any(map(str.isalnum, text)))
TERMS = st.tuples(
    st.sampled_from(["zh-Hans", "en", "xx-abc", "id"]),
    FINDABLE,
    st.sampled_from(["", "preferred", "admitted", "deprecated", "superseded"]),
    TEXTS,
    TEXTS,
    TEXTS,
).map(lambda own: Term(own[0], own[1])._replace(status=own[2], pinyin=own[3], why=own[4], note=own[5]))
DEFINITIONS = st.tuples(st.sampled_from(["en", "zh"]), TEXTS.filter(bool)).map(lambda own: Definition(*own))
CONCEPTS = st.tuples(
    st.sampled_from("abcd"),
    st.lists(TERMS, min_size=1, max_size=4, unique_by=lambda term: (term.lang, term.text)).map(tuple),
    TEXTS,
    st.sampled_from(["core", "term"]),
    st.lists(DEFINITIONS, max_size=2, unique=True).map(tuple),
    st.lists(TEXTS.filter(bool), max_size=2, unique=True).map(tuple),
).map(lambda own: Concept(*own))


@settings(max_examples=60, deadline=None)
@given(st.lists(CONCEPTS, min_size=1, max_size=3, unique_by=lambda concept: concept.id))
def test_what_has_a_column_comes_back(concepts: list[Concept]) -> None:
    glossary = termbase(*concepts)
    assert held(again(glossary)) == held(glossary)


def test_the_shipped_glossary_comes_back() -> None:
    glossary = load_glossary(shipped("glossary.yaml"))
    assert held(again(glossary)) == held(glossary)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@a", "＝1", "＋1", "－x", "＠a", "'=1"])
def test_a_spreadsheet_computes_nothing(text: str) -> None:
    csv = csv_text(termbase(Concept("a", (Term("en", text),))))
    assert csv.split("\r\n")[1].split(",")[2] == f"'{text}"
    table = omegat_text(termbase(Concept("a", (Term("zh-Hans", "甲"), Term("en", text)))), *LANGUAGES)
    assert table == f"甲\t{text}\n"


def test_a_csv_begins_with_a_mark_for_spreadsheets_and_has_only_filled_columns() -> None:
    head = csv_text(termbase(FIRM)).split("\r\n")[0]
    assert head == "\ufeffid,zh-Hans,zh-Hans status,zh-Hans pinyin,en,en status,en why,note"


def test_a_table_of_omegat_has_a_row_for_each_pair_with_the_preferred_first() -> None:
    assert omegat_text(termbase(FIRM), *LANGUAGES).split("\n") == [
        "企业\tenterprise\tMind it. Twice. Not: house (Slang.).",
        "企业\tfirm",
        "",
    ]


def test_what_a_table_of_omegat_cannot_hold_is_told() -> None:
    told: list[str] = []
    lone = Concept("lone", (Term("en", "lone"),))
    tag = Concept("tag", (Term("zh-Hans", "#标签"), Term("en", "tag")))
    assert omegat_text(termbase(lone, tag), *LANGUAGES, told.append) == ""
    assert [sentence.split()[0] for sentence in told] == ["lone", "tag:"]


def test_a_table_of_omegat_is_read_back_as_the_pairs_it_has() -> None:
    (concept,) = read_table(
        omegat_text(termbase(FIRM), *LANGUAGES), "w", "tsv", Layout((), False, *LANGUAGES)
    ).concepts
    assert [term.text for term in concept.terms] == ["企业", "enterprise", "firm"]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["", "en,zh\n", "id,en,status,zh,related,note\n", "term,lang,definition,forbidden\n"]),
    st.lists(
        st.lists(
            st.text("ab1企;'\"=\\ #\u200b", max_size=4) | st.sampled_from(["en", "a", "yes"]), max_size=7
        )
    ),
    st.sampled_from([",", "\t"]),
)
def test_any_table_that_is_read_is_a_glossary(head: str, rows: list[list[str]], between: str) -> None:
    text = head.replace(",", between) + "\n".join(map(between.join, rows))
    try:
        glossary = read_table(
            text, "words", "csv" if between == "," else "tsv", Layout((), False, "zh", "en")
        )
    except GlossaryError:
        return
    walker = parse_yaml(glossary_yaml_text(glossary), "words.yaml")
    again = walk_glossary(walker)
    walker.finish()
    assert not diff(glossary, again)


def test_what_a_csv_has_no_column_for_is_told() -> None:
    told: list[str] = []
    csv_text(termbase(Concept("a", (Term("en", "x"),))), told.append)
    assert told == []
    term = Term("en", "x", match=Rules(case="exact"), contexts=({"text": "y"},))
    csv_text(termbase(Concept("a", (term,), definitions=(Definition("en", "d", "s"),))), told.append)
    sentence = (
        "A CSV has no columns for sources of definitions, contexts and match:"
        " what the glossary has of them is left out."
    )
    assert told == [sentence]
