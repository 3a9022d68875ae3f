"""Targets that render what their source names beyond doubt, which is seen without folding them.

That is so where every term of the source, but for those inside longer ones, has a spelling that stands in the
target as words, and where none of these can be a part of what renders another. It says nothing of what else
the target has, so it serves where no term of the target's language is told about, and where nobody counts.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from reader.terms.introduced import may_introduce
from reader.terms.scanning import Hit, Scanner
from reader.terms.spelling import base
from reader.terms.words import in_word
from reader.text.addresses import may_have_address
from reader.text.tags import primary

_LONGEST = 4  # of what may follow a word's stem: no ending is as long


class PlainRenderings:
    """Looks for the concepts of a source in its target."""

    def __init__(self, source: Scanner, target: Scanner) -> None:
        """What finds the terms of the sources, and of the targets."""
        self._english = primary(target.lang) == "en"
        varied = target.language.varied
        written = {
            concept: (spelling, pattern)
            for pattern, concepts, spelling in zip(
                target.patterns, target.concepts, target.spellings, strict=True
            )
            if spelling
            for concept in concepts
            if concept not in varied
        }
        self._wanted = [[written.get(concept) for concept in concepts] for concepts in source.concepts]
        """Of each pattern of the source, how its concepts are spelled in the target, and their patterns."""

    def rendered(self, target: str, hits: Iterable[Hit], nested: Collection[Hit]) -> bool:
        """Whether the target surely renders what was found in its source; `nested` are those in others."""
        if self._english:
            if not target.isascii():
                return False
            target = target.lower()
        if may_introduce(target) or may_have_address(target):
            return False
        outer: list[str] = []
        inner: list[str] = []
        for hit in hits:
            within = hit in nested
            for wanted in self._wanted[hit[0]]:
                if not wanted or not (within or self._stands(target, wanted[0])):
                    return False
                (inner if within else outer).append(wanted[1])
        return len(outer) + len(inner) < 2 or not _lies_in(outer, (*outer, *inner))

    def _stands(self, text: str, spelling: str) -> bool:
        """Whether the text has the spelling as words, in the singular or the plural."""
        stem = spelling[:-1] if self._english and spelling[-1] == "y" else spelling
        begin = text.find(stem)
        if begin < 0 or (begin and in_word(text[begin - 1])):
            return False
        at = end = begin + len(stem)
        while at < len(text) and at - end < _LONGEST and in_word(text[at]):
            at += 1
        ending, own = text[end:at], spelling[len(stem) :]
        return ending == own or (self._english and _alike(stem.rpartition(" ")[2], own, ending))


def _lies_in(patterns: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of the patterns may stand inside one of the others."""
    return any(one in other and one != other for one in patterns for other in others)


@lru_cache(16384)
def _alike(stem: str, ending: str, other: str) -> bool:
    """Whether a word with either ending is known by the same."""
    return base(stem + ending) == base(stem + other)
