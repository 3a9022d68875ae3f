"""Merging adds what is missing, keeps what differs, and leaves a hand-edited file as it was."""

import difflib
import re
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings

from reader.errors import GlossaryError
from reader.exports.termbase_yaml import glossary_yaml_text
from reader.folders import shipped
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Source, Spec, Term
from reader.terms.exchange.merging import merge
from reader.terms.exchange.yaml_entries import concept_data, head_data, source_data
from reader.terms.exchange.yaml_layout import Value
from reader.terms.glossary_yaml import read_glossary
from tests.exports.test_termbase_yaml import parsed
from tests.terms.exchange.rich import bare, glossaries

OLD = """\
# ours
glossary: {version: 1, languages: [zh-Hans, en]}   # two

sources:
  S1:   {title: 'A page'}

concepts:

  # ── firms
  - id: giant   # never changes
    subject_field:  policy
    definitions:
      - {lang: en, text: "A small firm."}   # short
    terms:
      - {lang: zh-Hans, text: 小巨人,}  # the trailing comma stays
      - lang: en
        text: >-
          little
          giant
        status: preferred
        # no note

    # specs later
  - id: sme
    terms: [ {lang: en, text: SME, match: {case: exact}} ]
    notes: []
# the end
"""


def new(*concepts: Concept, **head: object) -> Glossary:
    values = {"title": "", "languages": ("en",), "source": "", "sources": {}, **head}
    return Glossary("n", concepts=concepts, **values)  # type: ignore[arg-type]  # all are fields of it


def lines_added(before: str, after: str) -> list[str]:
    """What an editor would show as added; nothing may be removed but a line that grew."""
    shown = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert not [line for line in shown if line.startswith("- ") and "[" not in line and "{" not in line]
    return [line[2:] for line in shown if line.startswith("+ ")]


def merged(*concepts: Concept, **head: object) -> list[str]:
    found = merge(OLD, new(*concepts, **head), "g.yaml")
    again = merge(found.text, new(*concepts, **head), "g.yaml")
    assert again.text == found.text
    return lines_added(OLD, found.text)


def test_nothing_new_leaves_every_byte() -> None:
    found = merge(OLD, parsed(OLD), "g.yaml")
    assert (found.text, found.added, found.grown, found.news) == (OLD, 0, 0, ())


def test_a_new_concept_comes_last() -> None:
    assert merged(Concept("other", (Term("en", "other"),))) == [
        "",
        "  - id: other",
        "    terms:",
        "      - {lang: en, text: other}",
    ]


def test_keys_stand_where_they_belong() -> None:
    concept = Concept(
        "giant",
        (Term("en", "little giant", "preferred", pos="noun"), Term("de", "kleiner Riese")),
        notes=("A note.",),
        related=("sme",),
        specs=(Spec("小巨人", "giant", ()),),
        facts=(Fact("It began.", ("S1",)),),
    )
    source = Source("Another page")
    assert merged(concept, Concept("sme", (Term("en", "SME"),)), sources={"S1": source}) == [
        "  S1-2: {title: Another page}",
        "    notes: [A note.]",
        "    facts:",
        "      - {text: It began., sources: [S1-2]}",
        "    related: [sme]",
        "        pos: noun",
        "      - {lang: de, text: kleiner Riese}",
        "    specs:",
        "      - {source: 小巨人, target: giant, expect: []}",
    ]


def test_brackets_take_more() -> None:
    term = Term("en", "SME", "preferred", match=Rules("exact", variants=("S.M.E.",)))
    other = Term("zh-Hans", "小巨人", pinyin="xiǎo jùrén")
    concepts = (Concept("sme", (term,), notes=("a, b", "c")), Concept("giant", (other,)))
    assert merged(*concepts, languages=("en", "de")) == [
        "glossary: {version: 1, languages: [zh-Hans, en, de]}   # two",
        "      - {lang: zh-Hans, text: 小巨人, pinyin: xiǎo jùrén}  # the trailing comma stays",
        "    terms: [ {lang: en, text: SME, match: {case: exact, variants: [S.M.E.]}, status: preferred} ]",
        '    notes: ["a, b", c]',
    ]


def test_concepts_are_one_by_a_term_that_both_prefer() -> None:
    concept = Concept("c7", (Term("en", "Little Giants"), Term("fr", "petit géant")))
    near = Concept(
        "c8", (Term("en", "LITTLE GIANT"), Term("fr", "petit géant")), extra=({"level": "x", "xml": "y"},)
    )
    assert merge(OLD, new(concept), "g").added == 1
    found = merge(OLD, new(near), "g")
    giant = found.glossary.concept("giant")
    assert (found.added, found.grown) == (0, 1)
    assert giant.terms[1].match.variants == ("LITTLE GIANT",)
    assert giant.terms[2].text == "petit géant"
    assert giant.extra == ({"level": "x", "xml": "y"}, {"level": "id", "xml": "c8"})
    assert found.news[0] == "giant: here goes c8, which shares a term with it"


def test_what_is_not_clear_stays_a_concept_of_its_own() -> None:
    both = Concept("both", (Term("en", "little giant"), Term("en", "SME")))
    found = merge(OLD, new(both), "g")
    assert found.added == 1
    assert found.news[0] == "both: shares a term with giant and sme; it stays a concept of its own"
    two = [Concept(name, (Term("en", "SME"), Term("en", name))) for name in ("one", "two")]
    assert merge(OLD, new(*two), "g").added == 2


