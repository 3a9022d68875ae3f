"""The termbase of a check: what had to be guessed of it is said."""

from pathlib import Path

import pytest

from reader.cli import main


def test_what_was_guessed_of_a_table_is_told_in_a_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("words.csv").write_text("zh,en,status\n企业,firm,fobidden\n", encoding="utf-8")
    Path("talk.tsv").write_text("企业\tfirm\n", encoding="utf-8")
    words = ["check", "talk.tsv", "--glossary", "words.csv", "--from", "zh", "--to", "en"]
    assert main(words) == 0
    err = capsys.readouterr().err
    assert (
        "words.csv:2:9: 'fobidden' is no status (preferred, admitted, deprecated, superseded); 1 row" in err
    )
