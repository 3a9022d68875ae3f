"""What the elements and attributes of XLIFF 2.x's modules must keep to beyond their grammar."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.text.bitexts.xliff.grammar import Report
from reader.text.bitexts.xliff.tables2 import CORE, MODULE_ATTRIBUTES, MODULES, OPEN_TO_OTHERS, TABLE
from reader.text.bitexts.xliff.values import KINDS
from reader.text.quoting import cited
from reader.text.xml_reader import Characters, Element

_SUB_FS = re.compile(r"(?:[^\\,]|\\.)+,(?:[^\\,]|\\.)*(?:\\[^\\,](?:[^\\,]|\\.)*,(?:[^\\,]|\\.)*)*")
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_RULES = ("isPresent", "isNotPresent", "startsWith", "endsWith")
_CODES = frozenset(("pc", "sc", "ec", "ph"))


class Setting(NamedTuple):
    """What the file around an element says."""

    version: str
    source_language: str
    general: bool  # whether sizes are counted as XLIFF itself lays down
    storage: bool  # the same of sizes in storage
    sizes: frozenset[str]  # ids in the data of the size restriction module


def short_name(element: Element) -> str:
    """The name of an element in the tables, "" for those of foreign vocabularies."""
    if element.namespace in CORE:
        return element.name
    prefix = MODULES.get(element.namespace)
    if prefix is None:
        return ""
    return "its:any" if prefix in ("its", "itsm", "pgs", "fs") else f"{prefix}:{element.name}"


def check_module(element: Element, setting: Setting, report: Report) -> None:
    """An element and all in it."""
    name = short_name(element)
    if rule := _BY_NAME.get(name):
        rule(element, setting, report)
    if holders := _UNIQUE.get(name):
        check_unique((child for child in _below(element) if short_name(child) in holders), report)
    check_attributes(element, name, setting, report)
    if name and name not in ("res:source", "res:target", "ctr:item", "slr:data"):
        for child in element.elements():
            check_module(child, setting, report)


def check_unique(elements: Iterable[Element], report: Report) -> None:
    """No id stands twice."""
    taken: dict[str, int] = {}
    for element in elements:
        id = element.attributes.get("id", element.attributes.get("xml:id"))
        if id is not None and id in taken:
            report.add(
                element, f"the id {cited(id)} stands twice, first in line {taken[id]}", "ids must differ"
            )
        elif id is not None:
            taken[id] = element.line


def _below(element: Element) -> Iterator[Element]:
    yield element
    for child in element.elements():
        yield from _below(child)


def check_attributes(element: Element, name: str, setting: Setting, report: Report) -> None:
    """The attributes that have a namespace."""
    for key in element.prefixed:
        namespace, _, local = key[1:].rpartition("}")
        prefix, shown = MODULES.get(namespace), element.prefixed[key]
        if namespace == _XSI or prefix in ("its", "itsm"):
            continue
        if prefix is None:
            if name in TABLE and ":" not in name and name not in OPEN_TO_OTHERS:
                said = f"<{element.tag}> cannot have the attribute {cited(shown)} of a foreign vocabulary"
                report.add(element, said, "remove it")
            continue
        names, hosts = MODULE_ATTRIBUTES.get(prefix, (frozenset[str](), frozenset[str]()))
        if local not in names or name not in hosts:
            report.add(element, f"<{element.tag}> cannot have {cited(shown)}", "remove it")
        else:
            _check_module_attribute(element, (prefix, local), element.attributes[key], setting, report)


def _check_module_attribute(
    element: Element, of: tuple[str, str], value: str, setting: Setting, report: Report
) -> None:
    """One attribute of a module on an element of the core."""
    prefix, local = of
    if element.name == "ec" and element.attributes.get("isolated") != "yes" and setting.version != "2.0":
        report.add(
            element, f"<{element.tag}> has {prefix}:{local} and is not isolated", f"remove {prefix}:{local}"
        )
    kind = ""
    if of == ("fs", "fs"):
        kind = "html"
    elif local == "sizeRestriction":
        kind = "restriction" if setting.general else ""
    elif local == "storageRestriction":
        kind = "restriction" if setting.storage else ""
    elif local in ("sizeInfo", "equivStorage"):
        kind = "number" if (setting.general if local == "sizeInfo" else setting.storage) else ""
    if kind and not KINDS[kind][0](value):
        report.add(
            element, f"{prefix}:{local} of <{element.tag}> is {cited(value)}: it must be {KINDS[kind][1]}"
        )
    others = {key[1:].rpartition("}")[2] for key in element.prefixed}
    if local == "subFs" and "fs" not in others:
        report.add(element, f"<{element.tag}> has fs:subFs and no fs:fs", "write fs:fs as well")
    elif local == "subFs" and not _SUB_FS.fullmatch(value):
        report.add(
            element, f"fs:subFs of <{element.tag}> is {cited(value)}: it must be name,value\\name,value"
        )
    if local == "sizeInfoRef" and "sizeInfo" in others:
        report.add(element, f"<{element.tag}> has both sizeInfo and sizeInfoRef", "remove one of them")
    if local == "sizeInfoRef" and value not in setting.sizes:
        report.add(
            element, f"sizeInfoRef of <{element.tag}> is {cited(value)}, but no <slr:data> beside has that id"
        )
    if local == "equivStorage" and element.name not in _CODES:
        report.add(element, f"<{element.tag}> cannot have slr:equivStorage, which is for codes", "remove it")


def _match(element: Element, _: Setting, report: Report) -> None:
    if "xml:lang" in element.attributes:
        report.add(element, f"<{element.tag}> cannot have xml:lang", "its source and target can")
    sub = element.attributes.get("subType")
    if sub is not None and "type" not in element.attributes:
        report.add(element, f"<{element.tag}> has a subType and no type", "write the type as well")


def _entry(element: Element, _: Setting, report: Report) -> None:
    if not element.find("translation") and not element.find("definition"):
        report.add(element, f"<{element.tag}> has neither a translation nor a definition", "write one")


def _resources(element: Element, _: Setting, report: Report) -> None:
    if not any(element.elements()):
        said = f"<{element.tag}> has neither a <resourceItem> nor a <resourceItemRef>"
        report.add(element, said, "write one, or remove it")


def _item(element: Element, _: Setting, report: Report) -> None:
    """An item holds something; of what stands elsewhere it says what that is."""
    sides = [side for side in element.elements() if side.name in ("source", "target")]
    if not sides and not element.find("reference"):
        said = f"<{element.tag}> has neither a <source> nor a <target> nor a <reference>"
        report.add(element, said, "write one, or remove it")
    elif sides and "mimeType" not in element.attributes and not any(map(_is_filled, sides)):
        said = f"<{element.tag}> has no mimeType, which it must have where its source and target are empty"
        report.add(element, said, 'write mimeType="…"')


def _is_filled(element: Element) -> bool:
    return any(
        isinstance(child, Element) or (isinstance(child, Characters) and not child.text.isspace())
        for child in element.children
    )


def _resource(element: Element, setting: Setting, report: Report) -> None:
    """The source or target of a resource stands here, or where `href` says; never both."""
    filled = _is_filled(element)
    if filled == ("href" in element.attributes):
        has, other = ("content and", "remove one of them") if filled else ("neither content nor", "write one")
        report.add(element, f"<{element.tag}> has {has} href", other)
    language = element.attributes.get("xml:lang", "")
    if element.name == "source" and language and language.lower() != setting.source_language.lower():
        said = (
            f"xml:lang of <{element.tag}> is {cited(language)}, and srcLang {cited(setting.source_language)}"
        )
        report.add(element, said, "correct it")


def _rule(element: Element, _: Setting, report: Report) -> None:
    """A rule says one thing: by one of four attributes, or one of a foreign vocabulary."""
    said = [name for name in _RULES if name in element.attributes] + list(element.prefixed)
    if len(said) != 1:
        how = "more than one" if said else "none"
        report.add(element, f"<{element.tag}> has {how} of {', '.join(_RULES)}", "each rule has one")
    if "occurs" in element.attributes and "isPresent" not in element.attributes:
        report.add(element, f"<{element.tag}> has occurs without isPresent", "remove it")
    if "existsInSource" in element.attributes and not {"isPresent", "startsWith", "endsWith"} & set(said):
        report.add(
            element, f"<{element.tag}> has existsInSource, which goes with isPresent alone", "remove it"
        )


_UNIQUE: Mapping[str, frozenset[str]] = {
    "notes": frozenset(("note",)),
    "originalData": frozenset(("data",)),
    "mtc:matches": frozenset(("mtc:match",)),
    "gls:glossary": frozenset(("gls:glossEntry", "gls:translation")),
    "mda:metadata": frozenset(("mda:metadata", "mda:metaGroup")),
    "res:resourceData": frozenset(("res:resourceItem", "res:resourceItemRef")),
}
_BY_NAME: Mapping[str, Callable[[Element, Setting, Report], None]] = {
    "mtc:match": _match,
    "gls:glossEntry": _entry,
    "res:resourceData": _resources,
    "res:resourceItem": _item,
    "res:source": _resource,
    "res:target": _resource,
    "val:rule": _rule,
}
