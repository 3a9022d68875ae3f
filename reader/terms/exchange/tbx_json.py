"""What TBX-Basic has no place for, in a note of reader's own: put in and taken out again.

The note says only what a reader would not find in the elements beside it. A text stands for itself, or as
`[found, meant]` where something else stands in the element. A list that is found in part is `{"of": n, "is":
[…]}`: of n items found, a number (from 0) is that one, all else an item. What another tool has added or
changed since stays: it is not what was found.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reader.terms.concepts import Concept, Term
from reader.terms.exchange.tbx_json_values import CONCEPT_VALUES, NO_VALUE, TERM_VALUES, Reading
from reader.terms.exchange.tbx_vocabulary import PREFIX
from reader.terms.exchange.yaml_entries import concept_value, term_value

_USUAL: Mapping[str, str] = {"tier": "term"}


class Additions(NamedTuple):
    """What a note adds to a concept or a term."""

    fields: Mapping[str, Any]
    order: Sequence[int]  # of a concept's terms: where each of those found belongs

    def to_concept(self, concept: Concept, sources: frozenset[str]) -> Concept:
        """The concept with them; what is no value for its field is left out."""
        changed = _read(self.fields, concept, CONCEPT_VALUES, sources)
        return concept._replace(**{"terms": _ordered(concept.terms, self.order), **changed})

    def to_term(self, term: Term) -> Term:
        """The term with them; what is no value for its field is left out."""
        return term._replace(**_read(self.fields, term, TERM_VALUES, frozenset()))


def additions(note: str) -> Additions | None:
    """What such a note says; None where it is none."""
    try:
        data = json.loads(note.removeprefix(PREFIX))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    order = data.pop("order", [])
    sound = isinstance(order, list) and all(type(place) is int for place in order)
    return Additions(data, order) if sound and sorted(order) == list(range(len(order))) else None


def written(data: Mapping[str, Any]) -> str:
    """The text of such a note."""
    return f"{PREFIX} {json.dumps(data, ensure_ascii=False, separators=(', ', ': '), sort_keys=True)}"


def concept_additions(found: Concept, meant: Concept) -> dict[str, Any]:
    """What has to be told of a concept, where its elements alone are read as `found`; not of its terms."""
    if found._replace(line=0, terms=()) == meant._replace(line=0, terms=()):
        return {}
    keys = (key for key in CONCEPT_VALUES if getattr(found, key) != getattr(meant, key))
    pairs = ((key, concept_value(found, key), concept_value(meant, key)) for key in keys)
    return {key: _told(before, after or _USUAL.get(key, "")) for key, before, after in pairs}


def term_additions(found: Term, meant: Term) -> dict[str, Any]:
    """What has to be told of a term, where its elements alone are read as `found`."""
    if found._replace(line=0) == meant._replace(line=0):
        return {}
    keys = (key for key in TERM_VALUES if getattr(found, key) != getattr(meant, key))
    return {key: _told(term_value(found, key), term_value(meant, key)) for key in keys}


def told(found: Any, meant: Any) -> Any:
    """What has to be told of one value."""
    return _told(found, meant)


def _told(found: Any, meant: Any) -> Any:
    if not found:
        return meant
    if isinstance(found, str) or isinstance(meant, Mapping):
        return [found, meant]
    places: dict[str, list[int]] = {}
    for place, item in enumerate(found):
        places.setdefault(_key(item), []).append(place)
    items = [known.pop(0) if (known := places.get(_key(item))) else item for item in meant]
    return {"of": len(found), "is": items}


def _key(item: Any) -> str:
    return json.dumps(item, sort_keys=True, ensure_ascii=False)


def untold(found: Any, said: Any) -> Any:
    """The value that was meant, as data; raises ValueError where what was said makes no sense."""
    if isinstance(found, str):
        before, after = said if isinstance(said, list) else ("", said)
        return after if before == found else found
    if isinstance(said, list):
        return [*said, *found]
    if "is" not in said:
        return said
    count = said["of"]
    known = [found[item] if type(item) is int else item for item in said["is"]]
    return known + list(found)[count:]


def _read(
    fields: Mapping[str, Any], value: Any, readings: Mapping[str, Reading], sources: frozenset[str]
) -> dict[str, Any]:
    """The fields that the additions change."""
    get = concept_value if isinstance(value, Concept) else term_value
    changed = {}
    for key, said in fields.items():
        try:
            changed[key] = readings[key](untold(get(value, key), said), sources)
        except NO_VALUE:
            continue
    return changed


def _ordered(terms: tuple[Term, ...], order: Sequence[int]) -> tuple[Term, ...]:
    """The terms, each of those found where it belongs; those that came later behind them."""
    if len(order) > len(terms):
        return terms
    places = sorted(range(len(order)), key=order.__getitem__)
    return (*(terms[place] for place in places), *terms[len(order) :])
