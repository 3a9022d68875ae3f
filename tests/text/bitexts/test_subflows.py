"""Texts within codes: each is a text of its own, with its own place, and no part of the text around it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import Fault
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.segments import Bitext, Segment

LANGUAGES = ("zh", "en")
FILE = '<xliff version="1.2"><file original="x" source-language="zh" target-language="en" datatype="x"><body>'
END = "</body></file></xliff>"
NONE = "this text within a code has no target, so nothing was checked here"
EMPTY = "the target is empty, so nothing was checked here"


def tmx(source: str, target: str, skip_empty: bool = False) -> Bitext:
    """A memory of one unit, in line 2."""
    seg = "".join(
        f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>'
        for lang, text in zip(LANGUAGES, (source, target), strict=True)
    )
    data = f'<tmx version="1.4"><header srclang="zh"/><body>\n<tu tuid="u">{seg}</tu></body></tmx>'
    return open_bitext(Request(Path("m.tmx"), data=data.encode(), format="tmx", skip_empty=skip_empty))


def xliff(source: str, target: str, skip_empty: bool = False) -> Bitext:
    """A file of one unit, in line 2."""
    data = f'{FILE}\n<trans-unit id="u"><source>{source}</source><target>{target}</target></trans-unit>{END}'
    return open_bitext(Request(Path("x.xlf"), data=data.encode(), format="xliff", skip_empty=skip_empty))


Opened = Callable[..., Bitext]
BOTH = pytest.mark.parametrize("opened", [tmx, xliff])


def texts(bitext: Bitext) -> list[tuple[str, str, str]]:
    """Id, source and target of each segment; of a fault, what it says."""
    return [
        (one.id, one.source.text if one.source else "", one.target.text)
        if isinstance(one, Segment)
        else ("", "", one.message)
        for one in bitext.segments
    ]


def sub(text: str, id: str = "1", kind: str = "ph") -> str:
    """A code of this kind with a text in it, and what else belongs to it."""
    pos = ' pos="open"' if kind == "it" else ""
    other = f'<ept id="{id}"/>' if kind == "bpt" else f'<bpt id="{id}"/>' if kind == "ept" else ""
    code = f'<{kind} id="{id}"{pos}>&lt;a title="<sub>{text}</sub>"></{kind}>'
    return other + code if kind == "ept" else code + other


@BOTH
@pytest.mark.parametrize("kind", ["bpt", "ept", "ph", "it"])
def test_a_text_in_a_code_is_a_segment_of_its_own(opened: Opened, kind: str) -> None:
    source, target = f"一{sub('二', kind=kind)}三", f"spe{sub('two', kind=kind)}cial"
    assert texts(opened(source, target)) == [("u", "一三", "special"), ("u/sub1", "二", "two")]


@BOTH
def test_it_has_the_place_of_the_file(opened: Opened) -> None:
    target = 'a<ph id="1">&lt;<sub>t&amp;w<ph id="2">x</ph>o</sub></ph>b'
    whole, inside = opened(f"一{sub('二')}", target).segments
    assert isinstance(whole, Segment)
    assert isinstance(inside, Segment)
    assert (whole.target.text, inside.target.text) == ("ab", "t&wo")
    begin = whole.target.column
    for segment, offset, here in ((whole, 1, "b"), (inside, 0, "t&"), (inside, 2, "w<"), (inside, 3, "o<")):
        assert segment.target.place(offset) == (2, begin + target.rindex(here))


@pytest.mark.parametrize("name", ["x", "i"])
def test_a_memory_names_its_codes_in_its_own_way(name: str) -> None:
    source = f"源{sub('一', '1')}{sub('二', '2')}"
    target = f"x{sub('two', '2')}{sub('one', '1')}"
    pairs = texts(tmx(source.replace(" id=", f" {name}="), target.replace(" id=", f" {name}=")))
    assert pairs[1:] == [("u/sub1", "二", "two"), ("u/sub2", "一", "one")]


@BOTH
@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (sub("一", "1") + sub("二", "2"), sub("two", "2") + sub("one", "1"), [("二", "two"), ("一", "one")]),
        (sub("一", "1") + sub("二", "2"), sub("one", "3") + sub("two", "4"), [("一", "one"), ("二", "two")]),
        (sub("一", "1") + sub("二", "2"), sub("two", "2"), [("二", "two"), ("", NONE)]),
        (sub("一", "1"), sub("two", "2") + sub("one", "1"), [("", "two"), ("一", "one")]),
        ("", sub("one"), [("", "one")]),
        (sub("一"), "", [("", NONE)]),
        (sub("一"), sub(" "), [("", EMPTY)]),
        (sub(" "), sub("one"), [("", "one")]),
        (sub("一" + sub("二", "2")), sub("one" + sub("two", "2")), [("一", "one"), ("二", "two")]),
        (sub("一") + sub("二"), sub("one") + sub("two"), [("一", "one"), ("二", "two")]),
    ],
)  # fmt: skip
def test_texts_are_paired_by_their_codes(
    opened: Opened, source: str, target: str, found: list[tuple[str, str]]
) -> None:
    assert [one[1:] for one in texts(opened(f"源{source}", f"x{target}"))[1:]] == found


@BOTH
def test_what_has_no_target_can_be_passed_over(opened: Opened) -> None:
    assert len(texts(opened(f"源{sub('一')}", "x", skip_empty=True))) == 1
    assert len(texts(opened(f"源{sub('一')}", f"x{sub(' ')}", skip_empty=True))) == 1


@BOTH
def test_a_unit_may_have_nothing_but_texts_in_codes(opened: Opened) -> None:
    assert texts(opened(sub("一"), sub("one"))) == [("u/sub1", "一", "one")]


@BOTH
def test_an_empty_target_is_told_once(opened: Opened) -> None:
    assert texts(opened(f"源{sub('一')}", "")) == [("", "", EMPTY)]
    told = texts(opened(f"源{sub('一')}", sub("one")))
    assert told == [("", "", EMPTY), ("u/sub1", "一", "one")]


def test_a_target_that_is_not_there_is_told_once() -> None:
    data = f'{FILE}<trans-unit id="u"><source>{sub("一")}</source></trans-unit>{END}'
    (fault,) = open_bitext(Request(Path("x.xlf"), data=data.encode(), format="xliff")).segments
    assert isinstance(fault, Fault)
    assert fault.message == "the segment 'u' has no target, so nothing was checked here"
