"""TBX in: version 3 in both styles, version 2 (martif), and what term tools make of them."""

from collections.abc import Iterable
from typing import BinaryIO

from reader.errors import Fault, FaultyError, GlossaryError
from reader.terms.concepts import Concept, Glossary
from reader.terms.exchange.naming import Names
from reader.terms.exchange.narration import Tell, silent
from reader.terms.exchange.tbx_entries import Setting, read_entry
from reader.terms.exchange.tbx_fields import verbatim
from reader.terms.exchange.tbx_header import Head, read_head
from reader.terms.exchange.tbx_vocabulary import ABOVE
from reader.text.clean import clean_line
from reader.text.garbage import Uncollected
from reader.text.tags import is_tag
from reader.text.xml_reader import Comment, Element, Event, Instruction, Opened, read_xml

_ROOTS = frozenset(("tbx", "martif"))
_RECORDS = ("conceptEntry", "termEntry", "tbxHeader", "martifHeader", "front", "back")
_AROUND = frozenset(("front", "back"))


def read_tbx(source: bytes | BinaryIO, name: str, encoding: str = "", tell: Tell = silent) -> Glossary:
    """The termbase in a TBX file; raises GlossaryError where it is none.

    Everything in it is in the glossary: what has no field of its own is kept under `extra`, and nothing in it
    is refused when it is written as YAML and read again. `tell` hears, in sentences with their places, what
    had to be mended: entries without a term, ids that stand twice, languages that are none.
    """
    name = clean_line(name)
    reading = _Reading(name, tell)
    try:
        with Uncollected():
            for event in read_xml(source, name, _RECORDS, encoding):
                reading.take(event)
            return reading.glossary()
    except FaultyError as error:
        raise GlossaryError(error.faults) from error


class _Reading:
    """What has been read so far."""

    def __init__(self, name: str, tell: Tell) -> None:
        self._name = name
        self._tell = tell
        self._prolog: list[str] = []
        self._root: Element | None = None
        self._head: Head | None = None
        self._setting = Setting("en", None, self._tell_of, frozenset())
        self._concepts: list[Concept] = []
        self._referring: list[tuple[int, Element]] = []  # entries that refer to others, and their places
        self._extra: list[dict[str, str]] = []
        self._pending: list[dict[str, str]] = []  # comments before the entry that comes next
        self._above: dict[int, list[dict[str, str]]] = {}  # of concepts, by their places
        self._names = Names()
        self._known: dict[str, tuple[str, str]] = {}

    def take(self, event: Event) -> None:
        """Take in an event of the file."""
        if isinstance(event, Element):
            self._record(event)
        elif isinstance(event, Opened) and self._root is None:
            self._begin(event.element)
        elif isinstance(event, Instruction) and self._root is None:
            self._prolog.append(f"<?{event.target} {event.text}?>")
        elif isinstance(event, Comment):
            xml = f"<!--{event.text}-->"
            if self._root is None:
                self._prolog.append(xml)
            else:
                self._pending.append({"level": ABOVE, "xml": xml})

    def _begin(self, root: Element) -> None:
        if root.name not in _ROOTS:
            hint = "reader knows TBX of version 3 (tbx) and 2 (martif)"
            raise FaultyError(
                (Fault(self._name, root.line, root.column, f"<{root.tag}> begins no TBX", hint=hint),)
            )
        self._root = root
        lang = (root.attributes.get("xml:lang") or "").strip()
        self._setting = self._setting._replace(
            lang=lang if is_tag(lang) else "en", ordered=root.name == "tbx"
        )

    def _record(self, element: Element) -> None:
        if self._root is None:
            self._begin(element)
        elif element.name in _AROUND:
            self._extra.append({"level": "text", "xml": verbatim(element)})
        elif element.name.endswith("Header"):
            self._take_head(element)
        else:
            self._take_entry(element)

    def _take_head(self, header: Element | None) -> Head:
        assert self._root is not None
        head = read_head(self._root, header, tuple(self._prolog))
        self._head = head
        self._setting = self._setting._replace(sources=frozenset(head.sources))
        return head

    def _take_entry(self, element: Element) -> None:
        concept = read_entry(element, self._setting)
        if concept is None:
            self._extra.append({"level": "body", "xml": verbatim(element)})
            return
        if concept.related:
            self._referring.append((len(self._concepts), element))
        own = self._names.new(concept.id)
        raw = element.attributes.get("id", "").strip()
        if own != concept.id:
            self._tell_of(element, f"the id {concept.id} stands twice; this entry is called {own}")
        self._above[len(self._concepts)], self._pending = self._pending, []
        self._concepts.append(_named(concept, own, raw))
        self._known.setdefault(raw, (own, label(concept)))

    def glossary(self) -> Glossary:
        """All that was read."""
        if self._root is None:
            raise FaultyError((Fault(self._name, 0, 0, "has no TBX in it"),))
        head = self._head or self._take_head(None)
        self._refer()
        self._set_above()
        languages = derived_languages(self._concepts) if head.languages is None else head.languages
        lang = (self._root.attributes.get("xml:lang") or "").strip()
        own = [{"level": "lang", "xml": lang}] if lang and (lang,) != (languages or ("en",))[:1] else []
        extra = head.all_extra((*own, *head.extra, *self._extra))
        sources = dict(head.sources)
        return Glossary(self._name, head.title, languages, head.source, sources, tuple(self._concepts), extra)

    def _refer(self) -> None:
        """Read entries that refer to others again, now that all others are known."""
        setting = self._setting._replace(known=self._known, tell=lambda *_: None)
        ids = {concept.id for concept in self._concepts}
        for place, element in self._referring:
            before = self._concepts[place]
            raw = element.attributes.get("id", "").strip()
            itself = self._known.pop(raw, None)
            concept = read_entry(element, setting)
            if itself is not None:
                self._known[raw] = itself
            if concept is not None:
                related = tuple(other for other in concept.related if other in ids and other != before.id)
                self._concepts[place] = _named(concept, before.id, raw)._replace(related=related)

    def _set_above(self) -> None:
        """Give comments to the concepts below them; the last ones are the file's."""
        for place, rows in self._above.items():
            if rows:
                concept = self._concepts[place]
                self._concepts[place] = concept._replace(extra=(*rows, *concept.extra))
        self._extra += ({"level": "body", "xml": row["xml"]} for row in self._pending)

    def _tell_of(self, element: Element, message: str) -> None:
        self._tell(f"{self._name}:{element.line}:{element.column}: {message}")


def _named(concept: Concept, own: str, raw: str) -> Concept:
    """The concept under an id of its own, with the id that it came with."""
    if own == concept.id:
        return concept
    row = {"level": "id", "xml": raw}
    extra = concept.extra if not raw or row in concept.extra else (row, *concept.extra)
    return concept._replace(id=own, extra=extra)


def label(concept: Concept) -> str:
    """What a concept is called where another refers to it: its first preferred term, else its first."""
    preferred = next((term for term in concept.terms if term.status == "preferred"), concept.terms[0])
    return preferred.text


def derived_languages(concepts: Iterable[Concept]) -> tuple[str, ...]:
    """The languages of the terms, in the order in which they first stand there."""
    return tuple(dict.fromkeys(term.lang for concept in concepts for term in concept.terms))
