"""What the readers of XML bitexts have in common: opening the file, and a side's text out of its elements."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from reader.errors import Fault
from reader.text.bitexts.pieces import EMPTY_HINT, EMPTY_TARGET
from reader.text.bitexts.request import Request
from reader.text.clean import clean
from reader.text.files import OpenFile
from reader.text.segments import Anchor, Passage, ignored
from reader.text.xml_reader import Characters, Element
from reader.text.xml_source import Readable

Pieces = Callable[[Element], Iterator[Characters]]
"""What gives the stretches of text of an element that are read, without those of its inline markup."""


def source_of(request: Request) -> Readable:
    """The bytes of what is asked for; raises InputError where the file cannot be opened."""
    return BytesIO(request.data) if request.data is not None else _File(request.path)


class _File(OpenFile):
    """A file that is closed as soon as it is at its end: nobody else would."""

    def read(self, size: int, /) -> bytes:
        """As many bytes, fewer only at the end; raises InputError where the file cannot be read."""
        data = super().read(size)
        if not data:
            self.close()
        return data


def side(element: Element, pieces: Pieces) -> Passage | None:
    """The text of an element as it is read, None where it is but blanks."""
    if len(element.children) == 1 and isinstance(element.children[0], Characters):  # as nearly all are
        text, line, column = element.children[0]
        return Passage(text, line, column) if text and not text.isspace() else None
    texts, anchors, size = [], [], 0
    for text, line, column in pieces(element):
        anchors.append(Anchor(size, line, column))
        texts.append(text)
        size += len(text)
    whole = clean("".join(texts))
    if not whole or whole.isspace():
        return None
    return Passage(whole, anchors[0].line, anchors[0].column, tuple(anchors[1:]))


def remarks(element: Element, notes: Iterable[Element]) -> frozenset[str]:
    """The concepts that these notes take out of the check, and comments anywhere in the element."""
    said = [*element.comments(), *(note.text() for note in notes)]
    return ignored(*said) if said else frozenset()


def empty(path: str, element: Element) -> Fault:
    """The fault of a target without text."""
    return Fault(path, element.line, element.column, EMPTY_TARGET, hint=EMPTY_HINT)
