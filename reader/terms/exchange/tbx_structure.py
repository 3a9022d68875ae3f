"""What the structure of TBX version 3 allows where: only that is written back in place."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from reader.errors import FaultyError
from reader.terms.exchange.tbx_vocabulary import CORE, MODULES, TBX
from reader.text.addresses import is_uri
from reader.text.tags import is_xml_tag
from reader.text.xml_reader import Characters, Comment, Element, read_xml

_NAME = re.compile(r"[^\W\d][\w.\-]*")
_ELSEWHERE = re.compile(r"(?!https?:)([a-z]+:)?[\w.\-~/]+")
_INLINE = frozenset(("ec", "foreign", "hi", "ph", "sc"))
_TYPED = frozenset(("id", "xml:lang", "target", "datatype", "type"))
_MARKED = frozenset(("id", "xml:lang"))
_OWN = frozenset(("id",))
_HIGHLIGHTS = frozenset(("entailedTerm", "hotkey", "italics", "bold", "superscript", "subscript", "math"))
AUXILIARY = frozenset(("admin", "adminGrp", "descrip", "descripGrp", "note", "ref", "transacGrp", "xref"))
_LINKS = AUXILIARY - {"descrip", "descripGrp"}


class _Rule(NamedTuple):
    """What may stand in an element of the structure."""

    attributes: frozenset[str]
    children: frozenset[str] = frozenset()
    text: bool = True
    first: frozenset[str] = frozenset()  # what its first child has to be
    required: tuple[str, ...] = ()  # attributes


def _group(head: str, *others: str) -> _Rule:
    children = frozenset(others)
    return _Rule(_OWN, children, False, frozenset((head,)))


_RULES: Mapping[str, _Rule] = {
    **dict.fromkeys(("admin", "descrip", "termNote"), _Rule(_TYPED, _INLINE, required=("type",))),
    **dict.fromkeys(("adminNote", "descripNote", "ref"), _Rule(_TYPED, required=("type",))),
    **dict.fromkeys(("transac", "transacNote"), _Rule(_TYPED, required=("type",))),
    "xref": _Rule(frozenset(("id", "target", "type")), required=("target", "type")),
    "note": _Rule(_MARKED, _INLINE),
    "foreign": _Rule(_MARKED, _INLINE),
    "hi": _Rule(frozenset(("target", "type"))),
    "ph": _Rule(frozenset(("type",)), text=False),
    "term": _Rule(_OWN, frozenset(("hi",))),
    "date": _Rule(_OWN),
    "descripGrp": _group("descrip", "admin", "adminGrp", "descripNote", "note", "ref", "transacGrp", "xref"),
    "adminGrp": _group("admin", "adminNote", "note", "ref", "xref"),
    "transacGrp": _group("transac", "date", "note", "ref", "transacNote", "xref"),
    "termNoteGrp": _group("termNote", *_LINKS),
    "p": _Rule(_MARKED | {"type"}, _INLINE),
    "encodingDesc": _Rule(_OWN, frozenset(("p",)), False, frozenset(("p",))),
    "publicationStmt": _Rule(_OWN, frozenset(("p",)), False, frozenset(("p",))),
    "sourceDesc": _Rule(_MARKED, frozenset(("p",)), False, frozenset(("p",))),
    "revisionDesc": _Rule(_MARKED, frozenset(("change",)), False, frozenset(("change",))),
    "change": _Rule(_MARKED, frozenset(("p",)), False, frozenset(("p",))),
    "title": _Rule(_MARKED),
    "back": _Rule(_OWN, frozenset(("refObjectSec",)), False),
    "refObjectSec": _Rule(
        _OWN | {"type"}, frozenset(("refObject",)), False, frozenset(("refObject",)), ("type",)
    ),
    "refObject": _Rule(
        _OWN, frozenset(("itemSet", "itemGrp", "item")), False, frozenset(("itemSet", "itemGrp", "item"))
    ),
    "itemSet": _Rule(
        _OWN | {"type"}, frozenset(("itemGrp", "item")), False, frozenset(("itemGrp", "item"))
    ),
    "itemGrp": _group("item", *_LINKS),
    "item": _Rule(_OWN | {"type"}, _INLINE),
}  # fmt: skip
_AT_CONCEPT = AUXILIARY
_AT_TERM = AUXILIARY | {"termNote", "termNoteGrp"}
LEVELS: Mapping[str, frozenset[str]] = {
    "concept": _AT_CONCEPT,
    "lang": _AT_CONCEPT,
    "term": _AT_TERM,
    "tbxHeader": frozenset(("encodingDesc", "revisionDesc")),
    "fileDesc": frozenset(("publicationStmt",)),
    "titleStmt": frozenset(("note",)),
    "text": frozenset(("back",)),
}


def parsed(xml: str) -> Element | Comment | None:
    """The one element, or comment, that this XML is, in the namespace of TBX; None where it is neither."""
    spaces = f'xmlns="{TBX}" ' + " ".join(f'xmlns:{prefix}="{space}"' for space, prefix in MODULES.items())
    document = f"<x {spaces}>{xml}</x>".encode(errors="replace")
    try:
        events = [event for event in read_xml(document, "", ("x",), "utf-8") if isinstance(event, Element)]
    except FaultyError:
        return None
    nodes = [node for node in events[0].children if not _is_blank(node)]
    if len(nodes) != 1 or xml.strip() != xml or not isinstance(nodes[0], Element | Comment):
        return None
    return nodes[0]


def fits(node: Element | Comment, level: str) -> bool:
    """Whether a node may stand at a level; an element of a namespace that is not TBX's may stand at any."""
    if isinstance(node, Comment):
        return True
    if node.namespace not in CORE:
        return level in ("concept", "lang", "term") and _is_sound_child(node)
    return node.name in LEVELS[level] and is_sound(node)


