"""Which format a file is in, and that the same pairs are the same in every format."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.errors import Fault, InputError
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.segments import Segment
from tests.bitexts import opened, pairs, segments

PAIRS = [
    ("中小企业的“根”", 'the "root" of SMEs'),
    ("专精特新, 一", "specialized; <b>refined</b> &c."),
    ("%s 个", "%s {n}"),
]


def po(pairs: list[tuple[str, str]]) -> str:
    escaped = [[text.replace("\\", "\\\\").replace('"', '\\"') for text in pair] for pair in pairs]
    quoted = [[f'"{text}"' for text in pair] for pair in escaped]
    return "".join(f"msgid {one}\nmsgstr {other}\n\n" for one, other in quoted)


def csv(pairs: list[tuple[str, str]], delimiter: str = ",") -> str:
    quoted = [tuple('"' + text.replace('"', '""') + '"' for text in pair) for pair in pairs]
    return "".join(f"{one}{delimiter}{other}\n" for one, other in quoted)


def tsv(pairs: list[tuple[str, str]]) -> str:
    return "".join(f"{one}\t{other}\n" for one, other in pairs)


def tmx(pairs: list[tuple[str, str]]) -> str:
    return _xml(
        '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" '
        'adminlang="en" srclang="zh" datatype="plaintext"/><body>{}</body></tmx>',
        '<tu><tuv xml:lang="zh"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>',
        pairs,
    )


def xliff(pairs: list[tuple[str, str]]) -> str:
    return _xml(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" '
        'source-language="zh" target-language="en" datatype="plaintext"><body>{}</body></file></xliff>',
        '<trans-unit id="{number}"><source>{}</source><target>{}</target></trans-unit>',
        pairs,
    )


def _xml(frame: str, unit: str, pairs: list[tuple[str, str]]) -> str:
    from xml.sax.saxutils import escape

    units = (unit.format(*map(escape, pair), number=number) for number, pair in enumerate(pairs, 1))
    return frame.format("\n".join(units))


WRITERS = {"po": po, "csv": csv, "tsv": tsv, "tmx": tmx, "xlf": xliff}


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_pairs_are_the_same_in_every_format(ending: str) -> None:
    bitext = opened(f"a.{ending}", WRITERS[ending](PAIRS))
    assert (bitext.source_language, bitext.target_language) == ("zh", "en")
    assert pairs(bitext) == PAIRS


def test_the_ending_may_be_in_capitals() -> None:
    assert pairs(opened("A.CSV", csv(PAIRS))) == PAIRS


def test_and_in_two_files(tmp_path: Path) -> None:
    for at, name in enumerate(("a.zh.txt", "a.en.txt")):
        (tmp_path / name).write_text("".join(f"{pair[at]}\n" for pair in PAIRS))
    bitext = open_bitext(Request(tmp_path / "a.en.txt", tmp_path / "a.zh.txt"))
    assert (bitext.source_language, bitext.target_language) == ("zh", "en")
    assert pairs(bitext) == PAIRS


SIDE = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1).map(lambda text: f"a{text}b")


@given(st.lists(st.tuples(SIDE, SIDE), min_size=1, max_size=4))
@example([("a\\b", 'a\\"b')])
@settings(max_examples=50)
def test_any_pairs_are_the_same_in_every_format(given_pairs: list[tuple[str, str]]) -> None:
    found = {ending: pairs(opened(f"a.{ending}", write(given_pairs))) for ending, write in WRITERS.items()}
    assert found == dict.fromkeys(WRITERS, found["tsv"])
    assert len(found["tsv"]) == len(given_pairs)


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != "csv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_without_an_ending_the_content_tells_the_format(ending: str, encoding: str) -> None:
    data = WRITERS[ending](PAIRS).encode(encoding)
    asked = encoding if ending in ("tmx", "xlf") else ""  # these must declare it, or it must be asked for
    assert pairs(opened("units", data, encoding=asked)) == PAIRS


@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", "a.tsv.bak"])
def test_what_is_nothing_else_is_a_text(name: str) -> None:
    bitext = opened(name, "Some <tmx> words.\n\nMore of them.\n")
    assert bitext.source_path == ""
    assert [one.target.text for one in segments(bitext)] == ["Some <tmx> words.", "More of them."]


@pytest.mark.parametrize("ending", [*WRITERS, "txt", "md", "text", "pot", "tab", "xliff", ""])
def test_what_cannot_be_opened_is_a_sentence(tmp_path: Path, ending: str) -> None:
    path = tmp_path / (f"a.{ending}" if ending else "a")
    with pytest.raises(InputError, match=r"^There is no file "):
        open_bitext(Request(path))
    path.mkdir()
    with pytest.raises(InputError, match=r" is a folder\."):
        open_bitext(Request(path))


def piped(data: bytes) -> Path:
    """A pipe that holds this data, as a shell's `<(command)` is."""
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    return Path(f"/dev/fd/{reading}")


