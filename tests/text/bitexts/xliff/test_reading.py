"""XLIFF as segments: which units, which text, which places, and what is told of the rest."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, InputError
from reader.text.bitexts.request import Request
from reader.text.bitexts.xliff.reading import read_xliff
from reader.text.segments import Bitext, Passage, Segment
from tests.hostile import HOSTILE_BY_NAME
from tests.text.bitexts.xliff.documents import EVERYTHING, EVERYTHING_1

FIRST = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
QUIET = ' translate="no" id'
FILE = '<file original="x" source-language="zh-CN" target-language="en" datatype="x"><body>\n'
SECOND = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en">\n'


def open_xliff(data: str | bytes, source: str = "", target: str = "", skip_empty: bool = False) -> Bitext:
    raw = data.encode(errors="surrogatepass") if isinstance(data, str) else data
    request = Request(Path("x.xlf"), data=raw, source_language=source, target_language=target)
    return read_xliff(request._replace(skip_empty=skip_empty))


def first(units: str, skip_empty: bool = False) -> list[Segment | Fault]:
    """What comes of these units of XLIFF 1.2, which begin in line 2."""
    return list(open_xliff(f"{FIRST}{FILE}{units}</body></file></xliff>", skip_empty=skip_empty).segments)


def second(units: str, skip_empty: bool = False) -> list[Segment | Fault]:
    """What comes of these units of XLIFF 2, which begin in line 2."""
    return list(open_xliff(f'{SECOND}<file id="f">{units}</file></xliff>', skip_empty=skip_empty).segments)


def unit1(target: str, source: str = "源") -> str:
    return f'<trans-unit id="u"><source>{source}</source>{target}</trans-unit>'


def unit2(target: str, source: str = "源") -> str:
    return f'<unit id="u"><segment><source>{source}</source>{target}</segment></unit>'


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


@pytest.mark.parametrize(
    ("asked", "found"),
    [(("", ""), ("zh-CN", "en")), (("zh", "en-GB"), ("zh", "en-GB")), (("zh-Hans", ""), ("zh-Hans", "en"))],
)
def test_the_languages_may_be_named_as_the_glossary_names_them(
    asked: tuple[str, str], found: tuple[str, str]
) -> None:
    for data in (f"{FIRST}{FILE}</body></file></xliff>", f'{SECOND}<file id="f">{unit2("")}</file></xliff>'):
        assert open_xliff(data, *asked)[2:4] == found


@pytest.mark.parametrize(
    ("data", "target", "said"),
    [
        (f"{FIRST}{FILE}</body></file></xliff>", "fr", "The target of x.xlf is in 'en', not in 'fr'."),
        (
            f'{SECOND}<file id="f">{unit2("")}</file></xliff>',
            "fr",
            "The target of x.xlf is in 'en', not in 'fr'.",
        ),
        (
            f"{FIRST}{FILE}</body></file></xliff>".replace(' target-language="en"', ""),
            "",
            "x.xlf does not say what its target language is. Name it with --to.",
        ),
        (
            f'{SECOND}<file id="f">{unit2("")}</file></xliff>'.replace(' trgLang="en"', ""),
            "",
            "x.xlf does not say what its target language is. Name it with --to.",
        ),
        (
            f'{SECOND}<file id="f">{unit2("<target/>")}</file></xliff>'.replace(' trgLang="en"', ""),
            "",
            "x.xlf:2:54: here is a target, and <xliff> has no trgLang",
        ),
        (
            f'{SECOND}<file id="f">{unit2("")}</file></xliff>'.replace('"en"', '"e n"'),
            "",
            "x.xlf:1:1: trgLang of <xliff> is 'e n': it must be a language tag, as `en` or `zh-Hans`",
        ),
        (
            f"{FIRST}{FILE}{unit1('')}</body></file></xliff>".replace('"en"', '"e n"'),
            "",
            "x.xlf:1:68: target-language of <file> is 'e n': it must be a language tag, as `en` or `zh-Hans`",
        ),
        ("<a/>", "", "x.xlf:1:1: this is no XLIFF: its outermost element is <a>, not <xliff>"),
        ("<xliff version='2.0'/>", "", "x.xlf:1:1: <xliff> has no namespace"),
        ("<xliff xmlns='urn:x'/>", "", "x.xlf:1:1: the namespace 'urn:x' is that of no XLIFF"),
        ("", "", "x.xlf is empty."),
    ],
)
def test_what_is_not_what_was_asked_for_is_refused(data: str, target: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        open_xliff(data, target=target)
    assert str(caught.value).split("\n")[0] == said


def test_files_of_another_pair_of_languages_are_told_and_passed_over() -> None:
    unit = unit1("<target>x</target>")
    other = FILE.replace('"en"', '"fr"')
    data = f"{FIRST}{FILE}{unit}</body></file>\n{other}{unit}</body></file>{FILE}{unit}</body></file></xliff>"
    one, fault, two = open_xliff(data).segments
    assert isinstance(one, Segment)
    assert isinstance(two, Segment)
    assert isinstance(fault, Fault)
    assert (fault.line, fault.message[:27]) == (3, "target-language of <file> i")


def test_no_segment_comes_behind_a_broken_rule() -> None:
    good, bad = unit2("<target>x</target>"), unit2("").replace('"u"', '"b c"')
    after = good.replace('"u"', '"v"')
    segments = open_xliff(f'{SECOND}<file id="f">{good}{bad}{after}</file></xliff>').segments
    assert isinstance(next(segments), Segment)
    with pytest.raises(InputError, match="id of <unit> is 'b c'"):
        next(segments)


@given(st.data(), st.sampled_from([EVERYTHING, EVERYTHING_1]))
def test_whatever_the_bytes_only_sentences_come_out(data: st.DataObject, sound: str) -> None:
    raw = bytearray(sound.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=4))
    with suppress(InputError):
        list(open_xliff(bytes(raw)).segments)


@given(st.data(), st.sampled_from([EVERYTHING, EVERYTHING_1]))
def test_whatever_the_elements_only_sentences_come_out(data: st.DataObject, sound: str) -> None:
    words = sound.split('"')
    for _ in range(data.draw(st.integers(1, 6))):
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(words))
    with suppress(InputError):
        list(open_xliff('"'.join(words)).segments)


@pytest.mark.parametrize("text", HOSTILE_BY_NAME.values(), ids=HOSTILE_BY_NAME)
def test_hostile_text_is_harmless(text: str) -> None:
    inside = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    made = unit2("<target>x</target>", inside) + unit2(f"<target>{inside}</target>").replace(
        '"u"', f'"{inside}"'
    )
    shown = ""
    try:
        for one in open_xliff(f'{SECOND}<file id="f">{made}</file></xliff>').segments:
            shown += one.id + one.target.text if isinstance(one, Segment) else str(one)
    except InputError as error:
        shown += str(error)
    assert not {"\x1b", "\x9b", "\u202e", "\r", "\x00"} & set(shown)
