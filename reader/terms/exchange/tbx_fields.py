"""What one element of a TBX entry says: which field of a concept or a term, and whether plainly."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from reader.terms.concepts import Definition
from reader.terms.exchange.tbx_structure import nodes
from reader.terms.exchange.tbx_vocabulary import (
    CATEGORIES,
    CONCEPT_FIELDS,
    CORE,
    MODULES,
    STATUS_CATEGORIES,
    STATUSES,
    TBX,
    TERM_FIELDS,
    status_of,
)
from reader.text.addresses import is_web_address
from reader.text.tags import is_tag
from reader.text.xml_reader import Characters, Element, to_xml

Value: TypeAlias = str | Definition | dict[str, str]
Known: TypeAlias = Mapping[str, tuple[str, str]]
"""Of each id in a file, the concept's own id and what it is called."""

_NOTHING = ("", "")
_AIMED = frozenset(("ref", "xref"))
_TARGET = frozenset(("target",))
_NONE: frozenset[str] = frozenset()
_GROUPS = frozenset(("descripGrp", "adminGrp", "termNoteGrp"))
_TRANSACTIONS = frozenset(("transactionType", "terminologyManagementTransactions"))


class Found(NamedTuple):
    """A field and its value; it is plain where writing the value gives the element again."""

    slot: str
    value: Value
    plain: bool


def verbatim(element: Element) -> str:
    """The element as it came; TBX's own namespace goes without saying."""
    return to_xml(element).replace(f' xmlns="{TBX}"', "", 1)


def category(element: Element) -> tuple[str, bool]:
    """The data category of an element, and whether it is written as one: nothing but its category is said."""
    attributes = element.attributes
    if element.namespace in CORE:
        name = attributes.get("type", "")
        head = CATEGORIES.get(name, _NOTHING)[0]
        own = len(attributes) == (2 if head in _AIMED else 1)
        return name, own and head == element.name and (head not in _AIMED or "target" in attributes)
    module = MODULES.get(element.namespace)
    if module is None:
        return "", False
    head, home = CATEGORIES.get(element.name, _NOTHING)
    return element.name, module == home and attributes.keys() == (_TARGET if head in _AIMED else _NONE)


def words(element: Element) -> str:
    """The text of an element without blanks at its ends."""
    return element.text().strip()


def is_text(element: Element) -> bool:
    """Whether an element holds text alone."""
    children = element.children
    if len(children) == 1:
        return isinstance(children[0], Characters)
    return not children or all(isinstance(child, Characters) for child in children)


def at_concept(element: Element, lang: str, known: Known | None) -> Found | None:
    """What an element beside the languages of an entry says; None for what the YAML has no place for.

    `lang` is the language of the file. Where `known` is None, references are taken as they are.
    """
    name = element.name
    if name == "note" and element.namespace in CORE:
        return Found("notes", words(element), not element.attributes and is_text(element))
    if name in _GROUPS and element.namespace in CORE:
        return _definition(element, lang) or _headed(element, lambda head: at_concept(head, lang, known))
    if name == "transacGrp":
        return _transaction(element)
    kind, plain = category(element)
    slot = CONCEPT_FIELDS.get(kind)
    if slot == "definitions":
        return _definition(element, lang)
    if slot is None or slot == "history":
        return None
    plain = plain and is_text(element)
    if slot == "related":
        return _reference(element, plain, known)
    if slot in ("links", "images"):
        return _link(element, slot, plain)
    return Found(slot, words(element), plain)


def at_language(element: Element, lang: str) -> Found | None:
    """What an element beside the terms of a language says: a definition, else nothing that has a place."""
    found = _definition(element, lang)
    same = found and isinstance(found.value, Definition) and found.value.lang == lang
    return found if same else None


