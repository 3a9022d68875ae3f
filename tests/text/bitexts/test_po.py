"""Gettext's messages as segments: their strings, plural forms, places, header and faults."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.text.clean import clean
from tests.bitexts import faults, opened, pairs, segments
from tests.hostile import HOSTILE_BY_NAME


def test_a_message_is_a_segment_called_by_its_number() -> None:
    text = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "甲"\nmsgstr "a"\nmsgid "乙"\nmsgstr "b"\n'
    found = segments(opened("a.po", text))
    assert [(one.id, one.source and one.source.text, one.target.text) for one in found] == [
        ("1", "甲", "a"),
        ("2", "乙", "b"),
    ]
    assert [(one.target.line, one.target.column) for one in found] == [(6, 9), (8, 9)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([r'msgid "a \"b\"\tc\\n\n"', 'msgstr "x"'], [('a "b"\tc\\n\n', "x")]),
        ([r'msgid "a\r\nb\rc"', 'msgstr "x"'], [("a\nb\nc", "x")]),
        ([r'msgid "\344\270\255\xE6\x96\x87 \400 \q"', 'msgstr "x"'], [("中文 \\400 \\q", "x")]),
        (['msgid ""', '"a "', '  "b"', 'msgstr "x" ""', 'msgstr "x"'], []),
        (['msgid ""', '"a "', '  "b"', 'msgstr "" ', '"x"'], [("a b", "x")]),
        (['msgctxt "c"', 'msgid "%s {name} <b>"', 'msgstr "x"'], [("%s {name} <b>", "x")]),
        (['#~ msgid "a"', '#~ msgstr "b"', 'msgid "c"', 'msgstr "d"'], [("c", "d")]),
        (["#, fuzzy", '#| msgid "o"', 'msgid "c"', 'msgstr "d"'], [("c", "d")]),
        (['msgid"c"', 'msgstr"d"'], [("c", "d")]),
    ],
)
def test_strings_are_joined_and_unescaped(lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert pairs(opened("a.po", "\n".join(lines))) == expected


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["甲"], [("1[0]", "files", "甲")]),
        (["甲", "乙"], [("1[0]", "file", "甲"), ("1[1]", "files", "乙")]),
        (["甲", "乙", "丙"], [("1[0]", "file", "甲"), ("1[1]", "files", "乙"), ("1[2]", "files", "丙")]),
    ],
)
def test_each_plural_form_is_a_segment(forms: list[str], expected: list[tuple[str, str, str]]) -> None:
    text = 'msgid "file"\nmsgid_plural "files"\n'
    text += "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    found = segments(opened("a.po", text))
    assert [(one.id, one.source.text if one.source else "", one.target.text) for one in found] == expected


def test_a_comment_takes_a_concept_out_of_the_check() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\n# reader:ignore one\n#. reader:ignore two\n#: reader:ignore three\n'
    found = segments(opened("a.po", text + 'msgid "c"\nmsgstr "d"\n'))
    assert [one.ignored for one in found] == [frozenset(), frozenset({"one", "two"})]
    text = '# reader:ignore one\n#~ msgid "a"\n#~ msgstr "b"\nmsgid "c"\nmsgstr "d"\n'
    assert [one.ignored for one in segments(opened("a.po", text))] == [frozenset()]


def test_messages_without_words_are_taken_for_english() -> None:
    assert opened("a.po", 'msgid "100"\nmsgstr "这里的企业规模较小"\n', "", "").source_language == "en"


@pytest.mark.parametrize(
    ("name", "header", "languages"),
    [
        ("a.po", "Language: zh_CN", ("en", "zh-CN")),
        ("a.po", "language:  sr@latin ", ("en", "sr-Latn")),
        ("a.po", "X-Source-Language: de\\nLanguage: zh", ("de", "zh")),
        ("zh_TW.po", "X-Generator: x", ("en", "zh-TW")),
        ("a.po", "X-Generator: x", ("en", "zh-Hans")),
    ],
)
def test_the_header_names_the_languages(name: str, header: str, languages: tuple[str, str]) -> None:
    text = f'msgid ""\nmsgstr "{header}\\n"\n\nmsgid "OK"\nmsgstr "这里的企业规模较小"\n'
    bitext = opened(name, text, "", "")
    assert (bitext.source_language, bitext.target_language) == languages
    assert pairs(bitext) == [("OK", "这里的企业规模较小")]


def test_the_header_names_the_encoding_unless_the_file_is_utf_8_all_the_same() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=Shift_JIS\\n"\n\nmsgid "東京"\nmsgstr "x"\n'
    bitext = opened("a.po", text.encode("shift_jis"))
    assert (pairs(bitext), bitext.encoding) == ([("東京", "x")], "shift_jis")
    bitext = opened("a.po", text)
    assert (pairs(bitext), bitext.encoding) == ([("東京", "x")], "")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (['msgid "a', 'msgstr "b"'], "a.po:1:7: this string is never closed"),
        (['msgid "a"b"', 'msgstr "b"'], "a.po:1:10: something stands behind the string"),
        (['msgid "a"', 'mgstr "b"'], "a.po:2:1: this is no line of a PO file"),
        (['"a"', 'msgid "a"', 'msgstr "b"'], "a.po:1:1: this string has no keyword before it"),
        (['msgid "a"', 'msgid "b"', 'msgstr "b"'], "a.po:2:1: msgid stands a second time in one entry"),
        (['msgid "a"'], "a.po:1:1: this message has no msgstr"),
        (['msgstr "a"'], "a.po:1:1: this entry has no msgid"),
        (['msgid "a"', 'msgstr ""'], "a.po:2:9: the target is empty, so nothing was checked here"),
        (['msgctxt "c"', 'msgid ""', 'msgstr "a"'], "a.po:2:8: the source is empty"),
    ],
)
def test_an_entry_that_cannot_be_read_is_told_with_its_place(lines: list[str], said: str) -> None:
    text = "\n".join([*lines, "", 'msgid "last"', 'msgstr "end"'])
    assert faults(opened("a.po", text)) == [said]
    assert pairs(opened("a.po", text)) == [("last", "end")]


def test_a_template_has_nothing_but_empty_targets() -> None:
    assert len(faults(opened("a.pot", 'msgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n', "", ""))) == 2


def test_a_file_without_messages_is_refused() -> None:
    with pytest.raises(InputError, match="has no messages"):
        opened("a.po", "# nothing\n")


def escaped(text: str) -> str:
    for char, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        text = text.replace(char, written)
    return text


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1)


@given(st.lists(TEXT, min_size=1))
def test_strings_hold_anything_at_its_place(strings: list[str]) -> None:
    written = 'msgid "甲"\nmsgstr ""\n' + "".join(f'"{escaped(string)}"\n' for string in strings)
    found = segments(opened("a.po", written))
    whole = "".join(strings)
    assert [one.target.text for one in found] == [clean(whole)] * bool(clean(whole).strip())
    lines = written.split("\n")
    for one in found:
        for offset, char in enumerate(whole):
            line, column = one.target.place(offset)
            assert lines[line - 1][column - 1] == escaped(char)[0]


@pytest.mark.parametrize("name", sorted(set(HOSTILE_BY_NAME) - {"NUL", "lone surrogates"}))
def test_hostile_strings_come_out_harmless(name: str) -> None:
    text = HOSTILE_BY_NAME[name]
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    found = segments(opened("a.po", f'msgid "甲"\nmsgstr "{escaped(text)}"\n'))
    assert [one.target.text for one in found] == [clean(whole)] * bool(whole.strip())
