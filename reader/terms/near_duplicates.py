"""Concepts that may be one: those whose names are nearly the same in both languages of the termbase.

The measure is Dice's coefficient (L. R. Dice, 1945, "Measures of the Amount of Ecologic Association Between
Species") of what the two names are made of: words in the singular and in American spelling, in Chinese,
Japanese and Korean single characters. Only pairs that can reach the threshold are compared: two sets that are
alike share one of their rarest members, by the prefix filter of Chaudhuri, Ganti and Kaushik, 2006, "A
Primitive Operator for Similarity Joins in Data Cleaning".
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from math import ceil
from typing import NamedTuple

from reader.terms.concepts import Concept, Glossary, Term, speaks
from reader.terms.folding import fold, singular
from reader.terms.remarks import Remark
from reader.terms.spelling import base
from reader.text.tags import primary

ALIKE = 0.8
"""Dice's coefficient from which on names are near: two sets of four with one difference have 0.75."""

_MOST = 64  # concepts that share rare parts in both languages; of more only neighbours are compared
_PART = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_]+")


class _Named(NamedTuple):
    """A concept with what its names in both languages are made of."""

    concept: Concept
    parts: tuple[frozenset[str], frozenset[str]]
    texts: tuple[str, str]


def form_key(term: Term) -> tuple[str, str]:
    """What terms have in common that no text can tell apart: their language, and what they are found by."""
    exact = term.match.case == "exact"
    folded = fold(term.text, exact)
    if term.match.inflect and speaks(term.lang, "en"):
        folded = singular(folded)
    return primary(term.lang), folded.text


def dice(left: frozenset[str], right: frozenset[str]) -> float:
    """Twice what two sets share, by the size of both: from 0 to 1."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def near_duplicates(glossary: Glossary) -> Iterator[Remark]:
    """A remark at the later one of each two concepts that are near, and not the same, in both languages."""
    if len(glossary.languages) < 2:
        return
    named = list(_named(glossary))
    compared: set[tuple[int, int]] = set()
    for pair in _pairs(named):
        if pair in compared:
            continue
        compared.add(pair)
        first, second = named[pair[0]], named[pair[1]]
        likeness = [dice(one, other) for one, other in zip(first.parts, second.parts, strict=True)]
        if min(likeness) >= ALIKE and first.texts != second.texts:
            yield _remark(first, second, min(likeness))


def _named(glossary: Glossary) -> Iterator[_Named]:
    for concept in glossary.concepts:
        heads = [concept.preferred(lang) for lang in glossary.languages[:2]]
        texts = tuple(form_key(head)[1] for head in heads if head)
        if len(texts) == 2:
            left, right = (frozenset(map(base, _PART.findall(text.casefold()))) for text in texts)
            if left and right:
                yield _Named(concept, (left, right), (texts[0], texts[1]))


def _pairs(named: list[_Named]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share a rare part in both languages; some come more than once."""
    frequent = [Counter(part for one in named for part in one.parts[side]) for side in (0, 1)]
    groups: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(named):
        rare = [_rarest(one.parts[side], frequent[side]) for side in (0, 1)]
        for key in product(*rare):
            groups.setdefault((key[0], key[1]), []).append(place)
    for group in groups.values():
        if len(group) <= _MOST:
            yield from combinations(group, 2)
        else:
            group.sort(key=lambda place: named[place].texts)
            yield from ((min(pair), max(pair)) for pair in pairwise(group))


def _rarest(parts: frozenset[str], frequent: Counter[str]) -> list[str]:
    """So many of its rarest parts that a set which is alike must share one of them."""
    shared = ceil(len(parts) * ALIKE / (2 - ALIKE) - 1e-9)  # the least that it has in common with a set alike
    return sorted(parts, key=lambda part: (frequent[part], part))[: len(parts) - shared + 1]


def _remark(first: _Named, second: _Named, likeness: float) -> Remark:
    names = [" = ".join(one.texts) for one in (first, second)]
    message = f"{names[1]} is near {first.concept.id} ({names[0]}): likeness {likeness:.2f}"
    concept = second.concept
    return Remark("near-duplicate", "info", concept.id, concept.line, message, (first.concept.id,))
