"""A survey says how each concept fares all over a text, in little memory."""

import tracemalloc
from collections.abc import Iterator
from itertools import islice

import pytest

from reader.folders import shipped
from reader.terms.concepts import Concept, Glossary, Status, Term
from reader.terms.glossary_yaml import load_glossary
from reader.terms.matching import Matcher
from reader.terms.occurrences import occurrences
from reader.terms.renderings import Rendering, inconsistent, renderings
from reader.terms.survey import Places, concordance, survey
from reader.text.article import Paragraph, Side
from reader.text.files import shipped_article


def english(text: str, status: Status = "preferred", kind: str = "") -> Term:
    return Term("en", text, status, type=kind)


CONCEPTS = (
    Concept("firm", (english("enterprise"), english("company", "admitted"), Term("zh", "企业"))),
    Concept("sme", (english("small enterprise"), english("SME", "admitted", "acronym"), english("SMB", ""))),
    Concept("drive", (english("drive"), english("DRV", "deprecated", "acronym"), english("push", ""))),
    Concept("short", (english("AI", "admitted", "acronym"), english("ML", "admitted", "acronym"))),
)
MATCHER = Matcher(Glossary("g", "", (), "", {}, CONCEPTS))


def surveyed(*texts: str) -> dict[str, Places]:
    paragraphs = [Paragraph(number, text, "企业和企业") for number, text in enumerate(texts, start=1)]
    (*_, found) = survey(paragraphs, "en", "zh", MATCHER)
    return found


def test_a_survey_holds_what_each_paragraph_holds() -> None:
    article = shipped_article()
    matcher = Matcher(load_glossary(shipped("glossary.yaml")))
    (*_, found) = survey(article, "en", "zh-Hans", matcher)
    everything = [one for number in article for one in occurrences(number, "en", "zh-Hans", matcher)]
    assert sum(map(len, found.values())) == len(everything)
    for concept, kept in found.items():
        assert list(kept) == [one for one in everything if one.concept == concept]
        assert kept[-1] == list(kept)[-1]
        assert kept[:2] == list(kept)[:2]
        assert kept[::-1] == list(kept)[::-1]


def test_places_end_where_they_end() -> None:
    with pytest.raises(IndexError):
        Places("a")[0]


def test_a_survey_can_be_left_between_two_paragraphs() -> None:
    read: list[int] = []

    def paragraphs() -> Iterator[Paragraph]:
        for number in range(1000):
            read.append(number)
            yield Paragraph(number, "a company")

    *_, found = islice(survey(paragraphs(), "en", "zh", MATCHER), 3)
    assert read == [0, 1, 2]
    assert len(found["firm"]) == 3


def test_many_places_take_less_than_sixty_bytes_each() -> None:
    (place,) = surveyed("a company")["firm"][:1]
    tracemalloc.start()
    places = Places("firm")
    for number in range(20_000):
        places.append(place._replace(paragraph=number))
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(places) == 20_000
    assert size < 60 * 20_000


def test_renderings_are_told_apart_by_term_and_not_by_capitals_or_number() -> None:
    found = surveyed("Company and enterprises", "companies", "Enterprise, SMEs, company")["firm"]
    assert renderings(found) == (
        Rendering("Company", CONCEPTS[0].terms[1], 3, 0, (1, 2, 3)),
        Rendering("enterprises", CONCEPTS[0].terms[0], 2, 0, (1, 3)),
    )
    assert renderings(found, "translation") == (Rendering("企业", CONCEPTS[0].terms[2], 6, 0, (1, 2, 3)),)


CONSISTENT = {
    "one": ("enterprise. enterprises", "firm", False),
    "two": ("enterprise. company", "firm", True),
    "another only inside a longer term": ("small enterprises and companies", "firm", False),
    "an admitted acronym beside its full form": ("SMEs are small enterprises", "sme", False),
    "an acronym alone": ("SMEs", "sme", False),
    "a deprecated acronym beside the full form": ("DRV is drive", "drive", True),
    "two full forms beside an acronym": ("SMEs, small enterprises, SMBs", "sme", True),
    "two acronyms": ("AI and ML", "short", True),
    "two that are approved": ("drive and push", "drive", True),
}


@pytest.mark.parametrize(("text", "concept", "expected"), CONSISTENT.values(), ids=CONSISTENT)
def test_renderings_that_disagree_are_told(text: str, concept: str, expected: bool) -> None:
    assert inconsistent(renderings(surveyed(text)[concept])) == expected


def test_nothing_does_not_disagree() -> None:
    assert not inconsistent(())


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("source", [("a most bi ", "company", " one, more"), ("one, more ", "company", "")]),
        ("translation", [("", "企业", "和企业"), ("企业和", "企业", "")]),
    ],
)
def test_a_concordance_gives_each_place_with_what_stands_around_it(
    side: Side, expected: list[tuple[str, str, str]]
) -> None:
    article = [Paragraph(1, "a\nmost bi company\tone, more company", "企业和企业")]
    (*_, found) = survey(article, "en", "zh", MATCHER)
    places = [place for place in found["firm"] if place.side == side]
    lines = concordance(lambda number: article[number - 1], places, width=10)
    assert [(line.left, line.keyword, line.right) for line in lines] == expected
