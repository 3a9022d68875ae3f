"""The slow, plain search: it tries every stretch of a text with every form of every term."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from reader.terms.concepts import Glossary, Rules, Term
from reader.terms.folding import fold, singular
from reader.terms.spelling import base
from reader.terms.surfaces import other_surfaces


class Stretch(NamedTuple):
    start: int
    end: int
    concept: str
    term: Term
    order: int
    surface: str
    derived: bool


class Unit(NamedTuple):
    """A part of a text that is compared as a whole, with its place in the text."""

    key: str
    start: int
    end: int


def is_word(char: str) -> bool:
    return (char.isalnum() and not "一" <= char <= "鿿") or char == "_"


def ends_here(text: str, at: int) -> bool:
    """Whether no word goes on across this place; characters without width do not part one."""
    left, right = text[:at].rstrip("\u200b")[-1:], text[at:].lstrip("\u200b")[:1]
    return not (left and right and is_word(left) and is_word(right))


@cache
def plain(text: str, keep_case: bool = False) -> str:
    return fold(text, keep_case).text


def written_places(text: str, surface: str, rules: Rules) -> Iterator[tuple[int, int]]:
    """Where a form stands as it is written."""
    marks = [at for at, char in enumerate(text) if char not in "\u200b \n"]
    for start in marks:
        for end in (at + 1 for at in marks if at >= start):
            if rules.boundary and not (ends_here(text, start) and ends_here(text, end)):
                continue
            if all(plain(text[start:end], case) == plain(surface, case) for case in cases(rules)):
                yield start, end


def cases(rules: Rules) -> tuple[bool, ...]:
    """Whether capitals are looked at, in the comparisons that have to hold."""
    return (False, True) if rules.case == "exact" else (False,)


@cache
def english(text: str, keep_case: bool) -> tuple[Unit, ...]:
    """A text as the English fold sees it: word by word, with a blank between them."""
    units: list[Unit] = []
    for word in words(text):
        spelt = "".join(char for char, _ in word)
        if spelt not in ("a", "the", "The", "an"):
            units += [Unit(" ", word[0][1], word[0][1])] * bool(units)
            units += [unit for unit in parts(word, spelt, text, keep_case) if unit.key]
    return tuple(units)


def words(text: str) -> Iterator[list[tuple[str, int]]]:
    """The words between blanks: each character in its simple form, and its place."""
    word: list[tuple[str, int]] = []
    for at, char in enumerate(text + " "):
        if char.isspace():
            yield from [word] if word else []
            word = []
        elif char != "\u200b":
            word.append(("'" if char in "“”’" else "-" if char == "—" else char, at))


def parts(word: list[tuple[str, int]], spelt: str, text: str, keep_case: bool) -> Iterator[Unit]:
    """The parts of a word, each folded."""
    at = 0
    while at < len(word):
        before, start = spelt[at - 1 : at] if at else "", word[at][1]
        size = abbreviation(spelt, at)
        if not size:
            size = token(spelt, at)
        if size:
            folded = known_by(spelt[at : at + size].replace(".", ""), keep_case)
        else:
            size = 1
            folded = mark(text[start], spelt[at], before, spelt[at + 1 : at + 2])
        yield Unit(folded, start, word[at + size - 1][1] + 1)
        at += size


def abbreviation(word: str, at: int) -> int:
    """How long the abbreviation with full stops is that begins here, with its 's."""
    if at and (is_latin(word[at - 1]) or word[at - 1] == "."):
        return 0
    for end in range(len(word), at, -1):
        letters = word[at:end].removesuffix("s").removesuffix("'").removesuffix(".").split(".")
        small = len(letters) > 1 and all(part[:1].isupper() and len(part) == 1 for part in letters)
        if small and not is_latin(word[end : end + 1]) and word[end : end + 1] != ".":
            return end - at
    return 0


def token(word: str, at: int) -> int:
    """How long the word in Latin letters is that begins here, with its 's."""
    end = at
    while is_latin(word[end : end + 1]):
        end += 1
    possessive = word[end : end + 2] == "'s" and not is_latin(word[end + 2 : end + 3])
    return end - at + 2 * (end > at and possessive)


def known_by(token: str, keep_case: bool) -> str:
    return token[:2] if token in ("US", "US's", "USs") else base(token if keep_case else token.lower())


