"""A glossary is read whole, or refused with every fault at its place."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import folders
from reader.errors import Fault, GlossaryError, InputError
from reader.folders import shipped
from reader.terms import concepts, glossary_yaml
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Source, Spec, Term
from reader.terms.glossary_yaml import kept_glossary, load_glossary, read_glossary, sound_glossary
from reader.terms.kept_entries import Entries
from reader.text.compiled import Rows
from tests.hostile import HOSTILE

HEAD = """\
glossary: {version: 1, title: T, languages: [zh-Hans, en], source: ours, extra: [{level: lang, xml: de}]}
sources:
  S1: {title: A page, url: 'https://example.org/a', kind: weak}
concepts:
"""
WHOLE = (
    HEAD
    + """\
- id: zhuan-jing
  subject_field: policy
  tier: core
  definitions:
  - {lang: en, text: A label., source: S1}
  notes: [Keep it.]
  facts:
  - {text: It began in 2011., sources: [S1], caution: one source}
  related: [ju-ren]
  links: [{url: 'https://example.org/b', text: B}]
  images: [{url: 'https://example.org/c.png'}]
  history: [{action: origination, date: 2021-11-29, by: us}]
  customer: C
  project: P
  extra: [{level: concept, xml: <x/>}]
  terms:
  - {lang: zh-Hans, text: 专精特新, pinyin: zhuān-jīng, pos: adjective, status: preferred}
  - lang: en
    text: specializing and new
    type: phrase
    status: deprecated
    severity: critical
    why: half is lost
    gender: other
    geo: GB
    note: rare
    match: {case: exact, inflect: no, boundary: no, variants: [specialising], except_in: [not specializing]}
    contexts: [{text: They are., source: S1}]
    extra: [{level: term, xml: <y/>}]
  specs:
  - {source: 专精特新, target: specializing and new, expect: [forbidden]}
  - {source: 专精特新, target: SRDI, expect: []}
- id: ju-ren
  terms: [{lang: en, text: no}]
