"""Bytes that are UTF-8, and what is said of those that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.text.encoding import decode


@given(st.text())
def test_utf_8_without_nul_is_taken_as_it_is(text: str) -> None:
    text = text.replace("\0", "")
    assert decode(text.encode(), "a.txt") == text


@given(st.binary())
def test_any_bytes_are_a_text_or_an_error_of_our_own(data: bytes) -> None:
    refusal = ""
    try:
        assert decode(data, "a.txt").encode() == data
    except InputError as error:
        refusal = str(error)
    assert refusal == "" or (refusal.startswith("a.txt") and refusal.isprintable())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"one\n\xffo", "a b.txt:2:1: the byte 0xFF is not UTF-8. Save the file as UTF-8 and open it again."),
        ("专精\n特".encode() + b"\xe6\x96", "a b.txt:2:2: the byte 0xE6 is not UTF-8."),
        (b"one\r\ntwo\rthr\xe9e", "a b.txt:3:4: the byte 0xE9 is not UTF-8."),
        ("让中小企业".encode("gb18030"), "iconv -f GB18030 -t UTF-8 'a b.txt' > new.txt"),
        ("讓中小企業".encode("utf-16"), "a b.txt is in UTF-16, not in UTF-8."),
        (b"GIF89a\n\x01\x00", "a b.txt:2:2: here is a NUL byte"),
    ],
)
def test_other_bytes_are_refused_with_place_and_remedy(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as raised:
        decode(data, "a b.txt")
    assert said in str(raised.value)
