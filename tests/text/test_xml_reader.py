"""Reading XML as a stream: whole records with their places, and a sentence for everything that is no XML."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, FaultyError, InputError
from reader.text import xml_reader
from reader.text.xml_reader import Characters, Closed, Comment, Element, Instruction, Opened, read_xml, to_xml

SAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header srclang="zh-CN"><note>about</note></header>
  <body>
    <!-- outside -->
    <tu tuid="1"><tuv xml:lang="zh-CN"><seg>专精<hi>特新</hi>&amp;more</seg></tuv></tu>
    <tu tuid="2"/>
  </body>
</tmx>
"""


def read_all(data: str | bytes, *records: str, encoding: str = "") -> list[xml_reader.Event]:
    """Every event of a document."""
    return list(read_xml(data.encode() if isinstance(data, str) else data, "f.xml", records, encoding))


def record(data: str) -> Element:
    """The element `r` of a document."""
    return next(event for event in read_all(data, "r") if isinstance(event, Element))


def fault(data: str | bytes, encoding: str = "") -> Fault:
    """What is wrong with the document: it is always one thing."""
    with pytest.raises(FaultyError) as caught:
        read_all(data, "r", encoding=encoding)
    (found,) = caught.value.faults
    assert found.path == "f.xml"
    return found


def test_records_come_whole_and_of_the_rest_the_ends_come() -> None:
    events = read_all(SAMPLE, "tu", "header")
    shown = [
        event.element.name if isinstance(event, Opened) else str(type(event).__name__) for event in events
    ]
    assert shown == ["tmx", "Element", "body", "Comment", "Element", "Element", "Closed", "Closed"]
    root, header, body, comment, first, second, end, _ = events
    assert isinstance(root, Opened)
    assert root.element.attributes == {"version": "1.4"}
    assert isinstance(header, Element)
    assert (header.attributes["srclang"], header.text()) == ("zh-CN", "about")
    assert isinstance(body, Opened)
    assert isinstance(comment, Comment)
    assert (comment.text, comment.line, comment.column) == (" outside ", 6, 5)
    assert isinstance(first, Element)
    assert (first.line, first.column) == (7, 5)
    assert isinstance(second, Element)
    assert second.attributes == {"tuid": "2"}
    assert isinstance(end, Closed)
    assert (end.element.name, end.line, end.column) == ("body", 9, 3)


def test_what_is_no_record_is_not_kept() -> None:
    events = read_all("<a><b><c>text</c></b></a>", "r")
    assert all(not event.element.children for event in events if isinstance(event, Opened))
    assert [event.text for event in events if isinstance(event, Characters)] == ["text"]


