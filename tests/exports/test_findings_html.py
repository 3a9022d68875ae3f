"""Findings as a page: whole, valid to a parser, in its languages, and harmless whatever it holds."""

from html.parser import HTMLParser

import pytest

from reader.exports.findings_html import html_report
from reader.terms.findings import Checked, Finding
from tests.exports import found
from tests.hostile import HOSTILE_BY_NAME

VOID = {"meta"}
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "section", "article", "h1", "h2", "h3", "p"}
TAGS |= {"table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "details", "summary"}
TAGS |= {"a", "span", "code", "small", "q", "blockquote", "mark"}


class Page(HTMLParser):
    """What a page holds; it must open and close its elements in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self._open[-1], data))

    def said(self, tag: str) -> list[str]:
        return [words for own, words in self.words if own == tag]

    def languages(self, tag: str) -> list[str | None]:
        return [known.get("lang") for own, known in self.tags if own == tag]


def written(findings: list[Finding]) -> str:
    return "".join(html_report(found.report(findings, 2)))


def test_a_page_has_a_policy_that_lets_nothing_in() -> None:
    page = Page(written(found.everything()))
    (policy,) = [known["content"] for _, known in page.tags if known.get("http-equiv")]
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert {tag for tag, _ in page.tags} <= TAGS
    assert not [name for _, known in page.tags for name in known if name.startswith("on") or name == "style"]


def test_links_lead_to_the_concepts_of_the_page() -> None:
    page = Page(written(found.everything()))
    links = [known["href"] for tag, known in page.tags if tag == "a"]
    assert links == [f"#{known['id']}" for tag, known in page.tags if tag == "section"]
    assert len(links) == 3


def test_every_term_is_marked_and_says_its_language() -> None:
    page = Page(written([found.forbidden()]))
    assert page.said("mark") == ["specializing and new", "专精特新"]
    assert page.languages("blockquote") == ["en", "zh-Hans"]
    assert page.languages("q") == ["en", "en", "en"]
    assert page.languages("html") == ["en"]
    assert ("span", {"lang": "zh-Hans"}) in page.tags


def test_a_level_is_told_by_a_sign_and_a_word() -> None:
    assert set(Page(written(found.everything())).said("span")) >= {"✗ error", "! warning", "· info"}


def test_what_is_missing_is_named_in_the_source_s_language() -> None:
    page = Page(written([found.missing()]))
    assert page.said("q") == ["小巨人", "little giant"]
    assert page.languages("q") == ["zh-Hans", "en"]


def test_words_left_as_they_were_are_in_the_source_s_language() -> None:
    left = found.forbidden()._replace(kind="untranslated", found="专精特新", expected=())
    assert Page(written([left])).languages("q") == ["zh-Hans"]


def test_a_segment_in_another_language_is_marked_as_such() -> None:
    page = Page(written([found.wrong_language()]))
    assert page.languages("blockquote") == ["zh-Hans"]
    assert page.said("h3") == [" wrong-language: looks like zh-Hans, should be en"]
    assert page.said("q") == []


def test_what_stands_on_several_lines_is_quoted_on_one() -> None:
    page = Page(written([found.forbidden()._replace(found="specializing\n    and new")]))
    assert page.said("q")[0] == "specializing and new"


def test_the_renderings_of_an_inconsistent_concept_can_be_unfolded() -> None:
    page = Page(written([found.inconsistent()]))
    assert page.said("summary") == [" ×3 ", " ×1 "]
    assert "b.en.txt:5:40" in page.said("code")


def test_the_first_line_tells_about_all() -> None:
    assert Page(written(found.everything())).said("p")[0] == (
        "6 findings: 4 errors, 1 warning, 1 info in 2 files; 27 segments; "
        "2 findings reviewed before and left out."
    )


def test_a_page_without_findings_is_whole() -> None:
    page = Page(written([]))
    assert page.said("p") == ["No findings in 2 files; 27 segments; 2 findings reviewed before and left out."]
    assert "table" not in [tag for tag, _ in page.tags]


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_hostile_texts_stay_words(name: str) -> None:
    text = HOSTILE_BY_NAME[name]
    shown = "".join(html_report(found.bare(found.hostile(text), Checked(text, text, text, 1))))
    assert found.harmless(shown)
    assert {tag for tag, _ in Page(shown).tags} <= TAGS
