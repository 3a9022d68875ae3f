"""Ids made from terms: they begin with a letter, have no blanks, and never stand twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.exchange.naming import Names, name_of, slug, told_apart


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Little giant", "little-giant"),
        ('"little giant" enterprise', "little-giant-enterprise"),
        ("the firm's name", "the-firms-name"),
        ("R&D", "r-d"),
        ("5G network", "c-5g-network"),
        ("专精特新", "专精特新"),
        ("café au_lait", "café-au-lait"),
        ("ＳＲＤＩ", "srdi"),
        ("…", "c-concept"),
        ("word " * 30, "word-" * 11 + "word"),
        ("x" * 99, "x" * 60),
    ],
)
def test_a_text_becomes_an_id(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_any_text_becomes_an_id(text: str) -> None:
    name = slug(text)
    assert name[0].isalpha()
    assert not any(map(str.isspace, name))
    assert len(name) <= 62


def test_a_concept_is_called_after_its_english_term() -> None:
    assert name_of([Term("zh", "企业"), Term("en-GB", "Firm")]) == "firm"
    assert name_of([Term("zh", "企业"), Term("fr", "firme")]) == "企业"


def test_an_id_that_is_taken_gets_a_number() -> None:
    names = Names(["a", "a-2"])
    assert [names.new("a"), names.new("a"), names.new("b"), names.new("a-3")] == ["a-3", "a-4", "b", "a-3-2"]


@pytest.mark.parametrize(
    ("concept", "name"),
    [
        (Concept("bank", (Term("en", "bank"), Term("zh", "岸"))), "bank"),
        (Concept("bank", (Term("zh", "岸"), Term("de", "Bank"))), "bank"),
        (Concept("岸", (Term("zh", "岸"),)), "岸-2"),
        (Concept("shore", (Term("en", "shore"),)), "shore"),
    ],
)
def test_an_id_made_from_a_term_does_not_name_another_concept(concept: Concept, name: str) -> None:
    old = [Concept("bank", (Term("en", "bank"),)), Concept("岸", (Term("zh", "海岸"),))]
    both = [Glossary("", "", (), "", {}, tuple(own)) for own in ([concept], old)]
    assert [own.id for own in told_apart(*both).concepts] == [name]
