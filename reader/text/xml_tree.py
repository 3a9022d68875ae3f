"""What is kept of an XML document: elements with their places, and an element written out again."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from reader.text.clean import clean

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTE = _IN_TEXT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_NOTHING: Mapping[str, str] = {}
_TEXT_TABLE, _ATTRIBUTE_TABLE = str.maketrans(_IN_TEXT), str.maketrans(_IN_ATTRIBUTE)


class Characters(NamedTuple):
    """A stretch of text that stands in the file as it is read: no entity, tag or comment parts it."""

    text: str  # cleaned
    line: int  # of its first character, from 1; a line end in the text is one of the file
    column: int  # from 1, in code points


class Comment(NamedTuple):
    """What stands between `<!--` and `-->`."""

    text: str  # cleaned
    line: int
    column: int


class Instruction(NamedTuple):
    """A processing instruction."""

    target: str
    text: str  # cleaned
    line: int
    column: int


class Element:
    """An element: its name, what its start tag says, where that begins, and what stands in it."""

    __slots__ = (
        "attributes",
        "children",
        "column",
        "commented",
        "declared",
        "line",
        "name",
        "namespace",
        "prefixed",
        "tag",
    )

    def __init__(
        self, name: str, namespace: str, tag: str, attributes: dict[str, str], line: int, column: int
    ) -> None:
        self.name = name  # without prefix
        self.namespace = namespace  # its URI, "" for none
        self.tag = tag  # as it stands in the file, with its prefix
        self.attributes = attributes  # values cleaned; `xml:lang`, and `{URI}name` for other foreign ones
        self.line = line  # of the start tag, from 1
        self.column = column  # from 1, in code points
        self.children: list[Node] = []
        self.commented = False  # whether there is a comment in it, at any depth
        self.declared = _NOTHING  # the namespaces that its start tag declares, by prefix
        self.prefixed = _NOTHING  # how attributes are written whose key here is `{URI}name`

    def __repr__(self) -> str:
        return f"<{self.tag} {self.line}:{self.column}>"

    def elements(self) -> Iterator["Element"]:
        """The elements that stand directly in it, in their order."""
        return (child for child in self.children if isinstance(child, Element))

    def find(self, name: str) -> "Element | None":
        """The first element of that name that stands directly in it."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator["Element"]:
        """Every element of that name that stands directly in it."""
        return (child for child in self.children if isinstance(child, Element) and child.name == name)

    def text(self) -> str:
        """All text in it, at any depth, without comments; cleaned."""
        if len(self.children) == 1 and isinstance(self.children[0], Characters):
            return self.children[0].text
        return clean("".join(piece.text for piece in self.pieces()))

    def pieces(self) -> Iterator[Characters]:
        """The stretches of all text in it, at any depth."""
        for child in self.children:
            if isinstance(child, Characters):
                yield child
            elif isinstance(child, Element):
                yield from child.pieces()

    def comments(self) -> Iterator[str]:
        """The comments in it, at any depth."""
        for child in self.children if self.commented else ():
            if isinstance(child, Comment):
                yield child.text
            elif isinstance(child, Element):
                yield from child.comments()


Node: TypeAlias = Element | Characters | Comment | Instruction


def to_xml(element: Element) -> str:
    """The element as XML, with every namespace declaration that it needs; its C14N form is the original's.

    Put back where it stood it means the same; comments and processing instructions are kept.
    """
    return "".join(_written(element, {"": "", "xml": XML_NAMESPACE}))


def _written(element: Element, known: Mapping[str, str]) -> Iterator[str]:
    """The parts of its text, where those prefixes are known already."""
    declared = dict(element.declared)
    used = {key[1 : key.rindex("}")]: name for key, name in element.prefixed.items()}
    for namespace, name in [(element.namespace, element.tag), *used.items()]:
        prefix = name.rpartition(":")[0]
        if declared.get(prefix, known.get(prefix)) != namespace:
            declared[prefix] = namespace
    yield f"<{element.tag}"
    for prefix, namespace in declared.items():
        yield f' xmlns{":" if prefix else ""}{prefix}="{namespace.translate(_ATTRIBUTE_TABLE)}"'
    for key, value in element.attributes.items():
        yield f' {element.prefixed.get(key, key)}="{value.translate(_ATTRIBUTE_TABLE)}"'
    if not element.children:
        yield "/>"
        return
    yield ">"
    known = {**known, **declared}
    for child in element.children:
        if isinstance(child, Element):
            yield from _written(child, known)
        else:
            yield _remark(child)
    yield f"</{element.tag}>"


def _remark(node: Characters | Comment | Instruction) -> str:
    """What is no element, as XML."""
    if isinstance(node, Characters):
        return node.text.translate(_TEXT_TABLE)
    if isinstance(node, Comment):
        return f"<!--{node.text}-->"
    return f"<?{node.target}{' ' if node.text else ''}{node.text}?>"
