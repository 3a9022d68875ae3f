"""Each term of a paragraph, on both sides, knows its partner on the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.folders import shipped
from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.glossary_yaml import load_glossary
from reader.terms.matching import Matcher
from reader.terms.occurrences import Occurrence, occurrences
from reader.text.article import Paragraph
from reader.text.files import shipped_article

MATCHER = Matcher(
    Glossary(
        "g",
        "",
        ("zh-Hans", "en"),
        "",
        {},
        (
            Concept("qi-ye", (Term("zh-Hans", "企业"), Term("en", "company"), Term("en", "enterprise"))),
            Concept(
                "sme",
                (
                    Term("zh-Hans", "中小企业"),
                    Term("en", "SME"),
                    Term("en", "small enterprise"),
                    Term("en", "small company"),
                ),
            ),
            Concept("giant", (Term("zh-Hans", "小巨人企业"), Term("en", "little giant"))),
            Concept(
                "fund",
                (
                    Term("zh-Hans", "企业与企业基金"),
                    Term("zh-Hans", "企业基金"),
                    Term("en", "company and company fund"),
                ),
            ),
        ),
    )
)


def pairs(source: str, translation: str | None) -> list[tuple[str, str | None]]:
    """Each source occurrence with its partner, as texts with their offsets."""
    paragraph = Paragraph(7, source, translation)
    found = occurrences(paragraph, "en", "zh-Hans", MATCHER)
    assert {one.paragraph for one in found} <= {7}
    return [
        (
            f"{one.text}@{one.start}",
            one.partner and f"{(translation or '')[slice(*one.partner)]}@{one.partner[0]}",
        )
        for one in found
        if one.side == "source"
    ]


PAIRS: dict[str, tuple[str, str | None, list[tuple[str, str | None]]]] = {
    "one and one": ("a company", "企业", [("company@2", "企业@0")]),
    "in their order": (
        "company, enterprises",
        "企业、企业",
        [("company@0", "企业@0"), ("enterprises@9", "企业@3")],
    ),
    "more in the source": (
        "company company company",
        "企业企业",
        [("company@0", "企业@0"), ("company@8", "企业@0"), ("company@16", "企业@2")],
    ),
    "fewer in the source": (
        "company, company",
        "企业企业企业",
        [("company@0", "企业@0"), ("company@9", "企业@4")],
    ),
    "none in the translation": ("a company", "公司", [("company@2", None)]),
    "no translation": ("a company", None, [("company@2", None)]),
    "nested with nested, free with free": (
        "small enterprises and companies",
        "企业和中小企业",
        [("small enterprises@0", "中小企业@3"), ("enterprises@6", "企业@5"), ("companies@22", "企业@0")],
    ),
    "an acronym leaves the nested one alone": (
        "SMEs and companies",
        "中小企业和企业",
        [("SMEs@0", "中小企业@0"), ("companies@9", "企业@5")],
    ),
    "a nested one follows what it stands in": (
        "small enterprises",
        "小巨人企业和中小企业",
        [("small enterprises@0", "中小企业@6"), ("enterprises@6", "企业@8")],
    ),
    "a nested one goes elsewhere where its container has none": (
        "little giant. small companies",
        "小巨人企业",
        [("little giant@0", "小巨人企业@0"), ("small companies@14", None), ("companies@20", "企业@3")],
    ),
    "several in one container, in their order": (
        "SME, company and company fund",
        "企业与企业基金，中小企业",
        [
            ("SME@0", "中小企业@8"),
            ("company and company fund@5", "企业与企业基金@0"),
            ("company@5", "企业@0"),
            ("company@17", "企业@3"),
        ],
    ),
    "more in one container than in its partner": (
        "company and company fund",
        "小巨人企业，企业基金",
        [
            ("company and company fund@0", "企业基金@6"),
            ("company@0", "企业@6"),
            ("company@12", "企业@6"),
        ],
    ),
    "a container without a partner before one that has": (
        "company and company fund, small enterprises",
        "中小企业和小巨人企业",
        [
            ("company and company fund@0", None),
            ("company@0", "企业@2"),
            ("company@12", "企业@2"),
            ("small enterprises@26", "中小企业@0"),
            ("enterprises@32", "企业@2"),
        ],
    ),
    "a free one pairs with a nested one where there is no other": (
        "little giant companies",
        "小巨人企业",
        [("little giant@0", "小巨人企业@0"), ("companies@13", "企业@3")],
    ),
}


@pytest.mark.parametrize(("source", "translation", "expected"), PAIRS.values(), ids=PAIRS)
def test_occurrences_pair_concept_by_concept(
    source: str, translation: str | None, expected: list[tuple[str, str | None]]
) -> None:
    assert pairs(source, translation) == expected


def test_an_occurrence_says_all_that_a_page_needs() -> None:
    term = Term("en", "SME")
    (found, nested, other) = occurrences(Paragraph(3, "the SMEs", "中小企业"), "en", "zh-Hans", MATCHER)
    assert found == Occurrence(3, "source", 4, 8, "SMEs", "sme", term, (0, 4), nested=False)
    assert (nested.side, nested.text, nested.partner, nested.nested) == (
        "translation",
        "中小企业",
        (4, 8),
        False,
    )
    assert (other.text, other.partner, other.nested) == ("企业", None, True)


def test_two_concepts_in_one_place_are_neither_nested() -> None:
    glossary = Glossary("g", "", (), "", {}, tuple(Concept(name, (Term("en", "drive"),)) for name in "ab"))
    found = occurrences(Paragraph(1, "drive"), "en", "zh", Matcher(glossary))
    assert [(one.concept, one.nested) for one in found] == [("a", False), ("b", False)]


SIDE = st.lists(st.sampled_from(("company", "SME", "small enterprise", "x")), max_size=7).map(" ".join)
OTHER = st.lists(st.sampled_from(("企业", "中小企业", "小巨人企业", "，")), max_size=7).map("".join)


@given(SIDE, OTHER)
def test_a_partner_is_an_occurrence_of_the_same_concept_and_their_order_is_kept(
    source: str, other: str
) -> None:
    found = occurrences(Paragraph(1, source, other), "en", "zh-Hans", MATCHER)
    for side, across in (("source", "translation"), ("translation", "source")):
        there = {(one.concept, one.start, one.end): one for one in found if one.side == across}
        for one in found:
            if one.side == side and one.partner:
                assert (one.concept, *one.partner) in there
        for concept in ("qi-ye", "sme", "giant"):
            own = [one for one in found if one.side == side and one.concept == concept]
            has_other = any(key[0] == concept for key in there)
            outer = [one.partner for one in own if not one.nested and one.partner]
            assert outer == sorted(outer)
            assert has_other or not any(one.partner for one in own)


@given(SIDE, OTHER)
def test_where_both_sides_have_as_many_partners_point_at_each_other(source: str, other: str) -> None:
    found = occurrences(Paragraph(1, source, other), "en", "zh-Hans", MATCHER)
    for concept in ("sme", "giant"):
        left, right = (
            [one for one in found if one.side == side and one.concept == concept]
            for side in ("source", "translation")
        )
        if len(left) == len(right):
            assert [one.partner for one in left] == [(one.start, one.end) for one in right]
            assert [one.partner for one in right] == [(one.start, one.end) for one in left]


def test_most_english_terms_of_the_article_have_a_chinese_partner() -> None:
    matcher = Matcher(load_glossary(shipped("glossary.yaml")))
    found = [
        one
        for paragraph in shipped_article()
        for one in occurrences(paragraph, "en", "zh-Hans", matcher)
        if one.side == "source"
    ]
    alone = sorted(f"¶{one.paragraph} {one.text}" for one in found if not one.partner)
    assert len(found) == 159
    assert alone == []
