"""YAML is read without surprises, and every fault is told with its place."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, FaultyError
from reader.text import strict_yaml
from reader.text.files import MAX_BYTES
from reader.text.strict_yaml import Walker, parse_yaml, read_yaml


def faults_of(text: str) -> tuple[Fault, ...]:
    """The faults met in reading alone."""
    try:
        parse_yaml(text, "a.yaml").finish()
    except FaultyError as error:
        return error.faults
    return ()


def write(folder: Path, data: bytes) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(data)
    return path


REFUSED = {
    "anchor": ("a: &x 1\n", 1, 4, "anchors are not read: &x"),
    "alias": ("a: 1\nb: *x\n", 2, 4, "aliases are not read: *x"),
    "tag": ("a: !!int 1\n", 1, 4, "tags are not read: 'tag:yaml.org,2002:int'"),
    "own tag on a list": ("a: !x [1]\n", 1, 4, "tags are not read: '!x'"),
    "merge key": ("a: 1\n<<: {b: 1}\n", 2, 1, "merge keys are not read: <<"),
    "duplicate key": ("a: 1\nb: 2\n'a': 3\n", 3, 1, "the key 'a' stands twice, in lines 1 and 3"),
    "duplicate key deeper": ("x:\n- {a: 1, a: 2}\n", 2, 10, "the key 'a' stands twice, in lines 2 and 2"),
    "a key that is a list": ("[a]: 1\n", 1, 1, "a key must be a text"),
    "second document": ("a: 1\n---\nb: 1\n", 2, 1, "a second document begins here; only one is read"),
    "depth": ("[" * 17 + "]" * 17, 1, 17, "this stands deeper than 16 levels"),
    "control": ("a: 1\nb: \x1b[31m\n", 2, 4, "the character U+001B has no place in a text"),
    "line separator": ("a: 1\u2028b: 2\n", 1, 5, "the character U+2028 has no place in a text"),
    "empty": ("", 0, 0, "is empty"),
    "comment only": ("# nothing\n", 0, 0, "is empty"),
}


@pytest.mark.parametrize(("text", "line", "column", "message"), REFUSED.values(), ids=REFUSED)
def test_what_could_surprise_is_refused_where_it_stands(
    text: str, line: int, column: int, message: str
) -> None:
    (fault,) = faults_of(text)
    assert (fault.line, fault.column, fault.message) == (line, column, message)


SLIPS = {
    "colon in a text": ("a: b: c\n", 1, 5, "quotation marks"),
    "tab as indent": ("a:\n\tb: 1\n", 2, 1, "not tabs"),
    "open quotation": ("b: 1\na: 'x\n", 2, 4, "closing quotation mark"),
    "open list before other keys": ("a: [1\nb: 2\nc: 3\n", 2, 2, "closing bracket"),
    "at sign": ("a: 1\nb: @x\n", 2, 4, "quotes"),
}


@pytest.mark.parametrize(("text", "line", "column", "hint"), SLIPS.values(), ids=SLIPS)
def test_a_slip_of_syntax_is_a_fault_with_a_hint(text: str, line: int, column: int, hint: str) -> None:
    (fault,) = faults_of(text)
    assert (fault.line, fault.column) == (line, column)
    assert fault.message.startswith("this is no YAML: ")
    assert hint in fault.hint


@pytest.mark.parametrize(("size", "read"), [(1 << 20, True), ((1 << 20) + 1, False)])
def test_a_file_has_a_largest_size(
    size: int, read: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "MAX_BYTES", 1 << 20)
    path = write(tmp_path, b"a" * size)
    if read:
        assert read_yaml(path).root is not None
    else:
        with pytest.raises(FaultyError, match=r"a\.yaml is larger than 1 MiB, the most that is read\.$"):
            read_yaml(path)


def test_the_largest_size_is_the_one_of_every_text() -> None:
    assert strict_yaml.MAX_BYTES == MAX_BYTES


def test_a_file_with_too_much_in_it_is_refused_where_that_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "MAX_EVENTS", 10)
    assert faults_of("[a, b, c, d]") == ()
    (fault,) = faults_of("[a, b, c, d, e, f, g, h, i, j, k]")
    assert (fault.line, fault.column) == (1, 23)
    assert fault.message == "more than 10 texts, lists and keys are not read"


def test_keys_after_a_refused_one_are_still_compared() -> None:
    told = [fault.message for fault in faults_of("{*x : 1, b: 1, b: 2}\n")]
    assert told == ["aliases are not read: *x", "the key 'b' stands twice, in lines 1 and 1"]


def test_a_refused_key_is_not_unknown_too() -> None:
    walker = parse_yaml("*x : 1\n", "a.yaml")
    assert walker.mapping(walker.root, ["a"]) == {}
    assert messages(walker) == ["1:1: aliases are not read: *x"]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    "text",
    ["a: '\\UFFFFFFFF'", 'a: "\\UFFFFFFFF"', "%YAML 99\n--- a", "a: ]", "[" * 100_000, "{a: " * 100_000],
)
def test_no_text_ends_in_another_error(text: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "_LOADER", getattr(yaml, loader))
    faults_of(text)


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,?\\ \n\t\r\x00\x1b\x85\u2028中“", max_size=40))
def test_any_text_is_read_or_refused_with_faults_inside_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in faults_of(text):
        assert fault.path == "a.yaml"
        assert 0 <= fault.line <= len(lines)


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (b"a: b\xff\n", 1, 5, "the byte 0xFF is no UTF-8"),
        ("a: b\r\n中: ".encode() + b"\xe4\n", 2, 4, "the byte 0xE4 is no UTF-8"),
        (b"\x89PNG\0\0", 0, 0, "is a binary file, not a text in UTF-8"),
    ],
    ids=["latin-1", "after CR LF", "binary"],
)
def test_a_file_that_is_no_text_is_one_fault(
    data: bytes, line: int, column: int, message: str, tmp_path: Path
) -> None:
    path = write(tmp_path, data)
    with pytest.raises(FaultyError) as caught:
        read_yaml(path)
    (fault,) = caught.value.faults
    assert (fault.path, fault.line, fault.column, fault.message) == (str(path), line, column, message)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FaultyError, match=r"no\.yaml does not exist\.$"):
        read_yaml(tmp_path / "no.yaml")


def test_the_byte_order_mark_and_foreign_line_ends_leave_places_true(tmp_path: Path) -> None:
    walker = read_yaml(write(tmp_path, "\ufeffa: 1\r\nb: 2\rc: 3\n".encode()))
    assert [(key.value, key.line, key.column) for key, _ in walker.entries(walker.root)] == [
        ("a", 1, 1),
        ("b", 2, 1),
        ("c", 3, 1),
    ]


def walk(text: str) -> tuple[Walker, dict[str, strict_yaml.Node]]:
    walker = parse_yaml(text, "a.yaml")
    return walker, walker.mapping(walker.root, ("status", "value"))


def messages(walker: Walker) -> list[str]:
    try:
        walker.finish()
    except FaultyError as error:
        return [f"{fault.line}:{fault.column}: {fault.message}" for fault in error.faults]
    return []


def test_a_scalar_stays_the_text_it_is() -> None:
    walker, fields = walk("value: [no, ~, 1_0, 0x1F, 2021-11-29, '  a  ', \"\\e[31m\"]\n")
    assert walker.texts(fields["value"]) == ("no", "~", "1_0", "0x1F", "2021-11-29", "a", "␛[31m")
    assert messages(walker) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("staus: 1\n", ["1:1: unknown key 'staus' (did you mean 'status'?)"]),
        ("zzz: 1\n", ["1:1: unknown key 'zzz'"]),
        ("- 1\n", ["1:1: here should stand keys with values (key: value)"]),
    ],
)
def test_a_key_that_is_unknown_is_told_with_the_nearest(text: str, expected: list[str]) -> None:
    assert messages(walk(text)[0]) == expected


def test_a_missing_key_is_told_at_its_mapping() -> None:
    walker = parse_yaml("a:\n  b: 1\n", "a.yaml")
    inner = walker.mapping(walker.root, ["a"])["a"]
    assert walker.mapping(inner, ["b", "text"], required=["text"]).keys() == {"b"}
    assert messages(walker) == ["2:3: the key 'text' is missing"]


@pytest.mark.parametrize(
    ("method", "good", "value", "bad", "message"),
    [
        ("text", "value: a", "a", "value: [a]", "1:8: here should stand a text"),
        ("text", "value: a", "a", "value:", "1:7: the text is missing"),
        (
            "texts",
            "value: [a, b]",
            ("a", "b"),
            "value: a",
            "1:8: here should stand a list (- item, or [item, item])",
        ),
        ("texts", "value: [a]", ("a",), "value: [a, '']", "1:12: the text is missing"),
        ("integer", "value: 12", 12, "value: 1.5", "1:8: '1.5' is not a whole number"),
        ("integer", "value: 0", 0, "value: 9999999999", "1:8: '9999999999' is not a whole number"),
        ("integer", "value: '7'", 7, "value: ٣", "1:8: '٣' is not a whole number"),
        ("boolean", "value: no", False, "value: nope", "1:8: 'nope' is not one of yes, no, true, false"),
        ("language", "value: zh-Hans", "zh-Hans", "value: zh_Hans", "1:8: 'zh_Hans' is not a language tag"),
    ],
)
def test_each_kind_of_value_is_read_or_refused(
    method: str, good: str, value: object, bad: str, message: str
) -> None:
    walker, fields = walk(good)
    assert getattr(walker, method)(fields["value"]) == value
    assert messages(walker) == []
    walker, fields = walk(bad)
    getattr(walker, method)(fields["value"])
    assert [said.split(" (did")[0] for said in messages(walker)] == [message]


@pytest.mark.parametrize("tag", ["en", "zh-Hans", "pt-BR", "zh-Hant-HK", "de-1996", "en-x-own", "yue"])
def test_language_tags_are_taken_as_they_are(tag: str) -> None:
    walker, fields = walk(f"value: {tag}\n")
    assert walker.language(fields["value"]) == tag
    assert messages(walker) == []


def test_a_choice_is_told_with_the_nearest() -> None:
    walker, fields = walk("status: prefered\n")
    assert walker.choice(fields["status"], ("preferred", "admitted")) == ""
    assert messages(walker) == [
        "1:9: 'prefered' is not one of preferred, admitted (did you mean 'preferred'?)"
    ]


@pytest.mark.parametrize("method", ["text", "texts", "integer", "language", "sequence", "entries", "mapping"])
def test_what_was_refused_in_reading_is_not_told_again(method: str) -> None:
    walker, fields = walk("value: *x\n")
    arguments = [()] if method == "mapping" else []
    assert not getattr(walker, method)(fields["value"], *arguments)
    assert messages(walker) == ["1:8: aliases are not read: *x"]


def test_where_there_is_no_node_the_answer_is_empty_and_no_fault() -> None:
    walker, _ = walk("status: a\n")
    assert (walker.text(None), walker.texts(None), walker.integer(None)) == ("", (), None)
    assert (walker.boolean(None, default=True), walker.choice(None, ("a",))) == (True, "")
    assert messages(walker) == []


def test_faults_come_in_the_order_of_the_file() -> None:
    walker = parse_yaml("a: 1\nb: *x\nc: 3\n", "a.yaml")
    walker.mapping(walker.root, [])
    assert [said.split(":")[0] for said in messages(walker)] == ["1", "2", "2", "3"]


def test_beyond_two_hundred_faults_are_counted() -> None:
    with pytest.raises(FaultyError) as caught:
        parse_yaml("- *x\n" * 1250, "a.yaml").finish()
    assert len(caught.value.faults) == 201
    assert str(caught.value.faults[-1]) == "a.yaml has 1,050 faults more."


def test_a_fault_shows_its_line_with_a_caret_under_the_column() -> None:
    (fault,) = faults_of("小巨人: *x\n")
    assert str(fault).split("\n") == [
        "a.yaml:1:6: aliases are not read: *x",
        "    小巨人: *x",
        "    \u3000\u3000\u3000  ^",
    ]


@pytest.mark.parametrize("before", [1, 30, 5_000])
@pytest.mark.parametrize("after", [0, 30, 5_000])
def test_a_long_line_is_cut_around_the_caret(before: int, after: int) -> None:
    (fault,) = faults_of(f"k: [{'a' * before}, *x, {'b' * after}]\n")
    assert len(fault.text) <= 98
    assert fault.text.startswith("…") == (before == 5_000)
    assert fault.text.endswith("…") == (after == 5_000)
    assert fault.text[(fault.caret or fault.column) - 1 :].startswith("*x")


def test_the_path_and_the_line_are_shown_harmless() -> None:
    with pytest.raises(FaultyError) as caught:
        parse_yaml("a: *x \u202e\n", "\x1b]0;x\x07.yaml").finish()
    assert str(caught.value).isprintable() is False  # its own line ends
    assert not {"\x1b", "\x07", "\u202e"} & set(str(caught.value))