def test_a_record_is_told_before_the_file_is_read_on() -> None:
    def source() -> Iterator[bytes]:
        yield b"<a><r/>" + b" " * 100_000
        raise AssertionError("read on before the record was told")

    chunks = source()

    class File(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return next(chunks)

    events = read_xml(File(), "f.xml", ("r",))
    assert isinstance(next(events), Opened)
    assert isinstance(next(events), Element)


@pytest.mark.parametrize(
    ("inside", "pieces"),
    [
        ("专精", [("专精", 1, 7)]),
        ("a&amp;b", [("a&", 1, 7), ("b", 1, 13)]),
        ("&#x4e13;精", [("专", 1, 7), ("精", 1, 15)]),
        ("a\r\nb\rc\nd", [("a\nb\nc\nd", 1, 7)]),
        ("a&#10;b", [("a\n", 1, 7), ("b", 1, 13)]),
        ("a<![CDATA[<b>\n]]>c", [("a", 1, 7), ("<b>\n", 1, 17), ("c", 2, 4)]),
        ("a<!-- x -->b", [("a", 1, 7), ("b", 1, 18)]),
        ("a<?x y?>b", [("a", 1, 7), ("b", 1, 15)]),
        ("\U00020000x&lt;y", [("\U00020000x<", 1, 7), ("y", 1, 13)]),
        ("a\u2028b\u2029c", [("a\n", 1, 7), ("b\n", 1, 9), ("c", 1, 11)]),
        ("\x9b\u202e", [("\ufffd\ufffd", 1, 7)]),
    ],
)
def test_text_comes_in_stretches_with_their_places(inside: str, pieces: list[tuple[str, int, int]]) -> None:
    element = record(f"<a><r>{inside}</r></a>")
    assert [tuple(piece) for piece in element.pieces()] == pieces
    assert element.text() == "".join(piece[0] for piece in pieces)


def test_a_stretch_that_is_read_in_two_goes_is_one() -> None:
    text = "专精特新" * 30_000
    assert list(record(f"<r>{text}</r>").pieces()) == [Characters(text, 1, 4)]


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


@pytest.mark.parametrize(
    "encoding",
    ["gb18030", "gb2312", "gbk", "big5", "utf-16", "utf-32", "shift_jis", "utf-8", "cp1252", "utf-8-sig"],
)
def test_the_declared_encoding_is_read(encoding: str) -> None:
    word = "né" if encoding == "cp1252" else "中山"
    data = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>\n<r>\n{word}x</r>'
    (element,) = read_all(data.encode(encoding), "r")
    assert isinstance(element, Element)
    assert list(element.pieces()) == [Characters(f"\n{word}x", 2, 4)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_wide_encoding_is_known_without_a_mark(encoding: str) -> None:
    (element,) = read_all("<r>中</r>".encode(encoding), "r")
    assert isinstance(element, Element)
    assert element.text() == "中"


@pytest.mark.parametrize("asked", ["gb18030", "GBK", "gb2312"])
def test_an_encoding_that_is_asked_for_overrides_the_declared_one(asked: str) -> None:
    (element,) = read_all(
        '<?xml version="1.0" encoding="utf-8"?><r>中国</r>'.encode("gb18030"), "r", encoding=asked
    )
    assert isinstance(element, Element)
    assert element.text() == "中国"


def test_elements_that_are_no_frames_come_whole() -> None:
    data = b"<a><b><c><d/></c>x</b><e>f</e></a>"
    events = list(read_xml(data, "f.xml", frames=("a", "b")))
    assert [event.name for event in events if isinstance(event, Element)] == ["c", "e"]
    assert [event.element.name for event in events if isinstance(event, Opened)] == ["a", "b"]
    assert [event.text for event in events if isinstance(event, Characters)] == ["x"]


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        ("<a>\n<r>" + "x" * 300_000, (2, 1), "this <r> is larger than 0 MiB"),
        ("<a>\n<r>" + "<b/>" * 90_000, (2, 1), "this <r> is larger than 0 MiB"),
        ('<a>\n<b c="' + "x" * 300_000, (2, 1), "what begins here is longer than 0 MiB"),
        ("<a>\n<!-- " + "x" * 300_000, (2, 1), "what begins here is longer than 0 MiB"),
    ],
    ids=["text", "elements", "attribute", "comment"],
)
def test_what_never_ends_is_not_held(
    data: str, place: tuple[int, int], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml_reader, "MAX_RECORD", 200_000)
    monkeypatch.setattr(xml_reader, "MAX_TOKEN", 200_000)
    found = fault(data)
    assert (found.message, (found.line, found.column)) == (said, place)


def test_what_is_no_record_may_be_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_reader, "MAX_RECORD", 200_000)
    assert len(read_all("<a>" + "<r>x</r>" * 100_000 + "</a>", "r")) == 100_002


def test_defaults_of_a_document_type_are_not_read() -> None:
    (element,) = read_all('<!DOCTYPE r [<!ATTLIST r a CDATA "long">]><r/>', "r")
    assert isinstance(element, Element)
    assert element.attributes == {}


@given(st.data())
def test_whatever_the_bytes_only_sentences_come_out(data: st.DataObject) -> None:
    encoding = data.draw(st.sampled_from(["utf-8", "utf-16", "gb18030"]))
    raw = bytearray(SAMPLE.replace("UTF-8", encoding).encode(encoding))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    try:
        events = read_all(bytes(raw), "tu", "header")
    except InputError:
        return
    assert isinstance(events[-1], Closed | Comment | Instruction | Element)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1), st.integers(1, 9))
