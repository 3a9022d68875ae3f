"""TSV and CSV as segments: columns, languages, places, and the rows that cannot be read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import Fault, FaultyError, InputError
from reader.text.bitexts import streams
from reader.text.bitexts.columns import Columns
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.bitexts.rows import Table, rows
from reader.text.clean import clean
from tests.bitexts import faults, opened, pairs, segments
from tests.hostile import HOSTILE_BY_NAME


def test_a_row_of_two_columns_is_a_segment_called_by_its_line() -> None:
    found = segments(opened("a.tsv", "中小企业\tSMEs\n\n专精\tspecialized\n"))
    assert [(one.id, one.source and one.source.text, one.target.text) for one in found] == [
        ("1", "中小企业", "SMEs"),
        ("3", "专精", "specialized"),
    ]
    assert [(one.target.line, one.target.column) for one in found] == [(1, 6), (3, 4)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.csv", "a,b\n", [("a", "b")]),
        ("a.csv", "a;b, c\nd, e;f\n", [("a", "b, c"), ("d, e", "f")]),
        ("a.csv", "sep=;\na;b\n", [("a", "b")]),
        ("a.csv", "a\tb, c\n", [("a", "b, c")]),
        ("a.csv", "a;b\n" * 19 + '"c\n\nd";e\n', [("a", "b")] * 19 + [("c\n\nd", "e")]),
        ("a.csv", '"a, ""b""",c\n', [('a, "b"', "c")]),
        ("a.csv", '"a\nb",c\n', [("a\nb", "c")]),
        ("a.csv", '"a\r\nb","c"\r\n', [("a\nb", "c")]),
        ("a.csv", '5" disk,x\n', [('5" disk', "x")]),
        ("a.csv", '"a" ,"b"\n', [("a", "b")]),
        ("a.csv", '"""a""",""""\n', [('"a"', '"')]),
        ("a.csv", "a,b\n" + '"c","d"\n' * 2, [("a", "b"), ("c", "d"), ("c", "d")]),
        ("a.tsv", '"a"\t"b"\n', [('"a"', '"b"')]),
        ("a.tsv", "a\tb\nc\td", [("a", "b"), ("c", "d")]),
        ("a.tsv", "a\tb\rc\td", [("a", "b"), ("c", "d")]),
        ("a.tsv", " \t \n\t\na\tb\n", [("a", "b")]),
        ("a.tab", "\ufeffa\tb\n", [("a", "b")]),
    ],
)
def test_cells_are_told_apart(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(opened(name, text)) == expected


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ('中,"ab""c"\n', 0, (1, 4)),
        ('中,"ab""c"\n', 2, (1, 6)),
        ('中,"ab""c"\n', 3, (1, 8)),
        ('"中\n""文",  c\n', 2, (2, 8)),
        ('中,"a\nb\nc"\n', 2, (2, 1)),
        ('中,"a\nb\nc"\n', 4, (3, 1)),
        ("中,a\u2028b\n", 2, (1, 5)),
        ('中,"a\u2028b\nc"\n', 2, (1, 6)),
        ('中,"a\u2028b\nc"\n', 4, (2, 1)),
    ],
)
def test_a_place_is_that_of_the_file(text: str, offset: int, place: tuple[int, int]) -> None:
    [one] = segments(opened("a.csv", text))
    assert one.target.place(offset) == place


@pytest.mark.parametrize(
    ("header", "row", "asked", "languages"),
    [
        ("en\tzh-Hans", "S\tT", ("", ""), ("en", "zh-Hans")),
        ("en_US\tzh_CN", "S\tT", ("", ""), ("en-US", "zh-CN")),
        ("en\tzh", "T\tS", ("zh", ""), ("zh", "en")),
        ("en\tzh", "T\tS", ("", "en"), ("zh", "en")),
        ("de\ten\tzh", "x\tT\tS", ("zh", "en"), ("zh", "en")),
        ("zh-Hant\tzh-Hans\ten", "x\tS\tT", ("zh-Hans", "en"), ("zh-Hans", "en")),
        ("Chinese\tEnglish", "S\tT", ("", ""), ("zh", "en")),
        ("Chinese\tEnglish", "S\tT", ("zh-Hant", "en-GB"), ("zh-Hant", "en-GB")),
        ("译文\t原文", "T\tS", ("de", "fr"), ("de", "fr")),
        ("target\tsource", "T\tS", ("de", "fr"), ("de", "fr")),
        ("key\tEN\tZH\tComment", "k\tS\tT\tc", ("", ""), ("en", "zh")),
        ("原文\tEnglish", "S\tT", ("zh", ""), ("zh", "en")),
    ],
)
def test_a_header_names_columns_and_languages(
    header: str, row: str, asked: tuple[str, str], languages: tuple[str, str]
) -> None:
    bitext = opened("a.tsv", f"{header}\n{row}\n", *asked)
    assert (bitext.source_language, bitext.target_language) == languages
    assert pairs(bitext) == [("S", "T")]


