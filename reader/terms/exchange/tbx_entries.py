"""One entry of a TBX file as a concept: fields where the YAML has them, all else kept as it came."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from reader.terms.concepts import Concept, Definition, Term
from reader.terms.exchange.naming import name_of, slug
from reader.terms.exchange.tbx_fields import (
    Known,
    at_concept,
    at_language,
    verbatim,
)
from reader.terms.exchange.tbx_levels import LISTS, RANKED, Level
from reader.terms.exchange.tbx_structure import nodes
from reader.terms.exchange.tbx_terms import read_term
from reader.terms.exchange.tbx_vocabulary import CORE
from reader.text.quoting import cited
from reader.text.tags import hyphenated, is_tag
from reader.text.xml_reader import Element

TellOf = Callable[[Element, str], None]
_LANGUAGES = frozenset(("langSec", "langSet"))
_TERMS = frozenset(("termSec", "tig", "ntig"))


class Setting(NamedTuple):
    """What an entry stands in."""

    lang: str  # of the file
    known: Known | None  # None: references are taken as they are
    tell: TellOf  # hears what had to be mended
    sources: frozenset[str]  # keys that facts may name
    ordered: bool = True  # whether an order of elements that is not the usual one is kept


def read_entry(entry: Element, setting: Setting) -> Concept | None:
    """The concept of a conceptEntry or termEntry; None, and told of, where no term in it can be looked for.

    Its id is made of the entry's own as `concept_id` makes it, or of its terms. Where a note of reader's own
    stands in it, what that says is put back.
    """
    level = Level("concept", RANKED["concept"])
    sections: dict[str, _Section] = {}
    for node in nodes(entry):
        if isinstance(node, Element) and node.name in _LANGUAGES and node.namespace in CORE:
            tag = _language(node, setting)
            section = sections.setdefault(tag.lower(), _Section(tag, setting))
            section.read(node)
        else:
            found = at_concept(node, setting.lang, setting.known) if isinstance(node, Element) else None
            level.take(node, found)
    sections = {tag: section for tag, section in sections.items() if section.kept()}
    terms = [term for section in sections.values() for term in section.terms]
    if not terms:
        setting.tell(entry, "this entry has no term; it is kept as it is beside the concepts")
        return None
    return _concept(entry, level, list(sections.values()), terms, setting)


def _concept(
    entry: Element, level: Level, sections: "list[_Section]", terms: list[Term], setting: Setting
) -> Concept:
    spoken = {section.tag.lower() for section in sections}
    definitions: list[Definition] = level.values.pop("definitions", [])
    if setting.ordered:
        level.hint(any(definition.lang.lower() in spoken for definition in definitions))
    raw = entry.attributes.get("id", "").strip()
    own = concept_id(raw) or name_of(terms)
    extra = [{"level": "id", "xml": raw}] if raw and raw != own else []
    extra += level.extra
    for section in sections:
        extra += section.level_extra(len(definitions))
        definitions += section.definitions
    values: dict[str, Any] = {
        key: tuple(value) if key in LISTS else value for key, value in level.values.items()
    }
    concept = Concept(
        own, tuple(terms), definitions=tuple(definitions), extra=tuple(extra), line=entry.line, **values
    )
    if not level.json.fields and not level.json.order:
        return concept
    return level.json.to_concept(concept, setting.sources)


def concept_id(raw: str) -> str:
    """An id for the YAML made of one in XML: it begins with a letter and has no blanks; empty for none."""
    joined = "-".join(raw.split())
    if not joined or joined[0].isalpha():
        return joined
    return f"c{joined}" if any(char.isalnum() for char in joined) else slug(joined)


class _Section:
    """What an entry says in one language, in however many sections."""

    def __init__(self, tag: str, setting: Setting) -> None:
        self.tag = tag
        self.terms: list[Term] = []
        self._level = Level(f"lang {tag}", RANKED["lang"])
        self._setting = setting

    def read(self, element: Element) -> None:
        """Take in a section of this language."""
        for node in nodes(element):
            if isinstance(node, Element) and node.name in _TERMS and node.namespace in CORE:
                self._read_term(node, element)
            else:
                self._level.take(node, at_language(node, self.tag) if isinstance(node, Element) else None)

    def kept(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.terms or self._level.order)

    @property
    def definitions(self) -> list[Definition]:
        """The definitions in this language."""
        found: list[Definition] = self._level.values.get("definitions", [])
        return found

    def level_extra(self, before: int) -> Iterator[dict[str, str]]:
        """What has no place, once the number of definitions before these is known."""
        if not self._setting.ordered:
            self._level.order.clear()
        self._level.order = [slot.partition(":")[0] for slot in self._level.order]
        self._level.hint()
        for row in self._level.extra:
            head, _, number = row["level"].partition(" ")
            yield {**row, "level": f"{head} {int(number) + before}"} if head == "definitions" else row

    def _read_term(self, element: Element, section: Element) -> None:
        term = read_term(element, self.tag, self._setting.ordered)
        if term is None:
            self._setting.tell(element, "this term has no text that could be looked for; it is kept as it is")
            self._level.keep(verbatim(element))
        else:
            said = section.attributes.get("xml:lang") or section.attributes.get("lang") or ""
            if self.tag == "und" and said not in ("", "und"):
                term = term._replace(extra=(*term.extra, {"level": "lang", "xml": said}))
            self.terms.append(term)


def _language(element: Element, setting: Setting) -> str:
    """The language of a section after BCP 47, its casing kept; `und` where it says none that is one."""
    said = (element.attributes.get("xml:lang") or element.attributes.get("lang") or "").strip()
    tag = hyphenated(said)
    if is_tag(tag):
        return tag
    setting.tell(
        element, f"{cited(said)} is not a language tag; these terms are in 'und', an undetermined one"
    )
    return "und"
