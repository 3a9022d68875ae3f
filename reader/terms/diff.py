"""What changed from one termbase to another: concept by concept, and in a concept term by term."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Spec, Term
from reader.terms.near_duplicates import form_key

Mark = Literal["added", "removed", "changed"]
_FEW = 64  # concepts; a term that more of them have tells none of them from the others


class Change(NamedTuple):
    """One thing that is not as it was; "" stands for what is not there."""

    field: str  # as `subject_field`, `definition en`, `note`; with `term`, a field of that term
    old: str
    new: str
    term: str = ""  # `en: little giant` where it is about one term


class ConceptChange(NamedTuple):
    """A concept that came, went or changed; `changes` are empty unless it changed."""

    mark: Mark
    id: str  # the new one, where it has another now
    old: Concept | None
    new: Concept | None
    changes: tuple[Change, ...] = ()


class Diff(NamedTuple):
    """All that changed; it is false where nothing did."""

    head: tuple[Change, ...]
    concepts: tuple[ConceptChange, ...]

    def __bool__(self) -> bool:
        return bool(self.head or self.concepts)


def diff(old: Glossary, new: Glossary) -> Diff:
    """What is to be done to the old one to have the new one; where things stand in the files is no matter.

    Concepts are the same that have the same id; of the others, those that have the most terms in common, and
    one at least. They come in the order of the new termbase, those that went behind them.
    """
    return Diff(tuple(_head(old, new)), tuple(_concepts(old, new)))


def _head(old: Glossary, new: Glossary) -> Iterator[Change]:
    yield from _plain("title", old.title, new.title)
    if old.languages != new.languages:
        yield Change("languages", ", ".join(old.languages), ", ".join(new.languages))
    yield from _plain("source", old.source, new.source)
    for key in dict.fromkeys((*new.sources, *old.sources)):
        before, after = (side.sources.get(key) for side in (old, new))
        if before != after:
            yield Change(f"source {key}", _joined(before or ()), _joined(after or ()))
    yield from _lists("extra", old.extra, new.extra, _table)


def _concepts(old: Glossary, new: Glossary) -> Iterator[ConceptChange]:
    pairs = _pairs(old, new)
    met = set()
    for concept in new.concepts:
        before = pairs.get(concept.id)
        if before is None:
            yield ConceptChange("added", concept.id, None, concept)
            continue
        met.add(before.id)
        if changes := tuple(_changes(before, concept)):
            yield ConceptChange("changed", concept.id, before, concept, changes)
    for concept in old.concepts:
        if concept.id not in met:
            yield ConceptChange("removed", concept.id, concept, None)


def _pairs(old: Glossary, new: Glossary) -> dict[str, Concept]:
    """What each new concept was before, by the new id."""
    before = {concept.id: concept for concept in old.concepts}
    pairs = {concept.id: before[concept.id] for concept in new.concepts if concept.id in before}
    left = {concept.id: concept for concept in old.concepts if concept.id not in pairs}
    having: dict[tuple[str, str], list[str]] = {}
    for concept in left.values():
        for key in set(map(form_key, concept.terms)):
            having.setdefault(key, []).append(concept.id)
    order = {name: place for place, name in enumerate(left)}
    for concept in new.concepts if left else ():
        if concept.id in pairs:
            continue
        holders = (having.get(key, []) for key in set(map(form_key, concept.terms)))
        shared = Counter(name for names in holders if len(names) <= _FEW for name in names if name in left)
        if shared:
            pairs[concept.id] = left.pop(max(shared, key=lambda name: (shared[name], -order[name])))
    return pairs


def _changes(old: Concept, new: Concept) -> Iterator[Change]:
    for field in ("id", "subject_field", "tier", "customer", "project"):
        yield from _plain(field, getattr(old, field), getattr(new, field))
    yield from _terms(old.terms, new.terms)
    for lang in dict.fromkeys(each.lang for each in (*old.definitions, *new.definitions)):
        before, after = ([each for each in side.definitions if each.lang == lang] for side in (old, new))
        yield from _lists(f"definition {lang}", before, after, _definition)
    yield from _lists("note", old.notes, new.notes)
    yield from _lists("fact", old.facts, new.facts, _fact)
    yield from _lists("related", old.related, new.related)
    before_specs, after_specs = ([spec._replace(line=0) for spec in side.specs] for side in (old, new))
    yield from _lists("spec", before_specs, after_specs, _spec)
    for field, name in (("links", "link"), ("images", "image"), ("history", "history"), ("extra", "extra")):
        yield from _lists(name, getattr(old, field), getattr(new, field), _table)


def _terms(old: Sequence[Term], new: Sequence[Term]) -> Iterator[Change]:
    before, after = _numbered(old), _numbered(new)
    for key, term in after.items():
        name = f"{term.lang}: {term.text}"
        if key not in before:
            yield Change("term", "", _described(term), name)
            continue
        for field in Term._fields:
            was, now = getattr(before[key], field), getattr(term, field)
            if field != "line" and was != now:
                yield Change(field, _value(was), _value(now), name)
    for key, term in before.items():
        if key not in after:
            yield Change("term", _described(term), "", f"{term.lang}: {term.text}")
    was_order = [text for lang, text, number in before if (lang, text, number) in after]
    now_order = [text for lang, text, number in after if (lang, text, number) in before]
    if was_order != now_order:
        yield Change("order of terms", _joined(was_order), _joined(now_order))


def _numbered(terms: Sequence[Term]) -> dict[tuple[str, str, int], Term]:
    """The terms by language, text, and which of those that have both in common they are."""
    numbered: dict[tuple[str, str, int], Term] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for term in terms:
        key = (term.lang, term.text)
        numbered[*key, seen[key]] = term
        seen[key] += 1
    return numbered


def _described(term: Term) -> str:
    """A term with its status, where it has one."""
    return f"{term.text} ({term.status})" if term.status else term.text


def _value(value: Any) -> str:
    """A field of a term in words."""
    if isinstance(value, Rules):
        usual = Rules()._asdict()
        return _joined(
            f"{name}: {_value(own)}" for name, own in value._asdict().items() if own != usual[name]
        )
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return _joined(_joined(each.values()) if isinstance(each, Mapping) else each for each in value)
    return str(value)


def _plain(field: str, old: str, new: str) -> Iterator[Change]:
    if old != new:
        yield Change(field, old, new)


def _lists(
    field: str, old: Sequence[Any], new: Sequence[Any], shown: Callable[[Any], str] = str
) -> Iterator[Change]:
    """What went from a list and what came; where one went and one came, it changed."""
    gone = [each for each in old if each not in new]
    come = [each for each in new if each not in old]
    if len(gone) == len(come) == 1:
        yield Change(field, shown(gone[0]), shown(come[0]))
        return
    yield from (Change(field, shown(each), "") for each in gone)
    yield from (Change(field, "", shown(each)) for each in come)
    if not gone and not come and list(old) != list(new):
        yield Change(f"order of {field}", _joined(map(shown, old)), _joined(map(shown, new)))


def _definition(definition: Definition) -> str:
    return f"{definition.text} [{definition.source}]" if definition.source else definition.text


def _fact(fact: Fact) -> str:
    return _joined((fact.text, *fact.sources, fact.caution))


def _spec(spec: Spec) -> str:
    return f"{spec.source} → {spec.target}: {', '.join(spec.expect) or 'no finding'}"


def _table(table: Mapping[str, str]) -> str:
    return _joined(f"{key}: {value}" for key, value in table.items())


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(part for part in parts if part)