@pytest.mark.parametrize("row", ["中文\tChinese", "source\toriginal", "to\tin", "en\tEnglish", "a\tzh"])
def test_a_pair_of_words_is_no_header(row: str) -> None:
    assert len(pairs(opened("a.tsv", f"{row}\n"))) == 1


@pytest.mark.parametrize(
    ("header", "asked", "said"),
    [
        ("en\tzh\tde", ("", ""), "a.tsv has columns in en, zh, de: say which two with `--from` and `--to`."),
        (
            "en\tzh\tde",
            ("en", ""),
            "a.tsv has columns in en, zh, de: say which two with `--from` and `--to`.",
        ),
        ("en\tzh", ("fr", "en"), "a.tsv has no column in fr: its columns are in en, zh."),
    ],
)
def test_a_header_that_leaves_the_choice_open_is_refused(
    header: str, asked: tuple[str, str], said: str
) -> None:
    with pytest.raises(InputError) as raised:
        opened("a.tsv", f"{header}\na\tb\tc\n", *asked)
    assert str(raised.value).startswith(said)


def test_without_a_header_the_words_tell_the_languages() -> None:
    english = "The enterprises of the region are small and have little money for research of their own."
    bitext = opened("a.tsv", f"这里的企业规模较小，没有多少钱搞研发。\t{english}\n" * 3, "", "")
    assert (bitext.source_language, bitext.target_language) == ("zh-Hans", "en")
    assert len(pairs(bitext)) == 3
    with pytest.raises(InputError, match=r"does not tell what language its target is in: .* `--to`"):
        opened("a.tsv", "这里的企业\t100\n", "", "")