def mark(raw: str, char: str, before: str, behind: str) -> str:
    inside = before.isalnum() and behind.isalnum()
    if char == "'":
        return "'" if inside else ""
    if char == "&":
        return " " * before.isalnum() + "and" + " " * behind.isalnum()
    if raw == "-" and (inside or (before.isalnum() and not behind)):
        return " " if inside else ""
    return char


def is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def key(units: Sequence[Unit]) -> str:
    return "".join(unit.key for unit in units)


def english_places(text: str, surface: str, rules: Rules) -> Iterator[tuple[int, int]]:
    """Where a form stands under the English fold, with the marks and articles around it that belong to it."""
    own, units = english(surface, False), english(text, False)
    before, behind = surface[: own[0].start].lstrip(), surface[own[-1].end :].rstrip()
    partner = set("“”’'") & set(surface[own[0].start : own[-1].end]) and "the" not in before
    needed = (" " not in key(own) and not partner) or bool(before and behind)
    for first, last in combinations(range(len(units) + 1), 2):
        if key(units[first:last]) != key(own) or runs_on(units, first) or runs_on(units, last):
            continue
        start, end = units[first].start, units[last - 1].end
        if rules.case == "exact" and key(english(text[start:end], True)) != key(english(surface, True)):
            continue
        starts = [at for at in range(start) if is_edge(text, at, start, before, at)] if before else [start]
        ends = (
            [at for at in range(end, len(text) + 1) if is_edge(text, end, at, behind, at - 1)]
            if behind
            else [end]
        )
        if (starts and ends) or not needed:
            yield (starts or [start])[-1], (ends or [end])[0]


def runs_on(units: Sequence[Unit], at: int) -> bool:
    """Whether a word goes on from the unit before to this one."""
    return 0 < at < len(units) and is_word(units[at - 1].key[-1]) and is_word(units[at].key[0])


def is_edge(text: str, start: int, end: int, edge: str, far: int) -> bool:
    """Whether this is the edge of a term, as words of their own and without a blank at its far end."""
    found = text[start:end]
    if not found or plain(found) != plain(edge) or text[far] == "\u200b":
        return False
    return ends_here(text, start) and ends_here(text, end)


def is_free(surface: str, rules: Rules) -> bool:
    """Whether the form is looked for under the English fold."""
    return rules.inflect and rules.boundary and bool(english(surface, False))


def places(text: str, surface: str, rules: Rules) -> list[tuple[int, int]]:
    looked_for = english_places if is_free(surface, rules) else written_places
    return list(looked_for(text, surface, rules))


def stretches(text: str, glossary: Glossary) -> Iterator[Stretch]:
    order = 0
    for concept in glossary.concepts:
        for term in concept.terms:
            order += 1
            rules = term.match
            shut = [place for surface in rules.except_in for place in places(text, surface, rules)]
            for surface, derived in surfaces(term):
                for start, end in places(text, surface, rules):
                    if not any(first <= start and end <= last for first, last in shut):
                        yield Stretch(start, end, concept.id, term, order, surface, derived)


def surfaces(term: Term) -> Iterator[tuple[str, bool]]:
    """The forms of a term, and whether they are only made from those of the glossary."""
    for surface in (term.text, *term.match.variants):
        yield surface, False
        if term.match.inflect and term.match.boundary:
            for other in other_surfaces(surface):
                if is_free(other, term.match):
                    yield other, True


def approved(term: Term) -> bool:
    return term.status in ("preferred", "admitted", "")


def distance(text: str, found: Stretch) -> tuple[bool, bool, bool, bool, int]:
    part, folded = text[found.start : found.end], fold(found.surface)
    return (
        found.derived or part != found.surface,
        found.derived or plain(part) != folded.text,
        found.derived or singular(fold(part)).text != singular(folded).text,
        not approved(found.term),
        found.order,
    )


def slow_find(text: str, glossary: Glossary) -> list[tuple[int, int, str, Term]]:
    every = sorted(stretches(text, glossary), key=lambda found: distance(text, found))
    once = {(found.start, found.end, found.concept): found for found in reversed(every)}
    taken: list[Stretch] = []
    for new in sorted(once.values(), key=lambda found: (found.start - found.end, found.start, found.order)):
        for old in taken:
            if new.end <= old.start or old.end <= new.start:
                continue
            if not (old.start <= new.start and new.end <= old.end) or new.concept == old.concept:
                break
            if (new[:2] != old[:2]) and approved(old.term) and not approved(new.term):
                break
        else:
            taken.append(new)
    taken.sort(key=lambda found: (found.start, -found.end, found.order))
    return [(found.start, found.end, found.concept, found.term) for found in taken]
