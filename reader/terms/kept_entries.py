"""The concepts of a glossary out of the cache, decoded when they are asked for: most never are."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, overload

from reader.terms.concepts import Concept, Definition, Fact, Rules, Spec, Term
from reader.text.compiled import Rows, value_of


class Entries(Sequence[Concept]):
    """Equal to the tuple of the same concepts; `ids` are theirs.

    `origin` is where they come from, without its rows.
    """

    def __init__(self, ids: Sequence[str], origin: Rows) -> None:
        """Raises ValueError where there is not one row for each id."""
        if len(ids) != len(origin.rows):
            raise ValueError("rows are missing")
        self.ids = ids
        self.origin = origin._replace(rows=())
        self._rows: list[bytes | Concept] = [*origin.rows]  # a row makes way for what it holds

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Concept: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Concept, ...]: ...
    def __getitem__(self, at: int | slice) -> Concept | tuple[Concept, ...]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(len(self))))
        known = self._rows[at]
        if isinstance(known, bytes):
            known = self._rows[at] = _concept(value_of(known))
        return known

    def __iter__(self) -> Iterator[Concept]:
        return (self[at] for at in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entries | tuple) and len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def _concept(row: list[Any]) -> Concept:
    if len(row) != len(Concept._fields):
        raise ValueError("this row is of another shape")
    row[_TERMS] = tuple(map(_term, row[_TERMS]))
    row[_DEFINITIONS] = tuple(Definition(*fields) for fields in row[_DEFINITIONS])
    row[_FACTS] = tuple(Fact(text, tuple(keys), caution) for text, keys, caution in row[_FACTS])
    row[_SPECS] = tuple(
        Spec(source, target, tuple(kinds), line) for source, target, kinds, line in row[_SPECS]
    )
    for place in _TUPLES:
        row[place] = tuple(row[place])
    return Concept._make(row)


def _term(row: list[Any]) -> Term:
    *plain, rules, contexts, note, extra, line = row
    return Term._make([*plain, _rules(rules), tuple(contexts), note, tuple(extra), line])


def _rules(row: list[Any]) -> Rules:
    if row == _PLAIN:
        return _NO_RULES
    case, inflect, boundary, variants, except_in = row
    return Rules(case, inflect, boundary, tuple(variants), tuple(except_in))


_TERMS, _DEFINITIONS, _FACTS, _SPECS = map(Concept._fields.index, ("terms", "definitions", "facts", "specs"))
_TUPLES = tuple(
    map(Concept._fields.index, ("notes", "related", "links", "images", "history", "extra"))
)  # JSON has them as lists
_NO_RULES = Rules()
_PLAIN = json.loads(json.dumps(_NO_RULES))
