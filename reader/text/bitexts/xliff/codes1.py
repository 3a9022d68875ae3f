"""Paired codes of XLIFF 1.x: what begins in a source or target ends there, and the other way round."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reader.text.bitexts.xliff.grammar import Report
from reader.text.bitexts.xliff.tables1 import short_name
from reader.text.xml_reader import Element

_PAIRS = (("bpt", "ept"), ("bx", "ex"))


def check_pairs(side: Element, report: Report) -> None:
    """Every `bpt` with its `ept`, and every `bx` with a rid with its `ex`: codes of one rid, else of one id.

    A `bx` or `ex` without a rid may stand alone: so Okapi writes a code whose other end is in another unit.
    Codes without a rid that are numbered each for itself are taken for pairs as long as there are as many.
    """
    codes = list(_codes(side))
    for begin, end in _PAIRS if codes else ():
        starts, ends = ([code for code in codes if code.name == name] for name in (begin, end))
        alone = list(_without(starts, ends)), list(_without(ends, starts))
        least = 0 if begin == "bx" else min(sum(map(_is_numbered, some)) for some in alone)
        for some, other in zip(alone, (end, begin), strict=True):
            numbered = 0
            for code in some:
                numbered += _is_numbered(code)
                if _is_numbered(code) and (begin == "bx" or numbered <= least):
                    continue
                said = f"<{code.tag}> has no <{other}> in this <{side.tag}>"
                report.add(code, said, f"write one with the same {'id' if _is_numbered(code) else 'rid'}")


def _codes(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if short_name(child):
            yield child
            yield from _codes(child)


def _is_numbered(code: Element) -> bool:
    """Whether nothing but its id says what it belongs to."""
    return "rid" not in code.attributes


def _without(codes: Iterable[Element], others: Iterable[Element]) -> Iterator[Element]:
    """Those of the codes that have no partner among the others."""
    left = Counter(map(_key, others))
    for code in codes:
        left[_key(code)] -= 1
        if left[_key(code)] < 0:
            yield code


def _key(code: Element) -> str:
    return code.attributes.get("rid", code.attributes.get("id", ""))
