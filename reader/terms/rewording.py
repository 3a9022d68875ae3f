"""English terms in other words that say the same: one word in two, another part of speech, another order.

It is for what is about to be told as missing: *gear box* for *gearbox*, *backed up* for *backup*, *encrypted*
for *encryption*, *to protect the environment* for *environmental protection*. It finds no term, and excuses
no deprecated one.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from reader.terms.conjugation import forms_of_verb
from reader.terms.derivation import kin, names_action, noun_of
from reader.terms.folding import fold
from reader.terms.spelling import american, base

_SHORTEST_PART = 3  # letters on either side of a seam: *on line* is not *online*
_SAME_LETTERS = 3
_BRITISH = ("ae", "oe", "mou")  # what Americans spell otherwise at the beginning of a word
_ARTICLES = frozenset(("a", "an", "the"))
_BETWEEN = frozenset(("by", "for", "from", "his", "in", "its", "my", "of", "on", "our", "that", "their"))
_BETWEEN |= {"these", "this", "those", "to", "with", "your", "any", "all", "her"}
_MOST_BETWEEN = 2
_PARTICLES = ("up", "in", "on", "out", "off", "back", "down", "over")
_NO_PARTS = frozenset(
    ("able", "age", "ance", "every", "ing", "ion", "less", "ment", "ness", "over", "some", "under")
)
"""What makes another word of the one beside it: *every day* is not *everyday*, nor *over time* *overtime*."""
_PEOPLE = frozenset(("person", "people"))
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
_american, _base = lru_cache(16384)(american), lru_cache(16384)(base)


def reworded(text: str, terms: Iterable[str]) -> bool:
    """Whether the text says one of these terms in other words."""
    words = f" {_in_blanks(text)}"
    letters = words.replace(" ", "")
    if "-" in text:
        words += f" {_in_blanks(text.replace('-', ''))}"
    british = any(part in letters for part in _BRITISH)
    return any(_says(text, term) for term in terms if british or _may_say(words, letters, term))


def _in_blanks(text: str) -> str:
    """The letters and digits of the text, with blanks in place of all else."""
    if text.isascii():
        return text.lower().translate(_BLANKS)
    return "".join(char if char.isalnum() else " " for char in text.casefold())


def _may_say(words: str, letters: str, term: str) -> bool:
    """Whether a text of these words has the beginning of every word of the term: it has none without.

    That of the first begins a word; those of the others may stand in one, as *base* in *database*.
    """
    first, *others = _beginnings(term)
    return f" {first}" in words and all(beginning in letters for beginning in others)


def _says(text: str, term: str) -> bool:
    own, words = _words(term), _words(text)
    if not own or _stands(own, words):
        return False  # where it stands as it is, it was looked at already
    sewn = _words(term, ""), _words(text, "")
    if _sewn_otherwise(own, words) or (sewn != (own, words) and _stands(*sewn)):
        return True
    beginning = _beginnings(term)[-1]
    return any(word.startswith(beginning) for word in words) and any(rule(own, words) for rule in _RULES)


@lru_cache(8192)
def _beginnings(term: str) -> tuple[str, ...]:
    """How the words of the term begin, whatever becomes of them."""
    return tuple(word[: 2 if word in _PEOPLE else _SAME_LETTERS] for word in _words(term)) or ("",)


def _stands(term: tuple[str, ...], words: tuple[str, ...]) -> bool:
    own, bases = _bases(term), _bases(words)
    at, size = 0, len(own)
    while own[0] in bases[at:]:
        at = bases.index(own[0], at) + 1
        if bases[at - 1 : at - 1 + size] == own:
            return True
    return False


@lru_cache(64)
def _bases(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_base, words))


def _sewn_otherwise(term: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the text has the term with its words written apart or together, and no word made by that."""
    letters = "".join(term)
    if len(letters) < 2 * _SHORTEST_PART:
        return False
    for at, word in enumerate(words):
        if word[0] != letters[0] or not (word.startswith(term[0]) or term[0].startswith(word)):
            continue
        found, end = "", at
        while end < len(words) and len(found) < len(letters):
            found += words[end]
            end += 1
        other = words[at:end]
        if len(other) != len(term) and _base(found) == _base(letters) and _are_parts({*term} ^ {*other}):
            return True
    return False


def _are_parts(words: Iterable[str]) -> bool:
    return all(len(word) >= _SHORTEST_PART and word not in _NO_PARTS for word in words)


