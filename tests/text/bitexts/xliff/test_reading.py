"""XLIFF as segments: which units, which text, which places, and what is told of the rest."""

import pytest

from reader.errors import Fault, InputError
from reader.text.segments import Passage, Segment
from tests.text.bitexts.xliff.documents import FILE, FIRST, SECOND, first, open_xliff, second, unit1, unit2

QUIET = ' translate="no" id'


def test_a_unit_of_the_first_version_is_a_segment() -> None:
    bitext = open_xliff(f"{FIRST}{FILE}{unit1('<target>x</target>')}</body></file></xliff>")
    assert bitext[:4] == ("x.xlf", "x.xlf", "zh-CN", "en")
    assert list(bitext.segments) == [Segment("u", Passage("x", 2, 46), Passage("源", 2, 28))]


def test_a_segment_of_the_second_version_is_one() -> None:
    bitext = open_xliff(f'{SECOND}<file id="f">{unit2("<target>x</target>")}</file></xliff>')
    assert bitext[:4] == ("x.xlf", "x.xlf", "zh-CN", "en")
    assert list(bitext.segments) == [Segment("u/1", Passage("x", 2, 62), Passage("源", 2, 44))]


def test_segments_are_named_by_unit_and_segment() -> None:
    parts = "<segment>{0}</segment><ignorable><source> </source></ignorable><segment id='b'>{0}</segment>"
    found = second(f'<unit id="u">{parts.format("<source>a</source><target>b</target>")}</unit>')
    assert [one.id for one in found if isinstance(one, Segment)] == ["u/1", "u/b"]


def test_marked_segments_of_the_first_version_are_paired_by_number() -> None:
    mark = '<mrk mtype="seg" mid="{}">{}</mrk>'
    parts = f"<seg-source>{mark.format(1, '一')}{mark.format(2, '二')}{mark.format(3, '三')}</seg-source>"
    target = f"<target><g id='1'>{mark.format(2, 'two')}</g> {mark.format(1, 'one')}</target>"
    *found, missing = first(unit1(parts + target, "一二三"))
    pairs = [
        (one.id, one.source and one.source.text, one.target.text) for one in found if isinstance(one, Segment)
    ]
    assert pairs == [("u/1", "一", "one"), ("u/2", "二", "two")]
    assert isinstance(missing, Fault)
    assert missing.message == "the segment 'u/3' has no target, so nothing was checked here"


def test_a_marked_source_with_a_target_that_is_not_is_one_segment() -> None:
    (segment,) = first(
        unit1('<seg-source><mrk mtype="seg" mid="1">一</mrk></seg-source><target>one</target>')
    )
    assert isinstance(segment, Segment)
    assert segment.id == "u"


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ('spec<g id="1">ial</g>ized', "specialized"),
        ('a<bpt id="1">&lt;b></bpt>b<ept id="1">x</ept>c', "abc"),
        ('a<ph id="1">{0}</ph>b<it id="2" pos="open">x</it>', "ab"),
        ('a<x id="1"/>b<bx id="2"/>c<ex id="2"/>d', "abcd"),
        ('a<mrk mtype="term">b<mrk mtype="x">c</mrk></mrk>&amp;', "abc&"),
    ],
)
def test_codes_of_the_first_version_are_left_out(target: str, text: str) -> None:
    (segment,) = first(unit1(f"<target>{target}</target>"))
    assert isinstance(segment, Segment)
    assert segment.target.text == text
    last = f"{FIRST}{FILE}{unit1(f'<target>{target}</target>')}".split("\n")[1]
    at = text.index("d") if text.endswith("d") else 0
    line, column = segment.target.place(at)
    assert line == 2
    assert last[column - 1] == text[at]


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ('spec<pc id="1">ial</pc>ized', "specialized"),
        ('a<sc id="1"/>b<ec startRef="1"/>c<ph id="2"/>d', "abcd"),
        ('a<mrk id="1" type="term">b</mrk><sm id="2" type="term"/>c<em startRef="2"/>', "abc"),
        ('a<cp hex="0007"/>b<cp hex="FFFE"/>', "ab"),
        ("a<![CDATA[<b>]]>&#99;<!-- x -->", "a<b>c"),
    ],
)
def test_codes_of_the_second_version_are_left_out(target: str, text: str) -> None:
    (segment,) = second(unit2(f"<target>{target}</target>"))
    assert isinstance(segment, Segment)
    assert segment.target.text == text
    shown = f'{SECOND}<file id="f">{unit2(f"<target>{target}</target>")}'.split("\n")[1]
    for at, char in enumerate(text):
        line, column = segment.target.place(at)
        assert line == 2
        assert shown[column - 1] in (char, "&")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "the segment '{}' has no target, so nothing was checked here"),
        ("\n<target/>", "the target is empty, so nothing was checked here"),
        ("\n<target> \n</target>", "the target is empty, so nothing was checked here"),
    ],
)
def test_a_missing_target_is_told_or_passed_over(target: str, said: str) -> None:
    for made, id in ((first(unit1(target)), "u"), (second(unit2(target)), "u/1")):
        (fault,) = made
        assert isinstance(fault, Fault)
        assert (fault.path, fault.message) == ("x.xlf", said.format(id))
        assert fault.line == (3 if target else 2)
        assert "--skip-empty" in fault.hint
    assert not first(unit1(target), skip_empty=True)
    assert not second(unit2(target), skip_empty=True)


