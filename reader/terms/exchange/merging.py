"""A termbase put into a hand-edited glossary.yaml: nothing is lost, and what was there stays as it was."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.errors import GlossaryError, ReaderError
from reader.terms.concepts import Concept, Glossary, Source
from reader.terms.exchange.matched_entries import matched
from reader.terms.exchange.merged_entries import merged_concept
from reader.terms.exchange.naming import is_made
from reader.terms.exchange.yaml_changes import change
from reader.terms.exchange.yaml_edits import Edits, child
from reader.terms.exchange.yaml_entries import CONCEPT, HEAD, TOP, concept_data, head_data, source_data
from reader.terms.exchange.yaml_layout import Value
from reader.terms.glossary_yaml import parse_glossary
from reader.text.garbage import Uncollected

_OF_THE_FILE = ("lang", "type", "prolog")


class Merged(NamedTuple):
    """What became of a glossary."""

    text: str  # of the whole file; the old one, byte for byte, where nothing is new
    glossary: Glossary  # as it is read from that text
    news: tuple[str, ...]  # sentences: what was added, filled, kept beside, or could not be told apart
    added: int  # concepts that are new
    grown: int  # concepts that have something more


def merge(text: str, new: Glossary, path: str, old: Glossary | None = None) -> Merged:
    """The glossary that is `text`, with everything that the new one has; `path` names it in faults.

    Concepts of one id are one; else concepts that share a preferred or unmarked term of one language, where
    it is clear which. Comments, order, quotation marks and indents stay, and so does every line to which
    nothing is added. Merging the same glossary again changes nothing. `old` is what the text says, where it
    has been read. Raises GlossaryError where the text has faults.
    """
    with Uncollected():
        return _merged(text, new, path, old or parse_glossary(text, path))


def _merged(text: str, new: Glossary, path: str, old: Glossary) -> Merged:
    plan = _Plan(old, new)
    wanted = plan.glossary()
    if _bare(wanted) == _bare(old):
        return Merged(text, old, tuple(plan.news), 0, 0)
    edits = Edits(text)
    plan.put_into(edits, wanted)
    merged = edits.text()
    try:
        found = parse_glossary(merged, path)
    except GlossaryError as error:
        raise _failed(path) from error
    if _bare(found) != _bare(wanted):
        raise _failed(path)
    return Merged(merged, found, tuple(plan.news), plan.added, plan.grown)


class _Plan:
    """Which concept goes where, and what becomes of it."""

    def __init__(self, old: Glossary, new: Glossary) -> None:
        self.news: list[str] = []
        self.added = self.grown = 0
        self._old, self._new = old, new
        self._sources, self._keys = self._merged_sources()

    def glossary(self) -> Glossary:
        """The glossary that there is to be."""
        old, new = self._old, self._new
        concepts = list(old.concepts)
        places = matched(old.concepts, new.concepts, self.news.append)
        ids = {
            concept.id: concept.id if place is None else old.concepts[place].id
            for concept, place in zip(new.concepts, places, strict=True)
        }
        for concept, place in zip(new.concepts, places, strict=True):
            moved = self._moved(concept, ids)
            if place is None:
                concepts.append(moved)
                self.added += 1
                self.news.append(f"{moved.id}: added with {len(moved.terms)} terms")
            else:
                concepts[place] = self._merged(concepts[place], moved, concept.id)
        self.grown = sum(before != after for before, after in zip(old.concepts, concepts, strict=False))
        return self._with_head()._replace(concepts=tuple(concepts))

    def put_into(self, edits: Edits, wanted: Glossary) -> None:
        """Put what is new into the file."""
        root = edits.root
        head = child(root, "glossary")
        concepts = child(root, "concepts")
        assert head is not None
        assert concepts is not None
        edits.grow(head, change(head_data(self._old), head_data(wanted)), HEAD)
        edits.grow(root, change(_sources_data(self._old), _sources_data(wanted)), TOP)
        pairs = zip(concepts.value, self._old.concepts, wanted.concepts, strict=False)
        for node, before, after in pairs:
            if before is not after:
                edits.grow(node, change(concept_data(before), concept_data(after)), CONCEPT)
        new = wanted.concepts[len(self._old.concepts) :]
        if new:
            edits.extend(concepts, [concept_data(concept) for concept in new], not root.flow_style)

    def _merged(self, old: Concept, new: Concept, own: str) -> Concept:
        """The old concept with what the new one has; it keeps its id, and remembers another one."""
        if own != old.id and not is_made(own, new):
            row = {"level": "id", "xml": own}
            new = new._replace(extra=(*new.extra, row))
        before = len(self.news)
        merged = merged_concept(old, new, lambda said: self.news.append(f"{old.id}: {said}"))
        if len(self.news) > before and own != old.id:
            self.news.insert(before, f"{old.id}: here goes {own}, which shares a term with it")
        return merged

    def _moved(self, concept: Concept, ids: dict[str, str]) -> Concept:
        """The new concept with the ids and keys that hold in the old glossary."""
        own = ids[concept.id]
        related = tuple(dict.fromkeys(ids[other] for other in concept.related if ids[other] != own))
        facts = tuple(
            fact._replace(sources=tuple(self._keys[key] for key in fact.sources)) for fact in concept.facts
        )
        return concept._replace(
            id=own, related=related if related != concept.related else concept.related, facts=facts
        )

    def _merged_sources(self) -> tuple[dict[str, Source], dict[str, str]]:
        """The sources of both, and of each key in the new glossary the one that it has in the end."""
        sources = dict(self._old.sources)
        first: dict[Source, str] = {}
        for key, source in sources.items():
            first.setdefault(source, key)
        keys = {}
        for key, source in self._new.sources.items():
            name, number = key, 1
            while name in sources and source not in first:
                number += 1
                name = f"{key}-{number}"
            keys[key] = key if sources.get(key) == source else first.setdefault(source, name)
            sources.setdefault(keys[key], source)
        return sources, keys

    def _with_head(self) -> Glossary:
        old, new = self._old, self._new
        extra = list(old.extra)
        rows = [
            row
            for row in new.extra
            if (row["level"] not in _OF_THE_FILE or row["xml"].startswith("<!--"))
            and not row["level"].startswith("xmlns ")
        ]
        values = {}
        for key in ("title", "source"):
            before, after = getattr(old, key), getattr(new, key)
            values[key] = before or after
            if after and before and before != after:
                rows.append({"level": key, "xml": after})
        extra += [row for place, row in enumerate(rows) if row not in extra and row not in rows[:place]]
        spoken = {tag.lower() for tag in old.languages}
        languages = (*old.languages, *(tag for tag in new.languages if tag.lower() not in spoken))
        return old._replace(languages=languages, extra=tuple(extra), sources=self._sources, **values)


def _sources_data(glossary: Glossary) -> dict[str, Value]:
    if not glossary.sources:
        return {}
    return {"sources": {key: source_data(source) for key, source in glossary.sources.items()}}


def _failed(path: str) -> ReaderError:
    return ReaderError(
        f"What is new could not be put into {path} so that it can be read again. Nothing was changed. "
        "Import into a new file, and copy from there what you need."
    )


def _bare(glossary: Glossary) -> tuple[Glossary, Sequence[Concept]]:
    """The glossary without its path and its lines."""
    return glossary._replace(path="", concepts=()), [_bare_concept(concept) for concept in glossary.concepts]


def _bare_concept(concept: Concept) -> Concept:
    terms = tuple(term._replace(line=0) for term in concept.terms)
    specs = tuple(spec._replace(line=0) for spec in concept.specs)
    return concept._replace(terms=terms, specs=specs, line=0)
