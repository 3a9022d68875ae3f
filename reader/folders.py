"""Where things lie: the files reader ships, and the reader's own data, cache, config and state folders."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def installed(name: str) -> Path:
    """Where a file that comes with reader lies in the installed program; in a checkout nothing is there."""
    return _PACKAGE / "data" / name


def shipped(name: str) -> Path:
    """The path of a file that comes with reader (`glossary.yaml`, `seeds/…`), in wheel or checkout."""
    path = installed(name)
    return path if path.exists() else _PACKAGE.parent / name


def data_folder() -> Path:
    """Where marks, notes and places are kept; READER_DATA_DIR says otherwise."""
    return _folder("data", ".local/share")


def cache_folder() -> Path:
    """Where what can be made again is kept; READER_CACHE_DIR says otherwise."""
    return _folder("cache", ".cache")


def config_folder() -> Path:
    """Where `config.toml` is looked for; READER_CONFIG_DIR says otherwise."""
    return _folder("config", ".config")


def state_folder() -> Path:
    """Where crash reports go; READER_STATE_DIR says otherwise."""
    return _folder("state", ".local/state")


def _folder(kind: str, default: str) -> Path:
    """The reader's choice, else what the system wants; `default` is under the home folder."""
    chosen = os.environ.get(f"READER_{kind.upper()}_DIR")
    return Path(chosen) if chosen else _on_linux(kind, default) or _elsewhere(kind)


def _on_linux(kind: str, default: str) -> Path | None:
    """What platformdirs would say, without the 6 ms of importing it; None in any but the plain case."""
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
    home = os.environ.get("HOME", "")
    if not base and home.startswith("/"):
        base = os.path.join(home, default)
    return Path(base, "reader") if base.startswith("/") else None


def _elsewhere(kind: str) -> Path:
    import platformdirs

    path: Path = getattr(platformdirs, f"user_{kind}_path")("reader", appauthor=False)
    return path
