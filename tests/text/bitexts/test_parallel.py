"""Two files side by side: line by line, paragraph by paragraph, or the place where they part."""

from pathlib import Path

import pytest

from reader.errors import FaultyError, InputError, UsageError
from reader.text.bitexts.articles import shipped_bitext
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.segments import Bitext
from tests.bitexts import faults, pairs, segments
from tests.hostile import HOSTILE_BY_NAME


def side_by_side(folder: Path, source: str | bytes, target: str | bytes, ending: str = "txt") -> Bitext:
    paths = folder / f"a.zh.{ending}", folder / f"a.en.{ending}"
    for path, text in zip(paths, (source, target), strict=True):
        path.write_bytes(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))
    return open_bitext(Request(paths[1], paths[0]))


def test_lines_stand_beside_lines(tmp_path: Path) -> None:
    bitext = side_by_side(tmp_path, "甲\n\n  乙\n", "a\r\n\r\n\tb ")
    assert (bitext.source_language, bitext.target_language) == ("zh", "en")
    assert (bitext.source_path, bitext.path) == (str(tmp_path / "a.zh.txt"), str(tmp_path / "a.en.txt"))
    found = segments(bitext)
    assert [(one.id, one.source and one.source.text, one.target.text) for one in found] == [
        ("1", "甲", "a"),
        ("3", "乙", "b"),
    ]
    assert [(one.source and one.source.column, one.target.line, one.target.column) for one in found] == [
        (1, 1, 1),
        (3, 3, 2),
    ]


def test_paragraphs_stand_beside_paragraphs_however_their_lines_are_broken(tmp_path: Path) -> None:
    found = segments(side_by_side(tmp_path, "题\n\n甲\n乙\n\n丙\n", "Title\n\na\n\nb\nc\n"))
    assert [(one.id, one.source and one.source.text, one.target.text) for one in found] == [
        ("0", "题", "Title"),
        ("1", "甲乙", "a"),
        ("2", "丙", "b c"),
    ]
    assert found[2].target.place(2) == (6, 1)


def test_a_file_of_lines_stands_beside_one_with_blank_lines_between(tmp_path: Path) -> None:
    assert pairs(side_by_side(tmp_path, "甲\n乙\n丙\n", "a\n\nb\n\nc\n")) == [
        ("甲", "a"),
        ("乙", "b"),
        ("丙", "c"),
    ]


def test_lines_that_are_not_translated_yet_are_told(tmp_path: Path) -> None:
    assert pairs(side_by_side(tmp_path, "甲\n乙\n丙\n", "a\n\nc\n")) == [("甲", "a"), ("丙", "c")]
    [told] = faults(side_by_side(tmp_path, "甲\n乙\n丙\n", "a\n\nc\n"))
    assert told.endswith("a.en.txt:2:1: the target is empty, so nothing was checked here")


SIZES = (3, 40, 9, 70, 21, 5, 90, 14)
CHINESE = [f"{'甲' * size}\n" for size in SIZES]
ENGLISH = [f"{'abc ' * size}\n" for size in SIZES]


def refusal(folder: Path, source: list[str], target: list[str]) -> str:
    with pytest.raises(FaultyError) as raised:
        side_by_side(folder, "".join(source), "".join(target))
    return str(raised.value).replace(f"{folder}/", "")


@pytest.mark.parametrize("missing", [1, 4, 7, 8])
def test_a_line_that_is_not_translated_is_pointed_at(tmp_path: Path, missing: int) -> None:
    said = refusal(tmp_path, CHINESE, ENGLISH[: missing - 1] + ENGLISH[missing:])
    assert said.startswith(
        f"a.zh.txt:{missing}:1: this seems to have no counterpart in a.en.txt: a.zh.txt has 8 lines, "
        f"a.en.txt 7 lines\n    {CHINESE[missing - 1][:80].rstrip()}\n    ^\n"
    )
    beside = (
        "the other one ends with a.en.txt:7:1" if missing == 8 else f"beside it stands a.en.txt:{missing}:1"
    )
    assert beside in said


@pytest.mark.parametrize("more", [1, 4, 7])
def test_a_line_that_translates_nothing_is_pointed_at(tmp_path: Path, more: int) -> None:
    said = refusal(tmp_path, CHINESE[: more - 1] + CHINESE[more:], ENGLISH)
    assert f"a.en.txt:{more}:1: this seems to have no counterpart in a.zh.txt: " in said
    assert f"beside it stands a.zh.txt:{more}:1" in said


def test_lines_and_paragraphs_are_told_apart_where_they_are_not_the_same(tmp_path: Path) -> None:
    said = refusal(tmp_path, ["甲\n", "\n", "乙\n"], ["a\n", "\n", "b\n", "c\n", "\n", "d e f\n"])
    assert "a.zh.txt has 3 lines in 2 paragraphs, a.en.txt 6 lines in 3 paragraphs" in said
    assert said.startswith("a.en.txt:6:1: ")


