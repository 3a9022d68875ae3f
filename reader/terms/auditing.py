"""A termbase looked over: what its entries promise and do not keep, and what may have been missed."""

from collections.abc import Callable, Iterator
from itertools import chain, combinations, islice

from reader.terms.concepts import Concept, Glossary, Term, speaks
from reader.terms.findings import LEVELS
from reader.terms.forms import serves
from reader.terms.introduced import initialisms
from reader.terms.matching import APPROVED
from reader.terms.near_duplicates import form_key, near_duplicates
from reader.terms.remarks import Remark
from reader.terms.renderings import is_short
from reader.terms.specs import spec_remarks
from reader.text.quoting import quoted

_Place = tuple[Concept, Term]
_FEW = 16  # concepts with one form that are compared each with each; of more, each with the first
_MOST = 10  # concepts that are named


def audit(glossary: Glossary) -> list[Remark]:
    """Every remark, in the order of the file, the gravest first where they are about one line."""
    found: Iterator[Remark] = chain(
        spec_remarks(glossary),
        _shared(glossary),
        near_duplicates(glossary),
        *(rule(glossary) for rule in _RULES),
    )
    return sorted(found, key=lambda remark: (remark.line, LEVELS.index(remark.severity), remark.kind))


def _shared(glossary: Glossary) -> Iterator[Remark]:
    """Terms of one form in two concepts; where two concepts share names in two languages, they may be one."""
    pairs: dict[tuple[str, str], list[tuple[_Place, _Place]]] = {}
    for group in _by_form(glossary):
        approved = [place for place in group if place[1].status in APPROVED]
        for place in group:
            if place[1].status not in APPROVED:
                yield _elsewhere(place, approved or group)
        few = len(approved) <= _FEW
        for first, second in (
            combinations(approved, 2) if few else ((approved[0], each) for each in approved[1:])
        ):
            pairs.setdefault((first[0].id, second[0].id), []).append((first, second))
    for shared in pairs.values():
        if len({form_key(second[1])[0] for _, second in shared}) > 1:
            yield _duplicate(shared)
        else:
            yield from (_homonym(first, second) for first, second in shared)


def _by_form(glossary: Glossary) -> list[list[_Place]]:
    """The terms that stand in several concepts in one form, the first of each concept."""
    groups: dict[tuple[str, str], dict[str, _Place]] = {}
    for concept in glossary.concepts:
        for term in concept.terms:
            groups.setdefault(form_key(term), {}).setdefault(concept.id, (concept, term))
    return [list(group.values()) for group in groups.values() if len(group) > 1]


def _duplicate(shared: list[tuple[_Place, _Place]]) -> Remark:
    (first, _), (concept, _) = shared[0]
    names = " and ".join(dict.fromkeys(quoted(term.text) for _, (_, term) in shared))
    message = f"{first.id} is called {names} too: the two may be one"
    return Remark("duplicate", "warning", concept.id, concept.line, message, (first.id,))


def _homonym(first: _Place, second: _Place) -> Remark:
    (other, before), (concept, term) = first, second
    message = f"{quoted(term.text)}, {_standing(term)} here, is {_standing(before)} in {other.id} too"
    return Remark("shared-form", "warning", concept.id, term.line, message, (other.id,))


def _elsewhere(place: _Place, group: list[_Place]) -> Remark:
    """A term to avoid that stands in other concepts, approved if it is so anywhere."""
    concept, term = place
    others = list(islice((other for other in group if other[0] is not concept), _MOST))
    where = ", ".join(f"{_standing(other)} in {entry.id}" for entry, other in others[:3])
    message = f"{quoted(term.text)}, {term.status} here, is {where}{' …' if len(others) > 3 else ''}"
    return Remark("shared-form", "info", concept.id, term.line, message, tuple(one.id for one, _ in others))


def _standing(term: Term) -> str:
    return term.status or "approved"


def _twice(glossary: Glossary) -> Iterator[Remark]:
    for concept in glossary.concepts:
        seen: dict[tuple[str, str], Term] = {}
        for term in concept.terms:
            first = seen.setdefault((term.lang, form_key(term)[1]), term)
            if first is not term:
                differs = "" if first.text == term.text else f" as {quoted(first.text)}"
                message = f"{quoted(term.text)} stands in this entry before{differs}"
                yield Remark("twice", "warning", concept.id, term.line, message)


def _preferred(glossary: Glossary) -> Iterator[Remark]:
    """Languages that a concept has no term in, none to prefer, or two (an acronym is no second one)."""
    for concept in glossary.concepts:
        for lang in glossary.languages:
            own = [term for term in concept.terms if serves(term.lang, lang)]
            usable = [term for term in own if term.status in APPROVED]
            if not usable:
                message = f"every term in {lang} is to be avoided" if own else f"there is no term in {lang}"
                yield Remark("no-term", "warning", concept.id, concept.line, message)
            elif all(term.status == "admitted" for term in usable):
                message = f"no term in {lang} is preferred: {quoted(usable[0].text)} is only admitted"
                yield Remark("none-preferred", "info", concept.id, usable[0].line, message)
        preferred: dict[str, Term] = {}
        short = initialisms(concept.terms)
        for term in concept.terms:
            if term.status == "preferred" and not is_short(term) and term not in short:
                first = preferred.setdefault(term.lang, term)
                if first is not term:
                    message = (
                        f"{quoted(term.text)} and {quoted(first.text)} are both preferred in {term.lang}"
                    )
                    yield Remark("two-preferred", "warning", concept.id, term.line, message)


def _unexplained(glossary: Glossary) -> Iterator[Remark]:
    for concept in glossary.concepts:
        for term in concept.terms:
            if term.status == "deprecated" and not (term.why or term.note):
                message = f"{quoted(term.text)} is deprecated, and nothing says why"
                yield Remark("no-why", "info", concept.id, term.line, message)


def _unpronounced(glossary: Glossary) -> Iterator[Remark]:
    """Concepts whose Chinese has no pinyin, in a termbase that gives it with others."""
    said: dict[str, bool] = {}
    lines: dict[str, Term] = {}
    for concept in glossary.concepts:
        chinese = [term for term in concept.terms if speaks(term.lang, "zh") and term.status in APPROVED]
        if chinese:
            said[concept.id] = any(term.pinyin for term in chinese)
            lines[concept.id] = chinese[0]
    if any(said.values()):
        for name, term in lines.items():
            if not said[name]:
                yield Remark("no-pinyin", "info", name, term.line, f"{quoted(term.text)} has no pinyin")


_RULES: tuple[Callable[[Glossary], Iterator[Remark]], ...] = (_twice, _preferred, _unexplained, _unpronounced)
