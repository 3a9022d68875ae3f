"""The entries of a glossary file, read node by node; what is wrong with them is noted, not raised."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast, get_args

from reader.terms.concepts import (
    Concept,
    Definition,
    Fact,
    Glossary,
    Kind,
    Rules,
    Severity,
    Source,
    Spec,
    Status,
    Term,
    Tier,
)
from reader.terms.folding import fold
from reader.text.addresses import is_web_address
from reader.text.quoting import cited, did_you_mean
from reader.text.yaml_walker import Node, Walker

_Value = TypeVar("_Value")
_ID = re.compile(r"[^\W\d_]\S*")
_TERM = tuple(name for name in Term._fields if name != "line")
_STATUSES = tuple(filter(None, get_args(Status)))
_SEVERITIES = tuple(filter(None, get_args(Severity)))
_NO_RULES = Rules()
_PLAIN = ("pinyin", "pos", "type", "gender", "geo", "why", "note")
_TOP = ("glossary", "sources", "concepts")
_CONCEPT = tuple(name for name in Concept._fields if name != "line")


def walk_glossary(walker: Walker) -> Glossary:
    """The glossary under the walker's root; it is sound only where the walker has met no fault.

    Raises FaultyError where it is something else altogether, with that as its one fault.
    """
    _recognize(walker)
    top = walker.mapping(walker.root, _TOP, ("glossary", "concepts"))
    head = walker.mapping(
        top.get("glossary"), ("version", "title", "languages", "source", "extra"), ("version", "languages")
    )
    if "version" in head:
        walker.choice(head["version"], ("1",))
    sources = _sources(walker, top.get("sources"))
    concepts = _each(walker, top.get("concepts"), lambda node: _concept(walker, node, sources))
    _check_ids(walker, top.get("concepts"))
    return Glossary(
        path=walker.path,
        title=walker.text(head.get("title")),
        languages=_each(walker, head.get("languages"), walker.language),
        source=walker.text(head.get("source")),
        sources=sources,
        concepts=concepts,
        extra=_extra(walker, head.get("extra")),
    )


def _recognize(walker: Walker) -> None:
    """Refuse what has none of a glossary's keys, nor one that could be meant for one of them."""
    root = walker.root
    if root is None or root.kind == "refused":
        return
    keys = [key.value for key, _ in root.pairs] if root.kind == "mapping" else []
    if not any(key in _TOP or did_you_mean(key, _TOP) for key in keys):
        hint = "a glossary has the keys glossary, with version and languages, and concepts"
        walker.refuse(root.line, root.column, "this YAML is no glossary", hint)


def _each(walker: Walker, node: Node | None, read: Callable[[Node], _Value]) -> tuple[_Value, ...]:
    return tuple(map(read, walker.sequence(node))) if node is not None else ()


def _sources(walker: Walker, node: Node | None) -> dict[str, Source]:
    sources = {}
    for key, value in walker.entries(node):
        fields = walker.mapping(value, Source._fields, ("title",))
        title, kind = walker.text(fields.get("title")), walker.text(fields.get("kind"))
        sources[key.value] = Source(title, _address(walker, fields.get("url")), kind)
    return sources


def _concept(walker: Walker, node: Node, sources: Mapping[str, Source]) -> Concept:
    fields = walker.mapping(node, _CONCEPT, ("id", "terms"))
    terms = _each(walker, fields.get("terms"), lambda item: _term(walker, item))
    if "terms" in fields and not fields["terms"].items and fields["terms"].kind == "sequence":
        walker.fault(fields["terms"], "a concept has at least one term")
    links = {
        key: _each(walker, fields.get(key), lambda item: _link(walker, item)) for key in ("links", "images")
    }
    return Concept(
        id=_id(walker, fields.get("id")),
        terms=terms,
        subject_field=walker.text(fields.get("subject_field")),
        tier=cast(Tier, walker.choice(fields.get("tier"), get_args(Tier)) or "term"),
        definitions=_each(walker, fields.get("definitions"), lambda item: _definition(walker, item)),
        notes=walker.texts(fields.get("notes")),
        facts=_each(walker, fields.get("facts"), lambda item: _fact(walker, item, sources)),
        related=walker.texts(fields.get("related")),
        specs=_each(walker, fields.get("specs"), lambda item: _spec(walker, item)),
        links=links["links"],
        images=links["images"],
        history=_tables(walker, fields.get("history"), ("action", "date", "by"), "action"),
        customer=walker.text(fields.get("customer")),
        project=walker.text(fields.get("project")),
        extra=_extra(walker, fields.get("extra")),
        line=node.line,
    )


def _term(walker: Walker, node: Node) -> Term:
    fields = walker.mapping(node, _TERM, ("lang", "text"))
    plain = {key: walker.text(fields[key]) for key in _PLAIN if key in fields}
    return Term(
        lang=walker.language(fields.get("lang")),
        text=_findable(walker, fields.get("text")),
        status=cast(Status, walker.choice(fields.get("status"), _STATUSES)),
        severity=cast(Severity, walker.choice(fields.get("severity"), _SEVERITIES)),
        match=_rules(walker, fields.get("match")),
        contexts=_tables(walker, fields.get("contexts"), ("text", "source"), "text"),
        extra=_extra(walker, fields.get("extra")),
        line=node.line,
        **plain,
    )


