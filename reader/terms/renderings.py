"""The ways in which a text names a concept, and whether they agree."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reader.terms.concepts import Term
from reader.terms.folding import fold, singular
from reader.terms.forms import SHORT_FORMS
from reader.terms.matching import APPROVED

if TYPE_CHECKING:
    from reader.terms.occurrences import Occurrence
    from reader.text.article import Side


class Rendering(NamedTuple):
    """One way in which one side of a text names a concept; capitals, number and spelling make no other."""

    text: str  # as it stands first
    term: Term
    times: int
    nested: int  # how many of them stand inside a longer term
    paragraphs: tuple[int, ...]  # each once, in their order


def renderings(places: "Iterable[Occurrence]", side: "Side" = "source") -> tuple[Rendering, ...]:
    """The renderings of one concept on one side, the most frequent first, then as they come in the text."""
    groups: dict[str, list[Occurrence]] = {}
    for place in places:
        if place.side == side:
            groups.setdefault(rendering_key(place.term), []).append(place)
    found = [
        Rendering(
            group[0].text,
            group[0].term,
            len(group),
            sum(place.nested for place in group),
            tuple(dict.fromkeys(place.paragraph for place in group)),
        )
        for group in groups.values()
    ]
    return tuple(sorted(found, key=lambda rendering: -rendering.times))


def inconsistent(found: Iterable[Rendering]) -> bool:
    """Whether these renderings of one concept disagree.

    One that only stands inside longer terms does not count, since those have their own wording; nor does an
    approved acronym or other short form beside a full one.
    """
    own = [rendering for rendering in found if rendering.times > rendering.nested]
    full = [rendering for rendering in own if not is_short(rendering.term)]
    return len(full or own) > 1


def rendering_key(term: Term) -> str:
    """What the wordings of one rendering have in common."""
    return singular(fold(term.text)).text


def is_short(term: Term) -> bool:
    """Whether the term is an approved short form, which stands beside a full one without disagreeing."""
    return term.type in SHORT_FORMS and term.status in APPROVED
