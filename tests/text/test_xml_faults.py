"""What is no XML, or none that is read: each fault is a sentence with the place where it stands."""

import pytest

from tests.text.test_xml_reader import fault


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
