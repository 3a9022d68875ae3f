"""Where things lie: the files reader ships, and the reader's own data, cache, config and state folders."""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The path of a file that comes with reader (`glossary.yaml`, `seeds/…`): the wheel's, else the checkout's."""
    installed = _PACKAGE / "data" / name
    return installed if installed.exists() else _PACKAGE.parent / name


def data_folder() -> Path:
    """Where marks, notes and places are kept; READER_DATA_DIR says otherwise."""
    chosen = os.environ.get("READER_DATA_DIR")
    return Path(chosen) if chosen else platformdirs.user_data_path("reader", appauthor=False)


def cache_folder() -> Path:
    """Where what can be made again is kept; READER_CACHE_DIR says otherwise."""
    chosen = os.environ.get("READER_CACHE_DIR")
    return Path(chosen) if chosen else platformdirs.user_cache_path("reader", appauthor=False)


def config_folder() -> Path:
    """Where `config.toml` is looked for; READER_CONFIG_DIR says otherwise."""
    chosen = os.environ.get("READER_CONFIG_DIR")
    return Path(chosen) if chosen else platformdirs.user_config_path("reader", appauthor=False)


def state_folder() -> Path:
    """Where crash reports go; READER_STATE_DIR says otherwise."""
    chosen = os.environ.get("READER_STATE_DIR")
    return Path(chosen) if chosen else platformdirs.user_state_path("reader", appauthor=False)
