"""What is known of a term, in words."""

import pytest

from reader.terms.concepts import Severity, Status, Term
from reader.terms.wording import spaced, standing


@pytest.mark.parametrize(
    ("status", "severity", "said"),
    [
        ("preferred", "", "preferred"),
        ("deprecated", "critical", "deprecated, critical"),
        ("", "", "approved"),
        ("", "minor", "approved, minor"),
        ("superseded", "", "superseded"),
    ],
)
def test_a_terms_standing_is_its_status_and_its_severity(
    status: Status, severity: Severity, said: str
) -> None:
    term = Term("en", "x", status, severity=severity)
    assert standing(term) == said
    assert standing(term, " · ") == said.replace(", ", " · ")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fullForm", "full form"),
        ("acronym", "acronym"),
        ("commonNameOfThing", "common name of thing"),
        ("", ""),
    ],
)
def test_a_name_of_the_standard_becomes_words(name: str, words: str) -> None:
    assert spaced(name) == words
