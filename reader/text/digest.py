"""Digests of bytes, without loading OpenSSL for them as hashlib does, which costs 2 ms and 4 MB."""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_MUCH = 1 << 20  # bytes from which on OpenSSL, five times as fast, is worth loading


def digest(data: bytes, size: int) -> str:
    """The BLAKE2b digest of `size` bytes, hexadecimal."""
    return blake2b(data, digest_size=size).hexdigest()


def sha256(data: bytes) -> str:
    """The SHA-256 digest, hexadecimal."""
    if len(data) < _MUCH:
        try:
            import _sha256  # type: ignore[import-not-found]  # typeshed has none of CPython's own modules

            return str(_sha256.sha256(data).hexdigest())
        except ImportError:  # it has another name from Python 3.12 on
            pass
    import hashlib

    return hashlib.sha256(data).hexdigest()
