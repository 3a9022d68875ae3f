"""The forms of an English verb: what a term that is a verb may look like in a sentence."""

from collections.abc import Iterator
from functools import cache

_IRREGULAR = (
    "arise arose arisen,bear bore borne,beat beaten,become became,begin began begun,bend bent,bet,bid,"
    "bind bound,bite bit bitten,blow blew blown,break broke broken,breed bred,bring brought,build built,"
    "burst,buy bought,cast,catch caught,choose chose chosen,cling clung,come came,cost,creep crept,cut,"
    "deal dealt,dig dug,do did done,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,"
    "fall fell fallen,feed fed,feel felt,fight fought,find found,flee fled,fly flew flown,"
    "forbid forbade forbidden,forget forgot forgotten,freeze froze frozen,get got,give gave given,"
    "go went gone,grind ground,grow grew grown,hang hung,have had,hear heard,hide hid hidden,hit,"
    "hold held,hurt,keep kept,know knew known,lay laid,lead led,leave left,lend lent,let,lose lost,"
    "make made,mean meant,meet met,pay paid,prove proved proven,put,quit,read,relay relayed,"
    "ride rode ridden,ring rang rung,rise rose risen,run ran,say said,see saw seen,seek sought,sell sold,"
    "send sent,set,sew sewed sewn,shake shook shaken,shed,shoot shot,show showed shown,"
    "shrink shrank shrunk,shut,sing sang sung,sink sank sunk,sit sat,sleep slept,slide slid,"
    "sow sowed sown,speak spoke spoken,spend spent,spin spun,split,spread,spring sprang sprung,"
    "stand stood,steal stole stolen,stick stuck,strike struck,strive strove striven,swear swore sworn,"
    "sweep swept,swim swam swum,take took taken,teach taught,tear tore torn,tell told,think thought,"
    "throw threw thrown,tread trod trodden,wear wore worn,weave wove woven,win won,wind wound,"
    "write wrote written"
)
# Before an irregular verb: *undo*, *overtake*, *withdraw*.
_PREFIXES = ("un", "re", "over", "under", "out", "up", "with", "fore", "mis", "inter")
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
        yield from _both(verb, rest)


def _both(verb: str, rest: str) -> Iterator[str]:
    """The same of two verbs: *dragged and dropped*."""
    joined, _, second = rest.partition(" ")
    if joined not in ("and", "or") or not (second.isascii() and second.isalpha() and len(second) > 1):
        return
    forms, others = forms_of_verb(verb), forms_of_verb(second)
    if forms and others:
        for one, other in zip(_three(verb, forms), _three(second, others), strict=True):
            yield f"{one} {joined} {other}"


def _three(verb: str, forms: tuple[str, ...]) -> tuple[str, str, str]:
    """The past, the participle and the -ing form, though some of them are the same."""
    *past, ing = forms
    return (past or [verb])[0], (past or [verb])[-1], ing


def forms_of_verb(verb: str) -> tuple[str, ...]:
    """The past, the past participle and the -ing form of a verb in its base form; none of another form."""
    lower = verb.lower()
    irregular = _irregular_forms(lower)
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


def _irregular_forms(verb: str) -> tuple[str, ...] | None:
    """The past and the participle of an irregular verb, perhaps behind a prefix; None of a regular one."""
    known = _irregular()
    if verb in known:
        return known[verb]
    for prefix in _PREFIXES:
        if verb.startswith(prefix) and (forms := known.get(verb.removeprefix(prefix))) is not None:
            return tuple(prefix + form for form in forms)
    return None


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {verb: tuple(past) for verb, *past in (line.split() for line in _IRREGULAR.split(","))}