def test_every_character_is_found_at_its_place(text: str, size: int) -> None:
    inside = text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    data = f"<a>\n<r>{inside}</r></a>"

    class Slow(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return super().read(size)

    try:
        (element,) = [
            one for one in read_xml(Slow(data.encode()), "f.xml", ("r",)) if isinstance(one, Element)
        ]
    except InputError:
        assert any(char in text for char in "\ufffe\uffff")
        return
    line = data.split("\n")[1]
    for piece in element.pieces():
        assert piece.line == 2
        for at, char in enumerate(piece.text):
            if char not in "\ufffd\u200b\n&<":
                assert line[piece.column - 1 + at] == char


def declaring(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?><a/>'


WRONG: dict[str, tuple[str | bytes, int, int, str]] = {
    "empty": (b"", 0, 0, "is empty"),
    "only a mark": (b"\xef\xbb\xbf", 0, 0, "is empty"),
    "no XML": ("hello", 1, 1, "this is no XML"),
    "only blanks": (" \n", 2, 1, "the file ends before it has an element"),
    "cut off": ("<a>\n<b>x", 2, 5, "the file ends while <b> of line 2 is open"),
    "cut off in a tag": ("<a>\n<b", 2, 1, "what begins here is never closed"),
    "cut off in a CDATA section": ("<a>\n<![CDATA[", 2, 10, "a CDATA section is never closed"),
    "crossed": ("<a>\n<b></a>", 2, 4, "the end of <a> stands where <b> of line 2 is still open"),
    "two roots": ("<a/>\n<b/>", 2, 1, "something stands behind the end of the document"),
    "an entity of HTML's": ("<a>\n x&nbsp;</a>", 2, 3, "the entity &nbsp; of HTML's is not defined"),
    "an unknown entity": ("<a>\n&co;</a>", 2, 1, "the entity &co; is not defined"),
    "the same where a DOCTYPE may define it": (
        '<!DOCTYPE a SYSTEM "d.dtd">\n<a>&co;</a>',
        2,
        4,
        "the entity &co; is not defined",
    ),
    "the same in an attribute": (
        '<!-- x --><!DOCTYPE a PUBLIC "p"\n"d.dtd"><a b="&co;"/>',
        2,
        9,
        "the entity &co; is not defined",
    ),
    "the same behind a parameter entity": (
        "<!DOCTYPE a [\n %co; ]><a/>",
        2,
        2,
        "the entity 'co' is not defined",
    ),
    "an entity declaration": (
        '<!DOCTYPE a [\n<!ENTITY co "x">]><a/>',
        2,
        13,
        "the entity 'co' is declared here, and a file that declares entities is not read",
    ),
    "an external entity": (
        '<!DOCTYPE a [\n<!ENTITY co SYSTEM "file:///etc/passwd">]><a>&co;</a>',
        2,
        40,
        "the entity 'co' is declared here, and a file that declares entities is not read",
    ),
    "a parameter entity": (
        '<!DOCTYPE a [\n<!ENTITY % co "x">]><a/>',
        2,
        15,
        "the entity 'co' is declared here, and a file that declares entities is not read",
    ),
    "too deep": ("<a>\n" + "<b>" * 300, 2, 598, "<b> stands deeper than 200 levels"),
    "JSON": ('{"a": 1}', 1, 1, "this is no XML"),
    "a zip": (b"PK\x03\x04<a/>", 1, 3, "this is no XML"),
    "a lone &": ("<a>\nM & M</a>", 2, 4, "the sign & stands alone"),
    "a lone <": ("<a>\nx < y</a>", 2, 4, "the character ' ' cannot stand here"),
    "an attribute without quotes": ("<a b=c/>", 1, 6, "the character 'c' cannot stand here"),
    "a tag in a tag": ("<a\n<b/>", 2, 1, "a tag begins within another one"),
    "an attribute twice": ('<a b="1" b="2"/>', 1, 10, "the same attribute stands twice in a tag"),
    "an unbound prefix": ("<a><p:b/></a>", 1, 4, "a prefix is used that no namespace is declared for"),
    "a NUL": (
        b"<a>\n\0</a>",
        2,
        1,
        "here is a NUL byte: this is no text, or not in the encoding it is read in",
    ),
    "an escape": ("<a>\n专\x1b</a>", 2, 2, "the character U+001B has no place in XML"),
    "a surrogate's number": ("<a>&#xD800;</a>", 1, 4, "this number stands for no character of XML"),
    "a late declaration": (
        '\n<?xml version="1.0"?><a/>',
        2,
        1,
        "the XML declaration does not stand at the very beginning",
    ),
    "XML 1.1": ('<?xml version="1.1"?><a/>', 1, 1, "this is XML '1.1', and only XML 1.0 is read"),
    "not UTF-8": ("<a>\n中é</a>".encode()[:-5] + b"\xff</a>", 2, 2, "the byte 0xC3 is not UTF-8"),
    "a character cut off": ("<a>中".encode()[:-1], 1, 4, "the byte 0xE4 is not UTF-8"),
    "declared and not written in GB18030": (
        b'<?xml version="1.0" encoding="GB18030"?>\n<a>' + b"\xff</a>",
        2,
        4,
        "the byte 0xFF is not GB18030",
    ),
    "declared UTF-16, written in UTF-8": (
        '<?xml version="1.0" encoding="UTF-16"?><a/>',
        1,
        1,
        "the file declares UTF-16 and is written in UTF-8",
    ),
    "declared UTF-8, written in UTF-16": (
        '<?xml version="1.0" encoding="UTF-8"?><a/>'.encode("utf-16"),
        1,
        1,
        "the file declares UTF-8 and is written in UTF-16",
    ),
    "an unknown encoding": (declaring("x-mac"), 1, 1, "no encoding is called 'x-mac'"),
    "a codec that is no encoding": (declaring("rot13"), 1, 1, "no encoding is called 'rot13'"),
    "an encoding that hides tags": (declaring("utf-7"), 1, 1, "no encoding is called 'utf-7'"),
    "a codec of bytes": (declaring("zip"), 1, 1, "no encoding is called 'zip'"),
}


@pytest.mark.parametrize(("data", "line", "column", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_xml_is_told_where_it_is(data: str | bytes, line: int, column: int, message: str) -> None:
    found = fault(data)
    assert (found.message, found.line, found.column) == (message, line, column)
    assert bool(found.hint) == bool(line)
    if found.text:
        assert 1 <= found.caret <= len(found.text) + 1
