"""Language tags: which texts are any, and what is read out of one."""

import pytest

from reader.text.tags import (
    cased,
    chinese_script,
    hyphenated,
    is_any_tag,
    is_tag,
    is_xml_tag,
    primary,
    tag_of,
)

FORMS = {
    "zh": "tag any xml word",
    "zh-Hans": "tag any xml word",
    "ZH-cn": "tag any xml word",
    "sl-rozaj-biske-1994": "tag any xml word",
    "yue": "tag any xml word",
    "en-x": "tag any xml",
    "zh_CN": "word",
    "no_1": "",
    "deutsch": "any xml",
    "i-klingon": "any xml",
    "X-me": "any xml",
    "a-b": "xml",
    "a": "xml",
    "abcdefghi": "",
    "en-abcdefghi": "",
    "en-": "",
    "-en": "",
    "en--GB": "",
    "en GB": "",
    "ſl": "",
    "en-é": "",
    "": "",
}


@pytest.mark.parametrize("text", FORMS)
def test_a_tag_is_known_by_its_form(text: str) -> None:
    found = {
        "tag": is_tag(text),
        "any": is_any_tag(text),
        "xml": is_xml_tag(text),
        "word": bool(tag_of(text)),
    }
    assert " ".join(name for name, is_one in found.items() if is_one) == FORMS[text]


def test_what_is_written_otherwise_is_made_a_tag() -> None:
    assert tag_of("zh_Hans_CN") == hyphenated("zh_Hans_CN") == "zh-Hans-CN"
    assert [cased(tag) for tag in ("ZH-hans-cn", "en-gb", "sl-rozaj")] == ["zh-Hans-CN", "en-GB", "sl-rozaj"]


def test_language_and_script_are_read_out_of_it() -> None:
    assert [primary(tag) for tag in ("zh-Hans", "EN", "")] == ["zh", "en", ""]
    scripts = {part: chinese_script(part) for part in ("hans", "hant", "cn", "my", "tw", "mo", "latn", "us")}
    assert scripts == {
        **dict.fromkeys(("hans", "cn", "my"), "hans"),
        **dict.fromkeys(("hant", "tw", "mo"), "hant"),
        **dict.fromkeys(("latn", "us"), ""),
    }
