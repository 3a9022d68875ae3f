"""Whatever a termbase holds, `reader glossary` answers with text that does nothing to a terminal."""

from pathlib import Path

import pytest

from reader.cli import main
from tests.cli.test_hostile import BAD, typed
from tests.hostile import HOSTILE_BY_NAME
from tests.stdin import piped

KEPT = {"\n", "\t", "\r"}  # a CSV has lines that end in CR LF
TABLES = ("企业\t{}\tnote\n", "zh,en,note\n企业,firm,{}\n", "{}")
YAML = (
    "glossary: {version: 1, languages: [zh, en]}\nconcepts:\n  - {id: a, terms: [{lang: en, text: firm}]}\n"
)


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """All that is printed; the exit code must be one of those for a question or a file."""
    code = main(["glossary", *words])
    out, err = capsys.readouterr()
    assert code in (0, 1, 2), err
    shown = f"{out}{err}"
    assert not (BAD - KEPT) & set(shown)
    shown.encode()
    return shown


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--format", "json"],
        ["import"],
        ["export", "--format", "tbx"],
        ["export", "--format", "csv"],
        ["export", "--format", "omegat"],
        ["export", "--format", "html"],
        ["export", "--format", "markdown"],
    ],
    ids=" ".join,
)
def test_any_table_is_answered_harmlessly(
    words: list[str], name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for table in TABLES:
        raw = table.format(HOSTILE_BY_NAME[name][:5_000]).encode(errors="surrogatepass")
        piped(raw, monkeypatch)
        answer([*words, "-", "--from", "zh", "--to", "en"], capsys)


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_any_table_is_compared_harmlessly(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    raw = TABLES[1].format(HOSTILE_BY_NAME[name][:5_000]).encode(errors="surrogatepass")
    for form in ("text", "json"):
        piped(raw, monkeypatch)
        assert answer(["diff", str(tmp_path / "a.yaml"), "-", "--format", form], capsys)


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
@pytest.mark.parametrize(
    "before",
    [
        [],
        ["check"],
        ["check", "--columns"],
        ["check", "--encoding"],
        ["import"],
        ["export", "--from"],
        ["diff", "x"],
        ["suggest", "--glossary"],
    ],
    ids=" ".join,
)
def test_any_word_is_answered_harmlessly(
    before: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer([*before, typed(HOSTILE_BY_NAME[name][:2_000])], capsys)
