"""Several processes find what one finds, in the same order."""

import os
import signal
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.errors import Fault, FaultyError, InputError
from reader.terms import parallel
from reader.terms.checking import Checker
from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.findings import Checked, Finding
from reader.text.bitexts import streams
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.segments import Bitext, Passage, Segment

GLOSSARY = Glossary(
    "g.yaml",
    "",
    ("zh", "en"),
    "",
    {},
    (
        Concept(
            "giant",
            (
                Term("zh", "小巨人"),
                Term("en", "little giant", "preferred"),
                Term("en", "LG", "admitted", type="acronym"),
                Term("en", "small giant", "admitted"),
                Term("en", "tiny giant", "deprecated"),
            ),
        ),
        Concept("firm", (Term("zh", "企业"), Term("en", "business firm", "preferred"), Term("en", "shop"))),
        Concept("only", (Term("en", "workshop", "preferred"), Term("en", "WS", "admitted", type="acronym"))),
    ),
)
SOURCES = ("小巨人", "企业", "小巨人企业", "没有")
TARGETS = (
    "a little giant",
    "LG and WS",
    "small giants",
    "tiny giant",
    "business firms",
    "business firms (BF)",
    "the BF here",
    "a shop",
    "little giants (LGs)",
    "a workshop",
    "小巨人",
    "nothing",
)
FAULT = Fault("a.tmx", 3, 1, "no target")
ITEMS = st.lists(st.tuples(st.sampled_from(SOURCES), st.sampled_from(TARGETS)) | st.just(None), max_size=12)


def bitext(items: list[tuple[str, str] | None]) -> Bitext:
    segments = (
        Segment(str(line), Passage(item[1], line, 9), Passage(item[0], line, 1)) if item else FAULT
        for line, item in enumerate(items, 1)
    )
    return Bitext("a.tmx", "a.tmx", "zh", "en", segments)


def found(opened: Bitext, jobs: int) -> tuple[list[Finding], list[Fault], list[Checked], object]:
    faults: list[Fault] = []
    checker = Checker(GLOSSARY, jobs=jobs)
    findings = list(checker.findings(opened, faults.append))
    summary = [(row.concept, [used[:3] for used in row.used], row.findings) for row in checker.summary()]
    return findings, faults, checker.checked, summary


@settings(max_examples=100, deadline=None)
@given(ITEMS, st.integers(1, 3))
@example([("企业", "business firms (BF)"), ("企业", "the BF here")], 1)
@example([("小巨人", "a little giant"), ("小巨人", "LG and WS")], 1)
def test_parts_put_together_give_what_the_whole_gives(items: list[tuple[str, str] | None], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "_SIZE", size)
        assert found(bitext(items), 2) == found(bitext(items), 1)