@pytest.mark.parametrize("ending", ["tsv", "po", "tmx"])
def test_a_pipe_is_read_once_and_told_by_its_content(ending: str) -> None:
    path = piped(WRITERS[ending](PAIRS).encode())
    assert pairs(open_bitext(Request(path, source_language="zh", target_language="en"))) == PAIRS
    os.close(int(path.name))


def test_two_pipes_are_a_pair() -> None:
    source, target = (piped("".join(f"{pair[at]}\n" for pair in PAIRS).encode()) for at in (0, 1))
    request = Request(target, source, source_language="zh", target_language="en")
    assert pairs(open_bitext(request)) == PAIRS
    for path in (source, target):
        os.close(int(path.name))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.po", "a.tsv", "a.csv", "a"])
@given(st.binary() | st.text(st.sampled_from('a中 "\t\n\r,;\\#`<&*[]()msgidstr')).map(str.encode))
def test_any_bytes_are_segments_or_a_sentence(name: str, data: bytes) -> None:
    said = ""
    try:
        found = list(opened(name, data).segments)
    except InputError as error:
        said = str(error)
    assert said.isprintable()
    assert said or all(str(one) if isinstance(one, Fault) else one.target.text for one in found)


@pytest.mark.parametrize(
    "text",
    {
        "a.tsv": "小\ta\n小\t{}\n小\tb\n",
        "a.csv": '"小",a\n"小",{}\n"小",b\n',
        "a.po": 'msgid "1"\nmsgstr "a"\n\nmsgid "2"\nmsgstr "{}"\n\nmsgid "3"\nmsgstr "b"\n',
        "a.tmx": '<tmx version="1.4"><header srclang="zh"/><body>'
        + "".join(
            f'<tu><tuv xml:lang="zh"><seg>小</seg></tuv><tuv xml:lang="en"><seg>{one}</seg></tuv></tu>'
            for one in ("a", "{}", "b")
        )
        + "</body></tmx>",
    }.items(),
    ids=lambda item: item[0],
)
def test_an_endless_segment_is_passed_over_and_told(text: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / text[0]
    path.write_text(text[1].replace("{}", "x" * 1_048_577), encoding="utf-8")
    one, fault, two = open_bitext(Request(path, source_language="zh", target_language="en")).segments
    assert isinstance(one, Segment)
    assert isinstance(two, Segment)
    assert isinstance(fault, Fault)
    assert fault.message.startswith("this segment is longer than 1,048,576 characters")
    assert fault.line >= 1


@pytest.mark.parametrize(
    ("text", "asked"), [("The firms are small.\tThey are many.\n", ""), ("小\ta\n", "en")]
)
def test_a_language_is_not_translated_into_itself(text: str, asked: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(text * 9, encoding="utf-8")
    with pytest.raises(InputError, match="source and target are both in en"):
        open_bitext(Request(path, source_language=asked, target_language=asked))


def test_two_files_in_one_language_are_no_pair(tmp_path: Path) -> None:
    path = tmp_path / "a.en.txt"
    path.write_text("The firms are small.\n", encoding="utf-8")
    with pytest.raises(InputError, match="source and target are both in en"):
        open_bitext(Request(path, source_path=path))
