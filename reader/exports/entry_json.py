"""Entries of the glossary as JSON, for programs: stable keys and a schema number."""

import json
from collections.abc import Sequence
from typing import Any

from reader.terms.concepts import Concept, Glossary, Term

SCHEMA = 1


def entries_json(query: str, found: Sequence[Concept], near: Sequence[str], glossary: Glossary) -> str:
    """`{schema, query, entries, near}`, ending in LF; `near`: what was perhaps meant."""
    shown = {
        "schema": SCHEMA,
        "query": query,
        "entries": [_entry(concept, glossary) for concept in found],
        "near": list(near),
    }
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _entry(concept: Concept, glossary: Glossary) -> dict[str, Any]:
    return {
        "id": concept.id,
        "subject_field": concept.subject_field,
        "tier": concept.tier,
        "terms": [_term(term) for term in concept.terms],
        "definitions": [definition._asdict() for definition in concept.definitions],
        "notes": list(concept.notes),
        "facts": [fact._asdict() for fact in concept.facts],
        "related": list(concept.related),
        "links": [dict(link) for link in concept.links],
        "sources": {
            key: glossary.sources[key]._asdict()
            for key in dict.fromkeys(key for fact in concept.facts for key in fact.sources)
            if key in glossary.sources
        },
        "line": concept.line,
    }


def _term(term: Term) -> dict[str, Any]:
    keys = (
        "lang",
        "text",
        "status",
        "severity",
        "pinyin",
        "pos",
        "type",
        "gender",
        "geo",
        "why",
        "note",
        "line",
    )
    shown = {key: getattr(term, key) for key in keys}
    return shown | {"contexts": [dict(context) for context in term.contexts]}
