"""What an English word is known by: in the singular, in American spelling, small numbers in digits.

Only what is one word to everybody is made one here: no stems, and no rule without a list where the rule would
take *exercise* for *exercize* or *four* for *for*.
"""

import re
from collections.abc import Callable
from functools import cache

from reader.terms.folding import stem

# They have an s of their own: *news* is no plural of *new*.
_ENDING_IN_S = frozenset(
    ("economics", "electronics", "goods", "logistics", "means", "news", "physics", "politics", "proceeds")
)
_ENDING_IN_MEN = frozenset(("abdomen", "acumen", "bitumen", "regimen", "specimen", "stamen"))
# Words of their own: plurals that no rule makes, and spellings without a pattern.
_WORDS = """
analyses analysis, crises crisis, theses thesis, hypotheses hypothesis, syntheses synthesis,
diagnoses diagnosis, prognoses prognosis, emphases emphasis, oases oasis, parentheses parenthesis,
criteria criterion, phenomena phenomenon, indices index, appendices appendix, matrices matrix,
vertices vertex, curricula curriculum, memoranda memorandum, referenda referendum, bacteria bacterium,
errata erratum, strata stratum, nuclei nucleus, stimuli stimulus, syllabi syllabus, alumni alumnus,
fungi fungus, bureaux bureau, plateaux plateau, quizzes quiz, men man, women woman, children child,
grandchildren grandchild, feet foot, teeth tooth, mice mouse, geese goose, oxen ox, lives life,
wives wife, knives knife, halves half, shelves shelf, selves self, wolves wolf, calves calf,
thieves thief, loaves loaf, programme program, aluminium aluminum, sulphur sulfur, sulphuric sulfuric,
tyre tire, kerb curb, plough plow, ploughing plowing, ploughed plowed, grey gray, cheque check,
ageing aging, judgement judgment, acknowledgement acknowledgment, artefact artifact, sceptic skeptic,
sceptical skeptical, scepticism skepticism, instalment installment, enrolment enrollment,
fulfilment fulfillment, fulfil fulfill, enrol enroll, instil instill, distil distill, skilful skillful,
wilful willful, jewellery jewelry, woollen woolen, marvellous marvelous, mould mold, draught draft,
pyjamas pajamas, aeroplane airplane, whilst while, amongst among, enquiry inquiry, sizeable sizable,
saleable salable, focussed focused, focussing focusing, benefitted benefited, cosy cozy, gaol jail,
defence defense, offence offense, licence license, pretence pretense, practise practice,
practised practiced, practising practicing, licenced licensed, manoeuvre maneuver,
manoeuvring maneuvering, moustache mustache, furore furor
"""
_NUMBERS = (
    "one first,two second,three third,four fourth,five fifth,six sixth,seven seventh,eight eighth,nine ninth,"
    "ten tenth,eleven eleventh,twelve twelfth,thirteen thirteenth,fourteen fourteenth,fifteen fifteenth,"
    "sixteen sixteenth,seventeen seventeenth,eighteen eighteenth,nineteen nineteenth,twenty twentieth"
)
_OUR = (
    "arm|ard|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misbehavi|neighb|od|parl|ranc"
    "|rig|rum|sav|savi|splend|succ|tum|val|vap|vig"
)
_RE = (
    "calib|(?:data|epi)?cent|fib|lit|lust|meag|(?:centi|deci|kilo|micro|milli|nano)?met"
    "|sab|scept|somb|spect|theat"
)
_DOUBLED = (
    "bevel|cancel|carol|channel|chisel|counsel|dial|duel|enamel|equal|fuel|funnel|gambol|grovel|initial|label"
    "|level|libel|marvel|model|panel|parcel|pedal|pencil|quarrel|rival|shovel|signal|swivel|total|travel|tunnel|unravel"
)
_NOT_IZE = re.compile(
    r"(?:v|w|pr|sp|(?<!i)c|(?:^|^sun|^up|^a|^ce)r|(?:^|com)prom|^prem|^dem|^surm|^chem|expert|advert|^treat|chast"
    r"|^mort|parad|chand|nch|^val|^an|pract)$"
)
_GREEK = (
    ("paediatr", "pediatr"),
    ("anaesth", "anesth"),
    ("haemo", "hemo"),
    ("leukaem", "leukem"),
    ("anaem", "anem"),
    ("gynaecolog", "gynecolog"),
    ("foet", "fet"),
    ("oestrogen", "estrogen"),
    ("diarrhoea", "diarrhea"),
    ("encyclopaed", "encycloped"),
    ("orthopaed", "orthoped"),
    ("archaeolog", "archeolog"),
)


