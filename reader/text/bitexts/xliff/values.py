"""The kinds of values that attributes of XLIFF have: what each must be like, and how that is said."""

import re
from collections.abc import Callable, Mapping

from reader.text.tags import hyphenated, is_any_tag

Check = Callable[[str], object]

NMTOKEN = r"[-.:\w\u00b7]+"
_HTML = (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body "
    "br button canvas caption center cite code col colgroup command data datalist dd del details dfn "
    "dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 "
    "h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd keygen label legend li link "
    "main map mark math menu menuitem meta meter nav noframes noscript object ol optgroup option output "
    "p param picture pre progress q rb rp rt rtc ruby s samp script section select slot small source "
    "span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time "
    "title tr track tt u ul var video wbr"
)

_TAG = "a language tag, as `en` or `zh-Hans`"
_STATES = (
    "new",
    "needs-translation",
    "needs-adaptation",
    "needs-l10n",
    "needs-review-translation",
    "needs-review-adaptation",
    "needs-review-l10n",
    "translated",
    "signed-off",
    "final",
)


def _like(pattern: str, flags: int = 0) -> Check:
    return re.compile(pattern, flags).fullmatch


def one_of(*words: str) -> tuple[Check, str]:
    """Values of a list."""
    said = ", ".join(words[:-1])
    return frozenset(words).__contains__, f"{said} or {words[-1]}" if said else words[-1]


def _is_percent(value: str) -> bool:
    return bool(re.fullmatch(r"\d{1,3}(\.\d+)?", value)) and float(value) <= 100


def _is_unfit(value: str) -> bool:
    """Whether it is the number of a character that XML cannot hold, in hexadecimal digits."""
    if not re.fullmatch("[0-9A-Fa-f]{4,6}", value):
        return False
    number = int(value, 16)
    fit = number in (9, 10, 13) or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD
    return not fit and number < 0x10000


_DIRECTION = one_of("ltr", "rtl", "auto")
_NORMALIZATION = one_of("none", "nfc", "nfd")
KINDS: Mapping[str, tuple[Check, str]] = {
    "any": (lambda _: True, "anything"),
    "name": (_like(NMTOKEN), "a name without blanks and signs"),
    "names": (_like(rf"\s*{NMTOKEN}(?:\s+{NMTOKEN})*\s*"), "names with blanks between them"),
    "yesno": one_of("yes", "no"),
    "reorder": one_of("yes", "no", "firstNo"),
    "language": (is_any_tag, _TAG),
    "locale": (lambda value: is_any_tag(hyphenated(value)), _TAG),
    "space": one_of("default", "preserve"),
    "preserve": one_of("preserve"),
    "direction": _DIRECTION,
    "state": one_of("initial", "translated", "reviewed", "final"),
    "state1": (
        _like(rf"{'|'.join(_STATES)}|x-\S+"),
        f"{', '.join(_STATES)}, or begin with x-",
    ),
    "side": one_of("source", "target"),
    "applies": one_of("source", "target", "ignorable"),
    "priority": (_like("[1-9]|10"), "a number from 1 to 10"),
    "positive": (_like("0*[1-9][0-9]*"), "a number from 1 on"),
    "number": (_like("[0-9]+"), "a number"),
    "percent": (_is_percent, "a number from 0 to 100"),
    "version2": one_of("2.0", "2.1", "2.2"),
    "version1": one_of("1.2", "1.1", "1.0"),
    "prefixed": (_like(r"[^\s:]+:[^\s:].*"), "of the form prefix:value"),
    "codetype": one_of("fmt", "ui", "quote", "link", "image", "other"),
    "marktype": (
        _like(r"generic|comment|term|[^\s:]+:\S.*"),
        "generic, comment, term, or of the form prefix:value",
    ),
    "unfit": (_is_unfit, "four to six hexadecimal digits of a character that XML cannot hold"),
    "matchtype": one_of("am", "ebm", "idm", "ice", "mt", "tb", "tm", "other"),
    "normalization": _NORMALIZATION,
    "html": (frozenset(_HTML.split()).__contains__, "the name of an element of HTML"),
    "restriction": (
        _like(r"\*|[0-9]+|[0-9]+,(?:[0-9]+|\*)"),
        "`*`, a number, or two of them as in `5,10` or `5,*`",
    ),
    "position": one_of("open", "close"),
    "purpose": (_like(r"\S.*"), "a word"),
}
