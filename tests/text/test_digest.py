"""Digests are those that everybody else reckons."""

import hashlib

import pytest

from reader.text.digest import digest, sha256


@pytest.mark.parametrize("data", [b"", b"abc", "专精特新".encode(), bytes(2_000_000)], ids=len)
def test_a_digest_is_that_of_hashlib(data: bytes) -> None:
    assert sha256(data) == hashlib.sha256(data).hexdigest()
    assert digest(data, 8) == hashlib.blake2b(data, digest_size=8).hexdigest()
