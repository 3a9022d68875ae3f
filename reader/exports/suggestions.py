"""Candidates for terms as YAML, ready to be pasted under `concepts:`; what is known of each is a comment."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.exports.termbase_yaml import concept_yaml
from reader.terms.concepts import Concept, Term
from reader.terms.exchange.naming import Names, slug
from reader.terms.suggesting import Candidate, Place
from reader.text.clean import clean_line
from reader.text.segments import Passage

_CONTEXT = 36  # characters on either side of a candidate


class Side(NamedTuple):
    """One side of a text, and what was found in it."""

    path: str
    lang: str
    passages: Sequence[Passage]
    candidates: Sequence[Candidate]


def suggestions_yaml(sides: Sequence[Side], names: Names) -> Iterator[str]:
    """An entry for each candidate, under comments that say how often and where it stands; ids are new."""
    first = True
    for side in sides:
        for candidate in side.candidates:
            concept = Concept(names.new(slug(candidate.text)), (Term(side.lang, candidate.text),))
            said = f"C-value {candidate.value:.1f}, {candidate.times} times"
            lines = [said, *(_context(place, side) for place in candidate.places)]
            yield "" if first else "\n"
            yield "".join(f"  # {clean_line(line)}\n" for line in lines)
            yield concept_yaml(concept)
            first = False


def _context(place: Place, side: Side) -> str:
    """`file:line: …words before [candidate] words behind…`, on one line."""
    passage = side.passages[place.text]
    start, end = max(0, place.start - _CONTEXT), min(len(passage.text), place.end + _CONTEXT)
    before, own, after = (
        passage.text[start : place.start],
        passage.text[place.start : place.end],
        passage.text[place.end : end],
    )
    line, _ = passage.place(place.start)
    shown = f"{'…' if start else ''}{before}[{own}]{after}{'…' if end < len(passage.text) else ''}"
    return f"{side.path}:{line}: {' '.join(shown.split())}"
