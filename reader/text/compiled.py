"""What a file was compiled to, kept as JSON in the cache folder, so that reading it again costs no parser.

A cache is an offer, never a source: one that is stale, damaged or unwritable is passed over in silence.
"""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader import __version__
from reader.folders import cache_folder

try:
    from _blake2 import blake2b  # hashlib would also load OpenSSL, which costs 2 ms
except ImportError:
    from hashlib import blake2b

_DIGEST = 16  # bytes


def compiled(path: Path, build: Callable[[Path], Any], schema: int) -> Any:
    """What `build` makes of the file, from the cache where it was made of these very bytes before.

    `build` returns something JSON can hold and None never; what it raises passes through. `schema` is the
    number of the form it builds: another number, or another version of reader, makes the cache stale.
    """
    key = _key(path, schema)
    kept = _read(_place(path), key)
    if kept is not None:
        return kept
    value = build(path)
    if key and _key(path, schema) == key:  # else the file changed while it was built
        _write(_place(path), key, json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return value


def fresh(path: Path, schema: int) -> Any:
    """What `compiled` would take from the cache, or None where it would have to build."""
    return _read(_place(path), _key(path, schema))


def _place(path: Path) -> Path:
    """One cache file for each path, so that an edited file replaces its own and leaves nothing behind."""
    name = blake2b(os.fsencode(path.absolute()), digest_size=_DIGEST).hexdigest()
    return cache_folder() / f"{name}.json"


def _key(path: Path, schema: int) -> str:
    """What the cache of this file has to be headed by; empty where the file cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return ""
    return f"{__version__} {schema} {blake2b(content, digest_size=_DIGEST).hexdigest()}"


def _read(place: Path, key: str) -> Any:
    """The value kept under this key, None where there is none whole."""
    try:
        head, _, body = place.read_bytes().partition(b"\n")
        if key and head == _head(key, body):
            return json.loads(body)
    except (OSError, ValueError, RecursionError):
        pass
    return None


def _head(key: str, body: bytes) -> bytes:
    """The first line of a cache file: the key, and a checksum that a cut or damaged body fails."""
    return f"{key} {blake2b(body, digest_size=_DIGEST).hexdigest()}".encode()


def _write(place: Path, key: str, value: str) -> None:
    """Keep the value, whole or not at all; a folder that cannot be written to is no misfortune."""
    body = value.encode(errors="surrogatepass")
    draft = place.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_head(key, body) + b"\n" + body)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
    except OSError:
        pass
