"""The user's folders: the reader's choice, else what platformdirs says, whether or not it was asked."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from reader import folders

FOLDERS: dict[str, Callable[[], Path]] = {
    "data": folders.data_folder,
    "cache": folders.cache_folder,
    "config": folders.config_folder,
    "state": folders.state_folder,
}


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_reader_may_choose(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"READER_{kind.upper()}_DIR", "chosen/by me")
    assert FOLDERS[kind]() == Path("chosen/by me")


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/home/me"},
        {"HOME": "/home/me/"},
        {"HOME": "relative"},
        {"HOME": ""},
        {},
        {"HOME": "/home/me", "XDG_HOME": "/somewhere"},
        {"HOME": "/home/me", "XDG_HOME": "relative"},
        {"HOME": "/home/me", "XDG_HOME": ""},
        {"XDG_HOME": "/somewhere/"},
        {"HOME": "/home/me", "ANDROID_DATA": "/data", "ANDROID_ROOT": "/system"},
    ],
    ids=str,
)
def test_the_short_way_leads_where_platformdirs_leads(
    kind: str, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (f"READER_{kind.upper()}_DIR", "HOME", f"XDG_{kind.upper()}_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name.replace("XDG_", f"XDG_{kind.upper()}_"), value)
    assert FOLDERS[kind]() == getattr(platformdirs, f"user_{kind}_path")("reader", appauthor=False)


def test_another_system_asks_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READER_CACHE_DIR")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name, appauthor: Path("/Library") / name)
    assert folders.cache_folder() == Path("/Library/reader")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
def test_a_plain_home_costs_no_import() -> None:
    program = (
        "import sys; from reader import folders; folders.cache_folder(); print('platformdirs' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={"HOME": "/home/me"},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout == b"False\n"