def _in_another_part_of_speech(term: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the text has the term with a last word that is kin to its own, behind adverbs perhaps."""
    *before, last = term
    return any(
        (_is_kin(last, word, alone=not before) or {last, word} == _PEOPLE)
        and (_stand_before(before, words, at) or _stand_as_adverbs(before, words, at))
        for at, word in enumerate(words)
        if word[:2] == last[:2] and (before or word not in _PEOPLE)
    )


def _is_kin(term: str, word: str, alone: bool) -> bool:
    """Whether the words are kin; behind others, a form in -ing would be a noun of its own."""
    return kin(term, word) and (alone or not word.endswith("ing"))


def _as_phrasal_verb(term: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the text has the verb of a noun like *backup*, before whatever the noun stands behind."""
    *before, last = term
    parts = _phrasal(last)
    return parts is not None and any(
        word in parts[0] and words[at + 1 : at + 2] == (parts[1],) and _stand_before(before, words, at)
        for at, word in enumerate(words)
    )


def _in_another_order(term: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a verb takes the place of the term's noun, or a noun that of its verb, before the rest of it.

    The noun may stand behind it as well: *crop rotation* for *rotate crops*. An adjective in -al may stand
    behind as its noun: *upgrading of industries* for *industrial upgrading*.
    """
    (*before, last), (first, *behind) = term, term
    if not before:
        return False
    beginnings = (first[:_SAME_LETTERS], last[:_SAME_LETTERS])
    for at, word in enumerate(words):
        if word[:_SAME_LETTERS] not in beginnings:
            continue
        rest = _after_small_words(words, at + 1, len(term))
        if kin(last, word) and names_action(last):
            found = _begins_with(before, rest) or _begins_with_noun_of(before, rest)
        elif _base(last) == _base(word):
            found = _begins_with_noun_of(before, rest)
        elif names_action(word) and kin(first, word):
            found = _begins_with(behind, rest) or _stand_before(behind, words, at)
        else:
            found = False
        if found:
            return True
    return False


_RULES = (_in_another_part_of_speech, _as_phrasal_verb, _in_another_order)


def _adverb(adjective: str) -> str:
    """*severally* of *several*: what an adjective becomes before a verb or another adjective."""
    if adjective.endswith("le"):
        return f"{adjective[:-1]}y"
    return f"{adjective[:-1]}ily" if adjective.endswith("y") else f"{adjective}ly"


def _stand_as_adverbs(before: Sequence[str], words: Sequence[str], at: int) -> bool:
    found = words[max(0, at - len(before)) : at]
    return len(found) == len(before) and all(
        one == other or _adverb(one) == other for one, other in zip(before, found, strict=True)
    )


def _stand_before(before: Sequence[str], words: Sequence[str], at: int) -> bool:
    first = at - len(before)
    return first >= 0 and _begins_with(before, words[first:at])


def _begins_with(own: Sequence[str], words: Sequence[str]) -> bool:
    return len(own) <= len(words) and all(
        _base(one) == _base(other) for one, other in zip(own, words, strict=False)
    )


def _begins_with_noun_of(own: Sequence[str], words: Sequence[str]) -> bool:
    return len(own) == 1 and bool(words) and any(_base(noun) == _base(words[0]) for noun in noun_of(own[0]))


def _after_small_words(words: Sequence[str], at: int, most: int) -> Sequence[str]:
    for _ in range(_MOST_BETWEEN):
        at += at < len(words) and words[at] in _BETWEEN
    return words[at : at + most]


@lru_cache(8192)
def _phrasal(noun: str) -> tuple[frozenset[str], str] | None:
    """The forms of the verb that the noun is made of, and its particle."""
    noun = noun.removesuffix("s")
    for particle in _PARTICLES:
        verb = noun.removesuffix(particle)
        if verb != noun and len(verb) >= _SHORTEST_PART:
            return frozenset((verb, f"{verb}s", *forms_of_verb(verb))), particle
    return None


@lru_cache(1024)
def _words(text: str, hyphen: str = "-") -> tuple[str, ...]:
    """The words of a text as they are compared, without articles; a mark that parts clauses is one too.

    With no `hyphen`, the words on both sides of one are a single word.
    """
    plain = fold(text).text
    if not hyphen and "-" not in plain:
        return _words(text)
    found = (word.removesuffix("'s") for word in _word().findall(plain.replace("-", hyphen)))
    return tuple([_american(word) for word in found if word not in _ARTICLES])


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:'s\b)?|[^\w\s'-]")
