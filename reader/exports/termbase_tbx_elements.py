"""The elements of a TBX entry, one for each value, in both styles."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from reader.terms.concepts import Definition
from reader.terms.exchange.tbx_vocabulary import CATEGORIES

Style = Literal["dca", "dct"]
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SUSPECT = re.compile("[^\t\n\x20-\x25\x27-\x3b\x3d\x3f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    """The text within an element or an attribute; what XML 1.0 forbids is removed."""
    if _SUSPECT.search(text):
        text = _FORBIDDEN.sub("", text)
        for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")):
            text = text.replace(char, entity)
    return text


def attribute(text: str) -> str:
    """The text as the value of an attribute, with its quotation marks."""
    plain = escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{plain}"'


def element(style: Style, category: str, text: str, target: str = "") -> str:
    """The element of a data category: an element with a type in DCA, one with a name of its own in DCT."""
    head, module = CATEGORIES[category]
    start = f'{head} type="{category}"' if style == "dca" else f"{module}:{category}"
    name = head if style == "dca" else start
    aim = f" target={attribute(target)}" if target else ""
    return f"<{start}{aim}>{escaped(text)}</{name}>" if text else f"<{start}{aim}/>"


def note(text: str) -> str:
    """A note."""
    return f"<note>{escaped(text)}</note>"


def group(name: str, parts: Iterable[str]) -> str:
    """A group of elements, on one line."""
    return f"<{name}>{''.join(parts)}</{name}>"


def definition(style: Style, value: Definition) -> str:
    """A definition, in a group with its source where it has one."""
    return _described(style, "definition", value.text, value.source)


def context(style: Style, value: Mapping[str, str]) -> str:
    """A context, in a group with its source where it has one."""
    return _described(style, "context", value["text"], value.get("source", ""))


def transaction(style: Style, value: Mapping[str, str]) -> str:
    """Who did what, and when."""
    parts = [element(style, "transactionType", value["action"])]
    if "date" in value:
        parts.append(f"<date>{escaped(value['date'])}</date>")
    if "by" in value:
        parts.append(element(style, "responsibility", value["by"]))
    return group("transacGrp", parts)


def _described(style: Style, category: str, text: str, source: str) -> str:
    head = element(style, category, text)
    return group("descripGrp", (head, element(style, "source", source))) if source else head
