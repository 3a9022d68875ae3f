"""What a file was compiled to, kept as JSON in the cache folder, so that reading it again costs no parser.

A cache is an offer, never a source: one that is stale, damaged or unwritable is passed over in silence.
"""

import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader import __version__
from reader.folders import cache_folder

try:
    from _blake2 import blake2b  # hashlib would also load OpenSSL, which costs 2 ms
except ImportError:
    from hashlib import blake2b

_DIGEST = 16  # bytes
_DECODER = json.JSONDecoder()


class Rows(NamedTuple):
    """What a file was compiled to where that is much: a head, and rows to be decoded when they are wanted."""

    head: Any
    rows: Sequence[bytes]  # each a JSON value
    path: Path
    key: str  # tells these very bytes of the file, and this reader; "" where the file changed meanwhile


def compiled(path: Path, build: Callable[[Path], Any], schema: int) -> Any:
    """What `build` makes of the file, from the cache where it was made of these very bytes before.

    `build` returns something JSON can hold and None never; what it raises passes through. `schema` is the
    number of the form it builds: another number, or another version of reader, makes the cache stale.
    """
    key = _key(path, schema)
    kept = _value(_read(_place(path), key))
    if kept is not None:
        return kept
    value = build(path)
    if key and _key(path, schema) == key:  # else the file changed while it was built
        _write(_place(path), key, _json(value))
    return value


def compiled_rows(path: Path, build: Callable[[Path], tuple[Any, Iterable[Any]]], schema: int) -> Rows:
    """The same for a head and rows; where it had to build, as well."""
    key = _key(path, schema)
    kept = _rows(_read(_place(path), key), path, key)
    if kept is not None:
        return kept
    body = _joined(*build(path))
    if key and _key(path, schema) == key:
        _write(_place(path), key, body)
    else:
        key = ""
    rows = _rows(body, path, key)
    assert rows is not None, "what was just built can be read"
    return rows


def fresh_rows(path: Path, schema: int) -> Rows | None:
    """What `compiled_rows` would take from the cache, or None where it would have to build."""
    key = _key(path, schema)
    return _rows(_read(_place(path), key), path, key)


def derived_rows(origin: Rows, name: str, stamp: str, build: Callable[[], tuple[Any, Iterable[Any]]]) -> Rows:
    """Something else made out of what a file was compiled to, under a name and a stamp of what makes it."""
    key = f"{origin.key} {stamp}"
    kept = _rows(_read(_place(origin.path, name), key), origin.path, key)
    if kept is not None:
        return kept
    body = _joined(*build())
    if origin.key:
        _write(_place(origin.path, name), key, body)
    rows = _rows(body, origin.path, key)
    assert rows is not None, "what was just built can be read"
    return rows


def value_of(row: bytes) -> Any:
    """What a row holds; `json.loads` would first find out the encoding of each."""
    return _DECODER.raw_decode(row.decode(errors="surrogatepass"))[0]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


def _joined(head: Any, rows: Iterable[Any]) -> bytes:
    """A line for the head and one for each row: JSON has no line end in it."""
    return b"\n".join((_json(head), *map(_json, rows)))


def _value(body: bytes | None) -> Any:
    try:
        return None if body is None else json.loads(body)
    except (ValueError, RecursionError):
        return None


def _rows(body: bytes | None, path: Path, key: str) -> Rows | None:
    if body is None:
        return None
    head, *rows = body.split(b"\n")
    value = _value(head)
    return None if value is None else Rows(value, rows, path, key)


def _place(path: Path, name: str = "") -> Path:
    """One cache file for each path and name, so that an edited file replaces its own."""
    digest = blake2b(os.fsencode(path.absolute()), digest_size=_DIGEST).hexdigest()
    return cache_folder() / f"{digest}{name and '-'}{name}.json"


def _key(path: Path, schema: int) -> str:
    """What the cache of this file has to be headed by; empty where the file cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return ""
    return f"{__version__} {schema} {blake2b(content, digest_size=_DIGEST).hexdigest()}"


def _read(place: Path, key: str) -> bytes | None:
    """The body kept under this key, None where there is none whole."""
    try:
        head, _, body = place.read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if key and head == _head(key, body) else None


def _head(key: str, body: bytes) -> bytes:
    """The first line of a cache file: the key, and a checksum that a cut or damaged body fails."""
    return f"{key} {blake2b(body, digest_size=_DIGEST).hexdigest()}".encode()


def _write(place: Path, key: str, body: bytes) -> None:
    """Keep the body, whole or not at all; a folder that cannot be written to is no misfortune."""
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