def test_a_column_may_name_the_rows_and_another_hold_remarks() -> None:
    text = "key,zh,en,Comment\nk1,中,a,reader:ignore one, two\nk2,中,b,nothing\n,中,c\n"
    assert [(one.id, one.ignored) for one in segments(opened("a.csv", text))] == [
        ("k1", frozenset({"one"})),
        ("k2", frozenset()),
        ("4", frozenset()),
    ]
    [one] = segments(opened("a.tsv", "中\ta\treader:ignore one, two\n"))
    assert one.ignored == {"one", "two"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.tsv", "中\ta\nalone\n", "a.tsv:2:1: this row has 1 column where 2 are needed"),
        ("a.tsv", "中\ta\n中\t \n", "a.tsv:2:3: the target is empty, so nothing was checked here"),
        ("a.tsv", "中\ta\n \tb\n", "a.tsv:2:1: the source is empty"),
        ("a.csv", '中,"a\n中,b\n', "a.csv:1:3: this quote is never closed"),
        ("a.csv", '中,"a\n"b,c\n中,"d"\n', "a.csv:1:3: this quote is never closed"),
        ("a.csv", '中,"a"b\n中,b\n', "a.csv:1:5: something stands between this closing quote and the end"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_place(name: str, text: str, said: str) -> None:
    assert faults(opened(name, text))[0].startswith(said)
    assert pairs(opened(name, text + "后,last\n" if name == "a.csv" else text + "后\tlast\n"))[-1] == (
        "后",
        "last",
    )


def test_an_empty_target_may_be_passed_over_in_silence() -> None:
    request = Request(Path("a.tsv"), data=b"a\tb\nc\t\n", source_language="de", target_language="en")
    assert len(faults(open_bitext(request))) == 1
    assert not faults(open_bitext(request._replace(skip_empty=True)))


def test_a_quote_that_is_open_for_millions_of_characters_was_forgotten() -> None:
    bitext = opened("a.csv", '中,"a\n' + f"文,{'b' * 1_000_000}\n" * 5 + '字"\n')
    found = [one if isinstance(one, Fault) else one.id for one in bitext.segments]
    assert str(found[0]).startswith("a.csv:1:3: this quote is never closed")
    assert found[1:-1] == ["2", "3", "4", "5", "6"]


def test_a_file_without_rows_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.tsv is empty"):
        opened("a.tsv", " \n\t\n")


def test_rows_of_whole_lines_are_read_alike_wherever_the_file_is_cut() -> None:
    lines = ["中\ta\n", "\n", "x\n", "文\tb\u2028c\n", "字\td"]
    table = Table("a.tsv", Columns())
    whole = list(rows("".join(lines), 1, table))
    for cut in range(1, len(lines)):
        parts = "".join(lines[:cut]), "".join(lines[cut:])
        assert [*rows(parts[0], 1, table), *rows(parts[1], cut + 1, table)] == whole


def test_a_file_of_many_pieces_keeps_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("".join(f"第{number}行\tline {number}{'x' * 100}\r\n" for number in range(1, 30_001)))
    found = segments(open_bitext(Request(path, source_language="zh", target_language="en")))
    assert all(one.target.text.startswith(f"line {one.id}x") for one in found)
    assert [one.target.line for one in found] == list(range(1, 30_001))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("cells", ['"{}"{}"b"', '"a"{1}"{0}"'], ids=["source", "target"])
def test_a_cell_of_many_lines_hides_no_delimiter(cells: str, delimiter: str) -> None:
    long = "词\n" * 30
    text = f'"a"{delimiter}"b"\n' + cells.format(long, delimiter) + "\n"
    assert len(segments(opened("a.csv", text))) == 2


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1)


@given(st.lists(st.tuples(CELL, CELL), min_size=1))
def test_quoted_cells_hold_anything_at_its_place(cells: list[tuple[str, str]]) -> None:
    quoted = [tuple('"' + cell.replace('"', '""') + '"' for cell in pair) for pair in cells]
    text = "".join(f"{one};{other}\n" for one, other in [("source", "target"), *quoted])
    bitext = opened("a.csv", text)
    filled = [pair for pair in cells if all(clean(cell).strip() for cell in pair)]
    found = segments(bitext)
    assert [(one.source and one.source.text, one.target.text) for one in found] == [
        (clean(one), clean(other)) for one, other in filled
    ]
    lines = text.split("\n")
    for segment, (_, target) in zip(found, filled, strict=True):
        for offset, char in enumerate(target):
            line, column = segment.target.place(offset)
            assert (lines[line - 1] + "\n")[column - 1] == char


@pytest.mark.parametrize("name", sorted(set(HOSTILE_BY_NAME) - {"NUL", "lone surrogates"}))
def test_hostile_cells_come_out_harmless_and_as_long_as_they_were(name: str) -> None:
    text = HOSTILE_BY_NAME[name]
    plain = "".join(f"id\ten\tzh\n1\t{text}\t中\n")
    assert all(clean(one.target.text) == one.target.text for one in segments(opened("a.tsv", plain, "", "")))
    quoted = '"' + text.replace('"', '""') + '"'
    found = segments(opened("a.csv", f"id,en,zh\n1,{quoted},中\n", "", ""))
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    assert [one.source and one.source.text for one in found] == [clean(whole)] * bool(whole.strip())


@pytest.mark.parametrize(
    ("name", "said"), [("NUL", "a.csv:2:7: here is a NUL"), ("lone surrogates", "is not UTF-8")]
)
def test_what_is_no_text_is_refused(name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        opened("a.csv", f"en,zh\n{HOSTILE_BY_NAME[name]},中\n")


@pytest.mark.parametrize("suffix", ["tsv", "csv", "po"])
def test_a_line_without_end_is_not_held(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MAX_LINE", 1 << 20)
    path = tmp_path / f"long.{suffix}"
    path.write_text("\n" * 70_000 + "x" * 1_400_000, encoding="utf-8")
    with pytest.raises(FaultyError, match=r":70001:1: this line is longer than 1 million characters"):
        list(open_bitext(Request(path, source_language="zh", target_language="en")).segments)
