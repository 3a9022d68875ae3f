"""The baseline: what was reviewed, written and read again."""

import json
from pathlib import Path

import pytest

from reader.errors import InputError
from reader.exports.baseline import baseline_text, read_baseline, reviewed
from reader.terms.findings import Finding, Quote, Spot


def finding(fingerprint: str, found: str = "dwarf giant") -> Finding:
    quote = Quote(Spot("a.tmx", "1", 3, 5, 16), f"The {found}", 4, 4 + len(found))
    return Finding(
        "forbidden", "error", "giant", quote, None, "小巨人", found, ("little giant",), "", "t:1", fingerprint
    )


def test_what_is_written_comes_back_with_its_reasons(tmp_path: Path) -> None:
    path = tmp_path / "reviewed.json"
    path.write_text(
        "".join(baseline_text([reviewed(finding("a1"), ""), reviewed(finding("b2"), "“quoted”")])),
        encoding="utf-8",
    )
    assert [(one.fingerprint, one.reason) for one in read_baseline(path)] == [("a1", ""), ("b2", "“quoted”")]


def test_a_finding_stands_once_and_on_a_line_of_its_own() -> None:
    text = "".join(baseline_text(reviewed(finding(mark), "") for mark in ("a1", "a1", "b2")))
    assert [line.count("fingerprint") for line in text.splitlines()] == [0, 1, 1, 0]
    entry = json.loads(text)["findings"][0]
    assert entry == {
        "fingerprint": "a1",
        "kind": "forbidden",
        "concept": "giant",
        "file": "a.tmx",
        "found": "dwarf giant",
        "reason": "",
    }


def test_no_findings_make_a_baseline_too() -> None:
    assert json.loads("".join(baseline_text([]))) == {"schema": 1, "findings": []}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", r"reviewed\.json:1:1: this is no JSON"),
        (b'{"schema": 1,\n"findings" []}', r"reviewed\.json:2:12: this is no JSON"),
        (b"\xff\xfe\x00", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "is no baseline of reader"),
        (b'{"schema": 1, "findings": [{}]}', "is no baseline of reader"),
        (b'{"schema": 2, "findings": []}', "another version of reader: schema 2"),
    ],
)
def test_what_is_no_baseline_is_said(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "reviewed.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        read_baseline(path)


def test_a_baseline_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no baseline"):
        read_baseline(tmp_path / "none.json")