def at_term(element: Element) -> Found | None:
    """What an element beside a term says; None for what the YAML has no place for."""
    if element.name == "note" and element.namespace in CORE:
        return Found("note", words(element), not element.attributes and is_text(element))
    if element.name in _GROUPS and element.namespace in CORE:
        return _context(element) or _headed(element, at_term)
    kind, plain = category(element)
    slot = TERM_FIELDS.get(kind)
    if slot == "status" or (slot is None and kind.lower().replace(" ", "") in STATUS_CATEGORIES):
        status = status_of(words(element))
        same = kind == "administrativeStatus" and words(element) == STATUSES.get(status)
        return Found("status", status, plain and same and is_text(element)) if status else None
    if slot == "contexts":
        return _context(element)
    return Found(slot, words(element), plain and is_text(element)) if slot else None


def _headed(group: Element, read: Callable[[Element], Found | None]) -> Found | None:
    """What the first element of a group says; never plainly, for the group says more."""
    head = next(group.elements(), None)
    found = read(head) if head is not None and head.name not in _GROUPS else None
    return found and found._replace(plain=False)


def _reference(element: Element, plain: bool, known: Known | None) -> Found | None:
    target = element.attributes.get("target", "")
    if known is None:
        return Found("related", target, True) if target else None
    if target not in known:
        return None
    concept, label = known[target]
    return Found("related", concept, plain and words(element) == label)


def _link(element: Element, slot: str, plain: bool) -> Found | None:
    url, text = element.attributes.get("target", ""), words(element)
    if not is_web_address(url):
        return None
    return Found(slot, {"url": url, "text": text} if text else {"url": url}, plain)


def _definition(element: Element, lang: str) -> Found | None:
    """A definition, alone or in a group with its source."""
    head, source, plain = _described(element, "definition")
    if head is None or not words(head):
        return None
    tag = head.attributes.get("xml:lang", lang)
    if not is_tag(tag):
        return None
    return Found("definitions", Definition(tag, words(head), source), plain)


def _context(element: Element) -> Found | None:
    head, source, plain = _described(element, "context")
    if head is None or not words(head):
        return None
    value = {"text": words(head), "source": source} if source else {"text": words(head)}
    return Found("contexts", value, plain)


def _described(element: Element, wanted: str) -> tuple[Element | None, str, bool]:
    """The element of that category, alone or first in a group, its source, and whether that is all."""
    if element.name != "descripGrp" or element.namespace not in CORE:
        kind, plain = category(element)
        return (element if kind == wanted else None), "", plain and is_text(element)
    inner = list(nodes(element))
    if not inner or not isinstance(inner[0], Element) or category(inner[0])[0] != wanted:
        return None, "", False
    head = inner[0]
    source = ""
    plain = not element.attributes and len(inner) == 2 and category(head)[1] and is_text(head)
    for node in inner[1:]:
        kind, exact = category(node) if isinstance(node, Element) else ("", False)
        if kind == "source" and isinstance(node, Element) and not source:
            source = words(node)
            plain = plain and exact and is_text(node)
    return head, source, plain and bool(source)


def _transaction(element: Element) -> Found | None:
    """Who did what to an entry, and when."""
    inner = list(nodes(element))
    if not inner or not isinstance(inner[0], Element) or element.namespace not in CORE:
        return None
    kind, exact = category(inner[0])
    if kind not in _TRANSACTIONS or not words(inner[0]):
        return None
    row = {"action": words(inner[0])}
    order = [_told(node, row) for node in inner[1:]]
    usual = [key for key in ("action", "date", "by") if key in row]
    plain = not element.attributes and exact and is_text(inner[0]) and order == usual[1:]
    return Found("history", {key: row[key] for key in usual}, plain)


def _told(node: object, row: dict[str, str]) -> str:
    """Put what a part of a transaction says into the row; its key where it says that plainly."""
    if not isinstance(node, Element):
        return ""
    kind, exact = category(node)
    key = (
        "date" if node.name == "date" and node.namespace in CORE else "by" if kind == "responsibility" else ""
    )
    if not key or key in row or not words(node):
        return ""
    row[key] = words(node)
    exact = exact if key == "by" else not node.attributes
    return key if exact and is_text(node) else ""
