"""Targets that render what their source names beyond doubt, which is seen without folding them.

That is so where every concept of the source has a spelling that stands in the target as words. It says
nothing of what else the target has, so it serves where no term of the target's language is told about, and
where nobody counts them.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import permutations

from reader.terms.scanning import Hit, Scanner
from reader.terms.spelling import base
from reader.terms.words import in_word
from reader.text.addresses import may_have_address
from reader.text.tags import primary

_WEIGHED = ("(", "（")  # behind them a text may introduce a short form


class Plainly:
    """Looks for the concepts of a source in its target."""

    def __init__(self, source: Scanner, target: Scanner) -> None:
        """What finds the terms of the sources, and of the targets."""
        self._source = source
        self._english = primary(target.lang) == "en"
        varied = target.language.varied
        self._written: dict[str, tuple[str, str]] = {}  # by concept: its spelling, and its pattern
        for pattern, concepts, spelling in zip(
            target.patterns, target.concepts, target.spellings, strict=True
        ):
            if spelling:
                for concept in concepts:
                    if concept not in varied:
                        self._written[concept] = spelling, pattern

    def rendered(self, target: str, hits: Iterable[Hit], nested: Collection[Hit]) -> bool:
        """Whether the target surely renders what was found in its source; `nested` are those in others."""
        if self._english:
            if not target.isascii():
                return False
            target = target.lower()
        if _WEIGHED[0] in target or _WEIGHED[1] in target or may_have_address(target):
            return False
        patterns: dict[str, str] = {}
        for hit in hits:
            if hit in nested:
                continue
            for concept in self._source.concepts[hit[0]]:
                written = self._written.get(concept)
                if written is None or not self._stands(target, written[0]):
                    return False
                patterns[concept] = written[1]
        return len(patterns) < 2 or not any(one in other for one, other in permutations(patterns.values(), 2))

    def _stands(self, text: str, spelling: str) -> bool:
        """Whether the text has the spelling as words, or in the plural."""
        begin = text.find(spelling)
        if begin < 0 or (begin and in_word(text[begin - 1])):
            return False
        behind = text[begin + len(spelling) :][:2]
        if not behind or not in_word(behind[0]):
            return True
        return (
            behind[0] == "s"
            and not in_word(behind[1:] or " ")
            and self._english
            and _has_plural_in_s(spelling)
        )


@lru_cache(65536)
def _has_plural_in_s(spelling: str) -> bool:
    word = spelling.rpartition(" ")[2]
    return base(word + "s") == base(word)