@cache
def _rules() -> list[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]]]:
    """What a word must have in it for a rule to be tried, what the rule looks for, what it puts there."""
    return [
        ("isation", re.compile(r"(?<!prov)isation(s|al|ally)?$"), r"ization\1"),
        ("is", re.compile(r"^(\w{2,}[^aeiou\W])is(e[srd]?|ers|ing|able)$"), _ize),
        ("ys", re.compile(r"(anal|paral|catal|dial|electrol|hydrol)ys(e[srd]?|ers|ing|able)$"), r"\1yz\2"),
        ("our", re.compile(rf"^((?:dis|un|re|multi|mis)?(?:{_OUR}))our"), r"\1or"),
        ("re", re.compile(rf"^({_RE})re(s?)$"), r"\1er\2"),
        ("red", re.compile(rf"^({_RE})red$"), r"\1ered"),
        ("centre", re.compile("^centre"), "center"),
        ("fibre", re.compile("^fibre"), "fiber"),
        ("logu", re.compile(r"^(ana|cata|dia|epi|homo|mono|pro|trave)logu(?:e(s|d)?|(ing))$"), _log),
        ("ll", re.compile(rf"^((?:re|mis|out|pre)?(?:{_DOUBLED}))l(ed|ing|ings|er|ers)$"), r"\1\2"),
    ]


def base(word: str) -> str:
    """What the word has in common with its plural, its possessive and its other spelling; not always a word.

    The word is one token in Latin letters, perhaps with 's. Its capitals are kept.
    """
    lower = word.lower().removesuffix("'s")
    plain = american(_words().get(lower) or _man(lower))
    if plain != lower:
        word = plain if word.islower() else plain.upper() if word.isupper() else plain.capitalize()
    elif plain in _ENDING_IN_S:
        return word.removesuffix("'s")
    found = stem(word)
    return _numbers().get(found.lower(), found)


def _man(word: str) -> str:
    """The singular of *craftsmen*; any other word itself."""
    return word[:-2] + "an" if word.endswith("men") and len(word) > 5 and word not in _ENDING_IN_MEN else word


def american(word: str) -> str:
    """A word in lower case as Americans spell it."""
    for hint, pattern, spelt in _rules():
        if hint in word:
            word = pattern.sub(spelt, word)
    if "ae" in word or "oe" in word:
        for british, ours in _GREEK:
            word = word.replace(british, ours)
    return word


def _ize(found: re.Match[str]) -> str:
    return found[0] if _NOT_IZE.search(found[1]) else f"{found[1]}iz{found[2]}"


def _log(found: re.Match[str]) -> str:
    ending = {"s": "s", "d": "ed"}.get(found[2] or "", found[3] or "")
    return f"{found[1]}log{ending}"


@cache
def _words() -> dict[str, str]:
    pairs = dict(pair.split() for pair in _WORDS.replace("\n", " ").split(", ") if pair.strip())
    plurals = {f"{word}s": spelt for word, spelt in pairs.items() if not word.endswith("s")}
    return plurals | pairs


@cache
def _numbers() -> dict[str, str]:
    digits: dict[str, str] = {}
    for place, pair in enumerate(_NUMBERS.split(","), 1):
        cardinal, ordinal = pair.split()
        ending = {1: "st", 2: "nd", 3: "rd"}.get(place, "th")
        digits |= {cardinal: str(place), ordinal: f"{place}{ending}"}
    return digits
