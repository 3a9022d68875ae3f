"""Makes elements of what expat calls out: a record is built whole, of all else only the ends are told."""

from collections.abc import Collection, Iterator
from typing import NamedTuple, NoReturn, TypeAlias
from xml.parsers import expat

from reader.text.clean import clean
from reader.text.quoting import cited
from reader.text.xml_tree import XML_NAMESPACE, Characters, Comment, Element, Instruction

MAX_DEPTH = 200


class Opened(NamedTuple):
    """The start of an element that is no record; its children come as events of their own."""

    element: Element


class Closed(NamedTuple):
    """The end of an element that is no record."""

    element: Element
    line: int  # of the end tag
    column: int


Event: TypeAlias = Opened | Closed | Element | Characters | Comment | Instruction
"""An Element is a record, whole. Characters stand outside of records, and are not only blanks."""


class RefusedError(Exception):
    """What the parser is at is not read: `said` is a sentence and what to do."""

    def __init__(self, said: tuple[str, str], place: tuple[int, int], byte: int) -> None:
        super().__init__(said[0])
        self.said = said
        self.place = place
        self.byte = byte  # of the UTF-8


class Builder:
    """Takes expat's calls; `events` is what they made, to be emptied by whom it is for."""

    def __init__(self, records: Collection[str], frames: Collection[str] = ()) -> None:
        self.events: list[Event] = []
        self.open: list[Element] = []
        self.record: Element | None = None  # that is being built
        self.record_start = 0  # its byte
        self._records = frozenset(records)
        self._frames = frozenset(frames)  # where there are any, whatever is none of them is a record
        self._depth = 0  # of the record
        self._texts: list[tuple[str, int, int]] = []
        self._declared: dict[str, str] = {}
        self._names: dict[str, tuple[str, str, str]] = {}
        self._keys: dict[str, tuple[str, str]] = {}
        self.parser = _parser(self)

    def start(self, tag: str, attributes: list[str]) -> None:
        """The start of an element."""
        parser = self.parser
        name, namespace, written = self._names.get(tag) or self._split(tag)
        element = Element(
            name, namespace, written, {}, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        )
        if attributes:
            self._attribute(element, attributes)
        if self._declared:
            element.declared, self._declared = self._declared, {}
        if self.record is not None:
            if self._texts:
                self._flush()
            self.open[-1].children.append(element)
        elif name in self._records or (self._frames and name not in self._frames):
            self.record, self.record_start = element, parser.CurrentByteIndex
            self._depth = len(self.open)
        else:
            self.events.append(Opened(element))
        self.open.append(element)
        if len(self.open) > MAX_DEPTH:
            self.refuse(f"<{written}> stands deeper than {MAX_DEPTH} levels", "nothing sound nests so")

    def end(self, _tag: str) -> None:
        """The end of an element."""
        if self._texts:
            self._flush()
        element = self.open.pop()
        if self.record is None:
            parser = self.parser
            self.events.append(Closed(element, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        elif len(self.open) == self._depth:
            self.events.append(element)
            self.record = None

    def characters(self, text: str) -> None:
        """A piece of text: expat parts it at line ends and entities."""
        parser = self.parser
        if self.record is not None:
            self._texts.append((text, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        elif not text.isspace():
            line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            self.events.append(Characters(clean(text), line, column))

    def comment(self, text: str) -> None:
        """A comment."""
        self._add(Comment(clean(text), self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1))

    def instruction(self, target: str, text: str) -> None:
        """A processing instruction."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self._add(Instruction(clean(target), clean(text), line, column))

    def declare(self, prefix: str | None, namespace: str | None) -> None:
        """A namespace that the element about to start declares."""
        self._declared[prefix or ""] = namespace or ""

    def refuse_entity(self, name: str, *_: object) -> NoReturn:
        """The declaration of an entity."""
        said = f"the entity {cited(name)} is declared here, and a file that declares entities is not read"
        self.refuse(said, "write what it stands for in its places, and remove the declaration")

    def refuse_skipped(self, name: str, _parameter: bool) -> NoReturn:
        """An entity that is declared nowhere."""
        self.refuse(f"the entity {cited(name)} is not defined", "write what it stands for in its place")

    def check_version(self, version: str, _encoding: str | None, _standalone: int) -> None:
        """The XML declaration."""
        if version != "1.0":
            self.refuse(f"this is XML {cited(version)}, and only XML 1.0 is read", 'write version="1.0" here')

    def refuse(self, message: str, hint: str) -> NoReturn:
        """Refuse the file because of what the parser is at; it cannot be asked later, for it goes on."""
        parser = self.parser
        place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        raise RefusedError((message, hint), place, parser.CurrentByteIndex)

    def _split(self, tag: str) -> tuple[str, str, str]:
        """Local name, namespace and written name; kept, since the same names come again and again."""
        parts = tag.split(" ")
        if len(parts) == 1:
            found = (tag, "", tag)
        elif len(parts) == 2:
            found = (parts[1], parts[0], parts[1])
        else:
            found = (parts[-2], " ".join(parts[:-2]), f"{parts[-1]}:{parts[-2]}")
        self._names[tag] = found
        return found

    def _attribute(self, element: Element, attributes: list[str]) -> None:
        """Give the element its attributes: names and values take turns."""
        keys = self._keys
        for at in range(0, len(attributes), 2):
            name, value = attributes[at], attributes[at + 1]
            key, written = keys.get(name) or self._key(name)
            element.attributes[key] = value if value.isalnum() and value.isascii() else clean(value)
            if written:
                element.prefixed = {**element.prefixed, key: written}

    def _key(self, name: str) -> tuple[str, str]:
        """What an attribute is called in `Element.attributes`, and how it is written if it has a prefix."""
        local, namespace, written = self._split(name)
        found = (local, "")
        if namespace == XML_NAMESPACE:
            found = (f"xml:{local}", "")
        elif namespace:
            found = (f"{{{namespace}}}{local}", written)
        self._keys[name] = found
        return found

    def _flush(self) -> None:
        """Make children of the pieces of text, joined where they run on in the file."""
        texts, self._texts = self._texts, []
        children = self.open[-1].children
        text, line, column = texts[0]
        if len(texts) == 1 and text.isprintable():
            children.append(Characters(clean(text), line, column))
            return
        if len(texts) == 2 and text == "\n" and texts[1][1:] == (line + 1, 1) and texts[1][0].isspace():
            children.append(Characters(text + texts[1][0], line, column))  # an indent: most of all pieces
            return
        children.extend(_joined(texts))

    def _add(self, node: Comment | Instruction) -> None:
        if self.record is None:
            self.events.append(node)
            return
        if self._texts:
            self._flush()
        self.open[-1].children.append(node)
        for element in self.open:
            element.commented = True


def _joined(texts: list[tuple[str, int, int]]) -> Iterator[Characters]:
    """The stretches that these pieces make."""
    whole: list[str] = []
    start = behind = (0, 0)
    for text, line, column in _parted(texts):
        if whole and (line, column) != behind:
            yield Characters(clean("".join(whole)), *start)
            whole.clear()
        if not whole:
            start = (line, column)
        whole.append(text)
        if text[-1] in "\u2028\u2029":
            behind = (0, 0)
        else:
            behind = (line + 1, 1) if text == "\n" else (line, column + len(text))
    yield Characters(clean("".join(whole)), *start)


def _parted(texts: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The pieces, parted behind what `clean` makes a line end of and XML does not."""
    for text, line, column in texts:
        if "\u2028" not in text and "\u2029" not in text:
            yield text, line, column
            continue
        parts = text.replace("\u2029", "\u2028").split("\u2028")
        for number, part in enumerate(parts):
            piece = part if number == len(parts) - 1 else part + "\u2028"
            if piece:
                yield piece, line, column
            column += len(piece)


def _parser(builder: Builder) -> expat.XMLParserType:
    """A parser that calls the builder, and refuses whatever could grow or reach out."""
    parser = expat.ParserCreate("utf-8", " ")
    parser.ordered_attributes = True
    parser.specified_attributes = True  # a DOCTYPE's defaults could multiply without end
    parser.namespace_prefixes = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)  # else %x; is passed over
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.CommentHandler = builder.comment
    parser.ProcessingInstructionHandler = builder.instruction
    parser.StartNamespaceDeclHandler = builder.declare
    parser.EntityDeclHandler = builder.refuse_entity
    parser.SkippedEntityHandler = builder.refuse_skipped
    parser.XmlDeclHandler = builder.check_version
    return parser
