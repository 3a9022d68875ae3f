"""The shipped glossary holds all it should, in the form that people edit."""

import re
import unicodedata
from functools import cache
from typing import Any

import pytest
import yaml

from reader.folders import shipped

SEED = "seeds/000_87d324de753ab160"
OMITTED = "du-men-jue-ji"  # the machine skipped its clause, so it stands in neither text
DEPRECATED = {  # as the article has them
    "critical": [
        "specializing and new",
        'Enterprise"',
        "specialized, special new",
        '13 specializing and new "little giant" companies participated in the application for the awards',
        "Rush and withstand when it is critical.",
        "the difficulties of financing expensive financing",
        "industrial infrastructure",
        "supporting large-scale supporting facilities",
    ],
    "major": [
        "10.2% of the total.",
        "People's Times Review",
        "my country’s",
        "my country's",
        "have the aura and vitality",
        "the spirit of small and medium-sized enterprises",
        "constantly striving for self-improvement and courage",
        "prop up",
        "from following to running or even leading",
        "external instability and uncertainty of my country’s economic development",
        "practicing internal skills",
        "integration of production, education and research",
        "rapid industrialization",
        "technology docking and transformation",
        "viable force",
        "undertake the scientific research results",
        "grind a sword in ten years",
        "autonomous control",
        "stabilize and strengthen the chain",
        "have a long-term layout",
        "stand up to the forefront",
        "innovative elements",
        "have gathered great potential and a steady stream of innovation",
    ],
    "minor": [
        "specialized and innovative",
        '"little giants" companies',
        "universities and institutes",
        "the confidence of independent innovation",
        "good at facing difficulties",
        "face difficulties",
        "capable of large-scale innovation",
        "proved with practical actions",
        "have small size",
        "anti-risk capabilities",
        "practice has repeatedly told us",
        "coordinating transformation with leading companies",
        "the big trees for the development of SMEs flourish",
        "firmly controlling",
        "be Stand tall",
        "have taken the lead in",
        "sonorous step",
        "technical talents",
        'resources are "not found" and results are "not well used"',
        "dilemma",
        "strong innovative strength",
        "long-term stable high investment",
        "step up to a new level of development while accumulating",
        "deeply involved in the industry",
        "Based on the new stage of development",
        "close integration of technology and economy",
        "innovative capabilities",
        "the concentration of innovative elements to enterprises",
        "accomplishing large-scale undertakings",
    ],
}
UNSURE = re.compile(r"from memory|not verified|inferred|by arithmetic", re.IGNORECASE)


@cache
def glossary() -> dict[str, Any]:
    return dict(yaml.safe_load(shipped("glossary.yaml").read_text(encoding="utf-8")))


def entries() -> list[dict[str, Any]]:
    return list(glossary()["concepts"])


def terms(lang: str, *status: str) -> list[dict[str, Any]]:
    return [
        term for entry in entries() for term in entry["terms"]
        if term["lang"] == lang and term["status"] in status
    ]  # fmt: skip


def forms(term: dict[str, Any]) -> list[str]:
    return [term["text"], *term.get("match", {}).get("variants", [])]


def test_there_are_85_concepts_each_with_an_id_of_its_own() -> None:
    ids = [entry["id"] for entry in entries()]
    assert len(ids) == len(set(ids)) == 85
    assert all(re.fullmatch(r"[a-z][a-z-]*", name) for name in ids)


def test_every_related_concept_is_another_one_that_exists() -> None:
    ids = {entry["id"] for entry in entries()}
    for entry in entries():
        assert set(entry.get("related", [])) <= ids - {entry["id"]}, entry["id"]


def test_every_concept_is_defined_in_both_languages() -> None:
    for entry in entries():
        assert [said["lang"] for said in entry["definitions"]] == ["en", "zh-Hans"], entry["id"]
        assert re.search("[\u4e00-\u9fff]", entry["definitions"][1]["text"]), entry["id"]


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_every_concept_has_a_preferred_term(lang: str) -> None:
    for entry in entries():
        found = [term for term in entry["terms"] if term["lang"] == lang]
        assert found[0]["status"] == "preferred", entry["id"]


