"""Findings as JSON: the schema is kept, every key is there, and next to nothing is imported for it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from reader.exports.findings_json import json_report, jsonl_report
from reader.terms.concepts import Kind, Severity, Status
from reader.terms.findings import LEVELS, Checked, Finding
from tests.exports import found
from tests.hostile import HOSTILE_BY_NAME

ROOT = Path(__file__).parents[2]


@cache
def schema() -> dict[str, Any]:
    return dict(json.loads((ROOT / "reader/data/check.schema.json").read_text(encoding="utf-8")))


def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def shown(findings: list[Finding]) -> dict[str, Any]:
    return dict(json.loads("".join(json_report(findings, found.checked))))


def test_a_document_keeps_its_schema() -> None:
    document = shown(found.everything())
    validator().validate(document)
    assert [one["fingerprint"] for one in document["findings"]] == [
        finding.fingerprint for finding in found.everything()
    ]
    assert document["files"] == [
        {"path": "a.en.txt", "source_language": "zh-Hans", "target_language": "en", "segments": 23},
        {"path": "b.en.txt", "source_language": None, "target_language": "en", "segments": 4},
    ]


def test_a_finding_says_where_it_stands_on_both_sides() -> None:
    (one,) = shown([found.forbidden()])["findings"]
    assert one == {
        "kind": "forbidden",
        "severity": "error",
        "gravity": "critical",
        "concept": "label",
        "file": "a.en.txt",
        "segment": "3",
        "line": 3,
        "column": 7,
        "end_column": 27,
        "source": {
            "term": "专精特新",
            "found": "专精特新",
            "file": "a.zh.txt",
            "segment": "3",
            "line": 3,
            "column": 1,
            "end_column": 5,
        },
        "found": "specializing and new",
        "expected": [found.BEST, "SRDI"],
        "why": found.WHY,
        "glossary": "glossary.yaml:12",
        "fingerprint": "f000000000000003",
        "renderings": [],
    }


def test_an_inconsistent_concept_has_its_renderings_with_places() -> None:
    (one,) = shown([found.inconsistent()])["findings"]
    assert (one["source"], one["gravity"]) == (None, None)
    assert [(each["text"], each["status"], each["count"]) for each in one["renderings"]] == [
        ("specializing and new", "deprecated", 3),
        ("SRDI", "admitted", 1),
    ]
    assert [place["file"] for place in one["renderings"][0]["places"]] == ["a.en.txt", "a.en.txt", "b.en.txt"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("extra",), 1),
        (("files", 0, "segments"), -1),
        (("findings", 0, "kind"), "unknown"),
        (("findings", 0, "gravity"), ""),
        (("findings", 0, "line"), 0),
        (("findings", 0, "source"), []),
        (("findings", 0, "found"), None),
        (("findings", 5, "renderings", 0, "status"), "good"),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], value: Any) -> None:
    document: Any = shown(found.everything())
    at = document
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not validator().is_valid(document)


def test_every_key_is_required_and_every_word_is_known() -> None:
    definitions = schema()["$defs"]
    for rule in (schema(), *definitions.values()):
        assert sorted(rule["required"]) == sorted(rule["properties"])
        assert rule["additionalProperties"] is False
    finding = definitions["finding"]["properties"]
    assert set(finding["kind"]["enum"]) == set(get_args(Kind))
    assert finding["severity"]["enum"] == list(LEVELS)
    assert {*filter(None, finding["gravity"]["enum"]), ""} == set(get_args(Severity))
    assert set(definitions["rendering"]["properties"]["status"]["enum"]) == set(get_args(Status))


def test_a_line_is_one_finding_of_the_document() -> None:
    lines = list(jsonl_report(found.everything()))
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines)
    assert [json.loads(line) for line in lines] == shown(found.everything())["findings"]


def test_nothing_found_is_a_whole_document_and_no_line() -> None:
    document = shown([])
    validator().validate(document)
    assert document["findings"] == []
    assert list(jsonl_report([])) == []


def test_a_finding_is_written_before_the_next_is_asked_for() -> None:
    asked: list[str] = []

    def findings() -> Iterator[Finding]:
        for finding in found.everything():
            asked.append(finding.kind)
            yield finding

    def files() -> list[Checked]:
        asked.append("files")
        return []

    pieces = json_report(findings(), files)
    assert '"schema": 1' in next(pieces)
    assert '"forbidden"' in next(pieces)
    assert asked == ["forbidden"]
    assert list(pieces)[-1] == "\n]}\n"
    assert asked[-1] == "files"


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_hostile_texts_stay_inside_their_strings(name: str) -> None:
    text = HOSTILE_BY_NAME[name]
    whole = "".join(json_report(found.hostile(text), lambda: [Checked(text, text, text, 1)]))
    document = json.loads(whole)
    assert [one["file"] for one in document["findings"]] == [document["files"][0]["path"]] * 3
    assert found.harmless(whole)


def test_json_imports_neither_rich_nor_yaml_nor_another_format() -> None:
    program = (
        "import sys, reader.exports.findings_json; unwanted = {'rich', 'yaml', 'csv', 'html', 'textual', "
        "'dataclasses', 'urllib'}; print(sorted(unwanted & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, timeout=60)
    assert ran.stdout.decode().strip() == "[]", ran.stderr
