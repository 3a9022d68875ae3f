"""A glossary written as YAML is read back as the same, in the style that people write."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exports.termbase_yaml import glossary_yaml_text
from reader.folders import shipped
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Source, Spec, Term
from reader.terms.entries import walk_glossary
from reader.terms.glossary_yaml import read_glossary
from reader.text.strict_yaml import parse_yaml
from tests.terms.exchange.rich import TEXTS, bare, glossaries

RICH = Glossary(
    "",
    "Little giants",
    ("zh-Hans", "en"),
    "",
    {"S1": Source("A page: of 2021", "https://example.org/a")},
    (
        Concept(
            "zhuan-jing",
            (
                Term("zh-Hans", "专精特新", "preferred", "zhuān jīng"),
                Term("en", "SRDI", "admitted", type="acronym", match=Rules("exact", inflect=False)),
                Term(
                    "en",
                    "no",
                    "deprecated",
                    severity="minor",
                    why="Because of this, " * 7 + "it is not used.",
                ),
            ),
            "policy",
            "core",
            (Definition("en", "A label."),),
            ("Two lines:\n- the second",),
            (Fact("It began.", ("S1",)),),
            ("ju-ren",),
            (Spec("专", "SRDI", ()),),
        ),
        Concept("ju-ren", (Term("en", '"little giant"'),)),
    ),
)
WRITTEN = """\
glossary:
  version: 1
  title: Little giants
  languages: [zh-Hans, en]

sources:
  S1:
    title: "A page: of 2021"
    url: https://example.org/a

concepts:
  - id: zhuan-jing
    subject_field: policy
    tier: core
    definitions:
      - {lang: en, text: A label.}
    notes:
      - |-
        Two lines:
        - the second
    facts:
      - {text: It began., sources: [S1]}
    related: [ju-ren]
    terms:
      - {lang: zh-Hans, text: 专精特新, pinyin: zhuān jīng, status: preferred}
      - {lang: en, text: SRDI, type: acronym, status: admitted, match: {case: exact, inflect: no}}
      - lang: en
        text: "no"
        status: deprecated
        severity: minor
        why: >-
          Because of this, Because of this, Because of this, Because of this, Because of this, Because of
          this, Because of this, it is not used.
    specs:
      - {source: 专, target: SRDI, expect: []}

  - id: ju-ren
    terms:
      - {lang: en, text: '"little giant"'}
"""


def parsed(text: str) -> Glossary:
    walker = parse_yaml(text, "")
    glossary = walk_glossary(walker)
    walker.finish()
    return bare(glossary)


def test_a_glossary_is_written_as_people_write_it() -> None:
    assert glossary_yaml_text(RICH) == WRITTEN
    assert parsed(WRITTEN) == RICH


def test_an_empty_glossary_is_written_too() -> None:
    empty = Glossary("", "", (), "", {}, ())
    assert parsed(glossary_yaml_text(empty)) == empty


@settings(max_examples=60, deadline=None)
@given(glossaries())
def test_what_is_written_is_read_back_as_the_same(glossary: Glossary) -> None:
    text = glossary_yaml_text(glossary)
    assert parsed(text) == glossary
    assert glossary_yaml_text(parsed(text)) == text


@settings(deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_every_text_comes_back_wherever_it_stands(text: str, others: list[str]) -> None:
    concept = Concept("a", (Term("en", "x", note=text),), notes=(text, *others), history=({"action": text},))
    key = text.replace("<<", "<")
    glossary = Glossary("", text, ("en",), text, {key: Source(text)}, (concept,))
    assert parsed(glossary_yaml_text(glossary)) == glossary


def test_the_shipped_glossary_is_written_whole(tmp_path: Path) -> None:
    glossary = read_glossary(shipped("glossary.yaml"))
    path = tmp_path / "g.yaml"
    path.write_text(glossary_yaml_text(glossary), encoding="utf-8")
    assert bare(read_glossary(path)) == bare(glossary)
    assert (
        max(len(line) for line in path.read_text(encoding="utf-8").splitlines() if " " in line.strip()) < 220
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("专精特新", "专精特新"),
        ("it's", "it's"),
        ("a, b", '"a, b"'),
        ("no", '"no"'),
        ("Yes", '"Yes"'),
        ("null", '"null"'),
        ("12", '"12"'),
        ("2021-11-29", '"2021-11-29"'),
        ("-5", '"-5"'),
        ("-x", "-x"),
        ("3 bad", "3 bad"),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a#b", "a#b"),
        ('"x"', "'\"x\"'"),
        ('"it\'s"', "'\"it''s\"'"),
        ("C:\\x", "C:\\x"),
        ("a\tb", '"a\\tb"'),
        ("x\u200by", '"x\\u200By"'),
        ("[x]", '"[x]"'),
        ("x]", '"x]"'),
    ],
)
def test_a_text_is_quoted_exactly_where_yaml_needs_it(text: str, written: str) -> None:
    glossary = Glossary("", "", ("en",), "", {}, (Concept("a", (Term("en", text),)),))
    found = re.search(r"\{lang: en, text: (.*)\}", glossary_yaml_text(glossary))
    assert found
    assert found[1] == written


def test_a_comma_needs_no_quotes_outside_brackets() -> None:
    glossary = Glossary("", "one, two", ("en",), "", {}, ())
    assert "title: one, two\n" in glossary_yaml_text(glossary)
