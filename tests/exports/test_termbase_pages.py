"""Termbases as pages for reading, HTML and Markdown: nothing in them acts, and everything is there."""

import re
from html.parser import HTMLParser

import pytest

from reader.exports.termbase_html import html_text
from reader.exports.termbase_markdown import markdown_text
from reader.folders import shipped
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Source, Term
from reader.terms.glossary_yaml import load_glossary
from reader.text.clean import clean
from tests.hostile import HOSTILE

EVIL = "<script>alert(1)</script> [x](javascript:y) | ` * \n# _z_"


def full(text: str) -> Glossary:
    """A termbase that has the text in every place of it."""
    concept = Concept(
        "one",
        (
            Term("zh-Hans", "甲", "preferred"),
            Term(
                "en",
                text,
                "deprecated",
                text,
                text,
                text,
                text,
                text,
                "",
                text,
                contexts=({"text": text},),
                note=text,
            ),
        ),
        text,
        definitions=(Definition("en", text, text),),
        notes=(text,),
        facts=(Fact(text, (text,), text),),
        related=("one", text),
        links=({"url": "javascript:" + text, "text": text}, {"url": "https://a.b/" + text, "text": text}),
        customer=text,
        project=text,
    )
    return Glossary(
        "words.yaml", text, ("zh-Hans", "en"), text, {text: Source(text, "https://a.b/", text)}, (concept,)
    )


class Page(HTMLParser):
    """The elements and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(glossary: Glossary) -> str:
    return "".join(html_text(glossary))


def test_a_page_stands_alone_and_forbids_what_it_does_not_need() -> None:
    text = page(load_glossary(shipped("glossary.yaml")))
    found = Page(text)
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert not found.tags & {"script", "link", "img", "iframe", "form"}
    assert found.open == []
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert '<span lang="zh-Hans" class="term">专精特新</span>' in text
    assert "prefers-color-scheme: dark" in text
    assert "overflow-wrap: anywhere" in text  # a long word does not widen the page


@pytest.mark.parametrize("text", [EVIL, *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_what_a_term_holds_is_never_markup(text: str) -> None:
    text = text[:5_000]
    found = Page(page(full(clean(text))))
    plain = Page(page(full("x")))
    assert found.tags <= plain.tags | {"br"}
    assert all(link.startswith(("#c", "https://")) for link in found.links)


def test_markdown_has_each_entry_with_its_terms_as_a_table() -> None:
    text = "".join(markdown_text(load_glossary(shipped("glossary.yaml"))))
    assert text.startswith("# Little giants, big innovation\n")
    assert "\n| zh-Hans | 专精特新 | ✓ preferred | zhuān-jīng-tè-xīn; adjective; abbreviation |\n" in text


@pytest.mark.parametrize("text", [EVIL, *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_markdown_shows_a_term_as_it_stands(text: str) -> None:
    written = "".join(markdown_text(full(clean(text[:5_000]))))
    bare = re.sub(r"\\[\\`*_{}\[\]<>&~|$^@#]", "", written)
    assert [row.count("|") for row in bare.split("\n") if row.startswith("|")] == [5] * 4
    assert "<script" not in bare
    assert "](javascript" not in bare
    assert len(re.findall("^#", bare, re.MULTILINE)) == 3
