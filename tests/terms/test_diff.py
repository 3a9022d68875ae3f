"""What changed between two termbases: nothing where they are equal, and each change where they are not."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terms.concepts import Concept, Fact, Glossary, Rules, Status, Term
from reader.terms.diff import diff


def termbase(*concepts: Concept, **fields: Any) -> Glossary:
    return Glossary("words.yaml", "", ("zh-Hans", "en"), "", {}, concepts)._replace(**fields)


def test_concepts_are_the_same_by_id_else_by_most_terms() -> None:
    firm = Concept("firm", (Term("zh", "企业"), Term("en", "firm"), Term("en", "house")))
    other = Concept("other", (Term("en", "Firms"),))
    company = firm._replace(id="company", terms=firm.terms[:2])
    found = diff(termbase(other, firm), termbase(company)).concepts
    assert [(each.mark, each.id, each.old and each.old.id) for each in found] == [
        ("changed", "company", "firm"),
        ("removed", "other", "other"),
    ]
    assert [(change.field, change.old, change.new) for change in found[0].changes] == [
        ("id", "firm", "company"),
        ("term", "house", ""),
    ]
    kept = diff(termbase(other, firm), termbase(firm._replace(terms=other.terms))).concepts
    assert [(each.mark, each.id) for each in kept] == [("changed", "firm"), ("removed", "other")]


WORDS = st.sampled_from(["a", "b", "a; b", ""])
STATUSES: list[Status] = ["", "preferred"]
RULES = st.lists(WORDS, max_size=2).map(lambda words: Rules(variants=tuple(words)))
TERMS = st.tuples(
    st.sampled_from(["en", "zh"]),
    st.sampled_from("ab"),
    st.sampled_from(STATUSES),
    RULES,
    st.integers(0, 3),
).map(lambda own: Term(own[0], own[1])._replace(status=own[2], match=own[3], line=own[4]))
FACTS = st.tuples(WORDS, st.lists(WORDS, max_size=2).map(tuple), WORDS).map(lambda own: Fact(*own))
CONCEPTS = st.tuples(
    st.sampled_from("xy"),
    st.lists(TERMS, min_size=1, max_size=3).map(tuple),
    st.lists(WORDS, max_size=2).map(tuple),
    st.lists(FACTS, max_size=2).map(tuple),
    st.integers(0, 3),
).map(lambda own: Concept(*own[:2], notes=own[2], facts=own[3], line=own[4]))
TERMBASES = st.lists(CONCEPTS, max_size=2, unique_by=lambda concept: concept.id).map(
    lambda own: termbase(*own)
)


def without_lines(glossary: Glossary) -> dict[str, Concept]:
    return {
        concept.id: concept._replace(line=0, terms=tuple(term._replace(line=0) for term in concept.terms))
        for concept in glossary.concepts
    }


@settings(max_examples=200, deadline=None)
@given(TERMBASES, TERMBASES)
def test_there_is_a_difference_exactly_where_the_concepts_differ(old: Glossary, new: Glossary) -> None:
    assert bool(diff(old, new)) == (without_lines(old) != without_lines(new))
