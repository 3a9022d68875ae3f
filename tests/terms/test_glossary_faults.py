"""A glossary with faults is refused with every one of them at its place."""

from pathlib import Path

import pytest

from reader.errors import Fault, GlossaryError
from reader.terms.glossary_yaml import read_glossary
from tests.terms.glossary_files import HEAD, write


def faults(folder: Path, text: str) -> tuple[Fault, ...]:
    with pytest.raises(GlossaryError) as caught:
        read_glossary(write(folder, text))
    return caught.value.faults


def told(folder: Path, text: str) -> list[str]:
    return [f"{fault.line}:{fault.column}: {fault.message}" for fault in faults(folder, text)]


TERM = "  terms: [{lang: en, text: x}]\n"
FAULTY = {
    "two of one id": (
        f"- id: a\n{TERM}- id: b\n{TERM}- id: a\n{TERM}",
        ["9:7: the id 'a' stands twice, in lines 5 and 9"],
    ),
    "an id that is none": (f"- id: 1a\n{TERM}", ["5:7: '1a' is not an id"]),
    "an id with a blank": (f"- id: a b\n{TERM}", ["5:7: 'a b' is not an id"]),
    "no id": ("- terms: [{lang: en, text: x}]\n", ["5:3: the key 'id' is missing"]),
    "unknown related": (
        f"- id: little\n{TERM}- id: b\n  related: [litle, zzz]\n{TERM}",
        ["8:13: no concept has the id 'litle' (did you mean 'little'?)", "8:20: no concept has the id 'zzz'"],
    ),
    "related to itself": (f"- id: a\n  related: [a]\n{TERM}", ["6:13: 'a' is related to itself"]),
    "misspelt key": (f"- id: a\n  tir: core\n{TERM}", ["6:3: unknown key 'tir' (did you mean 'tier'?)"]),
    "misspelt key of a term": (
        "- id: a\n  terms: [{lang: en, text: x, staus: preferred}]\n",
        ["6:31: unknown key 'staus' (did you mean 'status'?)"],
    ),
    "no text": ("- id: a\n  terms: [{lang: en}]\n", ["6:11: the key 'text' is missing"]),
    "empty text": ("- id: a\n  terms: [{lang: en, text: ''}]\n", ["6:28: the text is missing"]),
    "no language": ("- id: a\n  terms: [{text: x}]\n", ["6:11: the key 'lang' is missing"]),
    "a language that is none": (
        "- id: a\n  terms: [{lang: english_, text: x}]\n",
        ["6:18: 'english_' is not a language tag"],
    ),
    "no terms": ("- id: a\n  terms: []\n", ["6:10: a concept has at least one term"]),
    "no key terms": ("- id: a\n", ["5:3: the key 'terms' is missing"]),
    "a status that is none": (
        "- id: a\n  terms: [{lang: en, text: x, status: prefered}]\n",
        [
            "6:39: 'prefered' is not one of preferred, admitted, deprecated, superseded"
            " (did you mean 'preferred'?)"
        ],
    ),
    "a severity that is none": (
        "- id: a\n  terms: [{lang: en, text: x, severity: grave}]\n",
        ["6:41: 'grave' is not one of critical, major, minor"],
    ),
    "a tier that is none": (
        f"- id: a\n  tier: main\n{TERM}",
        ["6:9: 'main' is not one of core, term, phrase"],
    ),
    "an unknown source": (
        f"- id: a\n  facts: [{{text: x, sources: [S1, S2]}}]\n{TERM}",
        ["6:35: unknown source 'S2'"],
    ),
    "an unknown kind": (
        f"- id: a\n  specs: [{{source: x, target: y, expect: [forbiden]}}]\n{TERM}",
        [
            "6:43: 'forbiden' is not one of missing, forbidden, non-preferred, inconsistent, untranslated,"
            " wrong-language (did you mean 'forbidden'?)"
        ],
    ),
    "half a spec": (
        f"- id: a\n  specs: [{{source: x}}]\n{TERM}",
        ["6:11: the key 'target' is missing", "6:11: the key 'expect' is missing"],
    ),
    "a term that no search finds": (
        '- id: a\n  terms: [{lang: en, text: "\\u200b"}]\n',
        ["6:28: this can be found in no text: it has only characters without width"],
    ),
    "a variant that no search finds": (
        '- id: a\n  terms: [{lang: en, text: x, match: {variants: ["\\u200b\\u2060"]}}]\n',
        ["6:50: this can be found in no text: it has only characters without width"],
    ),
    "an address that is none": (
        f"- id: a\n  links: [{{url: 'javascript:x'}}]\n{TERM}",
        ["6:17: 'javascript:x' is not an address"],
    ),
    "an empty address": (
        f"- id: a\n  links: [{{url: ''}}]\n{TERM}",
        ["6:17: the text is missing"],
    ),
    "two empty ids": (
        f"- id: ''\n{TERM}- id: ''\n{TERM}",
        ["5:7: the text is missing", "7:7: the text is missing"],
    ),
    "empty and refused related": (
        f"- id: a\n  related: ['', *x]\n{TERM}",
        ["6:13: the text is missing", "6:17: aliases are not read: *x"],
    ),
    "inflect that is neither": (
        "- id: a\n  terms: [{lang: en, text: x, match: {inflect: never}}]\n",
        ["6:48: 'never' is not one of yes, no, true, false"],
    ),
    "a list where a text belongs": (
        "- id: [a]\n  terms: [{lang: en, text: x}]\n",
        ["5:7: here should stand a text"],
    ),
    "an alias": ("- id: a\n  terms: *t\n", ["6:10: aliases are not read: *t"]),
    "concepts as a map": ("  a: b\n", ["5:3: here should stand a list (- item, or [item, item])"]),
}


