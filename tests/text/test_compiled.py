"""The cache of compiled files is right or passed over, and never in the way."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import folders
from reader.text import compiled as cache
from reader.text.compiled import compiled, compiled_rows, derived_rows, fresh_rows


class Builder:
    """Builds a value out of a file and counts how often it had to."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, path: Path) -> dict[str, str]:
        self.calls += 1
        return {"text": path.read_text()}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text("专精特新")
    return path


def kept() -> Path:
    (path,) = folders.cache_folder().iterdir()
    return path


def test_a_second_reading_does_not_build(source: Path) -> None:
    build = Builder()
    assert compiled(source, build, 1) == compiled(source, build, 1) == {"text": "专精特新"}
    assert build.calls == 1


def in_rows(path: Path) -> tuple[list[str], list[object]]:
    return ["head"], [path.read_text(), {"a": 1}, "line\nend"]


def test_rows_come_back_one_by_one(source: Path) -> None:
    built, kept = compiled_rows(source, in_rows, 1), compiled_rows(source, no_rows, 1)
    assert built == kept
    assert kept.head == ["head"]
    assert [json.loads(row) for row in kept.rows] == ["专精特新", {"a": 1}, "line\nend"]


def no_rows(path: Path) -> tuple[str, list[object]]:
    return "built again", []


def test_fresh_tells_without_building(source: Path) -> None:
    assert fresh_rows(source, 1) is None
    compiled_rows(source, in_rows, 1)
    assert fresh_rows(source, 1) == compiled_rows(source, no_rows, 1)
    assert fresh_rows(source, 2) is None
    source.write_text("other")
    assert fresh_rows(source, 1) is None


def test_what_is_made_of_the_compiled_form_is_as_fresh_as_that(source: Path) -> None:
    def made(word: str, name: str = "en", stamp: str = "1") -> object:
        return derived_rows(compiled_rows(source, in_rows, 1), name, stamp, lambda: (word, [])).head

    assert (made("one"), made("two")) == ("one", "one")
    assert made("three", name="zh") == "three"
    assert made("four", stamp="2") == "four"
    source.write_text("other")
    assert (made("five", stamp="2"), made("six", stamp="2")) == ("five", "five")
    assert len(list(folders.cache_folder().iterdir())) == 3


def test_another_content_is_built_and_replaces_the_old(source: Path) -> None:
    build = Builder()
    compiled(source, build, 1)
    source.write_text("小巨人")
    assert compiled(source, build, 1) == {"text": "小巨人"}
    assert compiled(source, build, 1) == {"text": "小巨人"}
    assert build.calls == 2
    assert len(list(folders.cache_folder().iterdir())) == 1


def test_two_files_keep_a_cache_each(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("x")
    build = Builder()
    for _ in range(2):
        compiled(source, build, 1)
        compiled(other, build, 1)
    assert build.calls == 2


def test_another_version_of_reader_builds_again(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = Builder()
    compiled(source, build, 1)
    monkeypatch.setattr(cache, "__version__", "999")
    compiled(source, build, 1)
    assert build.calls == 2


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[:-1],
    "half": lambda data: data[: len(data) // 2],
    "longer": lambda data: data + b" ",
    "one byte": lambda data: data[:-3] + bytes([data[-3] ^ 1]) + data[-2:],
    "no head": lambda data: data.partition(b"\n")[2],
    "garbage": lambda data: os.urandom(100),
    "another type": lambda data: b'["x"]',
    "deep": lambda data: b"[" * 1_000_000,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_cache_is_built_again_and_mended(source: Path, damage: Callable[[bytes], bytes]) -> None:
    build = Builder()
    compiled(source, build, 1)
    kept().write_bytes(damage(kept().read_bytes()))
    assert compiled(source, build, 1) == {"text": "专精特新"}
    assert compiled(source, build, 1) == {"text": "专精特新"}
    assert build.calls == 2


@pytest.mark.parametrize("place", ["/dev/null/x", "/proc/nowhere"])
def test_an_unwritable_cache_is_no_misfortune(
    source: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_CACHE_DIR", place)
    assert compiled(source, Builder(), 1) == {"text": "专精特新"}
    assert fresh_rows(source, 1) is None


def test_a_folder_in_the_place_of_the_cache_is_no_misfortune(source: Path) -> None:
    compiled(source, Builder(), 1)
    place = kept()
    place.unlink()
    place.mkdir()
    assert compiled(source, Builder(), 1) == {"text": "专精特新"}
    assert [path.name for path in folders.cache_folder().iterdir()] == [place.name]


def test_what_is_kept_is_the_users_alone(source: Path) -> None:
    old = os.umask(0)
    try:
        compiled(source, Builder(), 1)
    finally:
        os.umask(old)
    assert stat.S_IMODE(kept().stat().st_mode) == 0o600
    assert stat.S_IMODE(kept().parent.stat().st_mode) == 0o700


def test_what_the_builder_raises_passes_through_and_nothing_is_kept(source: Path) -> None:
    def build(path: Path) -> None:
        raise ValueError(path.name)

    with pytest.raises(ValueError, match=r"glossary\.yaml"):
        compiled(source, build, 1)
    assert not folders.cache_folder().exists()


def test_the_folder_of_the_cache_is_made_with_those_it_lies_in(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_CACHE_DIR", str(tmp_path / "a" / "b"))
    build = Builder()
    for _ in range(2):
        compiled(source, build, 1)
    assert build.calls == 1


def test_what_is_made_of_no_file_is_not_kept(tmp_path: Path) -> None:
    assert compiled(tmp_path / "no.yaml", lambda path: path.name, 1) == "no.yaml"
    assert not folders.cache_folder().exists()


def test_a_missing_file_is_the_builders_to_tell(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        compiled(tmp_path / "no.yaml", Builder(), 1)


def test_a_file_that_changes_while_it_is_built_is_not_kept_under_its_old_content(source: Path) -> None:
    def build(path: Path) -> str:
        path.write_text("later")
        return "of the old content"

    compiled(source, build, 1)
    source.write_text("专精特新")
    assert fresh_rows(source, 1) is None


def test_the_cache_is_plain_json_after_one_line(source: Path) -> None:
    compiled(source, Builder(), 1)
    assert json.loads(kept().read_text().partition("\n")[2]) == {"text": "专精特新"}
