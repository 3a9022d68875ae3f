"""The glossary module of XLIFF 2: the terms that stand beside the units of a file, as a termbase."""

from collections.abc import Iterator

from reader.errors import Fault, FaultyError, GlossaryError
from reader.terms.concepts import Concept, Definition, Glossary, Term
from reader.terms.exchange.naming import Names, name_of
from reader.terms.exchange.tbx_fields import verbatim
from reader.terms.folding import fold
from reader.text.clean import clean_line
from reader.text.xml_reader import Element, Opened, read_xml

_NAMESPACE = "urn:oasis:names:tc:xliff:glossary:2."


def read_xliff_glossary(data: bytes, name: str, encoding: str = "") -> Glossary:
    """The glossary entries of an XLIFF 2 file; raises GlossaryError where it has faults, or no entry at all.

    Entries of one source term are one concept. What an entry refers to in its unit is left out; where a term
    or a definition says its source, a note of the concept, or the definition, keeps it. Elements of other
    namespaces are kept as they are.
    """
    name = clean_line(name)
    reading = _Reading(name)
    try:
        for event in read_xml(data, name, ("glossEntry",), encoding):
            reading.take(event)
    except FaultyError as error:
        raise GlossaryError(error.faults) from error
    if not reading.entries:
        reading.faults.append(Fault(name, 0, 0, "has no glossary: no unit in it has a glossEntry"))
    if reading.faults:
        raise GlossaryError(tuple(reading.faults))
    languages = tuple(dict.fromkeys(filter(None, (reading.source, reading.target))))
    return Glossary(name, "", languages, "", {}, tuple(reading.concepts()))


class _Reading:
    """What has been read so far."""

    def __init__(self, name: str) -> None:
        self.faults: list[Fault] = []
        self.source = self.target = ""
        self._root: Element | None = None
        self.entries: dict[str, list[Element]] = {}
        self._name = name

    def take(self, event: object) -> None:
        """Take in an event of the file."""
        if isinstance(event, Opened) and event.element.name == "xliff":
            self._root = event.element
            self.source = event.element.attributes.get("srcLang", "")
            self.target = event.element.attributes.get("trgLang", "")
            if not self.source:
                self._missing("srcLang")
        elif isinstance(event, Element) and event.namespace.startswith(_NAMESPACE):
            self._entry(event)

    def _entry(self, entry: Element) -> None:
        term = entry.find("term")
        if term is None or not _words(term):
            self._fault(term or entry, "this entry has no term")
        elif entry.find("translation") is None and entry.find("definition") is None:
            self._fault(entry, "this entry has neither a translation nor a definition")
        else:
            if not self.target and self._root and entry.find("translation") is not None:
                self._missing("trgLang")
            for element in (term, *entry.all("translation")):
                if not fold(_words(element)).text.strip():
                    self._fault(element, "this can be found in no text: it has no character with a width")
            self.entries.setdefault(_words(term), []).append(entry)

    def concepts(self) -> Iterator[Concept]:
        """The entries, those of one term together."""
        names = Names()
        for source, entries in self.entries.items():
            terms = {(self.source, source): Term(self.source, source, line=entries[0].line)}
            for entry in entries:
                for element in entry.all("translation"):
                    text = _words(element)
                    terms.setdefault((self.target, text), Term(self.target, text, line=element.line))
            every = tuple(terms.values())
            yield Concept(
                names.new(name_of(every)),
                every,
                definitions=tuple(dict.fromkeys(self._definitions(entries))),
                notes=tuple(dict.fromkeys(_sources(entries))),
                extra=tuple(_others(entries)),
                line=entries[0].line,
            )

    def _definitions(self, entries: list[Element]) -> Iterator[Definition]:
        for entry in entries:
            for element in entry.all("definition"):
                if text := element.text().strip():
                    lang = element.attributes.get("xml:lang", self.source)
                    yield Definition(lang, text, element.attributes.get("source", ""))

    def _missing(self, attribute: str) -> None:
        """Tell once that the root does not name a language that is needed."""
        if self._root is not None:
            hint = "the glossary module is one of XLIFF 2, which names both languages here"
            self._fault(self._root, f"the attribute {attribute} is missing", hint)
            self._root = None

    def _fault(self, element: Element, message: str, hint: str = "") -> None:
        self.faults.append(Fault(self._name, element.line, element.column, message, hint=hint))


def _words(element: Element) -> str:
    return " ".join(element.text().split())


def _sources(entries: list[Element]) -> Iterator[str]:
    """Where terms and translations were found, as notes."""
    for entry in entries:
        for element in entry.elements():
            source = element.attributes.get("source", "")
            if source and element.name in ("term", "translation"):
                yield f"{_words(element)}: {source}"


def _others(entries: list[Element]) -> Iterator[dict[str, str]]:
    """What tools have put into entries besides, once each."""
    seen = set()
    for entry in entries:
        for element in entry.elements():
            xml = "" if element.namespace.startswith(_NAMESPACE) else verbatim(element)
            if xml and xml not in seen:
                seen.add(xml)
                yield {"level": "concept", "xml": xml}
