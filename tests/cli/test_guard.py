"""What every command owes the terminal, told apart by what went wrong inside it."""

import io
import json
import sys
from collections.abc import Callable

import pytest

from reader import folders
from reader.cli.crash import KEPT
from reader.cli.manners import complain, guarded, say
from reader.errors import (
    GlossaryError,
    InputError,
    NotFoundError,
    ReaderError,
    StoreError,
    UsageError,
    WriteError,
)
from tests.hostile import HOSTILE, HOSTILE_BY_NAME


class Unwritable(io.StringIO):
    """A stream on which nothing can be written; `when` is the method that finds out."""

    def __init__(self, error: OSError, when: str) -> None:
        super().__init__()
        self.error = error
        self.when = when

    def write(self, text: str) -> int:
        if self.when == "write":
            raise self.error
        return super().write(text)

    def flush(self) -> None:
        if self.when == "flush":
            raise self.error


def raising(error: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise error

    return run


def saying(text: str) -> Callable[[], int]:
    def run() -> int:
        say(text)
        return 0

    return run


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gb2312", "utf-8"])
def test_json_stays_json_whatever_the_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = ["café", "小巨人", "😀"]
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    assert guarded(saying(json.dumps(said, ensure_ascii=False))) == 0
    assert json.loads(written.getvalue().decode(encoding)) == said


@pytest.mark.parametrize("code", [0, 1])
def test_the_code_of_a_command_is_handed_on(code: int) -> None:
    assert guarded(lambda: code) == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("no"), 2),
        (InputError("no"), 2),
        (GlossaryError(()), 2),
        (NotFoundError("no"), 1),
        (StoreError("no"), 74),
        (WriteError("no"), 74),
        (ReaderError("no"), 70),
    ],
)
def test_each_error_ends_with_its_code_and_one_sentence(
    error: ReaderError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(raising(error)) == code
    assert capsys.readouterr() == ("", f"reader: {error}\n")


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyboardInterrupt(), 130), (BrokenPipeError(), 141), (SystemExit(0), 0), (SystemExit(), 0)],
)
def test_what_is_no_error_of_ours_ends_quietly(
    error: BaseException, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(raising(error)) == code
    assert capsys.readouterr() == ("", "")


def test_a_fault_of_ours_is_one_line_and_a_report_without_values(capsys: pytest.CaptureFixture[str]) -> None:
    def run() -> int:
        secret = "what the reader " + "wrote in a note"
        return len(secret) // 0

    assert guarded(run) == 70
    said = capsys.readouterr().err
    (report,) = folders.state_folder().iterdir()
    assert said.startswith("reader: This is a fault of reader's own: ZeroDivisionError at test_guard.py:")
    assert said.endswith(f"{report}\n")
    assert said.count("\n") == 1
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "what the reader wrote in a note" not in text
    assert report.stat().st_mode & 0o777 == 0o600


def test_old_reports_make_room() -> None:
    folder = folders.state_folder()
    folder.mkdir()
    for number in range(30):
        (folder / f"crash-20000101-000000-{number:02}.txt").touch()
    guarded(raising(ValueError("no")))
    left = sorted(path.name for path in folder.iterdir())
    assert len(left) == KEPT
    assert left[0] == "crash-20000101-000000-11.txt"
    assert not left[-1].startswith("crash-2000")


def test_a_report_that_cannot_be_written_is_told_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_STATE_DIR", "/dev/null/x")
    assert guarded(raising(ValueError("no"))) == 70
    assert "The report could not be written: Not a directory" in capsys.readouterr().err


@pytest.mark.parametrize("text", HOSTILE, ids=HOSTILE_BY_NAME)
def test_an_error_of_any_text_is_harmless(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    guarded(raising(ReaderError(text)))
    said = capsys.readouterr().err
    assert not any(char in said for char in "\x1b\x07\x9b\x9d\x00\x7f\r\u202e\u2066")
    said.encode()


@pytest.mark.parametrize("text", HOSTILE, ids=HOSTILE_BY_NAME)
def test_a_crash_of_any_text_is_one_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(raising(ValueError(text))) == 70
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("when", ["write", "flush"])
def test_a_full_disk_under_standard_output_is_told(
    when: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Unwritable(OSError(28, "No space left on device"), when))
    assert guarded(saying("text")) == 74
    assert (
        capsys.readouterr().err == "reader: Standard output cannot be written to: No space left on device.\n"
    )


@pytest.mark.parametrize("when", ["write", "flush"])
def test_a_reader_of_the_pipe_who_has_gone_is_not_mourned(
    when: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Unwritable(BrokenPipeError(32, "Broken pipe"), when))
    assert guarded(saying("text")) == 141
    assert capsys.readouterr().err == ""


def test_a_closed_standard_output_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert guarded(saying("text")) == 74
    assert capsys.readouterr().err == "reader: Standard output is closed.\n"


def test_a_closed_standard_error_silences_and_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert guarded(raising(UsageError("no"))) == 2


def test_complaining_into_a_closed_pipe_is_no_second_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Unwritable(BrokenPipeError(32, "Broken pipe"), "write"))
    complain("no")


def test_what_the_encoding_lacks_is_spelled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    assert guarded(saying("é 专")) == 0
    assert raw.getvalue() == b"\xe9 \\u4e13"
