"""A termbase goes out as TBX-Basic and comes back as the same, and an imported file goes out as it came."""

import os
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import canonicalize

import pytest
from hypothesis import given, settings

from reader.exports.termbase_tbx import tbx_text
from reader.exports.termbase_tbx_elements import Style
from reader.folders import shipped
from reader.terms.concepts import Concept, Definition, Glossary, Rules, Term
from reader.terms.exchange.tbx_reading import read_tbx
from reader.terms.exchange.tbx_structure import is_sound, parsed
from reader.terms.exchange.tbx_vocabulary import PICKLISTS, STATUSES, TBX
from reader.terms.glossary_yaml import read_glossary
from reader.text.xml_reader import Element
from tests.exports.test_termbase_yaml import RICH
from tests.terms.exchange.rich import bare, glossaries

FILES = Path(__file__).parents[1] / "data/tbx"
STYLES: tuple[Style, ...] = ("dca", "dct")
TERM = '<langSec xml:lang="en"><termSec><term>a</term></termSec></langSec>'
_NAMES = {
    "pos": "partOfSpeech",
    "gender": "grammaticalGender",
    "type": "termType",
    "action": "transactionType",
}


def there_and_back(glossary: Glossary, style: Style) -> Glossary:
    return bare(read_tbx("".join(tbx_text(glossary, style)).encode(), ""))


def check_words(root: ElementTree.Element) -> None:
    """Every value of a data category that has a list of values is one of them."""
    words = {_NAMES[field]: values for field, values in PICKLISTS.items()}
    words["administrativeStatus"] = frozenset(STATUSES.values())
    for element in root.iter():
        name = element.get("type") or element.tag.rpartition("}")[2]
        if name in words:
            assert (element.text or "").strip() in words[name]