def is_sound(element: Element) -> bool:
    """Whether an element of the structure holds what it may."""
    rule = _RULES.get(element.name)
    if rule is None or not rule.attributes.issuperset(key for key in element.attributes if key[0] != "{"):
        return False
    if not all(map(element.attributes.__contains__, rule.required)) or not _has_sound_values(element):
        return False
    children = list(element.elements())
    if rule.first and (not children or not _is_one_of(children[0], rule.first)):
        return False
    if not rule.text and any(isinstance(node, Characters) and node.text.strip() for node in element.children):
        return False
    later = children[1:] if rule.first and not rule.children & rule.first else children
    return all(_is_one_of(child, rule.children) for child in later) and all(map(_is_sound_child, children))


def _is_one_of(element: Element, names: frozenset[str]) -> bool:
    return element.name in names if element.namespace in CORE else bool(names - _INLINE)


def _is_sound_child(element: Element) -> bool:
    """Whether an element holds what it may; one of another namespace may hold text, marked up as TBX does."""
    if element.namespace in CORE:
        return is_sound(element)
    return all(
        child.namespace in CORE and child.name in _INLINE and is_sound(child) for child in element.elements()
    )


def _has_sound_values(element: Element) -> bool:
    attributes = element.attributes
    if not all(is_name(attributes[key]) for key in ("id",) if key in attributes):
        return False
    if "target" in attributes and not (
        _is_target(attributes["target"]) if element.name == "xref" else is_name(attributes["target"])
    ):
        return False
    if element.name == "hi" and attributes.get("type", "bold") not in _HIGHLIGHTS:
        return False
    if element.name == "date" and not is_date(element.text().strip()):
        return False
    return is_xml_tag(attributes.get("xml:lang", "en"))


def is_name(text: str) -> bool:
    """Whether the text can be an id in XML (NCName), as far as that is simple."""
    return _NAME.fullmatch(text) is not None and (text.isascii() or all(map(_is_name_letter, text)))


def _is_name_letter(char: str) -> bool:
    """Whether every edition of XML takes the character within a name."""
    return (
        char.isascii() or "\u4e00" <= char <= "\u9fa5" or ("\u00c0" <= char <= "\u017e" and char not in "×÷")
    )


def _is_target(text: str) -> bool:
    return is_uri(text) or _ELSEWHERE.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether the text is a date, or a date with a time, after XML Schema."""
    if not text.isascii():
        return False
    try:
        if len(text) == 10:
            return str(date.fromisoformat(text)) == text
        return bool(_TIME.fullmatch(text)) and datetime.fromisoformat(text.replace("Z", "+00:00")) is not None
    except ValueError:
        return False


_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-3]):[0-5]\d)?")


def _is_blank(node: object) -> bool:
    return isinstance(node, Characters) and not node.text.strip()


def nodes(element: Element) -> list[Element | Comment | Characters]:
    """What stands in an element: elements, comments, and text that is not only blanks."""
    return [
        node
        for node in element.children
        if isinstance(node, Element)
        or (isinstance(node, Characters) and not node.text.isspace())
        or isinstance(node, Comment)
    ]
