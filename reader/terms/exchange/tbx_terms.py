"""One term of a TBX entry, of version 3 or 2, with what is said of it."""

from collections.abc import Iterator
from typing import Any

from reader.terms.concepts import Term
from reader.terms.exchange.tbx_fields import Found, at_term, is_text, words
from reader.terms.exchange.tbx_levels import RANKED, Level
from reader.terms.exchange.tbx_structure import nodes
from reader.terms.exchange.tbx_vocabulary import CATEGORIES, CORE, MODULES, STATUSES, TERM_FIELDS
from reader.terms.folding import fold
from reader.text.xml_reader import Characters, Comment, Element

_RANKS = RANKED["term"]
_STATUSES = {word: status for status, word in STATUSES.items()}


def read_term(element: Element, lang: str, ordered: bool) -> Term | None:
    """The term of a termSec, tig or ntig; None where it has no text that a search could be made for."""
    quick = _plain_term(element, lang)
    if quick is not None:
        return quick
    level = Level("term", _RANKS)
    inner = nodes(element)
    if element.name == "ntig":
        inner = list(_flat(inner))
    head = next((node for node in inner if isinstance(node, Element) and node.name == "term"), None)
    text = words(head) if head is not None else ""
    if head is None or not text or not (text[0].isalnum() or fold(text).text.strip()):
        return None
    if "id" in element.attributes:
        level.extra.append({"level": "id", "xml": element.attributes["id"]})
    for node in inner:
        if node is head:
            level.take(node, Found("text", text, not head.attributes and is_text(head)))
        else:
            level.take(node, at_term(node) if isinstance(node, Element) else None)
    if ordered:
        level.hint()
    if "contexts" in level.values:
        level.values["contexts"] = tuple(level.values["contexts"])
    term = Term(lang, extra=tuple(level.extra), line=element.line, **level.values)
    return level.json.to_term(term) if level.json.fields else term


def _flat(inner: list[Element | Comment | Characters]) -> Iterator[Element | Comment | Characters]:
    """What stands beside a term that version 2 has put into a group."""
    for node in inner:
        if isinstance(node, Element) and node.name == "termGrp":
            yield from nodes(node)
        else:
            yield node


def _plain_term(element: Element, lang: str) -> Term | None:
    """The term where all of it is said plainly and in the usual order, as of nearly every one."""
    values: dict[str, Any] = {}
    last = -1
    for node in element.children:
        if isinstance(node, Characters) and node.text.isspace():
            continue
        slot = _plain_slot(node) if isinstance(node, Element) else ""
        rank = _RANKS[slot] if slot else -1
        if rank <= last or not isinstance(node, Element):
            return None
        last = rank
        text = node.text().strip()
        values[slot] = _STATUSES.get(text) if slot == "status" else text
        if not values[slot]:
            return None
    if element.attributes or "text" not in values or not values["text"][0].isalnum():
        return None
    return Term(lang, line=element.line, **values)


def _plain_slot(node: Element) -> str:
    """The field that an element of text alone is of, where nothing but that is said; else nothing."""
    inner = node.children
    if len(inner) != 1 or not isinstance(inner[0], Characters):
        return ""
    attributes = node.attributes
    if node.name == "termNote":
        kind = attributes.get("type", "") if len(attributes) == 1 and node.namespace in CORE else ""
        slot = TERM_FIELDS.get(kind, "")
    elif node.name == "term":
        return "text" if not attributes and node.namespace in CORE else ""
    else:
        home = CATEGORIES.get(node.name, ("", ""))[1]
        own = not attributes and home == MODULES.get(node.namespace)
        slot = TERM_FIELDS.get(node.name, "") if own else ""
    return "" if slot == "contexts" else slot
