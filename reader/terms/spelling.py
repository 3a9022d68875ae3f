"""What an English word is known by: in the singular, in American spelling, small numbers in digits.

Only what is one word to everybody is made one here: no stems, and no rule without a list where the rule would
take *exercise* for *exercize* or *four* for *for*.
"""

from functools import cache

from reader.terms.folding import stem

# They have an s of their own: *news* is no plural of *new*.
_ENDING_IN_S = frozenset(
    (
        *("alias", "atlas", "bias", "biogas", "canvas", "chaos", "gas", "lens", "pancreas"),
        *(
            "economics",
            "electronics",
            "goods",
            "logistics",
            "means",
            "news",
            "physics",
            "politics",
            "proceeds",
        ),
    )
)
_ENDING_IN_MEN = frozenset(("abdomen", "acumen", "bitumen", "regimen", "specimen", "stamen"))
# Words of their own: plurals that no rule makes, and spellings without a pattern.
_WORDS = """
analyses analysis, crises crisis, theses thesis, hypotheses hypothesis, syntheses synthesis,
diagnoses diagnosis, prognoses prognosis, metastases metastasis, prostheses prosthesis, emphases emphasis,
oases oasis, parentheses parenthesis,
criteria criterion, phenomena phenomenon, indices index, appendices appendix, matrices matrix,
vertices vertex, curricula curriculum, memoranda memorandum, referenda referendum, bacteria bacterium,
errata erratum, strata stratum, nuclei nucleus, stimuli stimulus, syllabi syllabus, alumni alumnus,
fungi fungus, bureaux bureau, plateaux plateau, quizzes quiz, men man, women woman, children child,
grandchildren grandchild, feet foot, teeth tooth, mice mouse, geese goose, oxen ox, lives life,
wives wife, knives knife, halves half, shelves shelf, selves self, wolves wolf, calves calf,
thieves thief, loaves loaf, programme program, aluminium aluminum,
tyre tire, kerb curb, grey gray, greyed grayed, cheque check,
ageing aging, judgement judgment, acknowledgement acknowledgment, artefact artifact, sceptic skeptic,
sceptical skeptical, scepticism skepticism, instalment installment, enrolment enrollment,
fulfilment fulfillment, fulfil fulfill, enrol enroll, instil instill, distil distill, skilful skillful,
wilful willful, jewellery jewelry, woollen woolen, marvellous marvelous, draught draft,
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
    "arm ard behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab misbehavi neighb od parl "
    "ranc rig rum sav savi splend succ tum val vap vig"
)
_RE = (
    "calib cent datacent epicent fib lit lust meag met centimet decimet kilomet micromet millimet nanomet "
    "sab scept somb spect theat"
)
_DOUBLED = (
    "bevel cancel carol channel chisel counsel dial duel enamel equal fuel funnel gambol grovel initial "
    "label level libel marvel model panel parcel pedal pencil quarrel rival shovel signal swivel total "
    "travel tunnel unravel"
)
_YSE = ("anal", "paral", "catal", "dial", "electrol", "hydrol")
_LOG = ("ana", "cata", "dia", "epi", "homo", "mono", "pro", "trave")
_VERBAL = ("e", "es", "er", "ed", "ers", "ing", "able")
# Before -ise where it is no suffix: *advise*, *rise*, *promise*.
_NOT_IZE_WHOLE = frozenset(
    (
        "r",
        "sunr",
        "upr",
        "ar",
        "cer",
        "prom",
        "comprom",
        "prem",
        "dem",
        "surm",
        "chem",
        "treat",
        "mort",
        "val",
    )
) | {"an"}
_NOT_IZE_ENDINGS = (
    "v",
    "w",
    "pr",
    "sp",
    "comprom",
    "expert",
    "advert",
    "chast",
    "parad",
    "chand",
    "nch",
    "pract",
)
_INSIDE = (
    ("mould", "mold"),
    ("plough", "plow"),
    ("sulph", "sulf"),
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
    ("palaeo", "paleo"),
    ("aemi", "emi"),
    ("glycaem", "glycem"),
    ("ischaem", "ischem"),
    ("aetiolog", "etiolog"),
    ("oedema", "edema"),
    ("oesophag", "esophag"),
    ("coeliac", "celiac"),
    ("faec", "fec"),
    ("caesarean", "cesarean"),
)


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
    if "is" in word or "ys" in word:
        word = _ize(word)
    if "our" in word:
        word = _or(word)
    if "re" in word:
        word = _er(word)
    if "logu" in word:
        word = _log(word)
    if "ll" in word:
        word = _single(word)
    if "ae" in word or "oe" in word:
        for british, ours in _GREEK:
            word = word.replace(british, ours)
    if "ou" in word or "ul" in word:
        for british, ours in _INSIDE:
            word = word.replace(british, ours)
    return word


def _ize(word: str) -> str:
    """With -ize for -ise, -yze for -yse and -ization for -isation."""
    for ending in ("", "s", "al", "ally"):
        head = word.removesuffix(f"isation{ending}")
        if head != word and not head.endswith("prov"):
            return f"{head}ization{ending}"
    for ending in _VERBAL:
        if word.endswith(f"is{ending}"):
            head = word[: -len(ending) - 2]
            return word if _keeps_ise(head) else f"{head}iz{ending}"
        if word.endswith(f"ys{ending}") and word[: -len(ending) - 2].endswith(_YSE):
            return f"{word[: -len(ending) - 2]}yz{ending}"
    return word


def _keeps_ise(head: str) -> bool:
    """Whether what stands before -ise makes it part of the word."""
    return (
        len(head) < 3
        or not head.replace("_", "a").isalnum()
        or head[-1] in "aeiou"
        or head in _NOT_IZE_WHOLE
        or head.endswith(_NOT_IZE_ENDINGS)
        or (head.endswith("c") and not head.endswith("ic"))
    )


def _or(word: str) -> str:
    head, _, rest = word.partition("our")
    for prefix in ("", "dis", "un", "re", "multi", "mis"):
        if head.startswith(prefix) and head[len(prefix) :] in _listed(_OUR):
            return f"{head}or{rest}"
    return word


def _er(word: str) -> str:
    for british, ours in (("re", "er"), ("res", "ers"), ("red", "ered")):
        if word.endswith(british) and word[: -len(british)] in _listed(_RE):
            return word[: -len(british)] + ours
    for british, ours in (("centre", "center"), ("fibre", "fiber")):
        if word.startswith(british):
            return ours + word.removeprefix(british)
    return word


def _log(word: str) -> str:
    head, _, ending = word.partition("logu")
    if head in _LOG and ending in ("e", "es", "ed", "ing"):
        return f"{head}log{ending if ending in ('ed', 'ing') else ending[1:]}"
    return word


def _single(word: str) -> str:
    """With one l before -ed, -ing and -er, where the verb's last syllable has no stress."""
    for ending in ("ed", "ing", "ings", "er", "ers"):
        if word.endswith(f"ll{ending}"):
            verb = word[: -len(ending) - 1]
            for prefix in ("", "re", "mis", "out", "pre"):
                if verb.startswith(prefix) and verb[len(prefix) :] in _listed(_DOUBLED):
                    return verb + ending
    return word


@cache
def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


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
