"""Values of a concept's and a term's fields out of plain data; what is none raises one of NO_VALUE."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast, get_args

from reader.terms.concepts import (
    Definition,
    Fact,
    Kind,
    Rules,
    Severity,
    Source,
    Spec,
    Status,
    Tier,
)
from reader.terms.folding import fold
from reader.text.addresses import is_web_address
from reader.text.clean import clean
from reader.text.tags import is_tag

Reading: TypeAlias = Callable[[Any, frozenset[str]], Any]
NO_VALUE = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What data of another shape than a field's raises where it is read as that."""

_ID = re.compile(r"[^\W\d_]\S*")


def text(value: Any) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not clean(value).strip():
        raise ValueError(value)
    return clean(value).strip()


def language(value: Any) -> str:
    """A language tag."""
    if not is_tag(text(value)):
        raise ValueError(value)
    return text(value)


def source(value: Any) -> Source:
    """Where facts were found."""
    row = _row(value, ("title", "url", "kind"), "title")
    return Source(row["title"], _address(row["url"]) if "url" in row else "", row.get("kind", ""))


def _findable(value: Any) -> str:
    if not fold(text(value)).text.strip():
        raise ValueError(value)
    return text(value)


def _address(value: str) -> str:
    if not is_web_address(value):
        raise ValueError(value)
    return value


def _maybe(value: Any, _: frozenset[str]) -> str:
    return text(value) if value != "" else ""


def _one_of(words: tuple[str, ...]) -> Reading:
    def read(value: Any, _: frozenset[str]) -> str:
        if value not in words:
            raise ValueError(value)
        return str(value)

    return read


def _each(read: Callable[[Any], Any]) -> Reading:
    return lambda value, _: tuple(map(read, _list(value)))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise ValueError(value)
    return list(value)


def _row(value: Any, keys: tuple[str, ...], *required: str) -> dict[str, str]:
    if not isinstance(value, Mapping) or not set(value) <= set(keys) or not set(required) <= set(value):
        raise ValueError(value)
    return {key: text(value[key]) for key in keys if key in value}


def _id(value: Any, _: frozenset[str]) -> str:
    if not _ID.fullmatch(text(value)):
        raise ValueError(value)
    return text(value)


def _definition(value: Any) -> Definition:
    row = _row(value, ("lang", "text", "source"), "lang", "text")
    return Definition(language(row["lang"]), row["text"], row.get("source", ""))


def _link(value: Any) -> dict[str, str]:
    row = _row(value, ("url", "text"), "url")
    _address(row["url"])
    return row


def _facts(value: Any, sources: frozenset[str]) -> tuple[Fact, ...]:
    return tuple(_fact(item, sources) for item in _list(value))


def _fact(value: Any, sources: frozenset[str]) -> Fact:
    plain = {key: item for key, item in value.items() if key != "sources"}
    row = _row(plain, ("text", "caution"), "text")
    keys = tuple(map(text, _list(value.get("sources", []))))
    if not set(keys) <= sources:
        raise ValueError(value)
    return Fact(row["text"], keys, row.get("caution", ""))


def _spec(value: Any) -> Spec:
    kinds = tuple(_list(value["expect"]))
    if not set(kinds) <= set(get_args(Kind)) or len(value) != 3:
        raise ValueError(value)
    return Spec(text(value["source"]), text(value["target"]), kinds)


def _rules(value: Any, _: frozenset[str]) -> Rules:
    if not isinstance(value, Mapping) or not set(value) <= set(Rules._fields):
        raise ValueError(value)
    inflect, boundary = (("no", "yes").index(value.get(key, "yes")) == 1 for key in ("inflect", "boundary"))
    variants, except_in = (
        tuple(map(_findable, _list(value.get(key, [])))) for key in ("variants", "except_in")
    )
    case = _one_of(("fold", "exact"))(value.get("case", "fold"), frozenset())
    return Rules(cast(Any, case), inflect, boundary, variants, except_in)


def _extra(value: Any) -> dict[str, str]:
    return _row(value, ("level", "xml"), "level", "xml")


EXTRA: Reading = _each(_extra)
CONCEPT_VALUES: Mapping[str, Reading] = {
    "id": _id,
    "tier": _one_of(get_args(Tier)),
    "definitions": _each(_definition),
    "facts": _facts,
    "specs": _each(_spec),
    "notes": _each(text),
    "related": _each(text),
    "links": _each(_link),
    "images": _each(_link),
    "history": _each(lambda value: _row(value, ("action", "date", "by"), "action")),
    "extra": EXTRA,
    **dict.fromkeys(("subject_field", "customer", "project"), _maybe),
}
TERM_VALUES: Mapping[str, Reading] = {
    "lang": lambda value, _: language(value),
    "text": lambda value, _: _findable(value),
    "status": _one_of(get_args(Status)),
    "severity": _one_of(get_args(Severity)),
    "match": _rules,
    "contexts": _each(lambda value: _row(value, ("text", "source"), "text")),
    "extra": EXTRA,
    **dict.fromkeys(("pinyin", "pos", "type", "gender", "geo", "why", "note"), _maybe),
}
