"""An article's numbers, paragraphs and title."""

from pathlib import Path

import pytest

from reader.text.article import About, Article, Paragraph

BLOCKS = ["Head\tline", "  One.  ", "\u3000\u3000二。", "By me"]


def article(headline: bool = True, translations: tuple[str, ...] = (), about: About | None = None) -> Article:
    return Article(Path("folder/a\nb.txt"), BLOCKS, list(translations), about or About(), "0" * 64, headline)


@pytest.mark.parametrize(("headline", "first", "last"), [(True, 0, 3), (False, 1, 4)])
def test_numbers_run_from_the_headline_or_from_one(headline: bool, first: int, last: int) -> None:
    made = article(headline)
    assert (made.first, made.last) == (first, last)
    assert [paragraph.number for paragraph in made] == list(range(first, last + 1))


@pytest.mark.parametrize("number", [-1, 4])
def test_a_number_that_is_none_has_no_paragraph(number: int) -> None:
    with pytest.raises(IndexError):
        article().paragraph(number)


@pytest.mark.parametrize(
    ("byline", "headline", "count"),
    [(None, True, 3), (3, True, 2), (2, True, 3), (None, False, 4), (4, False, 3)],
)
def test_the_byline_is_not_counted_where_it_is_last(byline: int | None, headline: bool, count: int) -> None:
    assert article(headline, about=About(byline=byline)).count == count


def test_a_paragraph_has_its_translation_and_notes_and_no_indent() -> None:
    made = article(translations=("标题", "  一。\t"), about=About(notes={1: ("why",)}))
    assert made.paragraph(1) == Paragraph(1, "One.", "一。", ("why",), opens=True)
    assert made.paragraph(2) == Paragraph(2, "二。", None, (), opens=True)
    assert not made.paragraph(0).opens
    assert made.bilingual


@pytest.mark.parametrize(
    ("headline", "title", "shown"), [(True, "T", "T"), (True, "", "Head line"), (False, "", "a\u240ab")]
)
def test_the_title_is_the_sidecars_else_the_headline_else_the_files(
    headline: bool, title: str, shown: str
) -> None:
    assert article(headline, about=About(title=title)).title == shown


def test_a_paragraph_has_two_sides() -> None:
    both, one = Paragraph(1, "one", "一"), Paragraph(1, "one")
    assert (both.side("source"), both.side("translation")) == ("one", "一")
    assert (one.side("source"), one.side("translation")) == ("one", "")
