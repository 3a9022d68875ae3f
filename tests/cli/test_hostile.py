"""Whatever is typed or read, every command answers with text that does nothing to a terminal."""

import os
from pathlib import Path

import pytest

from reader.cli import COMMANDS, main
from tests.hostile import HOSTILE_BY_NAME
from tests.stdin import piped

BAD = {chr(code) for code in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


@pytest.fixture(autouse=True)
def compiled_once(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these many tests share one cache: the glossary is the same in all of them."""
    monkeypatch.setenv("READER_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


def typed(text: str) -> str:
    """The text as a shell would hand it over: bytes without NUL, decoded as Python decodes arguments."""
    return os.fsdecode(text.replace("\0", "").encode(errors="surrogatepass"))


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """All that is printed; the exit code must be one of those for a question or a file."""
    code = main(words)
    out, err = capsys.readouterr()
    assert code in (0, 1, 2), err
    shown = f"{out}{err}"
    assert not (BAD - {"\n", "\t"}) & set(shown)
    shown.encode()
    return shown


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
@pytest.mark.parametrize(
    "before",
    [
        [],
        ["--"],
        ["--lang"],
        ["--glossary"],
        ["term", "--"],
        ["show", "--"],
        ["show", "--paragraph"],
        ["show", "--glossary"],
        ["marks", "--"],
        ["completion"],
        ["doctor", "--glossary"],
    ],
    ids=" ".join,
)
def test_any_word_anywhere_is_answered_harmlessly(
    before: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer([*before, typed(HOSTILE_BY_NAME[name][:20_000])], capsys)


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
@pytest.mark.parametrize("words", [["--plain", "--notes"], ["--json"]], ids=" ".join)
def test_any_text_is_shown_harmlessly(
    words: list[str], name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = HOSTILE_BY_NAME[name].encode(errors="surrogatepass")
    piped(raw, monkeypatch)
    answer(["show", "-", *words], capsys)


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_any_glossary_is_read_or_refused_harmlessly(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes(HOSTILE_BY_NAME[name][:20_000].encode(errors="surrogatepass"))
    assert answer(["term", "x", "--glossary", str(path)], capsys).startswith("reader: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_too_many_words_are_answered_harmlessly(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer([command, *(typed(text[:2000]) for text in HOSTILE_BY_NAME.values())], capsys)
