"""Follows a document as it streams by: what stands in the frames around the units, and in which order."""

from reader.text.bitexts.xliff.grammar import Content, Grammar
from reader.text.xml_reader import Characters, Closed, Element, Event, Opened


class Watch:
    """Checks every event against a grammar; what a version of XLIFF asks beyond it, its own kind adds."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.report = grammar.report
        self.open: list[Element] = []
        self._contents: list[Content | None] = []  # of the open frames; None where anything may stand

    def take(self, event: Event) -> None:
        """The next event."""
        if isinstance(event, Opened):
            self._stands_in(event.element)
            self.grammar.check_tag(event.element)
            self.opened(event.element)
            of = self.grammar.spec_of(event.element)
            self.open.append(event.element)
            self._contents.append(None if of is None or of.free else Content(event.element, of, self.grammar))
        elif isinstance(event, Closed):
            self.open.pop()
            if content := self._contents.pop():
                content.close()
            self.closed(event.element)
        elif isinstance(event, Element):
            if self._stands_in(event):
                if not self.open or self._contents[-1] is not None:
                    self.grammar.check_tree(event)
                self.whole(event)
        elif isinstance(event, Characters) and self._contents:
            self.filled()
            if content := self._contents[-1]:
                content.refuse_text(event)

    def _stands_in(self, element: Element) -> bool:
        """Whether an element can stand in the innermost frame."""
        if not self._contents:
            return True
        self.filled()
        content = self._contents[-1]
        return content is None or content.take(element)

    def filled(self) -> None:
        """Something stands in the innermost frame."""

    def opened(self, element: Element) -> None:
        """A frame begins; it is not in `open` yet."""

    def whole(self, element: Element) -> None:
        """An element in the innermost frame."""

    def closed(self, element: Element) -> None:
        """A frame ended; it is no longer in `open`."""
