"""Standard input: where it is a terminal, that it is waited for is said."""

import io
import sys
from pathlib import Path

import pytest

from reader.cli import main
from tests.stdin import piped

FINE = "小巨人\tlittle giant\n".encode()
HINT = "reader: Reading standard input until Ctrl-D.\n"


class Typed(io.TextIOWrapper):
    """A terminal at which something is typed."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "words", [["check", "-", "--as", "tsv", "--from", "zh", "--to", "en"], ["glossary", "check", "-"]]
)
def test_at_a_terminal_it_is_said_how_standard_input_ends(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(io.BytesIO(FINE)))
    main(words)
    assert capsys.readouterr().err.startswith(HINT)
    piped(FINE, monkeypatch)
    main(words)
    assert HINT not in capsys.readouterr().err


def test_a_file_at_a_terminal_is_read_without_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(io.BytesIO()))
    (tmp_path / "a.tsv").write_bytes(FINE)
    main(["check", str(tmp_path / "a.tsv"), "--from", "zh", "--to", "en"])
    assert HINT not in capsys.readouterr().err
