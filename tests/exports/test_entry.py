"""An entry of the glossary: as lines, as JSON, and in lines that fit a terminal."""

import json

import pytest
from rich.cells import cell_len

from reader.exports.entry import entry_line, entry_text
from reader.exports.entry_json import entries_json
from reader.exports.entry_rich import rich_entry
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Source, Term
from reader.text.clean import clean
from tests.hostile import HOSTILE_BY_NAME

LABEL = Concept(
    id="zhuan-jing-te-xin",
    subject_field="SME policy",
    tier="core",
    terms=(
        Term("zh-Hans", "专精特新", "preferred", "zhuān jīng tè xīn", pos="adjective"),
        Term(
            "en", "specialized and innovative", "deprecated", severity="minor", why="Two characters are lost."
        ),
        Term("en", "specialized, refined, distinctive and innovative", "preferred", type="fullForm"),
        Term("en", "SRDI", "admitted", type="acronym", note="Read letter by letter."),
    ),
    definitions=(Definition("en", "A label of policy.\nIt has four parts."),),
    notes=("Translate it as a name.",),
    facts=(
        Fact("The label dates from 2011.", ("S1", "S9")),
        Fact("There are 4,762 of them.", (), "An older count."),
    ),
    related=("xiao-ju-ren", "gone"),
    links=({"url": "https://example.org", "text": "The list"},),
)
GIANT = Concept(
    "xiao-ju-ren", (Term("zh-Hans", "小巨人", "preferred", "xiǎo jù rén"), Term("en", "little giant"))
)
GLOSSARY = Glossary(
    "glossary.yaml",
    "SME policy",
    ("zh-Hans", "en"),
    "",
    {"S1": Source("The plan", "https://example.org/plan")},
    (LABEL, GIANT),
)


def test_every_line_of_an_entry_says_what_it_is() -> None:
    assert entry_text(LABEL, GLOSSARY).splitlines() == [
        "专精特新 zhuān jīng tè xīn = specialized, refined, distinctive and innovative",
        "entry: zhuan-jing-te-xin; SME policy; core",
        "term (zh-Hans): 专精特新 zhuān jīng tè xīn; preferred, adjective",
        "term (en): specialized and innovative; deprecated, minor: Two characters are lost.",
        "term (en): specialized, refined, distinctive and innovative; preferred, full form",
        "term (en): SRDI; admitted, acronym (Read letter by letter.)",
        "definition (en): A label of policy. It has four parts.",
        "note: Translate it as a name.",
        "fact: The label dates from 2011. [The plan, https://example.org/plan; S9]",
        "fact: There are 4,762 of them. (caution: An older count.)",
        "related: xiao-ju-ren; 小巨人 xiǎo jù rén = little giant",
        "related: gone",
        "link: The list, https://example.org",
    ]


@pytest.mark.parametrize(
    ("concept", "line"),
    [
        (GIANT, "小巨人 xiǎo jù rén = little giant"),
        (Concept("a", (Term("en", "alone"),)), "alone"),
        (Concept("bare", (Term("en", "wrong", "deprecated"),)), "bare"),
    ],
)
def test_an_entry_in_one_line_is_its_preferred_terms(concept: Concept, line: str) -> None:
    assert entry_line(concept, GLOSSARY) == line


def test_json_has_stable_keys_and_the_sources_that_are_cited() -> None:
    answer = json.loads(entries_json("专精特新", [LABEL], [], GLOSSARY))
    (entry,) = answer["entries"]
    assert list(answer) == ["schema", "query", "entries", "near"]
    assert (answer["schema"], answer["query"], answer["near"]) == (1, "专精特新", [])
    assert list(entry) == [
        *("id", "subject_field", "tier", "terms", "definitions", "notes", "facts"),
        *("related", "links", "sources", "line"),
    ]
    assert entry["sources"] == {
        "S1": {"title": "The plan", "url": "https://example.org/plan", "kind": ""},
    }
    assert entry["terms"][1]["severity"] == "minor"


@pytest.mark.parametrize("width", [1, 5, 20, 80])
def test_an_entry_fits_the_terminal_and_loses_nothing(width: int) -> None:
    lines = [line.plain for line in rich_entry(LABEL, GLOSSARY, width)]
    assert max(map(cell_len, lines)) <= max(width, 4)  # a Chinese character beside the indent
    shown = "".join(lines).translate({ord(char): None for char in " ✓~✗·"})
    assert shown == entry_text(LABEL, GLOSSARY).translate({ord(char): None for char in " \n"})


def test_a_status_is_told_by_a_mark_as_well_as_by_colour() -> None:
    lines = [line.plain for line in rich_entry(LABEL, GLOSSARY, 200)]
    assert [line[0] for line in lines if "term (" in line] == ["✓", "✗", "✓", "~"]


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_any_text_stays_text(name: str) -> None:
    text = clean(HOSTILE_BY_NAME[name])
    concept = Concept("a", (Term("en", text),), notes=(text,))
    assert entry_text(concept, GLOSSARY).count("\n") == 4
    assert json.loads(entries_json("a", [concept], [], GLOSSARY))["entries"][0]["notes"] == [text]
    plain = "".join(line.plain for line in rich_entry(concept, GLOSSARY, 4096))
    assert plain.count("[") == 3 * text.count("[")
