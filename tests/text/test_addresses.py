"""Addresses of pages and of mail: where they stand, and what is one."""

import pytest

from reader.text.addresses import addresses, is_uri, is_web_address, may_be_linked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://a.example/b?c=d and on", ["https://a.example/b?c=d"]),
        ("见http://a.example/专精", ["http://a.example/专精"]),
        ("见 http://a.cn/b?发展=1。发展", ["http://a.cn/b?发展=1"]),
        ("（www.a.cn/发展-2020年/报告.pdf）发展", ["www.a.cn/发展-2020年/报告.pdf"]),
        ("http://a.cn/？发展，http://a.cn/b#发展；", ["http://a.cn/", "http://a.cn/b#发展"]),
        ("[发展](http://a.cn/发展)发展", ["http://a.cn/发展)"]),
        ("http://a.ru/вести и вести", ["http://a.ru/вести"]),
        ("访问https://a.cn获取，www.a.cn的网站", ["https://a.cn", "www.a.cn"]),
        ("https://a.cn/b获取更多 https://a.cn/发展/b获取", ["https://a.cn/b", "https://a.cn/发展/b"]),
        ("写信到me@a.cn，发展@发展", ["me@a.cn"]),
        ("www.a.example, me@b.example", ["www.a.example,", "me@b.example"]),
        ("no address: a.example", []),
    ],
)
def test_addresses_are_found_in_a_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://a.example", "web uri link"),
        ("http://a.example:80/b/c?d=e&f=%20#g", "web uri link"),
        ("https://a.example/{b}", "web link"),
        ("https://a.example/b%2", "web link"),
        ("https://a b", "link"),
        ("https://", "link"),
        ("mailto:me@a.example", "link"),
        ("ftp://a.example", ""),
        ("javascript:alert(1)", ""),
        ("a.example", ""),
    ],
)
def test_what_is_taken_for_one_depends_on_what_for(text: str, is_one: str) -> None:
    found = {"web": is_web_address(text), "uri": is_uri(text), "link": may_be_linked(text)}
    assert " ".join(name for name, it_is in found.items() if it_is) == is_one
