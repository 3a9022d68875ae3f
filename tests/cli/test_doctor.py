"""`reader doctor`: a look at everything that changes nothing."""

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import folders
from reader.cli import checkup, main
from reader.cli.settings import NAMES
from reader.shelf import schema
from reader.shelf.backups import back_up
from reader.shelf.connection import file_in
from reader.shelf.store import Shelf
from reader.text.files import shipped_article


@pytest.fixture
def data() -> Path:
    """A data folder in which one mark is kept."""
    folder = folders.data_folder()
    shelf = Shelf.open(folder)
    shelf.add_mark(shelf.text(shipped_article()), 3)
    shelf.close()
    return folder


def report(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = main(["doctor", "--json", *words])
    told = json.loads(capsys.readouterr().out)
    assert isinstance(told, dict)
    return code, told


def test_a_fresh_machine_is_sound_and_stays_untouched(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, told = report(capsys)
    assert (code, told["sound"]) == (0, True)
    assert told["findings"]["store"] == {"sound": True, "said": "nothing is kept yet"}
    assert told["places"]["data"]["state"] == "not there yet"
    assert not folders.data_folder().exists()


def test_the_keys_are_stable(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = report(capsys)
    assert list(told) == ["schema", "sound", "versions", "places", "findings", "terminal"]
    assert list(told["versions"])[:4] == ["reader", "Python", "SQLite", "system"]
    assert list(told["places"]) == ["program", "texts", "glossary", "data", "cache", "config", "state"]
    assert list(told["findings"]) == ["article", "glossary", "store", "settings"]


def test_what_is_kept_is_looked_at_and_left(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    before = file_in(data).read_bytes()
    code, told = report(capsys)
    assert (code, told["findings"]["store"]["said"]) == (0, f"sound, schema {schema.newest()}")
    assert file_in(data).read_bytes() == before


def test_the_report_can_be_read_by_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {"Versions", "Places", "Soundness", "Terminal"} <= set(lines)
    assert lines[-1] == "All is sound."
    assert any(line.startswith("  glossary:       ✓ 85 concepts") for line in lines)


def damaged(file: Path) -> None:
    connection = sqlite3.connect(file)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'marks'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    content = bytearray(file.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(content)


def garbage(file: Path) -> None:
    file.write_bytes(b"no database at all " * 400)


def foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE other (thing)")
    connection.close()


def newer(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {schema.newest() + 7}")
    connection.close()


def emptied(file: Path) -> None:
    backup(file)
    file.write_bytes(b"")


def lost(file: Path) -> None:
    backup(file)
    file.unlink()


def backup(file: Path) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    back_up(connection, file)
    connection.close()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (damaged, "is damaged"),
        (garbage, "is damaged"),
        (foreign, "is a database of another program"),
        (newer, f"its schema is {schema.newest() + 7}, this one knows {schema.newest()}"),
        (emptied, "is empty, though there are backups"),
        (lost, "it is missing, though there are backups"),
    ],
)
def test_a_store_that_is_not_sound_is_told_and_not_mended(
    harm: Callable[[Path], None], said: str, capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    harm(file_in(data))
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    code, told = report(capsys)
    assert code == 1
    assert not told["findings"]["store"]["sound"]
    assert said in told["findings"]["store"]["said"]
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_a_glossary_with_faults_is_told_with_all_of_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("glossary: {version: 9, titel: x}\nconcepts: 3\n", encoding="utf-8")
    assert main(["doctor", "--glossary", str(broken)]) == 1
    out = capsys.readouterr().out
    assert "  glossary:       ✗ " in out
    assert "broken.yaml:1:" in out
    assert "broken.yaml:2:" in out
    assert out.endswith("Not all is sound: see what is marked with ✗.\n")


def test_a_glossary_that_is_missing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = report(capsys, "--glossary", "/nowhere/glossary.yaml")
    assert code == 1
    assert told["places"]["glossary"]["state"] == "missing"
    assert not told["findings"]["glossary"]["sound"]


@pytest.fixture
def config() -> Path:
    """Where the settings belong; the file is not there yet."""
    folder = folders.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "config.toml"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"theme = ", " is no TOML: "),
        (b"theme = '\xff'", " is not in UTF-8. Save it as UTF-8."),
        (b"theme = " + b"[" * 100_000, " is no TOML: "),
        (b"theme = 3", ": the value of theme belongs in quotation marks."),
        (b"mode = ['beside']", ": the value of mode belongs in quotation marks."),
        (b"pinyin = true\ndefinitions = 1.5", ": the value of definitions belongs in quotation marks."),
        (b"them = 'x'", ": there is no setting 'them' (did you mean 'theme'?)."),
        (b"keys = 'j'", ': [keys] is a table of binding = "key".'),
        (b"[keys]\n'page.next' = 5", ": the keys of 'page.next' belong in quotation marks."),
    ],
    ids=lambda value: str(value)[:40],
)
def test_settings_with_a_fault_are_told_with_their_place(
    content: bytes, said: str, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_bytes(content)
    code, told = report(capsys)
    assert (code, told["sound"], told["findings"]["settings"]["sound"]) == (1, False, False)
    assert f"{config}{said}" in told["findings"]["settings"]["said"]
    assert config.read_bytes() == content


def test_settings_that_are_a_folder_are_told(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.mkdir()
    code, told = report(capsys)
    assert (code, told["findings"]["settings"]["said"]) == (1, f"{config} cannot be read: Is a directory.")


def test_sound_settings_are_told_with_their_place(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, before = report(capsys)
    assert before["findings"]["settings"]["said"].startswith(f"there is no {config}: ")
    config.write_text('theme = "reader-light"\n[keys]\n"page.next" = "j,f"\n', encoding="utf-8")
    code, told = report(capsys)
    assert (code, told["findings"]["settings"]) == (0, {"sound": True, "said": f"{config} can be read"})


def test_the_settings_that_are_known_are_those_of_the_reading_room() -> None:
    from reader.tui.settings import CHOICES

    assert set(NAMES) == {"theme", *CHOICES}


def test_looking_at_the_settings_needs_no_reading_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual", None)
    monkeypatch.setitem(sys.modules, "reader.tui.settings", None)
    assert main(["doctor"]) == 0


def test_a_folder_that_takes_no_writing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = report(capsys, "--data-dir", "/dev/null/x")
    assert code == 1
    assert told["places"]["data"] == {
        "path": "/dev/null/x",
        "state": "not there yet, cannot be written to",
        "sound": False,
    }


def test_a_folder_of_somebody_else_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    code, told = report(capsys)
    assert code == 1
    assert told["places"]["cache"]["state"] == "not there yet, cannot be written to"


def test_a_missing_package_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "PACKAGES", ("no-such-package",))
    code, told = report(capsys)
    assert (code, told["versions"]["no-such-package"]) == (1, "missing")


def test_a_hostile_environment_is_shown_harmless(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "\x1b]0;owned\x07")
    assert main(["doctor", "--data-dir", "/tmp/\x1b[31m"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
