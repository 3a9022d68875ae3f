"""Reading XML as a stream: whole records with their places, and a sentence for everything that is no XML."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, FaultyError, InputError
from reader.text import xml_reader
from reader.text.xml_reader import Characters, Closed, Comment, Element, Instruction, Opened, read_xml

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
