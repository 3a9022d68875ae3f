"""What tools write beside the standard, or by a reading of it that others do not share, is not refused."""

import pytest

from reader.errors import Fault
from reader.text.segments import Segment
from tests.text.bitexts.xliff.documents import (
    FILE,
    FIRST,
    UNIT,
    document,
    faults_of,
    first,
    open_xliff,
    unit1,
)

PLAIN = unit1("<target>x</target>")
UNITS = {
    "a target with a state of the tool's": unit1('<target state="x-checked">x</target>'),
    "a target with no state in it": unit1('<target state="">x</target>'),
    "attributes of the tool's": PLAIN.replace(
        " id", ' al-object-target="Page 1" maxlength="9" status="x" id'
    ),
    "a mark of two types": unit1('<target><mrk mtype="term" type="noun">x</mrk></target>'),
    "attributes of other elements": PLAIN.replace(" id", ' state="final" build-num="1" id'),
    "codes numbered each for itself": unit1('<target><bpt id="1">a</bpt>x<ept id="2">b</ept></target>'),
    "codes of one rid": unit1('<target><bpt id="1" rid="1">a</bpt>x<ept id="2" rid="1">b</ept></target>'),
    "codes that cross": unit1(
        '<target><bpt id="1">a</bpt><bpt id="2">b</bpt>x<ept id="1">c</ept>y<ept id="2">d</ept></target>'
    ),
    "codes that cross the marks of segments": unit1(
        '<target><mrk mtype="seg" mid="1"><bpt id="1">a</bpt>x</mrk> '
        '<mrk mtype="seg" mid="2">y<ept id="1">b</ept></mrk></target>'
    ),
    "a start whose end is in another unit": unit1('<target><bx id="1"/>x</target>'),
    "an end whose start is in another unit": unit1('<target>x<ex id="1"/></target>'),
    "codes of a match": unit1(
        '<target>x</target><alt-trans><target><bpt id="1">a</bpt>x</target></alt-trans>'
    ),
    "foreign codes of the same name": unit1(
        '<target>x<my:bpt xmlns:my="urn:my" id="1"/></target>',
    ),
}


@pytest.mark.parametrize("units", UNITS.values(), ids=UNITS)
def test_a_unit_of_the_first_version_is_read(units: str) -> None:
    (segment,) = first(units)
    assert isinstance(segment, Segment)
    assert segment.target.text.strip() in ("x", "xy", "x y")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' datatype="x"', ' datatype="x" translation-type="metadata" id="1"'),
        ("<body>", '<header><tool tool-id="t" tool-name="T" build-num="8A218a"/></header><body>'),
        ('version="1.2"', 'version="1.0"'),
    ],
)
def test_a_file_of_the_first_version_is_read(old: str, new: str) -> None:
    state = PLAIN.replace("<target>", '<target state="edited">' if "1.0" in new else "<target>")
    data = f"{FIRST}{FILE}{state}</body></file></xliff>".replace(old, new, 1)
    assert [type(one) for one in open_xliff(data).segments] == [Segment]


def test_languages_with_an_underscore_are_read_as_with_a_hyphen() -> None:
    data = f"{FIRST}{FILE}{PLAIN}</body></file></xliff>".replace("zh-CN", "zh_CN").replace('"en"', '"en_US"')
    bitext = open_xliff(data)
    assert bitext[2:4] == ("zh-CN", "en-US")
    assert not [one for one in bitext.segments if isinstance(one, Fault)]


@pytest.mark.parametrize(
    "data",
    [
        document("unit", '<segment><source><pc id="1" canOverlap="no">a<sc id="2"/>b</pc>c<ec startRef="2"/>'
                 '<sc id="3" canOverlap="no"/><ec startRef="3" canOverlap="no"/>'
                 "</source></segment>"),
        document("unit", '<segment><source><sc id="1" canOverlap="no"/>a<sc id="2"/>b<ec startRef="2"/>'
                 '<pc id="3"><ph id="4"/></pc><ec startRef="1" canOverlap="no"/></source></segment>'),
        document("unit", '<segment><source><sc id="1" canOverlap="no"/>a<sc id="2" isolated="yes"/>b'
                 '<ec startRef="1" canOverlap="no"/></source></segment>'),
        document("file", UNIT.replace(" id", ' slr:storageRestriction="255" id')),
        document("file", "<res:resourceData><res:resourceItem><notes><note>x</note></notes>"
                 f'<res:reference href="x"/></res:resourceItem></res:resourceData>{UNIT}'),
        document("file", "<res:resourceData><res:resourceItem><res:source><my:x/></res:source>"
                 f"</res:resourceItem></res:resourceData>{UNIT}"),
    ],
    ids=["a span that is crossed", "a span within", "a span that ends elsewhere", "sizes by no profile",
         "notes of a resource", "a resource that stands here"],
)  # fmt: skip
def test_a_file_of_the_second_version_is_not_refused(data: str) -> None:
    assert not faults_of(data)