"""
)


def write(folder: Path, text: str) -> Path:
    path = folder / "g.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> tuple[Fault, ...]:
    with pytest.raises(GlossaryError) as caught:
        read_glossary(write(folder, text))
    return caught.value.faults


def told(folder: Path, text: str) -> list[str]:
    return [f"{fault.line}:{fault.column}: {fault.message}" for fault in faults(folder, text)]


def test_everything_an_entry_holds_is_read(tmp_path: Path) -> None:
    glossary = read_glossary(write(tmp_path, WHOLE))
    assert (glossary.title, glossary.languages, glossary.source) == ("T", ("zh-Hans", "en"), "ours")
    assert glossary.extra == ({"level": "lang", "xml": "de"},)
    assert glossary.sources == {"S1": Source("A page", "https://example.org/a", "weak")}
    rules = Rules("exact", False, False, ("specialising",), ("not specializing",))
    assert glossary.concepts == (
        Concept(
            "zhuan-jing",
            (
                Term("zh-Hans", "专精特新", "preferred", "zhuān-jīng", "adjective", line=21),
                Term(
                    "en", "specializing and new", "deprecated", "", "", "phrase", "other", "GB", "critical",
                    "half is lost", rules, ({"text": "They are.", "source": "S1"},), "rare",
                    ({"level": "term", "xml": "<y/>"},), 22,
                ),
            ),
            "policy",
            "core",
            (Definition("en", "A label.", "S1"),),
            ("Keep it.",),
            (Fact("It began in 2011.", ("S1",), "one source"),),
            ("ju-ren",),
            (
                Spec("专精特新", "specializing and new", ("forbidden",), 35),
                Spec("专精特新", "SRDI", (), 36),
            ),
            ({"url": "https://example.org/b", "text": "B"},),
            ({"url": "https://example.org/c.png"},),
            ({"action": "origination", "date": "2021-11-29", "by": "us"},),
            "C",
            "P",
            ({"level": "concept", "xml": "<x/>"},),
            5,
        ),
        Concept("ju-ren", (Term("en", "no", line=38),), line=37),
    )  # fmt: skip


def test_the_shipped_glossary_is_sound() -> None:
    glossary = read_glossary(shipped("glossary.yaml"))
    assert len(glossary.concepts) == 85
    assert glossary.concept("zhuan-jing-te-xin").tier == "core"


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


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"# soon\n", "is empty"),
        (b"\x00\x01", "is a binary file, not a text in UTF-8"),
    ],
    ids=["empty", "comments only", "binary"],
)
def test_a_file_that_is_no_glossary_is_one_sentence(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_bytes(content)
    with pytest.raises(GlossaryError) as caught:
        load_glossary(path)
    assert str(caught.value) == f"The glossary {path} {sentence}."


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^The glossary .*g\.yaml does not exist\.$"):
        load_glossary(tmp_path / "g.yaml")
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        load_glossary(tmp_path)


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 10_000])
def test_hostile_texts_come_in_harmless_or_not_at_all(text: str, tmp_path: Path) -> None:
    quoted = '"' + "".join(f"\\U{ord(char):08X}" for char in text) + '"'
    entry = f"- id: a\n  notes: [{quoted}]\n  terms: [{{lang: en, text: {quoted}, why: {quoted}}}]\n"
    try:
        read = read_glossary(write(tmp_path, HEAD + entry))
    except GlossaryError as error:
        said = str(error)
    else:
        said = "\n".join((*read.concepts[0].notes, read.concepts[0].terms[0].text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]", said)


def test_the_second_loading_reads_no_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, WHOLE)
    assert kept_glossary(path) is None
    first = load_glossary(path)
    monkeypatch.setattr(glossary_yaml, "read_glossary", None)
    assert load_glossary(path) == first
    assert kept_glossary(path) == first
    assert isinstance(first.concepts[0].terms[0].match, Rules)


def test_a_compiled_glossary_is_the_one_that_was_read() -> None:
    path = shipped("glossary.yaml")
    load_glossary(path)
    assert load_glossary(path) == read_glossary(path)
    assert kept_glossary(path) == read_glossary(path)


def test_an_edited_glossary_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path, WHOLE)
    load_glossary(path)
    write(tmp_path, WHOLE.replace("title: T", "title: U"))
    assert kept_glossary(path) is None
    assert load_glossary(path).title == "U"


def test_a_glossary_with_faults_is_not_kept(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "- id: a\n")
    for _ in range(2):
        with pytest.raises(GlossaryError):
            load_glossary(path)
    assert not folders.cache_folder().exists()


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ([], []),
        ({}, []),
        ("glossary", []),
        (7, []),
        ([1, 2, 3, 4, 5, 6], []),
        (["", [], "", {}, [], ["a"]], [b'["a"]']),
        (["", [], "", {}, [], ["a"]], [b"{"]),
        (["", [], "", {}, [], ["a", "b"]], [b'["a"]']),
    ],
)
def test_a_cache_of_another_shape_is_passed_over(
    head: object, rows: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glossary_yaml, "compiled_rows", lambda path, *_: Rows(head, rows, path, ""))
    assert load_glossary(write(tmp_path, WHOLE)).title == "T"


def test_concepts_out_of_the_cache_are_decoded_when_they_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, WHOLE)
    load_glossary(path)
    entries, read = load_glossary(path).concepts, read_glossary(path).concepts
    assert isinstance(entries, Entries)
    assert (len(entries), entries[-1], entries[:2]) == (len(read), read[-1], read[:2])
    assert entries[0] is entries[0]
    assert (entries == read, read == entries, entries != read[:-1]) == (True, True, True)
    assert hash(entries) == hash(read) if not read[0].links else True


def test_the_number_of_the_compiled_form_rises_with_the_contract() -> None:
    parts = (concepts.Glossary, Source, Concept, Term, Rules, Definition, Fact, Spec)
    shape = " ".join(name for part in parts for name in (part.__name__, *part._fields))
    assert (glossary_yaml.SCHEMA, shape) == (
        3,
        "Glossary path title languages source sources concepts extra Source title url kind "
        "Concept id terms subject_field tier definitions notes facts related specs links images history "
        "customer project extra line "
        "Term lang text status pinyin pos type gender geo severity why match contexts note extra line "
        "Rules case inflect boundary variants except_in Definition lang text source "
        "Fact text sources caution Spec source target expect line",
    )


SPEC = """\
glossary: {{version: 1, languages: [zh-Hans, en]}}
concepts:
  - id: giant
    terms:
      - {{lang: zh-Hans, text: 小巨人, status: preferred}}
      - {{lang: en, text: little giant, status: preferred}}
    specs:
      - {{source: 小巨人来了, target: They arrive, expect: [{kind}]}}
"""


@pytest.mark.parametrize("load", [sound_glossary, load_glossary])
def test_a_glossary_that_fails_its_own_spec_is_refused_with_the_line(
    load: Callable[[Path], Glossary], tmp_path: Path
) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text(SPEC.format(kind="missing"), encoding="utf-8")
    assert load(path).concepts
    path.write_text(SPEC.format(kind="forbidden"), encoding="utf-8")
    for _ in "twice":  # what is refused is not kept either
        with pytest.raises(GlossaryError, match=r"terms\.yaml:8:1: giant: this spec expects forbidden"):
            load(path)
    assert read_glossary(path).concepts
