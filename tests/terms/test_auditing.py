"""Looking a termbase over: specs, duplicates, shared forms, gaps; each remark at its line."""

import random

import pytest

from reader.terms.auditing import audit
from reader.terms.concepts import Glossary
from reader.terms.entries import walk_glossary
from reader.terms.near_duplicates import ALIKE, dice, near_duplicates
from reader.terms.specs import failed_specs
from reader.text.strict_yaml import parse_yaml

HEAD = "glossary: {version: 1, languages: [zh-Hans, en]}\nconcepts:\n"


def glossary(*concepts: str) -> Glossary:
    """The concepts stand in line 3 and after, one a line."""
    walker = parse_yaml(HEAD + "".join(f"  - {{{concept}}}\n" for concept in concepts), "words.yaml")
    found = walk_glossary(walker)
    walker.finish()
    return found


def concept(name: str, zh: str, en: str, more: str = "") -> str:
    return f"id: {name}, terms: [{{lang: zh-Hans, text: {zh}}}, {{lang: en, text: {en}{more}}}]"


def remarks(*concepts: str) -> list[tuple[int, str, str, str]]:
    return [(found.line, found.severity, found.kind, found.concept) for found in audit(glossary(*concepts))]


def test_nothing_is_said_of_a_sound_termbase() -> None:
    assert remarks(concept("a", "企业", "firm"), concept("b", "巨人", "giant")) == []


@pytest.mark.parametrize(
    ("concepts", "found"),
    [
        ([concept("a", "企业", "firm"), concept("b", "公司", "Firms")], (4, "warning", "shared-form", "b")),
        (
            [
                concept("a", "企业", "firm"),
                concept("b", "公司", "house", "}, {lang: en, text: firm, status: deprecated, why: x"),
            ],
            (4, "info", "shared-form", "b"),
        ),
        ([concept("a", "企业", "firm"), concept("b", "企业", "firms")], (4, "warning", "duplicate", "b")),
        (
            [
                concept("a", "甲乙丙丁戊", "one two three four five"),
                concept("b", "甲乙丙丁己", "one two three four six"),
            ],
            (4, "info", "near-duplicate", "b"),
        ),
        (
            [
                concept("a", "成果转化", "commercialisation of results"),
                concept("b", "成果的转化", "commercialization of results"),
            ],
            (4, "info", "near-duplicate", "b"),
        ),
        (["id: a, terms: [{lang: en, text: x}]"], (3, "warning", "no-term", "a")),
        ([concept("a", "企业", "firm", ", status: superseded")], (3, "warning", "no-term", "a")),
        ([concept("a", "企业", "firm", ", status: admitted")], (3, "info", "none-preferred", "a")),
        (
            [concept("a", "企业", "firm", "}, {lang: en, text: company, status: deprecated")],
            (3, "info", "no-why", "a"),
        ),
        (
            [concept("a", "企业", "firm, status: preferred}, {lang: en, text: company, status: preferred")],
            (3, "warning", "two-preferred", "a"),
        ),
        ([concept("a", "企业", "firm", "}, {lang: en, text: Firms")], (3, "warning", "twice", "a")),
        (
            [
                concept("a", "企业", "firm"),
                "id: b, terms: [{lang: zh, text: 词, pinyin: cí}, {lang: en, text: word}]",
            ],
            (3, "info", "no-pinyin", "a"),
        ),
        (
            [concept("a", "企业", "firm") + ", specs: [{source: 企业, target: firms, expect: [missing]}]"],
            (3, "error", "spec", "a"),
        ),
    ],
)
def test_each_lapse_is_told_at_its_line(concepts: list[str], found: tuple[int, str, str, str]) -> None:
    assert remarks(*concepts) == [found]


@pytest.mark.parametrize(
    "concepts",
    [
        [
            concept(
                "a", "企业", "firm}, {lang: en, text: Firms, status: deprecated, why: x, match: {inflect: no}"
            )
        ],
        [
            concept(
                "a",
                "企业",
                "firm, status: preferred}, {lang: en, text: SME, type: acronym, status: preferred",
            )
        ],
        [concept("a", "企业", "big firm, status: preferred}, {lang: en, text: BF, status: preferred")],
        [concept("a", "企业", "firm"), concept("b", "公司", "firm law")],
        [concept("a", "企业", "polish"), concept("b", "公司", "Polish", ", match: {case: exact}")],
        [concept("a", "企业", "firm") + ", specs: [{source: 企业, target: house, expect: [missing]}]"],
    ],
)
def test_what_is_meant_so_is_not_told(concepts: list[str]) -> None:
    assert [remark for remark in remarks(*concepts) if remark[1] != "info"] == []


def test_a_failed_spec_says_what_was_expected_and_what_was_found() -> None:
    spec = ", specs: [{source: 企业, target: house, expect: [forbidden]}]"
    (fault,) = failed_specs(glossary(concept("a", "企业", "firm") + spec))
    assert str(fault).startswith("words.yaml:3:1: a: this spec expects forbidden, and gives missing")
    assert failed_specs(glossary(concept("a", "企业", "firm"))) == ()


@pytest.mark.parametrize("languages", ["zh-Hans, en", "zh-Hans, zh-Hant, en, fr", "zh, en, fr"])
def test_a_spec_is_in_the_first_two_languages(languages: str) -> None:
    own = concept("a", "企业", "firm") + ", specs: [{source: 企业, target: a house, expect: [missing]}]"
    head = HEAD.replace("zh-Hans, en", languages)
    walker = parse_yaml(f"{head}  - {{{own}}}\n", "words.yaml")
    assert failed_specs(walk_glossary(walker)) == ()


def test_near_names_are_found_as_if_each_were_compared_with_each() -> None:
    rolls = random.Random(7)
    names = [
        (
            "".join(rolls.choices("甲乙丙丁戊己", k=5)),
            " ".join(rolls.choices(["red", "blue", "green", "grey"], k=4)),
        )
        for _ in range(60)
    ]
    made = glossary(*(concept(f"c{at}", *pair) for at, pair in enumerate(names)))
    parts = [(frozenset(zh), frozenset(en.split())) for zh, en in names]
    slow = {
        (f"c{later}", f"c{earlier}")
        for later in range(60)
        for earlier in range(later)
        if min(map(dice, parts[later], parts[earlier])) >= ALIKE and names[later] != names[earlier]
    }
    assert {(remark.concept, remark.others[0]) for remark in near_duplicates(made)} == slow
    assert slow
