"""Language tags (BCP 47): their form, and what one says of its language and its script."""

import re

CHINESE_SCRIPTS = {"cn": "hans", "sg": "hans", "my": "hans", "tw": "hant", "hk": "hant", "mo": "hant"}
"""Which script of Chinese a region writes, where a tag does not say the script."""


def primary(tag: str) -> str:
    """The language of a tag without script and region, in lower case: `zh` of `zh-Hans`."""
    return tag.partition("-")[0].lower()


def chinese_script(subtag: str) -> str:
    """`hans` or `hant`, as a script or a region of Chinese in lower case says, else empty."""
    return subtag if subtag in ("hans", "hant") else CHINESE_SCRIPTS.get(subtag, "")


def hyphenated(tag: str) -> str:
    """The tag as BCP 47 writes it: `zh-CN` of zh_CN, which many tools write."""
    return tag.replace("_", "-")


def cased(tag: str) -> str:
    """The tag in its usual case: `zh-Hans-CN` of zh-hans-cn."""
    first, *rest = tag.split("-")
    shown = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in rest]
    return "-".join([first.lower(), *shown])


# The patterns are not compiled here: few runs need any, and `re` keeps those it has compiled.


def is_tag(text: str) -> bool:
    """Whether the text is a tag of a language with a code of two or three letters, by its outer form."""
    return re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", text) is not None


def is_any_tag(text: str) -> bool:
    """The same for every tag of BCP 47: longer names of languages, and those that begin with `i-` or `x-`."""
    return re.fullmatch(r"(?:[A-Za-z]{2,8}|[ixIX])(?:-[A-Za-z0-9]{1,8})*", text) is not None


def is_xml_tag(text: str) -> bool:
    """The same for the value of an `xml:lang` as XML Schema has it, which asks least."""
    return re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", text) is not None


def tag_of(word: str) -> str:
    """The tag that a word may be, hyphenated, else empty: no subtag is a single letter or figure."""
    found = re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", word)
    return hyphenated(word) if found else ""
