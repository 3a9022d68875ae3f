"""What changed between two termbases, as lines and as JSON: each change is told, with its field."""

from typing import Any

import pytest

from reader.exports.termbase_diff import diff_json, diff_lines, diff_totals
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Source, Spec, Term
from reader.terms.diff import diff

FIRM = Concept(
    "firm",
    (Term("zh-Hans", "企业", "preferred"), Term("en", "firm"), Term("en", "house", "deprecated")),
    definitions=(Definition("en", "A business."),),
    notes=("one", "two"),
)
GIANT = Concept("giant", (Term("zh-Hans", "巨人"), Term("en", "giant")))


def termbase(*concepts: Concept, **fields: Any) -> Glossary:
    return Glossary("words.yaml", "", ("zh-Hans", "en"), "", {}, concepts)._replace(**fields)


def lines(old: Glossary, new: Glossary) -> list[str]:
    return [line.text for line in diff_lines(diff(old, new), old, new)]


def term(at: int, **fields: Any) -> Concept:
    """The firm with one term changed."""
    terms = list(FIRM.terms)
    terms[at] = terms[at]._replace(**fields)
    return FIRM._replace(terms=tuple(terms))


def test_concepts_that_came_and_went_are_told() -> None:
    assert lines(termbase(FIRM), termbase(GIANT)) == ["+ giant: 巨人 = giant", "- firm: 企业 = firm"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (term(1, status="admitted"), "    + en: firm, status: admitted"),
        (term(2, status="superseded"), "    ~ en: house, status: deprecated → superseded"),
        (term(1, match=Rules(inflect=False)), "    + en: firm, match: inflect: no"),
        (
            FIRM._replace(terms=(*FIRM.terms, Term("en", "company", "admitted"))),
            "    + en: company (admitted)",
        ),
        (FIRM._replace(terms=FIRM.terms[:2]), "    - en: house (deprecated)"),
        (
            FIRM._replace(terms=(FIRM.terms[0], FIRM.terms[2], FIRM.terms[1])),
            "    ~ order of terms: 企业; firm; house → 企业; house; firm",
        ),
        (FIRM._replace(subject_field="law"), "    + subject_field: law"),
        (
            FIRM._replace(definitions=(Definition("en", "A house."),)),
            "    ~ definition en: A business. → A house.",
        ),
        (FIRM._replace(notes=("one",)), "    - note: two"),
        (FIRM._replace(notes=("two", "one")), "    ~ order of note: one; two → two; one"),
        (FIRM._replace(specs=(Spec("企业", "firm", ()),)), "    + spec: 企业 → firm: no finding"),
        (FIRM._replace(facts=(Fact("True.", ("S1",)),)), "    + fact: True.; S1"),
        (FIRM._replace(links=({"url": "https://a.b/"},)), "    + link: url: https://a.b/"),
    ],
)
def test_each_change_of_a_concept_is_a_line(changed: Concept, told: str) -> None:
    assert lines(termbase(FIRM), termbase(changed))[1:] == [told]


def test_a_concept_with_another_id_and_the_same_terms_is_the_same() -> None:
    assert lines(termbase(FIRM), termbase(FIRM._replace(id="company"))) == [
        "~ company: 企业 = firm",
        "    ~ id: firm → company",
    ]


def test_of_concepts_with_other_ids_those_are_the_same_that_share_most_terms() -> None:
    other = Concept("other", (Term("en", "Firms"),))
    new = FIRM._replace(id="company", terms=(Term("zh", "企业"), Term("en", "firm")))
    told = lines(termbase(other, FIRM), termbase(new))
    assert [line for line in told if not line.startswith(" ")] == ["~ company: firm", "- other: Firms"]


def test_a_term_that_stood_twice_and_stands_once_is_a_difference() -> None:
    twice = FIRM._replace(terms=(*FIRM.terms, FIRM.terms[1]))
    assert lines(termbase(twice), termbase(FIRM))[1:] == ["    - en: firm"]


def test_the_head_is_compared_too() -> None:
    new = termbase(FIRM, title="Words", sources={"S1": Source("A book")})
    assert lines(termbase(FIRM), new) == ["~ the head", "    + title: Words", "    + source S1: A book"]
    assert diff_totals(diff(termbase(FIRM), new)) == "No concept changed."


def test_the_counts_are_told() -> None:
    assert diff_totals(diff(termbase(FIRM), termbase(GIANT))) == "Concepts: 1 added, 1 removed."
    assert diff_totals(diff(termbase(FIRM), termbase(FIRM))) == "Nothing changed."


def test_a_change_of_several_lines_stays_on_one() -> None:
    (line,) = lines(termbase(FIRM), termbase(FIRM._replace(customer="a\nb\tc")))[1:]
    assert line == "    + customer: a b c"


def test_for_programs_there_is_json() -> None:
    old, new = termbase(FIRM), termbase(term(1, status="admitted"))
    assert '"field": "status",\n          "old": "",\n          "new": "admitted"' in diff_json(
        diff(old, new), old, new
    )
