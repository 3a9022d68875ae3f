"""Addresses of pages and of mail in a text: words in them are no words of its language.

An address may have letters of any script in its path and its query (RFC 3987), and a Chinese text goes on
right behind one without a blank. So those letters belong to it that begin a part, right behind one of
`/?=&#`, with the letters, digits and `-_.~%+` that follow: `http://a.cn/发展报告`, `http://a.cn/b?发展=1`.
A mark that is not in ASCII, such as 。 or ）, ends it. Letters of another script behind ASCII do not belong
to it: what follows in `www.a.cn的网站` is text, and so it is taken for text in `https://a.cn/b获取更多`,
where it cannot be told. Texts run on that way more often than a path mixes both, and where a text is taken
for an address, the renderings in it seem to be missing.
"""

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
    part = r"(?<=[/?=&#])[^\W\0-\x7f][\w.~%+-]*"
    mail = r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_.-]{1,255}"
    return re.compile(rf"(?:https?://|www\.)[!-~](?:[!-~]+|{part})*|{mail}")


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
