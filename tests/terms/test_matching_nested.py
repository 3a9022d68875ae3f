"""Which of the terms that nest, cross or stand in one place are found."""

import pytest

from reader.terms.concepts import Rules, Status
from reader.terms.matching import Matcher
from tests.terms.small_glossaries import english, entry, find, glossary


def test_where_the_longest_does_not_stand_the_shorter_one_does() -> None:
    one = entry("a", english("key technology"), english("key technology tr", "admitted"))
    assert find("key technology transfer", one) == [("a", "key technology")]


def test_terms_of_different_concepts_nest() -> None:
    inner = entry("a", english("enterprise"))
    outer = entry("b", english("small and medium-sized enterprises"))
    assert find("small and medium-sized enterprises", inner, outer) == [
        ("b", "small and medium-sized enterprises"),
        ("a", "enterprises"),
    ]


def test_terms_of_different_concepts_in_one_place_are_both_found() -> None:
    assert find("drive", entry("b", english("drive")), entry("a", english("drive"))) == [
        ("b", "drive"),
        ("a", "drive"),
    ]


def test_of_one_concept_only_the_longest_counts() -> None:
    one = entry("a", english("SRDI"), english("SRDI enterprise", "admitted"))
    assert find("SRDI enterprises and SRDI", one) == [("a", "SRDI enterprises"), ("a", "SRDI")]


@pytest.mark.parametrize("around", ["preferred", "admitted", ""])
@pytest.mark.parametrize("inside", ["deprecated", "superseded"])
@pytest.mark.parametrize("concept", ["a", "b"])
def test_an_approved_term_shields_a_deprecated_one_inside_it(
    around: Status, inside: Status, concept: str
) -> None:
    outer = entry("a", english("new development pattern", around))
    inner = entry(concept, english("pattern", inside))
    assert find("new development pattern, pattern", outer, inner) == [
        ("a", "new development pattern"),
        (concept, "pattern"),
    ]


@pytest.mark.parametrize(
    ("around", "inside"),
    [("deprecated", "preferred"), ("deprecated", "deprecated"), ("admitted", "admitted")],
)
def test_nothing_else_is_shielded(around: Status, inside: Status) -> None:
    outer, inner = entry("a", english("good drive", around)), entry("b", english("drive", inside))
    assert find("good drive", outer, inner) == [("a", "good drive"), ("b", "drive")]


def test_a_deprecated_term_that_another_concept_approves_in_the_same_place_is_found() -> None:
    approved, deprecated = entry("a", english("drive")), entry("b", english("drives", "deprecated"))
    assert find("drive", approved, deprecated) == [("a", "drive"), ("b", "drive")]


def test_of_two_that_cross_the_longer_wins_and_what_it_leaves_stands() -> None:
    first, second = entry("a", english("key technology")), entry("b", english("technology transfer fund"))
    third = entry("c", english("key"))
    assert find("key technology transfer fund", first, second, third) == [
        ("c", "key"),
        ("b", "technology transfer fund"),
    ]


def test_what_crosses_is_told_apart() -> None:
    first, second = entry("a", english("key technology")), entry("b", english("technology transfer fund"))
    third = entry("c", english("key")), entry("d", english("key technology", "deprecated"))
    matcher = Matcher(glossary(first, second, *third))
    text = "key technology transfer fund, key technology"
    assert [(match.concept, match.start) for match in matcher.crossing(text, "en")] == [("a", 0)]
    assert not matcher.crossing("key technology", "en")


def test_of_two_that_cross_and_are_as_long_the_left_one_wins() -> None:
    one, other = entry("a", english("aa bb")), entry("b", english("bb cc"))
    assert find("aa bb cc", other, one) == [("a", "aa bb")]


def test_the_term_that_is_nearest_to_what_stands_there_is_named() -> None:
    one = entry(
        "a",
        english('"little giant" company'),
        english('"little giants" companies', "deprecated", Rules(inflect=False)),
    )
    matcher = Matcher(glossary(one))
    statuses = {
        text: [match.term.status for match in matcher.find(text, "en")]
        for text in ("“Little giants” companies", '"little giant" companies')
    }
    assert statuses == {
        "“Little giants” companies": ["deprecated"],
        '"little giant" companies': ["preferred"],
    }


def test_of_two_as_near_the_approved_one_is_named_then_the_first() -> None:
    one = entry("a", english("Firms", "deprecated"), english("FIRM", "admitted"), english("FIRMS", ""))
    (match,) = Matcher(glossary(one)).find("firm's", "en")
    assert match.term.text == "FIRM"
