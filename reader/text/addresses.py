"""Addresses of pages and of mail in a text: words in them are no words of its language."""

import re
from functools import cache

_LINKED = ("http://", "https://", "mailto:")


def may_have_address(text: str) -> bool:
    """Whether it is worth looking for one."""
    return "://" in text or "@" in text or "www." in text


def addresses(text: str) -> list[tuple[int, int]]:
    """Begin and end of each address, in code points."""
    return [found.span() for found in address().finditer(text)] if may_have_address(text) else []


@cache
def address() -> re.Pattern[str]:
    """The pattern of an address."""
    return re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w.-]{1,255}", re.ASCII)


def may_be_linked(url: str) -> bool:
    """Whether a page that is written may link there: nowhere but to pages and mail."""
    return url.startswith(_LINKED)


def is_web_address(text: str) -> bool:
    """Whether the text is an address of a page, as people write it; `is_uri` asks more of one."""
    return re.fullmatch(r"https?://[^\s<>\"]+", text) is not None


def is_uri(text: str) -> bool:
    """Whether the text is an address of a page that can be told to other tools as it is."""
    return _uri().fullmatch(text) is not None


@cache
def _uri() -> re.Pattern[str]:
    sign = r"[\w.\-~!$&()*+,;=:@/{}]|%[0-9A-Fa-f]{{2}}"
    path, more = sign.format(""), sign.format("?")
    return re.compile(rf"https?://[\w.\-~]+(:\d{{1,5}})?(/(?:{path})*)?(\?(?:{more})*)?(#(?:{more})*)?")
