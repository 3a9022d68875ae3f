"""A text with its terms: line by line, as JSON that keeps its schema, and in lines that fit a terminal."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from reader.exports.show import Page, describe, renderings, show_heading, show_page
from reader.exports.show_json import show_json
from reader.exports.show_rich import rich_heading, rich_page
from reader.folders import shipped
from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.glossary_yaml import load_glossary
from reader.terms.matching import Matcher
from reader.terms.occurrences import Occurrence, occurrences
from reader.text.article import About, Article, Paragraph
from reader.text.clean import clean
from reader.text.files import shipped_article
from tests.hostile import HOSTILE_BY_NAME

LABEL = Term("zh-Hans", "专精特新", "preferred", "zhuān jīng tè xīn")
NEW = Term("en", "specializing and new", "deprecated", severity="critical")
SRDI = Term("en", "SRDI", "admitted")
BEST = Term("en", "specialized, refined, distinctive and innovative", "preferred")
GIANT = Term("zh-Hans", "小巨人")
SMALL = Term("en", "little giant")
GLOSSARY = Glossary(
    "glossary.yaml",
    "",
    ("zh-Hans", "en"),
    "",
    {},
    (Concept("label", (LABEL, BEST, SRDI, NEW)), Concept("giant", (GIANT, SMALL))),
)
SOURCE = "Firms specializing and new, little giants; specializing and new."
TARGET = "专精特新小巨人。"
PARAGRAPH = Paragraph(4, SOURCE, TARGET, ("A note.\nOf two lines.",))


def found(words: str, concept: str, term: Term, start: int = 0) -> Occurrence:
    """The occurrence of the words in the source, from `start` on."""
    begin = SOURCE.index(words, start)
    return Occurrence(4, "source", begin, begin + len(words), words, concept, term, None)


HITS = (
    found("specializing and new", "label", NEW)._replace(partner=(0, 4)),
    found("little giants", "giant", SMALL)._replace(partner=(4, 7)),
    found("specializing and new", "label", NEW, start=30),
    Occurrence(4, "translation", 0, 4, "专精特新", "label", LABEL, (6, 26)),
    Occurrence(4, "translation", 4, 7, "小巨人", "giant", GIANT, (28, 41)),
)
BILINGUAL = About(source_language="en", target_language="zh-Hans")
PAGE = Page(PARAGRAPH, HITS)


def article(about: About = BILINGUAL) -> Article:
    return Article(Path("text.txt"), [SOURCE] * 4, [TARGET] * 4, about, "", headline=False)


@cache
def shipped_pages() -> tuple[Article, Glossary, tuple[Page, ...]]:
    text, glossary = shipped_article(), load_glossary(shipped("glossary.yaml"))
    matcher = Matcher(glossary)
    pages = (Page(each, tuple(occurrences(each, "en", "zh-Hans", matcher))) for each in text)
    return text, glossary, tuple(pages)


def test_every_line_of_a_page_says_what_it_is() -> None:
    assert show_page(PAGE, article(), GLOSSARY, notes=True).split("\n") == [
        "¶ 4",
        f"en: {SOURCE}",
        f"zh-Hans: {TARGET}",
        "term: “specializing and new” = 专精特新 zhuān jīng tè xīn; deprecated, critical; "
        "preferred: specialized, refined, distinctive and innovative; 2 times",
        "term: “little giants” = 小巨人; approved",
        "note: A note. Of two lines.",
        "",
        "",
    ]


def test_notes_are_printed_on_request_alone() -> None:
    assert "note:" not in show_page(PAGE, article(), GLOSSARY, notes=False)


def test_a_text_of_one_unknown_language_is_called_a_text() -> None:
    page = Page(Paragraph(1, "Bare.\nLines.", None), ())
    assert show_page(page, article(About()), GLOSSARY, notes=True) == "¶ 1\ntext: Bare. Lines.\n\n"


def test_a_concept_that_only_the_translation_has_is_listed_last() -> None:
    page = Page(PARAGRAPH, (HITS[3], HITS[1], HITS[4]))
    assert [describe(one) for one in renderings(page, GLOSSARY)] == [
        "“little giants” = 小巨人; approved",
        "“专精特新” = specialized, refined, distinctive and innovative; preferred; in the translation alone",
    ]


def test_an_admitted_wording_names_the_preferred_one() -> None:
    page = Page(Paragraph(1, "SRDI"), (HITS[0]._replace(start=0, end=4, text="SRDI", term=SRDI),))
    (one,) = renderings(page, GLOSSARY)
    assert one.preferred == BEST


def test_the_heading_tells_what_is_known_and_nothing_else() -> None:
    about = About(title="T", author="A", translation_label={"en": "Ours", "zh": "自译"})
    assert show_heading(article(about)) == "title: T\nauthor: A\ntranslation: Ours / 自译\n\n"
    assert show_heading(article(About())) == "title: text\n\n"


def test_the_lines_of_the_shipped_article_begin_as_documented() -> None:
    text, glossary, pages = shipped_pages()
    for page in pages:
        for line in show_page(page, text, glossary, notes=True).splitlines():
            assert line.split(" ")[0] in ("", "¶", "en:", "zh-Hans:", "term:", "note:")


@cache
def schema() -> dict[str, Any]:
    path = Path(__file__).parents[2] / "reader/data/show.schema.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


KINDS = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
CHECKED = {"type", "required", "properties", "additionalProperties", "items", "enum", "const", "minimum"}
TOLD = {"$schema", "$defs", "title", "description"}


def breaches(value: Any, rule: dict[str, Any], where: str = "$") -> list[str]:
    """Where a value breaks a rule, as far as our schema uses JSON Schema; an unknown keyword is a breach."""
    rule = schema()["$defs"][rule["$ref"].rpartition("/")[2]] if "$ref" in rule else rule
    found = [f"{where}: {key} is not checked" for key in rule.keys() - CHECKED - TOLD]
    kinds = rule.get("type", list(KINDS))
    if type(value) not in [KINDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]:
        return [*found, f"{where}: is no {kinds}"]
    if value not in rule.get("enum", [value]) or value != rule.get("const", value):
        found.append(f"{where}: {value!r} is not allowed")
    if isinstance(value, int) and value < rule.get("minimum", value):
        found.append(f"{where}: {value} is too small")
    if isinstance(value, dict):
        found += [f"{where}: {key} is missing" for key in rule.get("required", []) if key not in value]
        for key, item in value.items():
            known = rule.get("properties", {}).get(key)
            found += (
                [f"{where}: {key} is unknown"] if known is None else breaches(item, known, f"{where}.{key}")
            )
    if isinstance(value, list):
        for place, item in enumerate(value):
            found += breaches(item, rule.get("items", {}), f"{where}[{place}]")
    return found


def test_json_keeps_its_schema() -> None:
    text, _, pages = shipped_pages()
    shown = json.loads("".join(show_json(text, pages)))
    assert breaches(shown, schema()) == []
    assert len(shown["paragraphs"]) == 23
    assert shown["languages"] == {"source": "en", "target": "zh-Hans"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("extra",), 1),
        (("paragraphs", 0, "number"), -1),
        (("paragraphs", 0, "number"), "0"),
        (("paragraphs", 0, "terms", 0, "status"), "good"),
        (("paragraphs", 0, "terms", 0, "partner"), []),
        (("languages", "target"), 1),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], value: Any) -> None:
    text, _, pages = shipped_pages()
    shown = json.loads("".join(show_json(text, pages[:1])))
    at = shown
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert breaches(shown, schema())


def test_json_offsets_cut_the_term_out_of_its_text() -> None:
    text, _, pages = shipped_pages()
    shown = json.loads("".join(show_json(text, pages)))
    columns = {"en": "text", "zh-Hans": "translation"}
    for paragraph in shown["paragraphs"]:
        for term in paragraph["terms"]:
            own = columns.pop(term["lang"])
            (other,) = columns.values()
            assert paragraph[own][term["start"] : term["end"]] == term["text"]
            partner = term["partner"]
            assert partner is None or paragraph[other][partner["start"] : partner["end"]] == partner["text"]
            columns[term["lang"]] = own


def test_json_of_no_paragraph_is_whole() -> None:
    assert json.loads("".join(show_json(article(), [])))["paragraphs"] == []


def test_json_says_null_where_there_is_no_translation() -> None:
    text = Article(Path("text.txt"), ["Alone."], [], About(source_language="en"), "", headline=False)
    shown = json.loads("".join(show_json(text, [Page(text.paragraph(1), ())])))
    assert breaches(shown, schema()) == []
    assert (shown["languages"]["target"], shown["paragraphs"][0]["translation"]) == (None, None)


@pytest.mark.parametrize("width", [2, 20, 39, 40, 80, 200])
def test_a_page_fits_the_terminal(width: int) -> None:
    text, glossary, pages = shipped_pages()
    lines = [line.plain for line in rich_heading(text, width)]
    for page in pages:
        lines += [line.plain for line in rich_page(page, glossary, notes=True, width=width)]
    assert max(map(cell_len, lines)) <= width


def test_terms_are_underlined_and_marked_where_they_are_not_preferred() -> None:
    first, second = list(rich_page(PAGE, GLOSSARY, notes=False, width=200))[:2]
    assert first.plain == "  4  Firms specializing and new✗, little giants; specializing and new✗."
    underlined = [
        first.plain[span.start : span.end] for span in first.spans if "underline" in str(span.style)
    ]
    assert underlined == ["specializing and new", "little giants", "specializing and new"]
    assert second.plain == f"     {TARGET}"


def test_of_nested_terms_the_outermost_is_underlined() -> None:
    inner = found("new", "giant", SMALL)
    first = next(rich_page(Page(PARAGRAPH, (inner, HITS[0])), GLOSSARY, notes=False, width=200))
    underlined = [
        first.plain[span.start : span.end] for span in first.spans if "underline" in str(span.style)
    ]
    assert underlined == ["specializing and new"]


def test_the_terms_stand_beneath_with_mark_pinyin_status_and_what_is_better() -> None:
    lines = [line.plain for line in rich_page(PAGE, GLOSSARY, notes=True, width=200)]
    assert lines[2:] == [
        "     ✗ specializing and new  专精特新 zhuān jīng tè xīn  deprecated, critical"
        "  → specialized, refined, distinctive and innovative  ×2",
        "     · little giants  小巨人  approved",
        "     ※ A note. Of two lines.",
        "",
    ]


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_any_text_stays_text(name: str) -> None:
    text = clean(HOSTILE_BY_NAME[name])[:20_000]
    page = Page(Paragraph(1, text, text, (text,)), ())
    assert show_page(page, article(), GLOSSARY, notes=True).count("\n") == 5
    assert json.loads("".join(show_json(article(), [page])))["paragraphs"][0]["text"] == text
    plain = "".join(line.plain for line in rich_page(page, GLOSSARY, notes=True, width=80))
    assert plain.count("[") == 3 * text.count("[")
