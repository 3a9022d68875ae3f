"""The schema that editors are told of agrees with the contract and with the shipped glossary."""

import json
import re
from functools import cache
from typing import Any, get_args

import pytest
import yaml

from reader.folders import shipped
from reader.terms import concepts as contract


@cache
def schema() -> dict[str, Any]:
    path = shipped("glossary.yaml").parent / "reader/data/glossary.schema.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def breaches(value: object, rule: dict[str, Any], where: str = "") -> list[str]:
    """Where a value breaks a rule of the schema, as far as the shipped schema uses JSON Schema."""
    rule = {**schema()["$defs"].get(rule.get("$ref", "").rpartition("/")[2], {}), **rule}
    found: list[str] = []
    if "anyOf" in rule and all(breaches(value, one, where) for one in rule["anyOf"]):
        found.append(f"{where}: none of the choices")
    if "enum" in rule and value not in rule["enum"]:
        found.append(f"{where}: {value!r} is not one of {rule['enum']}")
    kinds = {"object": dict, "array": list, "string": str}
    if "type" in rule and not isinstance(value, kinds[rule["type"]]):
        return [*found, f"{where}: no {rule['type']}"]
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        found.append(f"{where}: {value!r} is not like {rule['pattern']}")
    if isinstance(value, str | list) and len(value) < rule.get("minLength", rule.get("minItems", 0)):
        found.append(f"{where}: too short")
    if isinstance(value, list):
        for place, item in enumerate(value):
            found += breaches(item, rule.get("items", {}), f"{where}[{place}]")
    if isinstance(value, dict):
        found += [f"{where}: {key} is missing" for key in rule.get("required", []) if key not in value]
        known, other = rule.get("properties", {}), rule.get("additionalProperties", {})
        for key, item in value.items():
            if key not in known and other is False:
                found.append(f"{where}: unknown key {key}")
            else:
                found += breaches(item, known.get(key, other or {}), f"{where}.{key}")
    return found


def test_the_schema_accepts_the_shipped_glossary() -> None:
    glossary = yaml.safe_load(shipped("glossary.yaml").read_text(encoding="utf-8"))
    assert breaches(glossary, schema()) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"tier": "main"}, "'main' is not one of"),
        ({"realted": []}, "unknown key realted"),
        ({"id": "1st"}, "is not like"),
        ({"terms": []}, "too short"),
        ({"terms": [{"lang": "en"}]}, "text is missing"),
        ({"terms": [{"lang": "en", "text": "x", "status": "prefered"}]}, "'prefered' is not one of"),
        ({"terms": [{"lang": "en", "text": "x", "match": {"cases": "fold"}}]}, "unknown key cases"),
        ({"facts": [{"text": "x", "source": "S01"}]}, "unknown key source"),
    ],
)
def test_the_schema_refuses_a_wrong_entry(change: dict[str, Any], complaint: str) -> None:
    entry = {"id": "a", "terms": [{"lang": "en", "text": "x"}], **change}
    (found,) = breaches(entry, schema()["$defs"]["concept"])
    assert complaint in found


def fields(value: type, *besides: str) -> set[str]:
    return set(value._fields) - {"line", *besides}  # type: ignore[attr-defined]  # all are NamedTuples


def test_the_schema_knows_the_fields_of_the_contract() -> None:
    concept, term = schema()["$defs"]["concept"]["properties"], schema()["$defs"]["term"]["properties"]
    head = schema()["properties"]["glossary"]["properties"]
    source = schema()["properties"]["sources"]["additionalProperties"]["properties"]
    assert set(concept) == fields(contract.Concept)
    assert set(term) == fields(contract.Term)
    assert set(head) == fields(contract.Glossary, "path", "sources", "concepts") | {"version"}
    assert set(source) == fields(contract.Source)
    assert set(term["match"]["properties"]) == fields(contract.Rules)
    assert set(concept["specs"]["items"]["properties"]) == fields(contract.Spec)
    assert set(concept["facts"]["items"]["properties"]) == fields(contract.Fact)
    assert set(concept["definitions"]["items"]["properties"]) == fields(contract.Definition)


def test_the_schema_knows_the_words_of_the_contract() -> None:
    concept, term = schema()["$defs"]["concept"]["properties"], schema()["$defs"]["term"]["properties"]
    assert {*term["status"]["enum"], ""} == set(get_args(contract.Status))
    assert {*term["severity"]["enum"], ""} == set(get_args(contract.Severity))
    assert set(concept["tier"]["enum"]) == set(get_args(contract.Tier))
    assert set(concept["specs"]["items"]["properties"]["expect"]["items"]["enum"]) == set(
        get_args(contract.Kind)
    )
