"""Terms that share their last words with others are found in the enumeration."""

import pytest

from reader.terms.coordination import coordinated
from tests.hostile import HOSTILE

FOUND = [
    ("the primary and secondary industries", "primary industry", "primary and secondary industries"),
    ("import & export trade", "import trade", "import & export trade"),
    ("water, land, and forest resources", "water resource", "water, land, and forest resources"),
    ("short- and long-term goals", "short-term goal", "short- and long-term goals"),
    ("a labour and the social law", "labor law", "labour and the social law"),
    (
        "prescription and over-the-counter drugs",
        "prescription drug",
        "prescription and over-the-counter drugs",
    ),
    ("green and open ideas for development", "green development", ""),
    ("state law", "state law", ""),
    ("law and order", "law", ""),
    ("primary schools. And industries", "primary industry", ""),
    ("primary schools and industries", "primary industry", ""),
    ("primary and all of the other new industries", "primary industry", ""),
    ("unprimary and secondary industry", "primary industry", ""),
    ("primary and secondary industrialists", "primary industry", ""),
    ("C++ and C", "C++", ""),
]


@pytest.mark.parametrize(("text", "term", "found"), FOUND)
def test_a_term_is_found_before_other_members(text: str, term: str, found: str) -> None:
    place = coordinated(text, ["no such term", term])
    assert ("" if place is None else text[slice(*place)]) == found


def test_nothing_is_found_without_terms() -> None:
    assert coordinated("primary and secondary industries", []) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_too_hostile(text: str) -> None:
    assert coordinated(text[:100_000], ["primary industry", text[:50] or "x y", "C++ and C"]) is None