@pytest.mark.parametrize("gone", [(1, 4, 12), (4, 5, 6), (0, 2, 13)])
def test_of_several_lines_the_first_is_pointed_at(tmp_path: Path, gone: tuple[int, ...]) -> None:
    sizes = (*SIZES, 33, 60, 12, 80, 44, 7, 25, 50)
    source = [f"{'甲' * size}\n" for size in sizes]
    target = [f"{'abc ' * size}\n" for at, size in enumerate(sizes) if at not in gone]
    said = refusal(tmp_path, source, target)
    assert said.startswith(
        f"a.zh.txt:{gone[0] + 1}:1: this is the first of 3 that seem to have no counterpart"
    )


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_numbers_names_and_questions_tell_lines_of_one_length_apart(tmp_path: Path, gone: int) -> None:
    source = ["甲乙丙丁戊？\n", "甲乙丙 21 丁\n", "甲 Linux 丁\n", "甲乙丙丁戊。\n", "甲乙丙丁戊！\n"]
    target = ["Are they?\n", "21 of these\n", "Of Linux it\n", "They are it.\n", "They are!\n"]
    assert f"a.zh.txt:{gone + 1}:1: " in refusal(tmp_path, source, target[:gone] + target[gone + 1 :])


def test_in_real_texts_the_place_is_right_or_next_to_it(tmp_path: Path) -> None:
    pairs_ = [(one.source.text, one.target.text) for one in segments(shipped_bitext()) if one.source]
    told = []
    for gone in range(len(pairs_)):
        said = refusal(
            tmp_path,
            [f"{source}\n" for source, _ in pairs_],
            [f"{target}\n" for at, (_, target) in enumerate(pairs_) if at != gone],
        )
        told.append(abs(int(said.removeprefix("a.zh.txt:").partition(":")[0]) - 1 - gone))
    assert max(told) <= 1
    assert sum(told) <= len(pairs_) / 4


def test_in_long_files_the_place_is_found_too(tmp_path: Path) -> None:
    source = [f"{'甲' * (at * 7 % 31 + 1)} {at}\n" for at in range(3000)]
    target = [f"{'abc ' * (at * 7 % 31 + 1)} {at}\n" for at in range(3000) if at not in (2100, 2200, 2900)]
    assert "a.zh.txt:2101:1: this is the first of 3 " in refusal(tmp_path, source, target)


def test_a_remark_at_the_end_of_a_line_is_no_text(tmp_path: Path) -> None:
    found = segments(side_by_side(tmp_path, "甲\n乙\n", "a reader:ignore one, two\nb\n"))
    assert [(one.target.text, one.ignored) for one in found] == [
        ("a", frozenset({"one", "two"})),
        ("b", frozenset()),
    ]


def test_remarks_of_the_target_alone_do_not_part_the_files(tmp_path: Path) -> None:
    found = segments(side_by_side(tmp_path, "甲\n\n乙\n", "a\n\nreader:ignore one\n\nb\n"))
    assert [(one.target.text, one.ignored) for one in found] == [
        ("a", frozenset()),
        ("b", frozenset({"one"})),
    ]


def test_markdown_is_paired_by_paragraphs_without_its_markup(tmp_path: Path) -> None:
    bitext = side_by_side(tmp_path, "# 题\n\n**甲**乙\n", "# Title\n\n```\ncode\n```\n\n**a** b\n", "md")
    assert pairs(bitext) == [("题", "Title"), ("甲乙", "a b")]


def test_each_file_may_have_an_encoding_of_its_own(tmp_path: Path) -> None:
    bitext = side_by_side(tmp_path, "中小企业的发展\n".encode("gb18030"), "growth\n".encode("utf-16"))
    assert pairs(bitext) == [("中小企业的发展", "growth")]
    assert (bitext.source_encoding, bitext.encoding) == ("gb18030", "utf-16-le")


def test_languages_are_told_by_the_words_where_the_names_do_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("这里的企业规模较小。\n")
    (tmp_path / "b").write_text("The enterprises of this region are small and young.\n")
    bitext = open_bitext(Request(tmp_path / "b", tmp_path / "a"))
    assert (bitext.source_language, bitext.target_language) == ("zh-Hans", "en")


def test_a_missing_or_empty_side_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.en\.txt is empty"):
        side_by_side(tmp_path, "甲\n", " \n")
    with pytest.raises(InputError, match="There is no file"):
        open_bitext(Request(tmp_path / "a.en.txt", tmp_path / "none.txt"))


def test_a_source_beside_a_file_that_has_its_own_is_a_wrong_command(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="leave `--source` away"):
        open_bitext(Request(tmp_path / "a.tmx", tmp_path / "a.zh.txt"))


@pytest.mark.parametrize("name", sorted(set(HOSTILE_BY_NAME) - {"NUL", "lone surrogates"}))
def test_hostile_files_are_pairs_or_a_sentence(tmp_path: Path, name: str) -> None:
    text = HOSTILE_BY_NAME[name]
    told = ""
    try:
        found = pairs(side_by_side(tmp_path, text, text))
    except InputError as error:
        told = str(error)
    assert told.isprintable() or "\n" in told
    assert told or all(one == other for one, other in found)
