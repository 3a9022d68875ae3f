"""English words that say the same in another part of speech, as *diagnosed* and *diagnosis* do.

A noun that names an action is kin to the forms of its verb, a noun that names a quality to its adjective, and
a bare noun to its verb in -ed. Two nouns never are, nor two forms of a verb: *operation* is not *operator*,
*developed* is not *developing*. Words are in lower case and in American spelling.
"""

from collections.abc import Iterable
from functools import lru_cache

# Endings of a noun that names an action, with what is left of its verb; the first that fits holds.
_ACTION = (
    ("ysis", "yz"),
    ("osis", "os"),
    ("ization", "iz"),
    ("ication", "i", "icat"),
    ("istration", "ister", "istrat"),
    ("ation", "", "at"),
    ("struction", "struct"),
    ("duction", "duc"),
    ("ption", "pt", "b", "m", "iv"),
    ("lution", "lv", "lut"),
    ("ition", "", "it"),
    ("ssion", "ss", "t"),
    ("rsion", "rs", "rt"),
    ("sion", "d", "s"),
    ("ion", ""),
    ("tenance", "tain"),
    ("iance", "i"),
    ("ance", ""),
    ("ence", ""),
    ("ment", ""),
    ("osure", "os"),
    ("ailure", "ail"),
    ("storage", "stor"),
    ("kage", "k"),
    ("verage", "ver"),
    ("val", "v"),
    ("sal", "s"),
    ("wal", "w"),
)
# Endings of a noun that names a quality, with those of its adjective: only where few other words look so.
_QUALITY = (
    ("bility", "ble"),
    ("ality", "al"),
    ("ctivity", "ctive"),
    ("sitivity", "sitive"),
    ("idity", "id"),
    ("urity", "ure"),
    ("arity", "ar"),
    ("rsity", "rse"),
    ("nsity", "nse"),
    ("iency", "ient"),
    ("istency", "istent"),
    ("parency", "parent"),
    ("equency", "equent"),
    ("ience", "ient"),
    ("igence", "igent"),
    ("endence", "endent"),
    ("pliance", "pliant"),
    ("iness", "y"),
    ("ness", ""),
)
# Nouns that have gone a way of their own: a department is not where one departs.
_APART = frozenset(
    (
        *(
            "activity",
            "allowance",
            "apartment",
            "appliance",
            "commission",
            "conference",
            "department",
            "foundation",
        ),
        *("government", "importance", "information", "mission", "passion", "pension", "relation", "sentence"),
        *("session", "situation", "statement", "station", "tension", "university"),
        *("contraction", "hardness", "harness", "wilderness"),
    )
)
_SHORTEST = 4  # letters of a verb in one of its forms
_SHORTEST_BARE = 5  # of a verb that has no ending, or of an adjective: *station* is not *state*
_ALIKE = 3  # first letters that kin have in common
_DOUBLED = "bdglmnprt"  # consonants that may double before an ending


@lru_cache(8192)
def kin(term: str, word: str) -> bool:
    """Whether a word of a text says in another part of speech what a word of a term says."""
    if term == word or term[:_ALIKE] != word[:_ALIKE]:
        return False
    return (
        not _of_action(term).isdisjoint(_of_verb(word))
        or not _of_verb(term).isdisjoint(_of_action(word))
        or not _of_gerund(term).isdisjoint(_of_past(word))
        or (len(term) >= _SHORTEST_BARE and not _roots((term,), _SHORTEST).isdisjoint(_of_past(word)))
        or _adjective(term) == word
        or _adjective(word) == term
    )


def names_action(word: str) -> bool:
    """Whether the word may be a noun made of a verb, one in -ing aside."""
    return bool(_of_action(word))


def noun_of(adjective: str) -> frozenset[str]:
    """The nouns that an adjective in -al may be made of: *industry* of *industrial*."""
    for ending, *others in (("ical", "y", "ic", "ics"), ("ial", "y", "e", ""), ("al", "", "e")):
        if adjective.endswith(ending) and len(adjective) - len(ending) >= _SHORTEST:
            return frozenset(adjective.removesuffix(ending) + other for other in others)
    return frozenset()


@lru_cache(8192)
def _of_action(word: str) -> frozenset[str]:
    """What is left of its verb, where the word is a noun that names an action."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word in _APART:
        return frozenset()
    for ending, *others in _ACTION:
        if word.endswith(ending):
            head = word.removesuffix(ending)
            return _roots((head + other for other in others), _SHORTEST)
    return frozenset()


def _of_gerund(word: str) -> frozenset[str]:
    return _roots((word[:-3],), _ALIKE) if word.endswith("ing") else frozenset()


@lru_cache(8192)
def _of_verb(word: str) -> frozenset[str]:
    """What is left of a word that may be a form of a verb."""
    if word.endswith("ing"):
        return _roots((word[:-3],), _SHORTEST)
    if word.endswith("ed"):
        return _of_past(word)
    bare = word if word.endswith("ss") else word.removesuffix("s")
    return _roots((bare,), _SHORTEST) if len(bare) >= _SHORTEST_BARE else frozenset()


def _of_past(word: str) -> frozenset[str]:
    return _roots((word[:-2], word[:-1]), _SHORTEST) if word.endswith("ed") else frozenset()


def _roots(heads: Iterable[str], least: int) -> frozenset[str]:
    """What verbs have in common before an ending and without one: no e, i for y, no doubled consonant."""
    found = set()
    for head in heads:
        root = head.removesuffix("e")
        root = f"{root[:-1]}i" if root.endswith("y") else root
        found.add(root)
        if root[-2:-1] == root[-1:] and root.endswith(tuple(_DOUBLED)):
            found.add(root[:-1])
    return frozenset(root for root in found if len(root) >= least)


@lru_cache(8192)
def _adjective(noun: str) -> str:
    """The adjective of a noun that names a quality; "" where it names none."""
    if noun in _APART:
        return ""
    for ending, other in _QUALITY:
        if noun.endswith(ending):
            adjective = noun.removesuffix(ending) + other
            return adjective if len(adjective) >= _SHORTEST_BARE else ""
    return ""
