"""Translation memories as segments: which languages, which text, which places; what is told of the rest."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, InputError
from reader.text.bitexts.request import Request
from reader.text.bitexts.tmx import read_tmx
from reader.text.bitexts.tmx_languages import nearness
from reader.text.segments import Bitext, Passage, Segment
from tests.hostile import HOSTILE_BY_NAME

HEAD = '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="zh-CN"/><body>\n'
PAIR = '<tu><tuv xml:lang="zh-CN"><seg>专精</seg></tuv><tuv xml:lang="en"><seg>srdi</seg></tuv></tu>\n'
ALONE = '<tu><tuv xml:lang="zh-CN"><seg>专精</seg></tuv></tu>'


def open_tmx(data: str | bytes, source: str = "", target: str = "", skip_empty: bool = False) -> Bitext:
    raw = data.encode(errors="surrogatepass") if isinstance(data, str) else data
    request = Request(Path("m.tmx"), data=raw, source_language=source, target_language=target)
    return read_tmx(request._replace(skip_empty=skip_empty))


def read_units(*units: str, skip_empty: bool = False) -> list[Segment | Fault]:
    """What comes of these units, the first of which stands in line 3; a sound pair goes before, in line 3."""
    return list(open_tmx(f"{HEAD}{PAIR}{''.join(units)}</body></tmx>", skip_empty=skip_empty).segments)[1:]


def unit(source: str, target: str) -> str:
    return PAIR.replace("专精", source, 1).replace("srdi", target, 1)


def test_a_unit_is_a_segment() -> None:
    bitext = open_tmx(f"{HEAD}{PAIR}</body></tmx>")
    assert bitext[:4] == ("m.tmx", "m.tmx", "zh-CN", "en")
    assert list(bitext.segments) == [Segment("1", Passage("srdi", 3, 70), Passage("专精", 3, 32))]


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_text(f"{HEAD}{PAIR}</body></tmx>", "utf-16")
    assert [type(one) for one in read_tmx(Request(file)).segments] == [Segment]
    with pytest.raises(InputError, match="There is no file"):
        read_tmx(Request(tmp_path / "no.tmx"))


@pytest.mark.parametrize("version", ["1.1", "1.2", "1.3"])
def test_an_older_version_reads_alike(version: str) -> None:
    data = HEAD.replace("1.4", version) + PAIR.replace("xml:lang", "lang") + "</body></tmx>"
    assert [type(one) for one in open_tmx(data).segments] == [Segment]


@pytest.mark.parametrize(
    ("target", "text", "places"),
    [
        ("plain", "plain", {0: (4, 70)}),
        ("Speci<bpt i='1'>&lt;b></bpt>ally<ept i='1'/>", "Specially", {4: (4, 74), 5: (4, 98), 8: (4, 101)}),
        ("a<ph x='1'>{0}</ph>b", "ab", {1: (4, 89)}),
        ("a<it pos='begin'>x</it><ut>y</ut>b", "ab", {1: (4, 103)}),
        ("a<hi type='term'>b<hi>c</hi></hi>d", "abcd", {1: (4, 87), 2: (4, 92), 3: (4, 103)}),
        ("R&amp;D", "R&D", {1: (4, 71), 2: (4, 76)}),
        ("a<!-- note -->b", "ab", {1: (4, 84)}),
        ("<![CDATA[a<b]]>", "a<b", {0: (4, 79)}),
        ("two\nlines", "two\nlines", {4: (5, 1), 8: (5, 5)}),
    ],
)  # fmt: skip
def test_inline_markup_is_left_out_and_places_stay_exact(
    target: str, text: str, places: dict[int, tuple[int, int]]
) -> None:
    (segment,) = read_units(unit("专精", target))
    assert isinstance(segment, Segment)
    assert segment.target.text == text
    assert {offset: segment.target.place(offset) for offset in places} == places


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (ALONE.replace("<tu>", '<tu tuid="a">'), 4, "the unit 'a' has no target, no variant in en"),
        (ALONE.replace("zh-CN", "en"), 4, "the unit '2' has no source, no variant in zh-CN"),
        (unit("x", " \n "), 4, "the target is empty, so nothing was checked here"),
        (unit("x", "<ph>x</ph>"), 4, "the target is empty, so nothing was checked here"),
        (unit("", "x"), 4, "the source of the unit '2' is empty"),
        (
            unit("x", "y").replace("</tu>", '\n<tuv xml:lang="en"><seg>z</seg></tuv></tu>'),
            5,
            "the unit '2' has more than one segment in en; the first is in line 4",
        ),
        (
            unit("x", "y").replace("</tu>", '\n<tuv xml:lang="ZH-cn"><seg>z</seg></tuv></tu>'),
            5,
            "the unit '2' has more than one segment in zh-CN; the first is in line 4",
        ),
        (
            ALONE.replace("</tu>", '\n\n<tuv xml:lang="en"/></tu>'),
            6,
            "the target is empty, so nothing was checked here",
        ),
    ],
)  # fmt: skip
def test_a_unit_that_is_no_pair_is_told_and_reading_goes_on(body: str, line: int, message: str) -> None:
    told, after = read_units(body, PAIR)
    assert isinstance(told, Fault)
    assert (told.path, told.line, told.message) == ("m.tmx", line, message)
    assert isinstance(after, Segment)
    assert after.id == "3"


@pytest.mark.parametrize("body", [ALONE, unit("x", ""), unit("x", "<ph/>")])
def test_a_unit_without_a_target_can_be_passed_over(body: str) -> None:
    assert [type(one) for one in read_units(body, PAIR, skip_empty=True)] == [Segment]


@pytest.mark.parametrize(
    "body",
    [
        unit("x", "y").replace("<tu>", "<tu><note>reader:ignore c-1</note>"),
        unit("x", "y").replace("<tu>", '<tu><prop type="x">reader:ignore c-1</prop>'),
        unit("x", "y").replace("<seg>y", "<note>reader:ignore c-1</note><seg>y"),
        unit("x", "y").replace("<tu>", "<tu><!-- reader:ignore c-1 -->"),
        unit("x", "y<!-- reader:ignore c-1 -->"),
    ],
)
def test_a_remark_takes_a_concept_out_of_the_check(body: str) -> None:
    (segment,) = read_units(body)
    assert isinstance(segment, Segment)
    assert segment.ignored == {"c-1"}


@pytest.mark.parametrize(
    ("header", "tags", "asked", "found"),
    [
        ("zh", ["zh", "en"], ("", ""), ("zh", "en")),
        ("en", ["zh", "en"], ("", ""), ("en", "zh")),
        ("zh-CN", ["zh-cn", "en-US"], ("", ""), ("zh-CN", "en-US")),
        ("zh", ["zh-CN", "en-US"], ("", ""), ("zh", "en-US")),
        ("zh-CN", ["zh", "en"], ("", ""), ("zh-CN", "en")),
        ("zh_CN", ["zh-CN", "en"], ("", ""), ("zh-CN", "en")),
        ("zh_CN", ["zh_CN", "en_US"], ("", ""), ("zh-CN", "en-US")),
        ("zh-TW", ["zh-Hant", "en"], ("", ""), ("zh-TW", "en")),
        ("zh", ["zh", "en", "fr"], ("", "fr"), ("zh", "fr")),
        ("zh", ["zh", "en", "fr"], ("en", "fr"), ("en", "fr")),
        ("*all*", ["zh", "en"], ("zh", ""), ("zh", "en")),
        ("*all*", ["zh", "en"], ("", "en"), ("zh", "en")),
        ("zh", ["zh", "en", "en-GB"], ("", "en-GB"), ("zh", "en-GB")),
        ("zh", ["zh", "en", "en-GB"], ("", ""), ("zh", "en")),
    ],
)
def test_the_languages_come_from_the_request_and_the_file(
    header: str, tags: list[str], asked: tuple[str, str], found: tuple[str, str]
) -> None:
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{tag}</seg></tuv>' for tag in tags)
    bitext = open_tmx(f'<tmx><header srclang="{header}"/><body><tu>{variants}</tu></body></tmx>', *asked)
    assert (bitext.source_language, bitext.target_language) == found
    (segment,) = bitext.segments
    assert isinstance(segment, Segment)
    assert segment.source is not None
    assert nearness(segment.source.text, found[0])
    assert nearness(segment.target.text, found[1])


def test_a_unit_may_say_the_source_where_the_header_does_not() -> None:
    data = HEAD.replace("zh-CN", "*all*") + PAIR.replace("<tu>", '<tu srclang="zh-CN">') + "</body></tmx>"
    assert open_tmx(data)[2:4] == ("zh-CN", "en")


@pytest.mark.parametrize(
    ("header", "tags", "asked", "said"),
    [
        ("zh", ["zh", "en", "fr"], ("", ""), "that could be the target: en, fr. Name one with --to."),
        ("*all*", ["zh", "en"], ("", ""), "does not say what its source language is. Name it with --from."),
        ("*all*", ["zh", "en", "fr"], ("", "fr"), "has several languages that could be the source: zh, en."),
        ("zh", ["zh"], ("", ""), "has units in one language only: there is no target to be read."),
        ("zh", ["zh", "en"], ("", "de"), "has no units in 'de': its first ones are in zh, en."),
        ("ja", ["zh", "en"], ("", "en"), "has no units in 'ja': its first ones are in zh, en."),
        ("zh", [], ("", ""), "is a translation memory without units: there is nothing to check."),
    ],
)  # fmt: skip
def test_languages_that_nothing_tells_are_asked_for(
    header: str, tags: list[str], asked: tuple[str, str], said: str
) -> None:
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{tag}</seg></tuv>' for tag in tags)
    with pytest.raises(InputError) as caught:
        open_tmx(f'<tmx><header srclang="{header}"/><body><tu>{variants}</tu></body></tmx>', *asked)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "<html/>",
            "m.tmx:1:1: this is no translation memory: its outermost element is <html>, not <tmx>\n"
            "    `--as` says what a file is",
        ),
        ("", "m.tmx is empty."),
        ("<tmx><body><tu>", "m.tmx:1:16: the file ends while <tu> of line 1 is open"),
    ],
)
def test_what_is_no_memory_is_refused(data: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        open_tmx(data)
    assert str(caught.value).startswith(said)


def test_a_broken_end_is_told_after_the_units_before_it() -> None:
    segments = open_tmx(HEAD + PAIR * 2_000 + "<tu>").segments
    assert isinstance(next(segments), Segment)
    with pytest.raises(InputError, match=r"m\.tmx:2003:5: the file ends while <tu> of line 2003 is open"):
        list(segments)


@given(st.data())
def test_whatever_the_bytes_only_sentences_come_out(data: st.DataObject) -> None:
    raw = bytearray(f"{HEAD}{PAIR}{unit('a', 'b<ph>x</ph>&amp;')}</body></tmx>".encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    with suppress(InputError):
        list(open_tmx(bytes(raw)).segments)


@pytest.mark.parametrize("text", HOSTILE_BY_NAME.values(), ids=HOSTILE_BY_NAME)
def test_hostile_text_is_harmless(text: str) -> None:
    inside = text.replace("&", "&amp;").replace("<", "&lt;")
    shown = ""
    try:
        for one in open_tmx(f"{HEAD}{PAIR}{unit('x', inside)}{unit(inside, 'x')}</body></tmx>").segments:
            shown += one.target.text if isinstance(one, Segment) else str(one)
    except InputError as error:
        shown += str(error)
    assert not {"\x1b", "\x9b", "\u202e", "\r", "\x00"} & set(shown)
