"""Writing reports into files: whole or not at all, never over another file by accident."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import InputError, UsageError, WriteError
from reader.exports.writing import write_atomically


def never() -> Iterator[str]:
    pytest.fail("a piece was asked for")
    yield ""


def failing() -> Iterator[str]:
    yield "half"
    raise InputError("The text ends too early.")


def test_pieces_become_a_file_of_utf_8_with_their_own_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "报告.csv"
    write_atomically(path, iter(["专精\r\n", "特新\n"]), force=False)
    assert path.read_bytes() == "专精\r\n特新\n".encode()
    assert os.listdir(tmp_path) == ["报告.csv"]


def test_a_lone_surrogate_is_spelled_out(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", ["x\ud800"], force=False)
    assert (tmp_path / "a").read_bytes() == b"x\\ud800"


def test_a_file_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    with pytest.raises(UsageError, match=r"There is already a file .*: `--force` overwrites it"):
        write_atomically(path, never(), force=False)
    assert path.read_text() == "old"
    write_atomically(path, ["new"], force=True)
    assert path.read_text() == "new"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_an_overwritten_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(mode)
    write_atomically(path, ["new"], force=True)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_the_user_s_mask_gives(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "a", [], force=False)
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("old", [None, "old"])
def test_what_fails_in_between_leaves_everything_as_it_was(tmp_path: Path, old: str | None) -> None:
    path = tmp_path / "a"
    if old:
        path.write_text(old)
    with pytest.raises(InputError, match="ends too early"):
        write_atomically(path, failing(), force=True)
    assert os.listdir(tmp_path) == (["a"] if old else [])
    assert not old or path.read_text() == old


def test_until_the_last_piece_the_old_file_stands(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def pieces() -> Iterator[str]:
        yield "x" * 100_000
        assert path.read_text() == "old"

    write_atomically(path, pieces(), force=True)
    assert path.stat().st_size == 100_000


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a").write_text("old")
    (tmp_path / "link").symlink_to("folder/a")
    write_atomically(tmp_path / "link", ["new"], force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder/a").read_text() == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomically(Path(os.devnull), ["x"], force=True)
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reading = threading.Thread(target=lambda: read.append(path.read_text(encoding="utf-8")))
    reading.start()
    write_atomically(path, ["专精", "特新"], force=False)
    reading.join(timeout=10)
    assert read == ["专精特新"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("none/a", "No such file or directory"),
        ("file/a", "Not a directory"),
        (".", "is a folder: name a file in it"),
        ("n" * 300, "File name too long"),
        ("none\x1b[31m/a", "none␛\\[31m/a cannot be written"),
    ],
)
def test_what_cannot_be_written_is_a_sentence(tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match=said):
        write_atomically(tmp_path / place, never(), force=True)


def test_a_full_disk_is_a_sentence() -> None:
    with pytest.raises(WriteError, match="No space left on device"):
        write_atomically(Path("/dev/full"), ["x"], force=False)
