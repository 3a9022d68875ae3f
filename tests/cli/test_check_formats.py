"""`reader check`: the same pairs give the same findings in whatever format they come."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from reader.cli import main

PAIRS = [
    ("专精特新企业的“小巨人”", 'Specialized, special new "little giants" & others'),
    ("我国的小巨人", "My country's small firms"),
    ("产学研融合", "The 产学研融合 of firms"),
    ("龙头企业", "Leading enterprises <of their trade>"),
    ("我国企业很多", "China has many companies"),
]
Marked = Callable[[str], str]


def plain(text: str) -> str:
    return escape(text)


def tmx(marked: Marked) -> str:
    units = "".join(
        f'<tu>\n<tuv xml:lang="zh-Hans"><seg>{marked(source)}</seg></tuv>\n'
        f'<tuv xml:lang="en"><seg>{marked(target)}</seg></tuv></tu>\n'
        for source, target in PAIRS
    )
    head = (
        '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" '
        'srclang="zh-Hans" datatype="plaintext"/>'
    )
    return f'<?xml version="1.0"?>\n<tmx version="1.4">{head}<body>\n{units}</body></tmx>\n'


def xliff1(marked: Marked) -> str:
    units = "".join(
        f'<trans-unit id="{number}"><source>{marked(source)}</source>\n'
        f"<target>{marked(target)}</target></trans-unit>\n"
        for number, (source, target) in enumerate(PAIRS, 1)
    )
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" '
        'datatype="plaintext" source-language="zh-Hans" target-language="en"><body>\n'
        f"{units}</body></file></xliff>\n"
    )


def xliff2(marked: Marked) -> str:
    units = "".join(
        f'<unit id="u{number}"><segment><source>{marked(source)}</source>\n'
        f"<target>{marked(target)}</target></segment></unit>\n"
        for number, (source, target) in enumerate(PAIRS, 1)
    )
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh-Hans" trgLang="en">'
        f'<file id="f">\n{units}</file></xliff>\n'
    )


def po() -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    head = 'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    return head + "\n".join(f"msgid {quoted(source)}\nmsgstr {quoted(target)}\n" for source, target in PAIRS)


def table(separator: str) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if separator == "," else text

    return "".join(f"{cell(source)}{separator}{cell(target)}\n" for source, target in PAIRS)


FILES = {
    "a.tmx": tmx(plain),
    "a12.xlf": xliff1(plain),
    "a21.xlf": xliff2(plain),
    "a.po": po(),
    "a.tsv": table("\t"),
    "a.csv": table(","),
}


def essence(finding: dict[str, Any]) -> tuple[object, ...]:
    source = finding["source"] and finding["source"]["found"]
    return finding["kind"], finding["severity"], finding["concept"], finding["found"], source


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["check", "--format", "json", "--from", "zh-Hans", "--to", "en", *words]) in (0, 1)
    out, err = capsys.readouterr()
    assert err == ""
    told: list[dict[str, Any]] = json.loads(out)["findings"]
    return told


@pytest.fixture
def expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[tuple[object, ...]]:
    """What two files side by side give."""
    monkeypatch.chdir(tmp_path)
    for place, name in enumerate(("a.zh.txt", "a.en.txt")):
        Path(name).write_text("".join(f"{pair[place]}\n" for pair in PAIRS), encoding="utf-8")
    told = list(map(essence, found(capsys, "--source", "a.zh.txt", "--target", "a.en.txt")))
    assert {finding[0] for finding in told} == {
        *("forbidden", "missing", "untranslated", "inconsistent", "non-preferred")
    }
    return told


@pytest.mark.parametrize("name", FILES)
def test_the_same_pairs_give_the_same_findings(
    name: str, expected: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(FILES[name], encoding="utf-8")
    told = found(capsys, name)
    assert list(map(essence, told)) == expected
    lines = FILES[name].split("\n")
    for finding in told:
        if finding["kind"] == "forbidden":
            line = lines[finding["line"] - 1]
            assert line[finding["column"] - 1 : finding["end_column"] - 1] == finding["found"]


@pytest.mark.parametrize(
    ("name", "text", "marks"),
    [
        ("a.tmx", tmx, ("<bpt i='1'>x</bpt>", "<ept i='1'>y</ept>")),
        ("a.tmx", tmx, ("<ph>z</ph>", "<hi/>")),
        ("a12.xlf", xliff1, ('<g id="1">', "</g>")),
        ("a12.xlf", xliff1, ('<x id="1"/>', '<bx id="2"/><ex id="2"/>')),
        ("a21.xlf", xliff2, ('<pc id="1">', "</pc>")),
        ("a21.xlf", xliff2, ('<ph id="1"/>', '<sc id="2"/><ec startRef="2"/>')),
    ],
)
def test_markup_inside_a_segment_breaks_no_term_in_two(
    name: str,
    text: Callable[[Marked], str],
    marks: tuple[str, str],
    expected: list[tuple[object, ...]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    def marked(words: str) -> str:
        return f"{escape(words[:1])}{marks[0]}{escape(words[1:2])}{marks[1]}{escape(words[2:])}"

    Path(name).write_text(text(marked), encoding="utf-8")
    assert list(map(essence, found(capsys, name))) == expected


GLOSSARY = """glossary: {version: 1, title: g, languages: [zh, en]}
concepts:
  - id: a
    terms:
      - {lang: zh, text: 专精特新, status: preferred}
      - {lang: en, text: specialized and new, status: preferred}
      - {lang: en, text: special new, status: deprecated}
"""


def sub(text: str) -> str:
    """A text within a code."""
    return f'<ph id="1">&lt;a title="<sub>{text}</sub>"></ph>'


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        (f"专精{sub('二')}特新", f"specialized {sub('two')}and new", []),
        (f"专精特新{sub('二')}", f"special {sub('new')}", ["missing"]),
        (f"二{sub('专精特新')}", f"two {sub('special new')}", ["forbidden"]),
        (f"二{sub('专精特新')}", f"specialized and new {sub('two')}", ["missing"]),
        (f"专精{sub('特新')}", f"special{sub(' new')}", []),
        (f"二{sub('专精')}{sub('特新')}", f"two{sub('special')}{sub('new')}", []),
        ("二", f"two{sub('special new')}", ["forbidden"]),
    ],
)
@pytest.mark.parametrize(("name", "text"), [("a.tmx", tmx), ("a.xlf", xliff1)])
def test_a_term_is_neither_broken_nor_made_by_a_text_within_a_code(
    name: str,
    text: Callable[[Marked], str],
    source: str,
    target: str,
    kinds: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("g.yaml").write_text(GLOSSARY, encoding="utf-8")
    monkeypatch.setitem(globals(), "PAIRS", [(source, target)])
    Path(name).write_text(text(lambda words: words), encoding="utf-8")
    told = found(capsys, name, "--glossary", "g.yaml")
    assert [finding["kind"] for finding in told if finding["kind"] != "inconsistent"] == kinds
    for finding in told:
        line = text(lambda words: words).split("\n")[finding["line"] - 1]
        assert line[finding["column"] - 1 : finding["end_column"] - 1].startswith(finding["found"])
