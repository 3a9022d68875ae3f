"""A whole termbase as TBX-Basic, version 3, in either of its styles; reading it gives the termbase again."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from reader.exports.termbase_tbx_anchors import anchors
from reader.exports.termbase_tbx_elements import Style, attribute, escaped, note
from reader.exports.termbase_tbx_entries import Frame, entry_lines
from reader.exports.termbase_tbx_extras import Extras
from reader.terms.concepts import Concept, Glossary
from reader.terms.exchange.tbx_entries import concept_id
from reader.terms.exchange.tbx_fields import words
from reader.terms.exchange.tbx_json import told, written
from reader.terms.exchange.tbx_reading import derived_languages, label, read_tbx
from reader.terms.exchange.tbx_structure import is_name, parsed
from reader.terms.exchange.tbx_vocabulary import MODULES, TBX
from reader.terms.exchange.yaml_entries import source_data
from reader.text.tags import is_xml_tag
from reader.text.xml_reader import Comment, Element

_TYPE = re.compile(r"TBX-[A-Za-z0-9-]+")
_INSTRUCTION = re.compile(r"<\?(?!xml\s)[A-Za-z][A-Za-z0-9-]* [^?<>]*(?<!\s)\?>")
_SPACE = re.compile(
    r"(?!http://www\.w3\.org/)(urn:[A-Za-z0-9:._-]+|https?://[A-Za-z0-9._-]+(/[A-Za-z0-9/._~-]*)?#?)"
)
_PREFIX = re.compile(r"(?!xml)[A-Za-z][A-Za-z0-9]*")


def tbx_text(glossary: Glossary, style: Style = "dca") -> Iterator[str]:
    """The file, piece by piece: its head, each entry, its end.

    It is valid against the structure of TBX version 3 and, imported elements apart, the modules of TBX-Basic.
    The same glossary gives the same file.
    """
    head = _Head(glossary, style)
    frame = head.frame()
    start, end = head.around()
    yield start
    if glossary.concepts:
        yield "    <body>\n"
        for concept in glossary.concepts:
            yield "".join(f"      {line}\n" for line in entry_lines(concept, frame))
        yield "    </body>\n"
    yield end


class _Head:
    """What stands around the entries."""

    def __init__(self, glossary: Glossary, style: Style) -> None:
        self._glossary = glossary
        self._style = style
        self._ids = _ids(glossary.concepts)
        self._anchors = anchors(glossary, self._ids.values())
        self._extras = Extras(glossary.extra, self._anchors)
        self._lang = self._language()

    def frame(self) -> Frame:
        """What the entries have in common."""
        ids, sources = self._ids, frozenset(self._glossary.sources)
        known = {ids[concept.id]: (concept.id, label(concept)) for concept in self._glossary.concepts}
        return Frame(self._style, self._lang, ids, known, sources, self._anchors)

    def around(self) -> tuple[str, str]:
        """What stands before the entries and what behind them, with all that has to be told besides."""
        glossary = self._glossary
        added: dict[str, Any] = {}
        if glossary.languages != derived_languages(glossary.concepts):
            added["languages"] = glossary.languages
        draft = "".join(self._written({"languages": glossary.languages}))
        found = read_tbx(draft.encode(), "")
        for key in ("title", "source", "extra"):
            if getattr(found, key) != getattr(glossary, key):
                added[key] = told(getattr(found, key), getattr(glossary, key))
        if glossary.sources:
            added["sources"] = {key: source_data(value) for key, value in glossary.sources.items()}
        return self._written(added)

    def _language(self) -> str:
        said = self._extras.first("lang")
        if is_xml_tag(said):
            return said
        return (*self._glossary.languages, *derived_languages(self._glossary.concepts[:1]), "en")[0]

    def _written(self, added: dict[str, Any]) -> tuple[str, str]:
        lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        lines += filter(_may_begin, self._extras.rows("prolog"))
        lines.append(f"<tbx{self._attributes()}>")
        lines += (f"  {line}" for line in self._header(added))
        lines.append("  <text>")
        ends = [f"    {xml}" for xml in self._fragments("text")]
        return "\n".join(lines) + "\n", "\n".join([*ends, "  </text>", "</tbx>"]) + "\n"

    def _attributes(self) -> str:
        kind = self._extras.first("type")
        kind = kind if _TYPE.fullmatch(kind) else "TBX-Basic"
        names = [f' type="{kind}" style="{self._style}" xml:lang={attribute(self._lang)} xmlns="{TBX}"']
        used = MODULES.values() if self._style == "dct" else set(_bare_prefixes(self._glossary))
        spaces = {prefix: space for space, prefix in MODULES.items() if prefix in used}
        for level in self._extras.levels():
            prefix = level.removeprefix("xmlns ")
            space = self._extras.first(level)
            if prefix != level and _PREFIX.fullmatch(prefix) and _SPACE.fullmatch(space):
                spaces.setdefault(prefix, space)
        return "".join([*names, *(f" xmlns:{prefix}={attribute(space)}" for prefix, space in spaces.items())])

    def _header(self, added: dict[str, Any]) -> Iterator[str]:
        yield "<tbxHeader>"
        yield "  <fileDesc>"
        yield from (f"    {xml}" for xml in self._fragments("fileDesc"))
        notes = [*self._fragments("titleStmt"), *([note(written(added))] if added else [])]
        if self._glossary.title or notes:
            yield "    <titleStmt>"
            yield f"      {self._title()}"
            yield from (f"      {xml}" for xml in notes)
            yield "    </titleStmt>"
        yield f"    {self._source()}"
        yield "  </fileDesc>"
        yield from (f"  {xml}" for xml in self._fragments("tbxHeader"))
        yield "</tbxHeader>"

    def _title(self) -> str:
        title = self._glossary.title
        for xml in self._extras.rows("title"):
            node = parsed(xml)
            if (
                isinstance(node, Element)
                and node.name == "title"
                and self._extras.is_sound(node)
                and words(node) == title
            ):
                return xml
        return f"<title>{escaped(title)}</title>"

    def _source(self) -> str:
        source = self._glossary.source
        for xml in self._extras.rows("source"):
            node = parsed(xml)
            if isinstance(node, Element) and node.name == "sourceDesc" and self._extras.is_sound(node):
                said = "\n".join(filter(None, map(words, node.elements())))
                if said == source:
                    return xml
        return (
            f"<sourceDesc><p>{escaped(source)}</p></sourceDesc>"
            if source
            else "<sourceDesc><p/></sourceDesc>"
        )

    def _fragments(self, level: str) -> list[str]:
        """What stood at a level of the head and may stand there; all but a note may stand there once."""
        found: dict[str, str] = {}
        for number, xml in enumerate(self._extras.rows(level)):
            node = parsed(xml)
            if isinstance(node, Element) and self._extras.fits(node, level):
                found.setdefault(node.name if level != "titleStmt" else str(number), xml)
        return [found[name] for name in sorted(found)]


def _bare_prefixes(glossary: Glossary) -> Iterator[str]:
    """The prefixes of modules that rows use and do not declare themselves."""
    concepts = glossary.concepts
    of_terms = (term.extra for concept in concepts for term in concept.terms)
    rows = chain((glossary.extra,), (concept.extra for concept in concepts), of_terms)
    for row in chain.from_iterable(rows):
        for prefix in MODULES.values():
            if f"{prefix}:" in row["xml"] and f"xmlns:{prefix}=" not in row["xml"]:
                yield prefix


def _may_begin(xml: str) -> bool:
    """Whether this is something that may stand before the root."""
    return bool(_INSTRUCTION.fullmatch(xml)) or isinstance(parsed(xml), Comment)


def _ids(concepts: Iterable[Concept]) -> dict[str, str]:
    """Of each concept its id in the file: that which it came with, its own, or one that XML can take."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for concept in concepts:
        raw = next((row["xml"] for row in concept.extra if row["level"] == "id"), "")
        for wanted in (raw if concept_id(raw) == concept.id else "", concept.id):
            if is_name(wanted) and wanted not in taken:
                ids[concept.id] = wanted
                break
        else:
            ids[concept.id] = _free(concept.id, taken)
        taken.add(ids[concept.id])
    return ids


def _free(own: str, taken: set[str]) -> str:
    plain = "c" + re.sub(r"[^A-Za-z0-9.-]+", "_", own)
    number = 1
    name = plain
    while name in taken:
        number += 1
        name = f"{plain}-{number}"
    return name
