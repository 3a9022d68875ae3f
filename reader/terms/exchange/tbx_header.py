"""The head of a TBX file: its title and source, and all else that it says of itself."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from reader.terms.concepts import Source
from reader.terms.exchange.tbx_fields import is_text, verbatim, words
from reader.terms.exchange.tbx_json import additions, untold
from reader.terms.exchange.tbx_json_values import EXTRA, NO_VALUE, language, source, text
from reader.terms.exchange.tbx_structure import nodes
from reader.terms.exchange.tbx_vocabulary import PREFIX
from reader.text.xml_reader import Element


class Head(NamedTuple):
    """What a file says before its entries."""

    title: str = ""
    source: str = ""
    languages: tuple[str, ...] | None = None  # None: those of its terms
    sources: Mapping[str, Source] = MappingProxyType({})
    extra: tuple[dict[str, str], ...] = ()
    added: Any = None  # what a note of reader's own says of all that is kept as extra

    def all_extra(self, found: tuple[dict[str, str], ...]) -> tuple[dict[str, str], ...]:
        """What is kept as extra where so much of it was found in the file."""
        try:
            kept: tuple[dict[str, str], ...] = EXTRA(untold(found, self.added), frozenset())
        except NO_VALUE:
            return found
        return kept


def read_head(root: Element, header: Element | None, prolog: tuple[str, ...]) -> Head:
    """The head of a file whose root is that; `prolog` is what stands before the root."""
    extra = [{"level": "prolog", "xml": xml} for xml in prolog]
    extra += _of_root(root)
    if header is None:
        return Head(extra=tuple(extra))
    taken = _Header()
    taken.read(header)
    head = Head(taken.title, taken.source, extra=(*extra, *taken.extra))
    return head if not taken.added else _with_additions(head, taken.added)


def _of_root(root: Element) -> Iterator[dict[str, str]]:
    kind = root.attributes.get("type", "")
    if kind not in ("", "TBX-Basic"):
        yield {"level": "type", "xml": kind}
    usual = {"", "min", "basic"} if root.attributes.get("style") == "dct" else {""}
    for prefix, namespace in root.declared.items():
        if prefix not in usual and namespace:
            yield {"level": f"xmlns {prefix}", "xml": namespace}


class _Header:
    """What has been found in a header."""

    def __init__(self) -> None:
        self.title = self.source = ""
        self.extra: list[dict[str, str]] = []
        self.added: dict[str, Any] = {}

    def read(self, header: Element) -> None:
        """Take in the whole header."""
        for node in nodes(header):
            if isinstance(node, Element) and node.name == "fileDesc":
                for part in nodes(node):
                    self._file_part(part)
            else:
                self._keep("tbxHeader", node)

    def _file_part(self, node: object) -> None:
        if isinstance(node, Element) and node.name == "titleStmt":
            for part in nodes(node):
                self._title_part(part)
        elif isinstance(node, Element) and node.name == "sourceDesc" and not self.source:
            paragraphs = list(node.elements())
            self.source = "\n".join(filter(None, map(words, paragraphs)))
            plain = not node.attributes and len(paragraphs) == 1 and _is_plain(paragraphs[0])
            if self.source and not plain:
                self.extra.append({"level": "source", "xml": verbatim(node)})
        else:
            self._keep("fileDesc", node)

    def _title_part(self, node: object) -> None:
        if isinstance(node, Element) and node.name == "title" and not self.title:
            self.title = words(node)
            if self.title and not _is_plain(node):
                self.extra.append({"level": "title", "xml": verbatim(node)})
            return
        if isinstance(node, Element) and node.name == "note" and words(node).startswith(PREFIX):
            told = additions(words(node))
            if told is not None:
                self.added = dict(told.fields)
                return
        self._keep("titleStmt", node)

    def _keep(self, level: str, node: object) -> None:
        if isinstance(node, Element):
            self.extra.append({"level": level, "xml": verbatim(node)})


def _is_plain(element: Element) -> bool:
    return not element.attributes and is_text(element)


def _with_additions(head: Head, added: dict[str, Any]) -> Head:
    """The head with what a note of reader's own says; what is no value there is left out."""
    changed: dict[str, Any] = {}
    for key, said in added.items():
        try:
            if key in ("title", "source"):
                changed[key] = text(untold(getattr(head, key), said)) if said else ""
            elif key == "languages":
                changed[key] = tuple(map(language, said))
            elif key == "sources":
                changed[key] = {text(name): source(value) for name, value in said.items()}
            elif key == "extra":
                changed["added"] = said
        except NO_VALUE:
            continue
    return head._replace(**changed)