@pytest.mark.parametrize(("entries", "messages"), FAULTY.values(), ids=FAULTY)
def test_a_fault_is_told_where_it_stands(entries: str, messages: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, HEAD + entries) == messages


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("glossary: {version: 1, languages: [en]}\na: b\n",
         ["1:1: the key 'concepts' is missing", "2:1: unknown key 'a'"]),
        ("concepts: []\n", ["1:1: the key 'glossary' is missing"]),
        ("- a\n", ["1:1: this YAML is no glossary"]),
        ("Once upon a time\n", ["1:1: this YAML is no glossary"]),
        ("# ours\nname: &a x\njobs: [*a]\non: !!str y\n", ["2:1: this YAML is no glossary"]),
        ("concept: []\n",
         ["1:1: unknown key 'concept' (did you mean 'concepts'?)", "1:1: the key 'glossary' is missing",
          "1:1: the key 'concepts' is missing"]),
        (
            "glossary: {version: 2, languages: [en]}\nconcepts: []\n",
            ["1:21: '2' is not one of 1"],
        ),
        (
            "glossary: {title: x}\nconcepts: []\n",
            ["1:11: the key 'version' is missing", "1:11: the key 'languages' is missing"],
        ),
        ("glossary: {version: 1, languages: [en]}\nsources: {S1: {url: 'ftp://x'}}\nconcepts: []\n",
         ["2:15: the key 'title' is missing", "2:21: 'ftp://x' is not an address"]),
    ],
)  # fmt: skip
def test_a_head_that_is_wrong_is_told(text: str, messages: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, text) == messages


def test_every_fault_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    everything = HEAD + "".join(entries for entries, _ in FAULTY.values() if entries.startswith("- "))
    lines = [fault.line for fault in faults(tmp_path, everything)]
    assert len(lines) > 30
    assert lines == sorted(lines)


def test_a_fault_shows_the_line_and_a_caret(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "- id: a\n  terms: [{lang: en, text: 专, staus: x}]\n")
    with pytest.raises(GlossaryError) as caught:
        read_glossary(path)
    assert str(caught.value).split("\n") == [
        f"{path}:6:31: unknown key 'staus' (did you mean 'status'?)",
        "      terms: [{lang: en, text: 专, staus: x}]",
        "    " + " " * 27 + "\u3000" + "  ^",
    ]
