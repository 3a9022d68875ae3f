"""What `reader doctor` looks at without judging it: versions, places and the terminal."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from reader import __version__, folders

PACKAGES = ("textual", "rich", "langdetect", "PyYAML", "ahocorasick-rs", "platformdirs", "shtab")
MISSING = "missing"


class Place(NamedTuple):
    """Where something lies, and what is to be known of it."""

    name: str
    path: Path
    state: str  # in words; "" where it is there and can be used
    sound: bool


def versions() -> dict[str, str]:
    """Name and version of everything that takes part; importing none of it."""
    import sqlite3

    own = {"reader": __version__, "Python": platform.python_version(), "SQLite": sqlite3.sqlite_version}
    return own | {"system": platform.platform()} | {name: _version(name) for name in PACKAGES}


def places(glossary: Path, data: Path) -> list[Place]:
    """Every file and folder that reader uses."""
    program = Path(__file__).parents[1]
    given = {"program": program, "texts": folders.shipped("seeds"), "glossary": glossary}
    made = {
        "data": data,
        "cache": folders.cache_folder(),
        "config": folders.config_folder(),
        "state": folders.state_folder(),
    }
    return [_given(*item) for item in given.items()] + [_made(*item) for item in made.items()]


def terminal() -> dict[str, str]:
    """What is known of the terminal."""
    names = ("TERM", "COLORTERM", "NO_COLOR", "COLUMNS", "LINES", "LANG", "LC_ALL")
    known = {name: os.environ[name] for name in names if name in os.environ}
    streams = {"input": sys.stdin, "output": sys.stdout, "errors": sys.stderr}
    for name, stream in streams.items():
        kind = "closed" if stream is None else "a terminal" if stream.isatty() else "no terminal"
        known[name] = f"{kind}, {stream.encoding}" if stream else kind
    return known | {"size": _size()}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return MISSING


def _given(name: str, path: Path) -> Place:
    there = os.path.exists(path)
    return Place(name, path, "" if there else MISSING, there)


def _made(name: str, path: Path) -> Place:
    """A folder that reader makes when it needs it: it, or the nearest one above it, must take writing."""
    nearest = next(folder for folder in (path, *path.absolute().parents) if os.path.exists(folder))
    takes = os.path.isdir(nearest) and os.access(nearest, os.W_OK | os.X_OK)
    there = [] if os.path.exists(path) else ["not there yet"]
    return Place(name, path, ", ".join(there + ([] if takes else ["cannot be written to"])), takes)


def _size() -> str:
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        try:
            size = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError, AttributeError):  # no terminal; a stream of a test; a closed one
            continue
        return f"{size.columns}x{size.lines}"
    return "unknown"