def _rules(walker: Walker, node: Node | None) -> Rules:
    if node is None:
        return _NO_RULES
    fields = walker.mapping(node, Rules._fields)
    return Rules(
        case="exact" if walker.choice(fields.get("case"), ("fold", "exact")) == "exact" else "fold",
        inflect=walker.boolean(fields.get("inflect"), default=True),
        boundary=walker.boolean(fields.get("boundary"), default=True),
        variants=_each(walker, fields.get("variants"), lambda item: _findable(walker, item)),
        except_in=_each(walker, fields.get("except_in"), lambda item: _findable(walker, item)),
    )


def _findable(walker: Walker, node: Node | None) -> str:
    """A text that a search can be made for: something is left of it when it is folded."""
    text = walker.text(node)
    if text and node is not None and not fold(text).text.strip():
        walker.fault(node, "this can be found in no text: it has only characters without width")
    return text


def _definition(walker: Walker, node: Node) -> Definition:
    fields = walker.mapping(node, Definition._fields, ("lang", "text"))
    lang, text = walker.language(fields.get("lang")), walker.text(fields.get("text"))
    return Definition(lang, text, walker.text(fields.get("source")))


def _fact(walker: Walker, node: Node, sources: Mapping[str, Source]) -> Fact:
    fields = walker.mapping(node, Fact._fields, ("text",))
    for item in walker.sequence(fields.get("sources")):
        if item.kind == "scalar" and item.value.strip() and item.value.strip() not in sources:
            walker.fault(item, f"unknown source {cited(item.value)}{did_you_mean(item.value, sources)}")
    text, caution = walker.text(fields.get("text")), walker.text(fields.get("caution"))
    return Fact(text, walker.texts(fields.get("sources")), caution)


def _spec(walker: Walker, node: Node) -> Spec:
    wanted = ("source", "target", "expect")
    fields = walker.mapping(node, wanted, wanted)
    kinds = _each(walker, fields.get("expect"), lambda item: cast(Kind, walker.choice(item, get_args(Kind))))
    return Spec(walker.text(fields.get("source")), walker.text(fields.get("target")), kinds, node.line)


def _link(walker: Walker, node: Node) -> dict[str, str]:
    fields = walker.mapping(node, ("url", "text"), ("url",))
    link = {"url": _address(walker, fields.get("url")), "text": walker.text(fields.get("text"))}
    return {key: value for key, value in link.items() if value}


def _tables(
    walker: Walker, node: Node | None, keys: tuple[str, ...], *required: str
) -> tuple[dict[str, str], ...]:
    """A list of small tables of texts."""
    rows = _each(walker, node, lambda item: walker.mapping(item, keys, required))
    return tuple({key: walker.text(row[key]) for key in keys if key in row} for row in rows)


def _extra(walker: Walker, node: Node | None) -> tuple[dict[str, str], ...]:
    return _tables(walker, node, ("level", "xml"), "level", "xml") if node else ()


def _address(walker: Walker, node: Node | None) -> str:
    text = walker.text(node)
    if text and node is not None and not is_web_address(text):
        walker.fault(node, f"{cited(text)} is not an address", "it begins with http:// or https://")
    return text


def _id(walker: Walker, node: Node | None) -> str:
    text = walker.text(node)
    if text and node is not None and not _ID.fullmatch(text):
        walker.fault(node, f"{cited(text)} is not an id", "an id begins with a letter and has no blanks")
    return text


def _check_ids(walker: Walker, node: Node | None) -> None:
    """Note ids that stand twice, and related ones that stand nowhere."""
    entries = [{key.value: value for key, value in item.pairs} for item in _mappings(node)]
    first: dict[str, Node] = {}
    for entry in entries:
        own = entry.get("id")
        if own is None or own.kind != "scalar" or not own.value.strip():
            continue
        known = first.setdefault(own.value.strip(), own)
        if known is not own:
            lines = f"in lines {known.line} and {own.line}"
            walker.fault(own, f"the id {cited(own.value)} stands twice, {lines}")
    for entry in entries:
        _check_related(walker, entry, first)


def _check_related(walker: Walker, entry: Mapping[str, Node], known: Mapping[str, Node]) -> None:
    own, related = entry.get("id"), entry.get("related")
    for item in related.items if related and related.kind == "sequence" else ():
        wanted = item.value.strip()
        if item.kind != "scalar" or not wanted:
            continue
        if wanted not in known:
            walker.fault(item, f"no concept has the id {cited(wanted)}{did_you_mean(wanted, known)}")
        elif own and wanted == own.value.strip():
            walker.fault(item, f"{cited(wanted)} is related to itself")


def _mappings(node: Node | None) -> Iterable[Node]:
    items = node.items if node and node.kind == "sequence" else ()
    return (item for item in items if item.kind == "mapping")