def test_what_differs_is_kept_beside() -> None:
    term = Term("en", "little giant", "deprecated", note="n")
    concept = Concept("giant", (term,), "finance", definitions=(Definition("en", "Another."),))
    found = merge(OLD, new(concept, title="T"), "g")
    giant = found.glossary.concept("giant")
    assert (giant.subject_field, giant.terms[1].status, giant.terms[1].note) == ("policy", "preferred", "n")
    assert giant.extra == ({"level": "subject_field", "xml": "finance"},)
    assert giant.terms[1].extra == ({"level": "status", "xml": "deprecated"},)
    assert [definition.text for definition in giant.definitions] == ["A small firm.", "Another."]
    assert found.news == (
        "giant: 'little giant' (en): status is 'deprecated' there; 'preferred' stays, "
        "the other is kept under extra",
        "giant: subject field is 'finance' there; 'policy' stays, the other is kept under extra",
        "giant: 1 more under definitions",
    )
    assert merge(found.text, new(concept, title="T"), "g").text == found.text


def test_terms_that_stand_twice_stay_as_they_are() -> None:
    terms = (Term("en", "a", "preferred"), Term("en", "a", "deprecated", why="b"))
    twice = new(Concept("x", terms))
    assert merge(glossary_yaml_text(twice), twice, "g").grown == 0


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(end: str) -> None:
    text = "\ufeff" + OLD.replace("\n", end)
    found = merge(text, new(Concept("other", (Term("en", "other"),))), "g").text
    assert found.startswith(text[:-20])
    assert "\n" not in found.replace(end, "")


@pytest.mark.parametrize(
    "text",
    [
        "glossary: {version: 1, languages: [en]}\nconcepts: []\n",
        "glossary: {version: 1, languages: [en]}\nconcepts: [] # none yet",
        "glossary:\n  version: 1\n  languages: []\nconcepts:\n- id: a\n  terms:\n  - text: a\n    lang: en",
        "{glossary: {version: 1, languages: [en]}, concepts: []}",
        '{"glossary": {"version": 1, "languages": ["en"]}, "concepts": [{"id": "a", "terms": '
        '[{"lang": "en", "text": "a"}]}]}\n',
        "glossary: {version: 1, languages: [\n  en, # one\n]}\nconcepts: [\n]\n",
        "---\nglossary: {version: 1, languages: [en]}\nconcepts:\n  - terms:\n"
        "      - {lang: en, text: a}\n    id: a\n    notes:\n"
        "      - |\n        x\n\n        y\n\n\n  # behind\n...\n",
    ],
)
def test_files_of_every_build_take_everything(text: str) -> None:
    rich = new(
        Concept(
            "a", (Term("en", "a", "preferred", match=Rules("exact")), Term("de", "b")), notes=("n\nm", "o")
        ),
        Concept("z", (Term("en", "z: #"),), related=("a",)),
        title="T",
        languages=("en", "de"),
        sources={"S: 1": Source("t")},
    )
    found = merge(text, rich, "g")
    for line in text.splitlines():
        assert all(word in found.text for word in re.findall(r"#.*", line))
    assert found.glossary.concept("a").notes[-2:] == ("n\nm", "o")
    assert merge(found.text, rich, "g").text == found.text


@settings(max_examples=40, deadline=None)
@given(glossaries(), glossaries())
def test_merging_twice_is_merging_once(old: Glossary, other: Glossary) -> None:
    text = glossary_yaml_text(old)
    first = merge(text, other, "g")
    second = merge(first.text, other, "g")
    assert second.text == first.text
    assert merge(text, old, "g").text == text
    texts = {term.text for concept in first.glossary.concepts for term in concept.terms}
    spelt = {
        word for concept in first.glossary.concepts for term in concept.terms for word in term.match.variants
    }
    assert {
        term.text for concept in (*old.concepts, *other.concepts) for term in concept.terms
    } <= texts | spelt


def strings(value: Value) -> Iterator[str]:
    """Every text in some data but relations, and hints about an order, which a merge lets go."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key != "related" and not str(value.get("xml")).startswith("<?reader-order "):
                yield from strings(item)
    else:
        for item in value:
            yield from strings(item)


@settings(max_examples=40, deadline=None)
@given(glossaries(), glossaries())
def test_nothing_of_either_is_lost(old: Glossary, other: Glossary) -> None:
    found = merge(glossary_yaml_text(old), other, "g").glossary
    whole = [concept_data(concept) for concept in found.concepts]
    kept = "\n".join(strings([*whole, head_data(found), *map(source_data, found.sources.values())]))
    for concept in (*old.concepts, *other.concepts):
        texts = set(strings(concept_data(concept)))
        assert {text for text in texts if text.casefold() not in kept.casefold()} <= {concept.id}
    for glossary in (old, other):
        assert glossary.title in kept
        assert glossary.source in kept
        assert set(glossary.sources.values()) <= set(found.sources.values())


@settings(max_examples=8, deadline=None)
@given(glossaries())
def test_a_hand_edited_file_keeps_all_its_lines(other: Glossary) -> None:
    text = shipped("glossary.yaml").read_text(encoding="utf-8")
    found = merge(text, other, "g").text
    shown = difflib.unified_diff(text.splitlines(), found.splitlines(), n=0)
    assert {line for line in shown if line[0] == "-"} <= {"--- \n", "-  languages: [zh-Hans, en]"}


def test_the_shipped_glossary_merged_with_itself_is_itself() -> None:
    text = shipped("glossary.yaml").read_text(encoding="utf-8")
    glossary = read_glossary(shipped("glossary.yaml"))
    assert merge(text, glossary, "g").text == text
    empty = "glossary: {version: 1, languages: [en]}\nconcepts: []\n"
    assert [c.id for c in merge(empty, glossary, "g").glossary.concepts] == [c.id for c in glossary.concepts]
    assert bare(merge(empty, glossary, "g").glossary).sources == glossary.sources


def test_a_file_with_faults_is_refused() -> None:
    with pytest.raises(GlossaryError):
        merge("concepts: []\n", new(), "g")
