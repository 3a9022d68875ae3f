"""Short forms: those of a glossary's terms, and those that a text introduces, as in `full form (ABC)`."""

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from reader.terms.concepts import Term
from reader.terms.matching import APPROVED, Match
from reader.text.tags import primary

_MOST = 4  # short forms of one concept; a text that has more plays with words
_MOST_CONCEPTS = 20_000
_LONGEST = 60  # code points between the parentheses
_OPENING = frozenset("(（")
_CLOSING = frozenset(")）")
_QUOTES = "'“‘「”’」"
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


def may_introduce(text: str) -> bool:
    """Whether it is worth looking for short forms that a text introduces."""
    return "(" in text or "（" in text


class Introduced:
    """The short forms that a document has introduced so far; it is fed the targets in their order."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[str, ...]] = {}

    def learn(self, text: str, matches: Sequence[Match]) -> None:
        """Keep the short forms that fit an approved term: `term (form)` or `form (term)`."""
        if not may_introduce(text):
            return
        for match in matches:
            if match.term.status in APPROVED:
                for form in (*_in_parentheses(text, match.end), *_before_parentheses(text, match)):
                    if form != match.text and fits(form, match.text):
                        self._keep(match.concept, form)

    def find(self, text: str, concept: str) -> tuple[int, int] | None:
        """Where a text first uses a short form of the concept, in code points; None where it does not."""
        places = (_used(form).search(text) for form in self._forms.get(concept, ()))
        return min((place.span() for place in places if place), default=None)

    def merge(self, later: "Introduced") -> None:
        """Keep what was introduced in a part that stands behind."""
        for concept, forms in later._forms.items():
            for form in forms:
                self._keep(concept, form)

    def _keep(self, concept: str, form: str) -> None:
        known = self._forms.get(concept, ())
        room = len(known) < _MOST and (known or len(self._forms) < _MOST_CONCEPTS)
        if form not in known and room:
            self._forms[concept] = (*known, form)


def initialisms(terms: Collection[Term]) -> list[Term]:
    """The terms of one concept that are short forms though their type does not say so.

    They are approved, without a type, and in capitals that fit another approved term of their language.
    """
    usable = [term for term in terms if term.status in APPROVED] if len(terms) > 1 else []
    return [
        term
        for term in usable
        if not term.type
        and term.text.isascii()
        and any(
            len(one.text) > len(term.text)
            and fits(term.text, one.text)
            and primary(one.lang) == primary(term.lang)
            for one in usable
        )
    ]


def fits(form: str, words: str) -> bool:
    """Whether a short form is made of what it is short for.

    In Latin letters: of the first letters of its words in their order; those of small words and of parts
    behind a hyphen may be left out. In Chinese: of some of its characters in their order.
    """
    if not form.isascii():
        rest = iter(words)
        return 2 <= len(form) < len(words) and all(char in rest for char in form)
    letters = [char for char in form.removesuffix("s").lower() if char.isalpha()]
    if len(letters) < 2 or sum(char.isupper() for char in form) < 2:
        return False
    return _spelt_by(letters, _initials(words))


def _initials(words: str) -> list[tuple[str, bool]]:
    """The first letter of each word, and whether a short form needs it."""
    found: list[tuple[str, bool]] = []
    for word in words.lower().replace("&", " and ").split():
        parts = [part for part in _parts().findall(word) if part]
        found += [(part[0], place == 0 and part not in _SMALL) for place, part in enumerate(parts)]
    return found


def _spelt_by(letters: list[str], initials: list[tuple[str, bool]]) -> bool:
    """Whether the letters are the initials in their order, none left out that is needed."""
    if not initials or letters[0] != initials[0][0]:
        return False
    reached = {0}  # how many letters the initials so far can have spelt
    for initial, needed in initials:
        spelt = {count + 1 for count in reached if letters[count : count + 1] == [initial]}
        reached = spelt if needed else reached | spelt
    return len(letters) in reached


def _in_parentheses(text: str, end: int) -> list[str]:
    """What may be a short form in the parentheses that follow this place: quoted there, or alone there."""
    if _OPENING.isdisjoint(text[end : end + 3]) or not (found := _parentheses().match(text, end)):
        return []
    inside = found[1].strip()
    for mark in _QUOTES:
        inside = inside.replace(mark, '"')
    quoted = [part for part in inside.split('"')[1:-1] if _alone().fullmatch(part)]
    return quoted or ([inside] if _alone().fullmatch(inside) else [])


def _before_parentheses(text: str, match: Match) -> list[str]:
    """What may be a short form where the match stands alone in the parentheses that follow it."""
    if _CLOSING.isdisjoint(text[match.end : match.end + 2]) or not _closed().match(text, match.end):
        return []
    before = _opened().search(text, max(0, match.start - _LONGEST), match.start)
    return [before[1]] if before else []


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(r"(?<![\w&.-])([\w&.-]{2,12})\s?[(（](?:the\s)?[\"'“‘「]?$")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"[\"'”’」]?[)）]")


@cache
def _parentheses() -> re.Pattern[str]:
    return re.compile(rf"[\"'”’」]?\s?[(（]([^()（）]{{2,{_LONGEST}}})[)）]")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(r"[\w&.-]{2,12}")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’]s\b)?")


@lru_cache(1024)
def _used(form: str) -> re.Pattern[str]:
    """The short form as a word, in its capitals; in Latin letters with a plural or possessive ending."""
    if not form.isascii():
        return re.compile(re.escape(form))
    return re.compile(rf"(?<![A-Za-z0-9_]){re.escape(form.removesuffix('s'))}(?:['’]?s)?(?![A-Za-z0-9_])")
