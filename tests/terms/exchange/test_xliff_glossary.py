"""The glossary module of XLIFF 2: entries become concepts, and nothing else is taken for one."""

import pytest

from reader.errors import GlossaryError
from reader.terms.exchange.xliff_glossary import read_xliff_glossary

HEAD = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
 version="2.0" srcLang="en" trgLang="zh-Hans">
 <file id="f"><unit id="u">
"""
TAIL = "<segment><source>A firm.</source></segment></unit></file></xliff>"
ENTRY = """<gls:glossary>
 <gls:glossEntry id="1" ref="#m1">
  <gls:term source="client">TAB key</gls:term>
  <gls:translation id="2" source="client">Tab 键</gls:translation>
  <gls:translation>制表键</gls:translation>
  <gls:definition source="a book">A key.</gls:definition>
 </gls:glossEntry>
</gls:glossary>
"""


def read(body: str, head: str = HEAD) -> bytes:
    return (head + body + TAIL).encode()


def test_an_entry_is_a_concept_with_its_translations_and_sources() -> None:
    glossary = read_xliff_glossary(read(ENTRY), "a.xlf")
    (concept,) = glossary.concepts
    assert glossary.languages == ("en", "zh-Hans")
    assert [(term.lang, term.text, term.line) for term in concept.terms] == [
        ("en", "TAB key", 6),
        ("zh-Hans", "Tab 键", 8),
        ("zh-Hans", "制表键", 9),
    ]
    assert (concept.id, concept.line) == ("tab-key", 6)
    assert tuple(concept.definitions[0]) == ("en", "A key.", "a book")
    assert concept.notes == ("TAB key: client", "Tab 键: client")


def test_an_entry_that_stands_in_several_units_is_one_concept() -> None:
    glossary = read_xliff_glossary(read(ENTRY + "</unit><unit id='v'>" + ENTRY), "a.xlf")
    assert len(glossary.concepts) == 1


def test_definitions_alone_need_no_target_language() -> None:
    body = ENTRY.replace("gls:translation", "gls:unknown")
    glossary = read_xliff_glossary(read(body, HEAD.replace(' trgLang="zh-Hans"', "")), "a.xlf")
    assert glossary.languages == ("en",)
    assert [term.text for term in glossary.concepts[0].terms] == ["TAB key"]


def test_what_tools_put_into_an_entry_is_kept() -> None:
    other = '<x:rank xmlns:x="urn:x" x:of="10">7 <x:b>!</x:b></x:rank>'
    body = (ENTRY + ENTRY).replace("</gls:glossEntry>", f"{other}</gls:glossEntry>")
    (concept,) = read_xliff_glossary(read(body), "a.xlf").concepts
    assert concept.extra == ({"level": "concept", "xml": other},)


@pytest.mark.parametrize(
    ("body", "head", "told"),
    [
        ("", HEAD, "The glossary a.xlf has no glossary"),
        (ENTRY, HEAD.replace(' trgLang="zh-Hans"', ""), "a.xlf:2:1: the attribute trgLang is missing"),
        (ENTRY.replace("TAB key", " "), HEAD, "a.xlf:7:3: this entry has no term"),
        (
            "<gls:glossary><gls:glossEntry><gls:term>x</gls:term></gls:glossEntry></gls:glossary>",
            HEAD,
            ":5:15:",
        ),
        ("<gls:glossary>", HEAD, "a.xlf:5:"),
        (ENTRY.replace("制表键", "\u200b"), HEAD, "a.xlf:9:3: this can be found in no text"),
    ],
)
def test_faults_are_told_with_their_place(body: str, head: str, told: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_xliff_glossary(read(body, head), "a.xlf")
    assert told in str(caught.value)
