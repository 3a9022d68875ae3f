"""What a term has at its edges that its fold passes over, *the* or quotation marks."""

from typing import NamedTuple

from reader.terms.english import FoldedWords
from reader.terms.folding import Folded, fold
from reader.terms.words import in_word

_FURTHER = 8  # code points beyond an edge's own length: blanks, characters without width
_ARTICLES = frozenset(("a", "an", "the"))


class Edges(NamedTuple):
    """What stands before and behind what is left of a term, folded; and whether the text must have it."""

    before: str
    behind: str
    needed: bool

    def around(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The place with the edges that the text has; None where it must have them and has not."""
        first = _before(text, start, self.before) if self.before else start
        last = _behind(text, end, self.behind) if self.behind else end
        if self.needed and (first is None or last is None):
            return None
        return start if first is None else first, end if last is None else last


def edges_of(surface: str, folded: Folded | FoldedWords) -> Edges | None:
    """The edges of a term as it is written, where its fold passes over any.

    The text must have them where they enclose the whole of the term or where they make a term of one word:
    “root” is not *root*, and *the country* is not *country*; but *State Council* is *the State Council*, and
    小巨人企业 is “小巨人”企业: there the quotation mark has its partner inside.
    """
    if surface[0].isalnum() and surface[-1].isalnum() and not _ARTICLES & {*surface.lower().split()}:
        return None
    core = folded.text.strip()
    begin = folded.text.index(core)
    place = folded.place(begin, begin + len(core))
    if place is None or place == (0, len(surface)):
        return None
    start, end = place
    before, behind = fold(surface[:start]).text.lstrip(), fold(surface[end:]).text.rstrip()
    if not before and not behind:
        return None
    partner = "'" in fold(surface[start:end]).text and not any(char.isalnum() for char in before + behind)
    return Edges(before, behind, bool(before and behind) or (" " not in core and not partner))


def _before(text: str, start: int, edge: str) -> int | None:
    """Where the edge begins that ends here."""
    low = max(0, start - len(edge) - _FURTHER)
    folded = fold(text[low:start])
    at = len(folded.text) - len(edge)
    if at < 0 or not folded.text.endswith(edge):
        return None
    if at and in_word(folded.text[at - 1]) and in_word(edge[0]):
        return None
    return low + folded.span(at, at + 1)[0]


def _behind(text: str, end: int, edge: str) -> int | None:
    """Where the edge ends that begins here."""
    folded = fold(text[end : end + len(edge) + _FURTHER])
    size = len(edge)
    if not folded.text.startswith(edge):
        return None
    if size < len(folded.text) and in_word(edge[-1]) and in_word(folded.text[size]):
        return None
    return end + folded.span(0, size)[1]
