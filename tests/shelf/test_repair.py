"""A damaged file is set aside whole, and a backup takes its name."""

import os
from pathlib import Path

import pytest

from reader.shelf.repair import restore


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    file = tmp_path / "reader.sqlite3"
    file.write_bytes(b"damaged")
    return file


@pytest.mark.parametrize("companion", ["-journal", "-wal", "-shm"])
def test_a_journal_goes_with_the_file_it_belongs_to(damaged: Path, companion: str) -> None:
    Path(f"{damaged}{companion}").write_bytes(b"half a transaction")
    (told,) = restore(damaged)
    aside = damaged.with_name("reader-damaged-1.sqlite3")
    assert str(aside) in told
    assert aside.read_bytes() == b"damaged"
    assert Path(f"{aside}{companion}").read_bytes() == b"half a transaction"
    assert sorted(path.name for path in damaged.parent.iterdir()) == [aside.name, f"{aside.name}{companion}"]


def test_a_file_system_without_links_will_do(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr("reader.shelf.repair.newest_good", lambda file: damaged.parent / "good")
    (damaged.parent / "good").write_bytes(b"good")
    list(restore(damaged))
    assert damaged.read_bytes() == b"good"
    assert damaged.with_name("reader-damaged-1.sqlite3").read_bytes() == b"damaged"


def test_where_nothing_was_there_is_nothing_to_restore(tmp_path: Path) -> None:
    assert list(restore(tmp_path / "reader.sqlite3")) == []
