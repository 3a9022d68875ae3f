"""The forms of an English verb: what a term that is a verb may look like in a sentence."""

from collections.abc import Iterator
from functools import cache

_IRREGULAR = (
    "bear bore borne,become became,begin began begun,bind bound,break broke broken,bring brought,build built,"
    "buy bought,catch caught,choose chose chosen,come came,cut,deal dealt,do did done,draw drew drawn,"
    "drive drove driven,fall fell fallen,feed fed,fight fought,find found,forbid forbade forbidden,get got,"
    "give gave given,go went gone,grow grew grown,have had,hear heard,hit,hold held,keep kept,"
    "know knew known,lay laid,lead led,leave left,lend lent,let,lose lost,make made,mean meant,meet met,"
    "overcome overcame,"
    "overtake overtook overtaken,pay paid,prove proved proven,put,read,rise rose risen,run ran,say said,"
    "see saw seen,seek sought,sell sold,send sent,set,shake shook shaken,show showed shown,spend spent,"
    "speak spoke spoken,spread,stand stood,strive strove striven,take took taken,teach taught,tell told,"
    "think thought,undertake undertook undertaken,uphold upheld,win won,withdraw withdrew withdrawn,"
    "withstand withstood,write wrote written"
)
_VOWELS = "aeiou"
_STRESSED = ("mit", "fer", "cur", "cel", "pel", "rol", "quip", "gin", "set", "lot", "bel")  # at the end
# Verbs that are no nouns: a term that begins with one is a verb, whatever its entry says.
_VERBS = """
abide abolish accelerate accept accomplish achieve acknowledge acquire adhere administer adopt alleviate
allocate allow amend announce appoint approve assemble assess assign assist attain authorise authorize
avoid begin borrow bring build choose collaborate compete compile complain comply concentrate conclude
configure confirm connect conserve consolidate continue convert cooperate coordinate create cultivate
deepen define delete deliver depend deploy determine develop disable discuss dismiss distribute
diversify eliminate emphasize enable enact encourage enforce enhance enrich ensure eradicate establish
evaluate examine execute expand explore extend facilitate forbid foster fulfill generate govern identify
ignore implement improve include indicate inherit initiate innovate insert insist install integrate
intensify introduce invest invoke maintain manage maximize merge minimize mitigate mobilize modernize modify
negotiate obtain operate optimise optimize oversee participate perform persist prepare prescribe
preserve prevent privatize prohibit promote propose protect provide publish pursue realise realize
receive recognize recommend reduce register regulate reject rejuvenate rely remove renew repay replace
require resolve restore restrict restructure revise revitalize select simplify specify stimulate
stipulate streamline strengthen submit subsidize suggest supervise suspend sustain terminate transform
translate transmit unify unite uphold utilize validate verify withdraw write
"""
_RATHER_NOT = ("build", "develop")  # by themselves: a building, a developing country


def conjugated(text: str, pos: str = "") -> Iterator[str]:
    """The term with its verb in the past and in -ing; nothing where it is no verb, or not in its base form.

    The verb is its first word, a `to` aside. -s is not among them: the fold sees to that.
    """
    to, _, rest = text.partition(" ")
    if to.lower() == "to" and rest:
        yield from conjugated(rest, "verb")
        return
    verb, blank, rest = text.partition(" ")
    known = verb.lower() in _verbs() and (rest or verb.lower() not in _RATHER_NOT)
    if (pos.lower().startswith("verb") or known) and verb.isascii() and verb.isalpha() and len(verb) > 1:
        yield from (form + blank + rest for form in forms_of_verb(verb))


def forms_of_verb(verb: str) -> tuple[str, ...]:
    """The past, the past participle and the -ing form of a verb in its base form; none of another form."""
    lower = verb.lower()
    irregular = _irregular().get(lower)
    if (irregular is None and not _is_base(lower)) or lower in ("be", "is", "are"):
        return ()
    stem = _before_vowel(verb)
    past = irregular if irregular is not None else (_past(verb, stem),)
    return (*past, stem + "ing")


def _is_base(word: str) -> bool:
    """Whether the word is neither an adverb nor a verb that has its ending already."""
    if word.endswith("ly"):
        return word in (
            "ally",
            "apply",
            "comply",
            "fly",
            "imply",
            "multiply",
            "rally",
            "rely",
            "reply",
            "supply",
        )
    return not word.endswith("ing") and (not word.endswith("ed") or word.endswith("eed"))


def _before_vowel(verb: str) -> str:
    """The verb as it stands before an ending: `mak`, `plann`."""
    if verb.endswith("ie"):
        return verb[:-2] + "y"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1]
    lower = verb.lower()
    vowels = sum(
        char in _VOWELS and (at == 0 or lower[at - 1] not in _VOWELS) for at, char in enumerate(lower)
    )
    short = len(lower) > 2 and lower[-1] not in _VOWELS + "wxy" and lower[-2] in _VOWELS
    if (
        short
        and lower[-3] not in _VOWELS
        and (vowels == 1 or (lower.endswith(_STRESSED) and not lower.endswith("ffer")))
    ):
        return verb + verb[-1]
    return verb


def _past(verb: str, stem: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "d" if verb.endswith("e") else stem + "ed"


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_VERBS.split())


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {verb: tuple(past) for verb, *past in (line.split() for line in _IRREGULAR.split(","))}