def check_structure(text: str) -> None:
    """What TBX version 3 demands of a file: names, order and required attributes, level by level."""
    space = f"{{{TBX}}}"
    root = ElementTree.fromstring(text)
    assert root.tag == f"{space}tbx"
    assert {"type", "style", "{http://www.w3.org/XML/1998/namespace}lang"} <= set(root.attrib)
    assert [child.tag for child in root] == [f"{space}tbxHeader", f"{space}text"]
    assert root.find(f"{space}tbxHeader/{space}fileDesc/{space}sourceDesc/{space}p") is not None
    core = [element for element in root.iter() if element.tag.startswith(space)]
    ids = [element.get("id") for element in core if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {element.get("target") for element in core if element.tag != f"{space}xref"} <= {*ids, None}
    for section in root.iter(f"{space}langSec"):
        assert section.find(f"{space}termSec/{space}term") is not None
    for term in root.iter(f"{space}termSec"):
        early = [
            child.tag in (f"{space}termNote", f"{space}termNoteGrp") for child in term if child.tag[0] == "{"
        ]
        kinds = [early[place] for place, child in enumerate(term) if child.tag.startswith(space)][1:]
        assert kinds == sorted(kinds, reverse=True) or root.get("style") == "dct"
    for level in ("conceptEntry", "langSec", "termSec"):
        for parent in root.iter(f"{space}{level}"):
            for child in parent:
                if child.tag.startswith(space) and child.tag not in (f"{space}langSec", f"{space}termSec"):
                    node = parsed(ElementTree.tostring(child, encoding="unicode").strip())
                    assert isinstance(node, Element)
                    assert is_sound(node)


def validate(text: str) -> None:
    """Ask the published schema, where READER_TBX_RNG names it."""
    path = os.environ.get("READER_TBX_RNG")
    if path:
        from lxml import etree

        schema = etree.RelaxNG(etree.parse(path))
        assert schema.validate(etree.fromstring(text.encode())), schema.error_log


@pytest.mark.parametrize("style", STYLES)
def test_the_shipped_glossary_comes_back_whole(style: Style) -> None:
    glossary = bare(read_glossary(shipped("glossary.yaml")))
    text = "".join(tbx_text(glossary, style))
    check_structure(text)
    check_words(ElementTree.fromstring(text))
    validate(text)
    assert bare(read_tbx(text.encode(), "")) == glossary


@settings(max_examples=60, deadline=None)
@given(glossaries())
def test_whatever_a_glossary_holds_comes_back(glossary: Glossary) -> None:
    for style in STYLES:
        text = "".join(tbx_text(glossary, style))
        check_structure(text)
        validate(text)
        assert bare(read_tbx(text.encode(), "")) == glossary


@pytest.mark.parametrize("name", ["basic_v3_dca", "basic_v3_dct", "foreign_v3"])
def test_an_imported_file_goes_out_as_it_came(name: str) -> None:
    content = (FILES / f"{name}.tbx").read_bytes()
    text = "".join(tbx_text(read_tbx(content, ""), "dct" if name.endswith("dct") else "dca"))
    assert canonicalize(text, strip_text=True) == canonicalize(content.decode(), strip_text=True)
    validate(text)


@pytest.mark.parametrize("path", sorted(FILES.glob("*.tbx")), ids=lambda path: path.stem)
@pytest.mark.parametrize("style", STYLES)
def test_a_file_of_any_version_goes_out_as_version_3(path: Path, style: Style) -> None:
    glossary = bare(read_tbx(path.read_bytes(), ""))
    text = "".join(tbx_text(glossary, style))
    check_structure(text)
    validate(text)
    assert bare(read_tbx(text.encode(), "")) == glossary


@pytest.mark.parametrize(
    ("xml", "stays"),
    [
        ("<x:a>z</x:a>", True),
        ("<x:a>z <hi>y</hi></x:a>", True),
        ("<x:a>z<x:b>y</x:b></x:a>", False),
        ("<x:a><note>y</note></x:a>", False),
        ('<adminGrp><admin type="t">y</admin><x:a><x:b/></x:a></adminGrp>', False),
    ],
)
def test_what_the_schema_refuses_of_other_namespaces_is_kept_in_a_note(xml: str, stays: bool) -> None:
    head = f'<tbx xml:lang="en" xmlns="{TBX}" xmlns:x="urn:x">'
    data = f'{head}<text><body><conceptEntry id="e">{xml}{TERM}</conceptEntry></body></text></tbx>'
    glossary = read_tbx(data.encode(), "")
    text = "".join(tbx_text(glossary))
    validate(text)
    assert ("<note>reader-json: " not in text.partition("<body>")[2]) is stays
    assert there_and_back(glossary, "dca") == bare(glossary)


@pytest.mark.parametrize(
    "inside",
    [
        '<ref type="crossReference" target="elsewhere">out of this file</ref>',
        '<ref type="bibl" target="book"/>',
        '<note id="n">one</note><note id="n">two</note><ref type="see" target="n"/>',
        '<note id="e">called as the entry is</note>',
        '<admin id="a" type="x">refers<hi target="b">!</hi></admin><ref type="see" target="a"/>',
        '<transacGrp><transac type="transactionType">origination</transac>'
        '<transacNote type="responsibility" target="us-1">Li Wei</transacNote></transacGrp>',
    ],
)
def test_what_refers_to_nothing_in_the_file_is_kept_in_a_note(inside: str) -> None:
    data = (
        f'<martif type="TBX" xml:lang="en"><text><body><termEntry id="e">{inside}<langSet xml:lang="en">'
        '<tig id="e"><term id="t">a</term></tig><tig><term id="t">b</term></tig></langSet></termEntry></body>'
        '<back><refObjectList type="person"><refObject id="us-1"/></refObjectList></back></text></martif>'
    )
    glossary = bare(read_tbx(data.encode(), ""))
    for style in STYLES:
        text = "".join(tbx_text(glossary, style))
        check_structure(text)
        validate(text)
        assert bare(read_tbx(text.encode(), "")) == glossary


def test_what_refers_to_an_element_of_the_file_stays_in_its_place() -> None:
    inside = '<admin id="a" type="x">A</admin><ref type="see" target="a">B</ref><ref type="see" target="e"/>'
    entry = f'<conceptEntry id="e">{inside}{TERM}</conceptEntry>'
    data = f'<tbx xml:lang="en"><text><body>{entry}</body></text></tbx>'
    assert "".join(tbx_text(read_tbx(data.encode(), ""))).count('target="') == 2


def test_comments_stand_before_the_entries_where_they_stood() -> None:
    entries = [
        f'<!-- {name} --><!--\n  two--><conceptEntry id="{name}">{TERM}</conceptEntry>' for name in "ab"
    ]
    data = (
        f'<?xml version="1.0" encoding="UTF-8"?><!-- 1 --><tbx type="TBX-Basic" style="dca" xml:lang="en" '
        f'xmlns="{TBX}"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>'
        f"<text><body>{''.join(entries)}</body></text></tbx>"
    )
    glossary = read_tbx(data.encode(), "")
    text = "".join(tbx_text(glossary))
    assert canonicalize(text, strip_text=True, with_comments=True) == canonicalize(
        data, strip_text=True, with_comments=True
    )
    last = read_tbx(data.replace("</body>", "<!-- last --></body>").encode(), "")
    assert last.extra[-1] == {"level": "body", "xml": "<!-- last -->"}
    assert there_and_back(last, "dct") == bare(last)


def test_other_tools_are_told_all_that_tbx_basic_can_say() -> None:
    text = "".join(tbx_text(RICH))
    assert '<ref type="crossReference" target="ju-ren">"little giant"</ref>' in text
    assert '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>' in text
    assert '<langSec xml:lang="zh-Hans">\n          <descrip' not in text
    assert text.count("<note>reader-json: ") == 5


def test_a_word_that_tbx_basic_lacks_is_the_nearest_for_others() -> None:
    term = Term("en", "Rome", pos="properNoun", type="initialism")
    glossary = Glossary("", "", ("en",), "", {}, (Concept("a", (term,)),))
    text = "".join(tbx_text(glossary))
    assert '<termNote type="partOfSpeech">noun</termNote>' in text
    assert '"pos": ["noun", "properNoun"], "type": "initialism"' in text
    assert there_and_back(glossary, "dca") == glossary


def test_what_another_tool_changed_is_not_undone() -> None:
    term = Term("en", "Rome", pos="properNoun", pinyin="x")
    concept = Concept("a", (term,), notes=("reader-json: mine",), history=({"action": "seen"},))
    text = "".join(tbx_text(Glossary("", "", ("en",), "", {}, (concept,))))
    edited = text.replace(">noun<", ">verb<").replace("<langSec", "<note>theirs</note><langSec")
    found = read_tbx(edited.encode(), "").concepts[0]
    assert (found.terms[0].pos, found.terms[0].pinyin) == ("verb", "x")
    assert found.notes == ("reader-json: mine", "theirs")
    assert found.history == ({"action": "seen"},)


def test_terms_and_definitions_keep_their_order_among_languages() -> None:
    terms = (Term("en", "a"), Term("zh", "b"), Term("en", "c"))
    definitions = (Definition("zh", "d"), Definition("en", "e"), Definition("de", "f"), Definition("zh", "g"))
    glossary = Glossary("", "", ("zh", "en"), "", {}, (Concept("a", terms, definitions=definitions),))
    for style in STYLES:
        assert there_and_back(glossary, style) == glossary


def test_a_note_of_ours_that_makes_no_sense_changes_nothing() -> None:
    glossary = Glossary("", "", ("en",), "", {}, (Concept("a", (Term("en", "x", match=Rules("exact")),)),))
    text = "".join(tbx_text(glossary))
    for wrong in ('{"case": "loud"}', '{"case": ["exact"]}', "[1]", '"exact"', "null", '{"inflect": 3}'):
        found = read_tbx(text.replace('{"case": "exact"}', wrong).encode(), "").concepts[0]
        assert found.terms[0].match == Rules()
    broken = read_tbx(text.replace('{"match"', '{"match').encode(), "").concepts[0]
    assert broken.terms[0].note.startswith("reader-json:")


def test_what_xml_forbids_is_removed() -> None:
    concept = Concept("a", (Term("en", "a\x00b"),), notes=("x\x1by\ufffe",))
    text = "".join(tbx_text(Glossary("", "", ("en",), "", {}, (concept,))))
    assert "<term>ab</term>" in text
    assert "<note>xy</note>" in text
    ElementTree.fromstring(text)


@pytest.mark.parametrize("level", ["concept", "lang en", "term"])
def test_an_element_of_a_module_that_declares_no_prefix_has_one(level: str) -> None:
    row = {"level": level, "xml": "<basic:termLocation>menuItem</basic:termLocation>"}
    concept = Concept("c", (Term("en", "a", extra=(row,) if level == "term" else ()),))
    concept = concept if level == "term" else concept._replace(extra=(row,))
    glossary = Glossary("", "", ("en",), "", {}, (concept,))
    text = "".join(tbx_text(glossary, "dca"))
    assert ElementTree.fromstring(text) is not None
    assert bare(read_tbx(text.encode(), "")) == glossary