def test_every_chinese_term_is_given_in_pinyin_with_tones_and_its_part_of_speech() -> None:
    for term in terms("zh-Hans", "preferred", "admitted"):
        marks = set(unicodedata.normalize("NFD", term["pinyin"]))
        assert marks & set("\u0300\u0301\u0304\u030c"), term
        assert term["pos"] in {"noun", "verb", "adjective", "properNoun", "other"}, term


def test_every_fact_has_a_source_that_exists_or_a_caution() -> None:
    for entry in entries():
        for fact in entry.get("facts", []):
            assert fact.get("sources") or fact.get("caution"), fact
            assert set(fact.get("sources", [])) <= set(glossary()["sources"]), fact
            assert not UNSURE.search(fact["text"]), fact


def test_every_source_has_a_title_and_only_addresses_of_the_web() -> None:
    for source in glossary()["sources"].values():
        assert source["title"]
        assert re.match(r"https?://[^/\s]+/", source.get("url", "https://none/"))


def test_every_deprecated_string_is_there_with_its_severity_and_a_reason() -> None:
    held = {form: term for term in terms("en", "deprecated") for form in forms(term)}
    for severity, strings in DEPRECATED.items():
        for text in strings:
            assert held[text]["severity"] == severity, text
            assert len(held[text]["why"]) > 20, text
    assert sum(map(len, DEPRECATED.values())) == 60


def test_only_deprecated_terms_have_a_severity() -> None:
    assert not [term for term in terms("en", "preferred", "admitted") if "severity" in term or "why" in term]


def test_why_a_term_is_deprecated_holds_in_any_text() -> None:
    reasons = [term["why"] for term in terms("en", "deprecated")]
    assert not [
        why for why in reasons if re.search("¶|the article|sentence|paragraph|headline|the title", why)
    ]


def test_every_deprecated_string_stands_in_the_article() -> None:
    article = shipped(SEED + ".txt").read_text(encoding="utf-8")
    assert not [text for strings in DEPRECATED.values() for text in strings if text not in article]


def test_every_concept_but_the_omitted_one_stands_in_the_chinese() -> None:
    chinese = shipped(SEED + ".zh.txt").read_text(encoding="utf-8")
    for entry in entries():
        own = [form for term in entry["terms"] if term["lang"] == "zh-Hans" for form in forms(term)]
        assert any(form in chinese for form in own) is (entry["id"] != OMITTED), entry["id"]


def test_the_label_has_the_english_it_should_have() -> None:
    label = entries()[0]
    assert label["id"] == "zhuan-jing-te-xin"
    english = [term for term in label["terms"] if term["lang"] == "en"]
    assert english[0]["text"] == "specialized, refined, distinctive and innovative"
    assert (english[0]["type"], english[0]["status"]) == ("fullForm", "preferred")
    srdi = {"lang": "en", "text": "SRDI", "type": "acronym", "status": "admitted", "match": {"case": "exact"}}
    assert srdi in english


def test_ten_concepts_or_more_test_themselves_with_every_kind_of_finding() -> None:
    specs = [spec for entry in entries() for spec in entry.get("specs", [])]
    assert sum("specs" in entry for entry in entries()) >= 10
    assert {kind for spec in specs for kind in spec["expect"]} == {"forbidden", "missing", "non-preferred"}
    assert [] in [spec["expect"] for spec in specs]


def test_the_file_has_no_anchor_alias_or_tag() -> None:
    for event in yaml.parse(shipped("glossary.yaml").read_text(encoding="utf-8")):
        assert not isinstance(event, yaml.AliasEvent)
        assert getattr(event, "anchor", None) is None
        assert getattr(event, "tag", None) is None


def test_the_first_line_names_the_schema_for_editors() -> None:
    first = shipped("glossary.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=reader/data/glossary.schema.json"
