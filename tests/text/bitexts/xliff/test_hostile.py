"""XLIFF that is broken, or meant to do harm: nothing but sentences and harmless text comes out."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.text.segments import Segment
from tests.hostile import HOSTILE_BY_NAME
from tests.text.bitexts.xliff.documents import EVERYTHING, EVERYTHING_1, SECOND, open_xliff, unit2


@given(st.data(), st.sampled_from([EVERYTHING, EVERYTHING_1]))
def test_whatever_the_bytes_only_sentences_come_out(data: st.DataObject, sound: str) -> None:
    raw = bytearray(sound.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=4))
    with suppress(InputError):
        list(open_xliff(bytes(raw)).segments)


@given(st.data(), st.sampled_from([EVERYTHING, EVERYTHING_1]))
def test_whatever_the_elements_only_sentences_come_out(data: st.DataObject, sound: str) -> None:
    words = sound.split('"')
    for _ in range(data.draw(st.integers(1, 6))):
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(words))
    with suppress(InputError):
        list(open_xliff('"'.join(words)).segments)


@pytest.mark.parametrize("text", HOSTILE_BY_NAME.values(), ids=HOSTILE_BY_NAME)
def test_hostile_text_is_harmless(text: str) -> None:
    inside = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    made = unit2("<target>x</target>", inside) + unit2(f"<target>{inside}</target>").replace(
        '"u"', f'"{inside}"'
    )
    shown = ""
    try:
        for one in open_xliff(f'{SECOND}<file id="f">{made}</file></xliff>').segments:
            shown += one.id + one.target.text if isinstance(one, Segment) else str(one)
    except InputError as error:
        shown += str(error)
    assert not {"\x1b", "\x9b", "\u202e", "\r", "\x00"} & set(shown)