def test_an_empty_source_is_told_and_an_empty_pair_is_nothing() -> None:
    for made in (first(unit1("<target>x</target>", " ")), second(unit2("<target>x</target>", " "))):
        (fault,) = made
        assert isinstance(fault, Fault)
        assert fault.message.startswith("the source of the segment 'u")
    assert not first(unit1("<target/>", ""))
    assert not second(unit2("", " "))


@pytest.mark.parametrize(
    "data",
    [
        f"{FIRST}{FILE}{unit1('').replace(' id', QUIET)}</body></file></xliff>",
        f'{FIRST}{FILE}<group translate="no">{unit1("")}</group></body></file></xliff>',
        f'{SECOND}<file id="f">{unit2("").replace(" id", QUIET)}</file></xliff>',
        f'{SECOND}<file id="f"><group id="g" translate="no">{unit2("")}</group></file></xliff>',
        f'{SECOND}<file id="f" translate="no">{unit2("")}</file></xliff>',
    ],
)
def test_what_is_not_to_be_translated_is_passed_over(data: str) -> None:
    assert not list(open_xliff(data).segments)


def test_translate_is_said_again_further_in() -> None:
    inner = unit2("<target>x</target>").replace("<unit", '<unit translate="yes"')
    (segment,) = open_xliff(f'{SECOND}<file id="f" translate="no">{inner}</file></xliff>').segments
    assert isinstance(segment, Segment)


def test_alternatives_and_matches_are_no_targets() -> None:
    (fault,) = first(unit1("<alt-trans><target>x</target></alt-trans>"))
    assert isinstance(fault, Fault)


@pytest.mark.parametrize(
    "made",
    [
        first(unit1("<target>x</target><note>reader:ignore c-1</note>")),
        first(unit1("<target>x<!-- reader:ignore c-1 --></target>")),
        second(
            unit2("<target>x</target>").replace("<seg", "<notes><note>reader:ignore c-1</note></notes><seg")
        ),
        second(unit2("<target>x</target><!-- reader:ignore c-1 -->")),
    ],
)
def test_a_remark_takes_a_concept_out_of_the_check(made: list[Segment | Fault]) -> None:
    (segment,) = made
    assert isinstance(segment, Segment)
    assert segment.ignored == {"c-1"}


def test_no_segment_comes_behind_a_broken_rule() -> None:
    good, bad = unit2("<target>x</target>"), unit2("").replace('"u"', '"b c"')
    after = good.replace('"u"', '"v"')
    segments = open_xliff(f'{SECOND}<file id="f">{good}{bad}{after}</file></xliff>').segments
    assert isinstance(next(segments), Segment)
    with pytest.raises(InputError, match="id of <unit> is 'b c'"):
        next(segments)
