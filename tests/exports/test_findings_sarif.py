"""Findings as SARIF: the published schema is kept, and what code hosts ask for beyond it is there."""

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from reader.exports.findings_sarif import MOST_PLACES, sarif_report
from reader.exports.sarif_rules import HELP
from reader.terms.concepts import Kind
from reader.terms.findings import Checked, Finding, Used
from tests.exports import found
from tests.hostile import HOSTILE_BY_NAME


@cache
def validator() -> jsonschema.Draft202012Validator:
    path = Path(__file__).parents[1] / "data/sarif-2.1.0.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def run(findings: list[Finding], **more: Any) -> dict[str, Any]:
    """The one run of the log, after the published schema has had its say."""
    log = json.loads("".join(sarif_report(findings, found.checked, **more)))
    validator().validate(log)
    (only,) = log["runs"]
    return dict(only)


def result(finding: Finding) -> dict[str, Any]:
    (only,) = run([finding])["results"]
    return dict(only)


def test_the_published_schema_can_say_no() -> None:
    log = json.loads("".join(sarif_report(found.everything(), found.checked)))
    log["runs"][0]["results"][0]["level"] = "info"
    assert not validator().is_valid(log)


def test_every_kind_is_a_rule_with_help() -> None:
    rules = run([])["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == set(HELP) == set(get_args(Kind))
    for rule in rules:
        assert rule["name"].isalpha()
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["help"]["text"].endswith(".")


def test_a_result_stands_where_the_finding_does() -> None:
    one = result(found.forbidden())
    assert (one["ruleId"], one["level"]) == ("forbidden", "error")
    assert one["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a.en.txt", "uriBaseId": "%SRCROOT%", "index": 0},
                "region": {"startLine": 3, "startColumn": 7, "endColumn": 27},
            }
        }
    ]
    assert one["partialFingerprints"] == {"readerFinding/v1": "f000000000000003"}
    assert one["properties"] == {
        "concept": "label",
        "segment": "3",
        "sourceTerm": "专精特新",
        "found": "specializing and new",
        "expected": [found.BEST, "SRDI"],
        "gravity": "critical",
        "glossary": "glossary.yaml:12",
    }


@pytest.mark.parametrize(
    ("finding", "level"),
    [(found.missing(), "error"), (found.inconsistent(), "warning"), (found.non_preferred(), "note")],
)
def test_a_level_has_its_name_in_sarif(finding: Finding, level: str) -> None:
    assert result(finding)["level"] == level


def test_a_rule_is_found_by_its_index_and_columns_are_code_points() -> None:
    only = run(found.everything())
    rules = only["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in only["results"])
    assert only["columnKind"] == "unicodeCodePoints"


def test_the_source_is_a_related_location() -> None:
    (source,) = result(found.forbidden())["relatedLocations"]
    assert source["message"]["text"] == "The source: 专精特新"
    assert source["physicalLocation"]["artifactLocation"]["uri"] == "a.zh.txt"


def test_every_rendering_of_an_inconsistent_concept_is_a_related_location() -> None:
    related = result(found.inconsistent())["relatedLocations"]
    assert [each["message"]["text"] for each in related] == [
        "specializing and new (deprecated)",
        "specializing and new (deprecated)",
        "specializing and new (deprecated)",
        "SRDI (admitted)",
    ]
    assert [each["id"] for each in related] == [1, 2, 3, 4]


def test_of_many_places_each_rendering_gets_its_share() -> None:
    used = tuple(Used(name, "", 500, (found.spot(),) * 500) for name in "abc")
    related = result(found.inconsistent()._replace(used=used))["relatedLocations"]
    assert len(related) == 3 * (MOST_PLACES // 3)
    assert {each["message"]["text"][0] for each in related} == set("abc")
    many = tuple(Used(f"{number}", "", 2, (found.spot(),) * 2) for number in range(300))
    assert len(result(found.inconsistent()._replace(used=many))["relatedLocations"]) == MOST_PLACES


def test_artifacts_are_the_files_of_findings_then_the_clean_ones() -> None:
    only = run([found.forbidden(file="z.txt")])
    assert [each["location"]["uri"] for each in only["artifacts"]] == [
        "z.txt",
        "a.zh.txt",
        "a.en.txt",
        "b.en.txt",
    ]
    for place, each in enumerate(only["artifacts"]):
        assert each["location"]["index"] == place


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("texts/a b.txt", "texts/a%20b.txt", True),
        ("./a.txt", "a.txt", True),
        ("专精.tmx", "%E4%B8%93%E7%B2%BE.tmx", True),
        ("a:b#c?d%.txt", "a%3Ab%23c%3Fd%25.txt", True),
        ("/texts/a.txt", "file:///texts/a.txt", False),
        ("caf\udce9.txt", "caf%E9.txt", True),
        ("standard input", "standard%20input", True),
    ],
)
def test_a_path_is_a_uri_below_the_root_of_the_sources(path: str, uri: str, base: bool) -> None:
    place = result(found.forbidden(file=path))["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (place["uri"], "uriBaseId" in place) == (uri, base)


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("{work}/sub/a b.txt", "sub/a%20b.txt", True),
        ("{work}/./sub/../a.txt", "a.txt", True),
        ("{link}/sub/a.txt", "sub/a.txt", True),
        ("{work}/out/a.txt", "out/a.txt", True),
        ("{work}er/a.txt", "file://{work}er/a.txt", False),
        ("{work}", "file://{work}", False),
    ],
)
def test_an_absolute_path_below_the_working_folder_is_one_from_there(
    path: str, uri: str, base: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, link = tmp_path / "work", tmp_path / "link"
    (work / "sub").mkdir(parents=True)
    (work / "out").symlink_to("/")
    link.symlink_to(work)
    monkeypatch.chdir(work)
    finding = found.forbidden(file=path.format(work=work, link=link))
    place = result(finding)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (place["uri"], "uriBaseId" in place) == (uri.format(work=work), base)


def test_without_a_working_folder_a_path_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    place = result(found.forbidden(file="/a.txt"))["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "file:///a.txt"


@pytest.mark.parametrize("successful", [True, False])
def test_a_run_says_whether_everything_could_be_read(successful: bool) -> None:
    only = run([], successful=lambda: successful)
    assert only["invocations"] == [{"executionSuccessful": successful}]


def test_a_reviewed_finding_is_suppressed_with_its_reason() -> None:
    reviewed = [(found.missing(), "Said before."), (found.non_preferred(), "")]
    results = run([found.forbidden()], reviewed=reviewed)["results"]
    assert [each.get("suppressions") for each in results] == [
        None,
        [{"kind": "external", "justification": "Said before."}],
        [{"kind": "external"}],
    ]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("a {0} b", "a {{0}} b"),
        ("see [this](http://x)", "see \\[this\\](http://x)"),
        ("[plain] and \\ stay", "[plain] and \\ stay"),
    ],
)
def test_a_message_holds_no_placeholder_and_no_link(said: str, written: str) -> None:
    assert result(found.forbidden()._replace(why=said))["message"]["text"].endswith(written)


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_hostile_texts_keep_the_schema(name: str) -> None:
    text = HOSTILE_BY_NAME[name]
    written = "".join(sarif_report(found.hostile(text), lambda: [Checked(text, "", "en", 1)]))
    assert found.harmless(written)
    validator().validate(json.loads(written))
