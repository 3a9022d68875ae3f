"""One concept put into another: what is missing is added, and what differs stands beside what is there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from reader.terms.concepts import Concept, Definition, Fact, Rules, Term
from reader.terms.exchange.narration import Tell
from reader.terms.folding import fold

Row = Mapping[str, str]
_Item = TypeVar("_Item")
_SINGLE = ("subject_field", "customer", "project")
_OF_TERMS = ("status", "pinyin", "pos", "type", "gender", "geo", "severity", "why")
_HINT = "<?reader-order "
_NAMES = {"subject_field": "subject field", "pos": "part of speech", "geo": "geographical usage"}


def merged_concept(old: Concept, new: Concept, say: Tell) -> Concept:
    """The old concept with all that the new one has besides; `say` hears of each addition, in few words.

    A value that the YAML has room for once stays as it is; the other one is kept under `extra`, with its
    field as the level. A term's other note becomes a note of the concept.
    """
    notes = [*old.notes, *_missing(old.notes, new.notes)]
    terms = _merged_terms(old, new, notes, say)
    extra = [*old.extra, *_missing(old.extra, filter(_is_content, new.extra))]
    single: dict[str, Any] = {
        key: _single(key, getattr(old, key), getattr(new, key), extra, "", say) for key in _SINGLE
    }
    if new.tier not in ("term", old.tier):
        _keep_other("tier", old.tier, new.tier, extra, "", say)
    merged = old._replace(
        terms=tuple(terms),
        definitions=tuple(_merged_definitions(old.definitions, new.definitions)),
        notes=tuple(notes),
        facts=(*old.facts, *(fact for fact in new.facts if not _is_told(fact, old.facts))),
        related=(*old.related, *(other for other in new.related if other not in (old.id, *old.related))),
        links=_rows(old.links, new.links, "url"),
        images=_rows(old.images, new.images, "url"),
        history=(*old.history, *_missing(old.history, new.history)),
        specs=(
            *old.specs,
            *(spec for spec in new.specs if spec[:3] not in {known[:3] for known in old.specs}),
        ),
        extra=tuple(extra),
        **single,
    )
    for key in ("definitions", "notes", "facts", "related", "links", "images", "history", "specs"):
        count = len(getattr(merged, key)) - len(getattr(old, key))
        if count:
            say(f"{count} more under {key}")
    return merged


def is_preferred_or_unmarked(term: Term) -> bool:
    """Whether the term stands for its concept in a search for the same concept elsewhere."""
    return term.status in ("preferred", "")


def key_of(term: Term) -> tuple[str, str]:
    """What two spellings of one term have in common: language and light fold."""
    return term.lang.lower(), fold(term.text).text


def _missing(old: Sequence[_Item], new: Iterable[_Item]) -> list[_Item]:
    """What is in the second and not in the first, once each."""
    found: list[_Item] = []
    for item in new:
        if item not in old and item not in found:
            found.append(item)
    return found


def _is_content(row: Row) -> bool:
    """Whether a row says more than in which order elements stood."""
    return not row["xml"].startswith(_HINT)


def _single(key: str, old: str, new: str, extra: list[Row], whose: str, say: Tell) -> str:
    """The value of a field that has room for one."""
    if not new or new == old:
        return old
    if not old and not (key == "status" and new in ("deprecated", "superseded")):
        say(f"{whose}{_NAMES.get(key, key)} filled with {new!r}")
        return new
    _keep_other(key, old, new, extra, whose, say)
    return old


def _keep_other(key: str, old: str, new: str, extra: list[Row], whose: str, say: Tell) -> None:
    row = {"level": key, "xml": new}
    if row not in extra:
        extra.append(row)
        stays = f"{old!r} stays" if old else "it stays without one"
        say(f"{whose}{_NAMES.get(key, key)} is {new!r} there; {stays}, the other is kept under extra")


def _rows(old: tuple[Row, ...], new: tuple[Row, ...], key: str) -> tuple[Row, ...]:
    """Rows of one address or text once, unless they say something different besides."""
    known = {row[key] for row in old}
    return (*old, *(row for row in _missing(old, new) if row[key] not in known or len(row) > 1))


def _is_told(fact: Fact, old: tuple[Fact, ...]) -> bool:
    return any(
        fact.text == known.text
        and set(fact.sources) <= set(known.sources)
        and fact.caution in ("", known.caution)
        for known in old
    )


def _merged_definitions(old: tuple[Definition, ...], new: tuple[Definition, ...]) -> list[Definition]:
    merged = list(old)
    for definition in new:
        same = [
            place
            for place, known in enumerate(merged)
            if known.lang.lower() == definition.lang.lower() and known.text == definition.text
        ]
        if any(definition.source in ("", merged[place].source) for place in same):
            continue
        bare = next((place for place in same if not merged[place].source), None)
        if bare is None:
            merged.append(definition)
        else:
            merged[bare] = merged[bare]._replace(source=definition.source)
    return merged


def _merged_terms(old: Concept, new: Concept, notes: list[str], say: Tell) -> list[Term]:
    terms = list(old.terms)
    for term in new.terms:
        place = _same_term(terms, term)
        if place is None:
            say(f"term {term.text!r} ({term.lang}) added")
            terms.append(term._replace(extra=tuple(filter(_is_content, term.extra))))
        else:
            terms[place] = _merged_term(terms[place], term, notes, say)
    return terms


def _same_term(terms: list[Term], new: Term) -> int | None:
    """Where the same term stands: the very same, else one so written, else so folded; None for nowhere."""
    for place, term in enumerate(terms):
        if term._replace(line=0) == new._replace(line=0):
            return place
    for place, term in enumerate(terms):
        if term.text == new.text and term.lang.lower() == new.lang.lower():
            return place
    key = key_of(new)
    for place, term in enumerate(terms):
        if key_of(term) == key and term.match.case == "fold" and new.match.case == "fold":
            return place
    return None


def _merged_term(old: Term, new: Term, notes: list[str], say: Tell) -> Term:
    whose = f"{old.text!r} ({old.lang}): "
    extra = [*old.extra, *_missing(old.extra, filter(_is_content, new.extra))]
    values: dict[str, Any] = {
        key: _single(key, getattr(old, key), getattr(new, key), extra, whose, say) for key in _OF_TERMS
    }
    other = f"{old.text}: {new.note}"
    if old.note and new.note and new.note != old.note and other not in notes:
        notes.append(other)
    contexts = _rows(old.contexts, new.contexts, "text")
    if len(contexts) > len(old.contexts):
        say(f"{whose}{len(contexts) - len(old.contexts)} more contexts")
    match = _merged_rules(old, new, extra, whose, say)
    note = old.note or new.note
    return old._replace(match=match, contexts=contexts, note=note, extra=tuple(extra), **values)


def _merged_rules(old: Term, new: Term, extra: list[Row], whose: str, say: Tell) -> Rules:
    """How the term is found: what the old one says, else what the new one says; all spellings of both."""
    rules = {}
    for key, usual in (("case", "fold"), ("inflect", True), ("boundary", True)):
        before, after = getattr(old.match, key), getattr(new.match, key)
        rules[key] = before
        if after == usual or before == after:
            continue
        if old.match == Rules():
            rules[key] = after
        else:
            said = after if isinstance(after, str) else "yes" if after else "no"
            _keep_other(f"match.{key}", "", said, extra, whose, say)
    spellings = new.match.variants if new.text == old.text else (new.text, *new.match.variants)
    variants = (*old.match.variants, *_missing((old.text, *old.match.variants), spellings))
    except_in = (*old.match.except_in, *_missing(old.match.except_in, new.match.except_in))
    if len(variants) > len(old.match.variants):
        say(f"{whose}{len(variants) - len(old.match.variants)} more spellings")
    return Rules(**rules, variants=variants, except_in=except_in)