def table(folder: Path) -> Path:
    path = folder / "a.tsv"
    rows = [f"{source}\t{target}\n" for source in SOURCES for target in TARGETS]
    path.write_text("".join(rows) * 20 + "no tab\n" + "".join(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("languages", [("zh", "en"), ("", "")])
def test_two_processes_find_in_a_file_what_one_finds(
    languages: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "SAMPLE", 1 << 12)
    monkeypatch.setattr(streams, "_BLOCK", 1 << 10)
    monkeypatch.setattr(parallel, "_SIZE", 300)
    request = Request(table(tmp_path), source_language=languages[0], target_language=languages[1])
    assert found(open_bitext(request), 2) == found(open_bitext(request), 1)


def test_a_small_document_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fork", None)
    items: list[tuple[str, str] | None] = [("小巨人", "a giant"), ("企业", "nothing")]
    assert [finding.kind for finding in found(bitext(items), 2)[0]] == ["missing", "missing"]


def test_a_file_that_ends_in_what_is_no_text_is_told_at_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "SAMPLE", 1 << 12)
    monkeypatch.setattr(streams, "_BLOCK", 1 << 10)
    path = table(tmp_path)
    path.write_bytes(path.read_bytes() + "企业\ta f".encode() + b"\xff\n")
    request = Request(path, source_language="zh", target_language="en")
    told = [raised(open_bitext(request), jobs) for jobs in (1, 2, 3)]
    assert "a.tsv:1010:7: the byte 0xFF is not UTF-8. Say with --encoding" in told[0]
    assert told[0] == told[1] == told[2]


def raised(opened: Bitext, jobs: int) -> str:
    with pytest.raises(InputError) as error:
        found(opened, jobs)
    return str(error.value)


def test_a_process_that_is_killed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SAMPLE", 1 << 12)
    monkeypatch.setattr(streams, "_BLOCK", 1 << 10)
    monkeypatch.setattr(parallel, "_tell_all", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    request = Request(table(tmp_path), source_language="zh", target_language="en")
    assert (
        raised(open_bitext(request), 2)
        == "A process that shared the work was ended; `--jobs 1` does without."
    )
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_no_process_is_left_where_nobody_wants_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SAMPLE", 1 << 12)
    monkeypatch.setattr(streams, "_BLOCK", 1 << 10)
    request = Request(table(tmp_path), source_language="zh", target_language="en")
    findings = iter(Checker(GLOSSARY, jobs=2).findings(open_bitext(request)))
    next(findings)
    assert isinstance(findings, Generator)
    findings.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def cut_tmx(folder: Path) -> Path:
    path = folder / "cut.tmx"
    unit = '<tu><tuv xml:lang="zh"><seg>小巨人</seg></tuv><tuv xml:lang="en"><seg>a firm</seg></tuv></tu>\n'
    head = '<tmx version="1.4"><header srclang="zh" segtype="sentence" adminlang="en" datatype="plaintext" '
    head += 'creationtool="a" creationtoolversion="1" o-tmf="a"/><body>\n'
    path.write_text(head + unit * 3000, "utf-8")
    return path


@pytest.mark.parametrize("size", [300, 4096])
def test_what_was_read_before_a_file_breaks_off_is_found_by_all_alike(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "_SIZE", size)
    request = Request(cut_tmx(tmp_path), source_language="zh", target_language="en")
    seen: list[tuple[int, str]] = []
    for jobs in (1, 2, 3):
        findings: list[Finding] = []
        with pytest.raises(FaultyError) as error:
            findings.extend(Checker(GLOSSARY, jobs=jobs).findings(open_bitext(request)))
        seen.append((error.value.faults[0].line, str(error.value)))
    assert seen[0][0] == 3002
    assert seen[0] == seen[1] == seen[2]


def test_as_much_is_found_before_a_file_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_SIZE", 300)
    request = Request(cut_tmx(tmp_path), source_language="zh", target_language="en")
    counts = [len(list(until_it_breaks(open_bitext(request), jobs))) for jobs in (1, 2, 3)]
    assert counts[0] > 1000
    assert counts[0] == counts[1] == counts[2]


def until_it_breaks(opened: Bitext, jobs: int) -> Iterator[Finding]:
    try:
        yield from Checker(GLOSSARY, jobs=jobs).findings(opened)
    except FaultyError:
        return


def test_a_fault_of_our_own_is_one_in_every_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SAMPLE", 1 << 12)
    monkeypatch.setattr(streams, "_BLOCK", 1 << 10)
    request = Request(table(tmp_path), source_language="zh", target_language="en")
    opened = open_bitext(request)

    def broken(*_: object) -> None:
        raise KeyError("no such key")

    monkeypatch.setattr("reader.terms.checking.Run._checked", broken)
    with pytest.raises(RuntimeError, match="KeyError: 'no such key'"):
        found(opened, 2)


@pytest.mark.parametrize("name", ["fork", "pipe"])
def test_where_no_more_processes_can_be_had_a_sentence_says_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(streams, "SAMPLE", 1 << 12)
    monkeypatch.setattr(streams, "_BLOCK", 1 << 10)
    monkeypatch.setattr(os, name, full)
    before = os.listdir("/proc/self/fd")
    said = "No more processes can be started: Resource temporarily unavailable. Say fewer with `--jobs`."
    assert (
        raised(open_bitext(Request(table(tmp_path), source_language="zh", target_language="en")), 2) == said
    )
    assert len(os.listdir("/proc/self/fd")) <= len(before) + 1  # the table itself


def test_parts_share_what_they_are_searched_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SAMPLE", 1 << 12)
    monkeypatch.setattr(streams, "_BLOCK", 1 << 10)
    checker = Checker(GLOSSARY)
    made = checker.sieve("zh", "en")
    request = Request(table(tmp_path), source_language="zh", target_language="en")
    monkeypatch.setattr("reader.terms.sifting.Sieve.__init__", None)
    assert list(checker.findings(open_bitext(request)))
    assert checker.sieve("zh", "en") is made
