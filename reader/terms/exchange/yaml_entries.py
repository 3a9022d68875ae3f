"""What a glossary says as keys, lists and texts, in the order in which glossary.yaml has them."""

from collections.abc import Mapping

from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Source, Spec, Term
from reader.terms.exchange.yaml_layout import Value, Word

HEAD = ("version", "title", "languages", "source", "extra")
TOP = ("glossary", "sources", "concepts")
CONCEPT = (
    "id", "subject_field", "tier", "definitions", "notes", "facts", "related", "links", "images", "history",
    "customer", "project", "terms", "specs", "extra",
)  # fmt: skip
TERM = (
    "lang", "text", "pinyin", "pos", "type", "gender", "geo", "status", "severity", "match", "why", "note",
    "contexts", "extra",
)  # fmt: skip
RULES = Rules._fields
_NO_RULES = Rules()
_PLAIN = frozenset(("match", "contexts", "extra"))
_TEXTS = tuple(name for name in TERM if name not in _PLAIN)


def head_data(glossary: Glossary) -> dict[str, Value]:
    """What stands under `glossary`."""
    data: dict[str, Value] = {"version": Word("1")}
    if glossary.title:
        data["title"] = glossary.title
    data["languages"] = glossary.languages
    if glossary.source:
        data["source"] = glossary.source
    if glossary.extra:
        data["extra"] = glossary.extra
    return data


def source_data(source: Source) -> dict[str, Value]:
    """One of `sources`."""
    return {key: value for key, value in source._asdict().items() if value or key == "title"}


def concept_data(concept: Concept) -> dict[str, Value]:
    """One of `concepts`."""
    return {key: value for key in CONCEPT if (value := concept_value(concept, key))}


def concept_value(concept: Concept, key: str) -> Value:
    """What stands under that key of a concept; empty where nothing need stand there."""
    if key == "tier":
        return "" if concept.tier == "term" else concept.tier
    if key == "terms":
        return [term_data(term) for term in concept.terms]
    if key == "definitions":
        return [definition_data(definition) for definition in concept.definitions]
    if key == "facts":
        return [fact_data(fact) for fact in concept.facts]
    if key == "specs":
        return [spec_data(spec) for spec in concept.specs]
    value: Value = getattr(concept, key)
    return value


def definition_data(definition: Definition) -> dict[str, Value]:
    """One of `definitions`."""
    return _filled(definition._asdict())


def fact_data(fact: Fact) -> dict[str, Value]:
    """One of `facts`."""
    return _filled(fact._asdict())


def spec_data(spec: Spec) -> dict[str, Value]:
    """One of `specs`."""
    return {"source": spec.source, "target": spec.target, "expect": spec.expect}


def term_data(term: Term) -> dict[str, Value]:
    """One of `terms`."""
    data: dict[str, Value] = {key: value for key in _TEXTS if (value := getattr(term, key))}
    if term.match != _NO_RULES or term.contexts or term.extra:
        data = {key: value for key in TERM if (value := term_value(term, key))}
    return data


def term_value(term: Term, key: str) -> Value:
    """What stands under that key of a term; empty where nothing need stand there."""
    if key == "match":
        return rules_data(term.match)
    value: Value = getattr(term, key)
    return value


def rules_data(rules: Rules) -> dict[str, Value]:
    """What stands under `match`: where the rules are not the usual ones."""
    usual = zip(RULES, rules, _NO_RULES, strict=True)
    return {
        key: Word("yes" if value else "no") if isinstance(value, bool) else value
        for key, value, default in usual
        if value != default
    }


def _filled(fields: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in fields.items() if value}
