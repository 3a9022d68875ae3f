"""Bytes that are UTF-8, what is said of those that are not, and the encodings that are told by the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.folders import shipped
from reader.text.encoding import decode, decode_pieces, decode_scored, settle_encoding


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


CHINESE = "让中小企业的发展更有活力"
TRADITIONAL = "讓中小企業的發展更有活力"


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE, "utf-16", "utf-16-le"),
        (CHINESE, "utf-32", "utf-32-le"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gb18030", "gb18030"),
        ("SMEs\t" + CHINESE, "utf-16-be", "utf-16-be"),
        ("only words\n", "utf-16-le", "utf-16-le"),
        ("words\n" * 99 + CHINESE, "gb18030", "gb18030"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_told_by_the_text(text: str, encoding: str, told: str) -> None:
    assert decode_scored(text.encode(encoding), "a.txt") == (text, told)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_twenty_characters_of_an_article_are_enough(encoding: str) -> None:
    text = shipped("seeds/000_87d324de753ab160.zh.txt").read_text(encoding="utf-8").replace("\n", "")
    for start in range(0, len(text) - 20, 7):
        window = text[start : start + 20]
        assert decode_scored(window.encode(encoding), "a.txt") == (window, encoding)


@pytest.mark.parametrize(
    "data",
    [
        "caf\xe9 cr\xe8me, d\xe9j\xe0 vu, \xe0 bient\xf4t".encode("latin-1"),
        "Größe, Übermut und Ärger, daß es eine Art hat".encode("cp1252"),
        "Съешь же ещё этих мягких французских булок".encode("cp1251"),
        "東京はとても大きな都市です。人が多い。".encode("shift_jis"),
        "東京はとても大きな都市です。人が多い。".encode("euc_jp"),
        "모든 국민은 법 앞에 평등하다. 누구든지 성별 종교 또는 사회적 신분에 의하여".encode("euc_kr"),
        "盖盖".encode("utf-16-le"),  # in GB18030 it would be 講講
        b"one\n\xff\xfe\xff",
        bytes(range(1, 256)),
    ],
)
def test_what_fits_no_encoding_clearly_asks_for_one(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.txt:\d+:\d+: the byte 0x.. is not UTF-8, .* --encoding"):
        decode_scored(data, "a.txt")


def test_an_encoding_that_was_asked_for_is_used() -> None:
    data = "東京は大きい".encode("shift_jis")
    assert decode_scored(data, "a.txt", "Shift-JIS") == ("東京は大きい", "shift_jis")
    assert decode_scored(CHINESE.encode("gb18030"), "a.txt", "GB2312") == (CHINESE, "gb18030")
    assert decode_scored(CHINESE.encode("utf-16"), "a.txt", "utf-16") == (CHINESE, "utf-16-le")
    assert decode_scored(CHINESE.encode("utf-8-sig"), "a.txt", "utf8") == (CHINESE, "utf-8")


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        ("ab\n中\nc".encode("gb18030") + b"\xff\n", "gb18030", "a.txt:3:2: the byte 0xFF is not GB18030."),
        ("中\r\n文".encode() + b"\xb0", "utf-8", "a.txt:2:2: the byte 0xB0 is not UTF-8."),
        ("中\r文\r\nx".encode("big5") + b"\x80", "big5", "a.txt:3:2: the byte 0x80 is not BIG5."),
        ("a\n".encode("utf-16-be") + b"\x4e", "utf-16-be", "a.txt:2:1: the byte 0x4E is not UTF-16."),
        (b"a\0", "latin-1", "a.txt:1:2: here is a NUL byte"),
        (b"a", "gb1803", "There is no encoding 'gb1803' (did you mean 'gb18030'?)."),
        (b"a", "rot13", "There is no encoding 'rot13'"),
        (b"a", "hex", "There is no encoding 'hex'"),
        (b"a", "idna", "There is no encoding 'idna'"),
        (b"a", "\x1b[2J", "There is no encoding '\u241b[2J'"),
        (b"a", "x\0", "There is no encoding 'x\u2400'"),
    ],
)
def test_a_wrong_encoding_is_told_with_the_place(data: bytes, encoding: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        decode_scored(data, "a.txt", encoding)
    assert str(raised.value).startswith(said)


@given(
    st.text(st.sampled_from("a中\r\n\U0001f600")),
    st.integers(1, 5),
    st.sampled_from(["utf-8", "gb18030", "utf-16-le"]),
)
def test_a_fault_far_into_a_file_is_told_with_its_line(text: str, size: int, encoding: str) -> None:
    data = (
        text.encode(encoding)
        + {"utf-8": b"\xff", "gb18030": b"\xff", "utf-16-le": b"\x00\xdc\x00\xdc"}[encoding]
    )
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    with pytest.raises(InputError) as raised:
        list(decode_pieces(pieces, "a.txt", encoding))
    assert str(raised.value).startswith(f"a.txt:{len(lines)}:{len(lines[-1]) + 1}: the byte ")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")), st.integers(1, 5))
def test_pieces_join_to_the_text(text: str, size: int) -> None:
    for encoding in ("utf-8", "utf-16-be", "gb18030"):
        data = text.encode(encoding)
        pieces = [data[start : start + size] for start in range(0, len(data), size)]
        assert "".join(decode_pieces(pieces, "a.txt", encoding)) == text


def test_a_sample_may_end_within_a_character() -> None:
    for encoding in ("utf-8", "gb18030"):
        data = CHINESE.encode(encoding)[:-1]
        assert settle_encoding(data, "a.txt", whole=False) == encoding


@given(st.binary())
def test_any_bytes_are_scored_to_a_text_or_a_sentence(data: bytes) -> None:
    refusal = ""
    try:
        text, encoding = decode_scored(data, "a.txt")
        assert text.encode(encoding) in data
    except InputError as error:
        refusal = str(error)
    assert refusal == "" or (refusal.startswith("a.txt") and refusal.isprintable())
