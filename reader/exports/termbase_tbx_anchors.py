"""Which ids a TBX file has: each stands once in it, and what refers to an id needs it there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from reader.terms.concepts import Glossary
from reader.terms.exchange.tbx_structure import is_name, is_sound, parsed
from reader.terms.exchange.tbx_vocabulary import CORE
from reader.text.xml_reader import Comment, Element

_ANCHORED = re.compile(r"\s(?:id|target)\s*=")  # what is not even parsed has neither


class _Piece(NamedTuple):
    """Something that was imported and may be written back in place."""

    ids: Sequence[str]
    targets: Sequence[str]


class Anchors(NamedTuple):
    """The ids of a file."""

    entries: frozenset[str]
    others: frozenset[str]  # of imported elements: each stands once in the file

    def hold(self, node: Element | Comment) -> bool:
        """Whether an imported element may stand in the file, by its ids and by all that it refers to."""
        return not isinstance(node, Element) or self.are_kept(_anchored(node))

    def are_kept(self, piece: _Piece) -> bool:
        """The same of what it is called and refers to."""
        return self.others.issuperset(piece.ids) and all(
            target in self.entries or target in self.others for target in piece.targets
        )


def anchors(glossary: Glossary, entries: Iterable[str]) -> Anchors:
    """The ids of a glossary's file, whose entries have these."""
    taken = frozenset(entries)
    pieces = list(_pieces(glossary))
    while True:
        counts = Counter(chain.from_iterable(piece.ids for piece in pieces))
        once = frozenset(name for name, times in counts.items() if times == 1 and name not in taken)
        found = Anchors(taken, once)
        kept = [piece for piece in pieces if found.are_kept(piece)]
        if len(kept) == len(pieces):
            return found
        pieces = kept


def _pieces(glossary: Glossary) -> Iterator[_Piece]:
    terms = (term.extra for concept in glossary.concepts for term in concept.terms)
    for row in chain(glossary.extra, *(concept.extra for concept in glossary.concepts)):
        yield from _piece(row)
    for row in chain.from_iterable(terms):
        if row["level"] == "id":
            if is_name(row["xml"]):
                yield _Piece((row["xml"],), ())
        else:
            yield from _piece(row)


def _piece(row: Mapping[str, str]) -> Iterator[_Piece]:
    if not _ANCHORED.search(row["xml"]):
        return
    node = parsed(row["xml"])
    if isinstance(node, Element) and node.namespace in CORE and is_sound(node):
        found = _anchored(node)
        if any(found):
            yield found


def _anchored(node: Element) -> _Piece:
    """What an element is called and refers to, with all that stands in it."""
    ids, targets = [], []
    left = [node]
    while left:
        element = left.pop()
        if element.namespace in CORE:
            ids += [element.attributes[key] for key in ("id",) if key in element.attributes]
            if element.name != "xref" and "target" in element.attributes:
                targets.append(element.attributes["target"])
        left += element.elements()
    return _Piece(ids, targets)
