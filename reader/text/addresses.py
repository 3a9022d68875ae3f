"""Addresses of pages and of mail in a text: words in them are no words of its language."""

import re
from functools import cache


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
