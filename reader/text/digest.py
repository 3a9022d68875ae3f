"""A short digest of bytes, without loading OpenSSL for it as hashlib does, which costs 2 ms."""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def digest(data: bytes, size: int) -> str:
    """The BLAKE2b digest of `size` bytes, hexadecimal."""
    return blake2b(data, digest_size=size).hexdigest()
