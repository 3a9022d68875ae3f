"""An element of XML by itself: its children, its attributes, and how it is written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.text.xml_reader import Instruction, to_xml
from tests.text.test_xml_reader import record


def test_children_are_found_by_name() -> None:
    element = record("<r>a<x>1</x><y/><x>2<x>3</x></x><!--c--><?p i?></r>")
    found = element.find("x")
    assert found is not None
    assert found.text() == "1"
    assert element.find("z") is None
    assert [child.text() for child in element.all("x")] == ["1", "23"]
    assert [child.name for child in element.elements()] == ["x", "y", "x"]
    assert list(element.comments()) == ["c"]
    assert element.children[-1] == Instruction("p", "i", 1, 41)


def test_attributes_are_named_by_namespace_and_harmless() -> None:
    element = record('<r xmlns="u" xmlns:o="http://o" xml:lang="zh" o:a="1" b="x&#x9b;y\u202e"/>')
    assert element.namespace == "u"
    assert element.attributes == {"xml:lang": "zh", "{http://o}a": "1", "b": "x\ufffdy\ufffd"}


@pytest.mark.parametrize(
    ("outer", "inner", "written"),
    [
        ("<a>", "<r/>", "<r/>"),
        (
            "<a>",
            '<r b="&lt;&quot;&#10;&amp;">&lt;a&gt;&amp;</r>',
            '<r b="&lt;&quot;&#10;&amp;">&lt;a&gt;&amp;</r>',
        ),
        ("<a>", "<r><!--c--><?p i?> <?q?></r>", "<r><!--c--><?p i?> <?q?></r>"),
        ('<a xmlns="u">', "<r><b/></r>", '<r xmlns="u"><b/></r>'),
        ('<a xmlns:p="u">', '<p:r p:k="1"><b/></p:r>', '<p:r xmlns:p="u" p:k="1"><b/></p:r>'),
        ('<a xmlns:p="u">', '<r p:k="1"/>', '<r xmlns:p="u" p:k="1"/>'),
        ('<a xmlns="u">', '<r xmlns="v" xmlns:x="w"/>', '<r xmlns="v" xmlns:x="w"/>'),
        ('<a xmlns="u">', '<r xmlns=""><b/></r>', '<r xmlns=""><b/></r>'),
        ("<a>", '<r xml:lang="zh" xml:space="preserve"/>', '<r xml:lang="zh" xml:space="preserve"/>'),
        ('<a xmlns:p="u">', '<r><p:b xmlns:p="v"/><p:c/></r>', '<r><p:b xmlns:p="v"/><p:c xmlns:p="u"/></r>'),
    ],
)
def test_an_element_is_written_out_with_its_namespaces(outer: str, inner: str, written: str) -> None:
    assert to_xml(record(f"{outer}{inner}</a>")) == written


@given(st.lists(st.sampled_from(["<b>", "</b>", "x", " ", "&lt;", "专", '<c d="1"/>', "\n", "<!--k-->"])))
def test_what_was_written_out_reads_as_the_same(parts: list[str]) -> None:
    data = f"<r>{''.join(parts)}</r>"
    try:
        once = to_xml(record(data))
    except InputError:
        return
    assert to_xml(record(once)) == once
