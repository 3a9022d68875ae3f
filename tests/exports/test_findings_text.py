"""Findings for a person: plain and in colours alike, cut to every width, grouped and counted."""

import pytest
from rich.cells import cell_len

from reader.exports.findings_groups import groups
from reader.exports.findings_rich import rich_report
from reader.exports.findings_text import text_report
from reader.terms.findings import Checked, Finding, Tallied, Used
from tests.exports import found
from tests.hostile import HOSTILE_BY_NAME


def one_file() -> list[Checked]:
    return [Checked("a.en.txt", "zh-Hans", "en", 1)]


def report(findings: list[Finding], width: int = 80, reviewed: int = 0) -> list[str]:
    pieces = text_report(found.report(findings, reviewed), width)
    return "".join(pieces).split("\n")


def test_a_report_groups_by_concept_and_tells_why_once() -> None:
    assert report(found.everything())[:15] == [
        "专精特新 = specialized, refined, distinctive and innovative (label)",
        "  ✗ forbidden, critical: “specializing and new” → “specialized, refined,",
        "    distinctive and innovative” or “SRDI”",
        "    A participle names what a firm does, not what it is.",
        "    a.en.txt:3:7  Firms ‹specializing and new› are called little giants, and…",
        "          source  ‹专精特新›企业被称为小巨人。",
        "    a.en.txt:5:7  Firms ‹specializing and new› are called little giants, and…",
        "          source  ‹专精特新›企业被称为小巨人。",
        "  ! inconsistent → “specialized, refined, distinctive and innovative” or “SRDI”",
        "    One concept, 2 renderings in this text.",
        "    ✗ specializing and new ×3 at a.en.txt:3:7, 5:7, b.en.txt:5:40",
        "    ~ SRDI ×1 at a.en.txt:8:2",
        "  · non-preferred: “specializing and new” → “specialized, refined, distinctive",
        "    and innovative” or “SRDI”",
        "    A participle names what a firm does, not what it is.",
    ]


def test_what_is_missing_is_told_by_its_source() -> None:
    assert report([found.missing()])[:5] == [
        "小巨人 = little giant (giant)",
        "  ✗ missing: nothing for “小巨人” → “little giant”",
        "    The source has 小巨人, and nothing here renders it.",
        "    a.en.txt:9:1  Firms specializing and new are called little giants, and more…",
        "          source  专精特新企业被称为‹小巨人›。",
    ]


def test_a_segment_in_the_wrong_language_says_which_it_should_be_in_and_no_arrow() -> None:
    assert report([found.wrong_language()])[:3] == [
        "Segments in another language",
        "  ✗ wrong-language: looks like zh-Hans, should be en",
        "    a.en.txt:11:1  专精特新企业被称为小巨人。",
    ]


def test_what_stands_on_several_lines_is_quoted_on_one() -> None:
    words = "specializing\n    and\tnew"
    quote = found.quote(words, f"\n    Firms\n    {words}  too\n")
    lines = report([found.forbidden()._replace(found=words, target=quote)])
    assert lines[1].startswith("  ✗ forbidden, critical: “specializing and new” → ")
    assert lines[4] == "    a.en.txt:3:16  Firms ‹specializing and new› too"


def test_the_end_is_a_table_and_a_line_about_all() -> None:
    assert (
        report(found.everything(), reviewed=2)[-11:]
        == [
            "Concept                Renderings                               Findings",
            "─" * 80,
            "专精特新               ✗ specializing and new ×3                2 forbidden",
            "                       ~ SRDI ×1                                1 inconsistent",
            "                                                                1 non-preferred",
            "小巨人                 ✓ little giants ×1                       1 missing",
            "Segments in another                                             1 wrong-language",
            "  language",
            "1 other concept without a finding.",
            "",
            "6 findings: 4 errors, 1 warning, 1 info in 2 files; 27 segments; 2 findings",
            "reviewed before and left out.",
            "",
        ][-11:]
    )


def test_a_narrow_report_stands_its_places_and_its_table_on_lines_of_their_own() -> None:
    lines = report([found.forbidden()], width=40)
    assert lines[lines.index("    a.en.txt:3:7") :] == [
        "    a.en.txt:3:7",
        "      Firms ‹specializing and new› are…",
        "      source ‹专精特新›企业被称为小巨…",
        "",
        "专精特新",
        "  ✗ specializing and new ×3",
        "  ~ SRDI ×1",
        "  1 forbidden",
        "2 other concepts without a finding.",
        "",
        "1 finding: 1 error, 0 warnings, 0 infos",
        "in 2 files; 27 segments.",
        "",
    ]


@pytest.mark.parametrize(
    ("files", "reviewed", "said"),
    [
        (one_file(), 0, "No findings in a.en.txt (zh-Hans → en); 1 segment."),
        (found.checked(), 0, "No findings in 2 files; 27 segments."),
        (
            [Checked("a.txt", "", "en", 3)],
            1,
            "No findings in a.txt (en); 3 segments; 1 finding reviewed before and left out.",
        ),
        (
            [Checked("a.tsv", "zh", "en", 0)],
            0,
            "Nothing to check in a.tsv (zh → en): no segment has a translation.",
        ),
        (
            [Checked("a.tsv", "zh", "en", 0)] * 2,
            0,
            "Nothing to check in 2 files: no segment has a translation.",
        ),
        ([], 0, "No file was checked."),
    ],
)
def test_no_finding_is_one_line_that_says_what_was_checked(
    files: list[Checked], reviewed: int, said: str
) -> None:
    pieces = text_report(found.bare([], *files)._replace(reviewed=lambda: reviewed), 80)
    assert "".join(pieces) == f"{said}\n"


@pytest.mark.parametrize(
    ("findings", "files", "said"),
    [
        ([], [], "No file was checked."),
        ([], [Checked("a.tsv", "zh", "en", 0)], "Nothing could be checked in a.tsv (zh → en)."),
        ([], one_file(), "No findings in a.en.txt (zh-Hans → en); 1 segment; not everything could be read."),
        (
            [found.missing()],
            one_file(),
            "1 finding: 1 error, 0 warnings, 0 infos in a.en.txt (zh-Hans → en); 1 segment; "
            "not everything could be read.",
        ),
        ([found.missing()], [], "1 finding: 1 error, 0 warnings, 0 infos; not everything could be read."),
    ],
)
def test_that_not_everything_could_be_read_is_said_at_the_end(
    findings: list[Finding], files: list[Checked], said: str
) -> None:
    pieces = text_report(found.bare(findings, *files)._replace(complete=lambda: False), 200)
    assert "".join(pieces).endswith(f"\n{said}\n" if findings else f"{said}\n")


def test_the_heaviest_concept_comes_first_then_the_one_with_most_findings() -> None:
    light = [found.non_preferred()._replace(concept=name) for name in ("light", "many", "many")]
    lines = report([*light, found.missing()])
    heads = [line for line in lines if line in ("小巨人 = little giant (giant)", "light", "many")][:3]
    assert heads == ["小巨人 = little giant (giant)", "many", "light"]


def test_a_concept_that_no_glossary_has_goes_by_its_id() -> None:
    assert report([found.forbidden()._replace(concept="gone")])[0] == "gone"


def test_of_many_places_of_a_rendering_the_first_are_told() -> None:
    spots = tuple(found.spot(line) for line in range(1, 100))
    many = found.inconsistent()._replace(used=(Used("x", "", 2345, spots),))
    (line,) = [line for line in report([many], 200) if "a.en.txt:1:7" in line]
    assert line.endswith("11:7, 12:7 and 2,333 more")
    assert line.startswith("    · x ×2,345 at a.en.txt:1:7, 2:7, ")


def test_what_differs_in_capitals_alone_is_told_once() -> None:
    lines = report([found.forbidden(3), found.forbidden(5)._replace(found="Specializing and New")])
    assert len([line for line in lines if "forbidden, critical" in line]) == 1


def test_a_source_that_was_just_told_is_not_told_again() -> None:
    first = found.forbidden()
    second = first._replace(target=found.quote("called"))
    lines = report([first, second])
    assert [line.split()[:1] for line in lines[4:8]] == [["a.en.txt:3:7"], ["source"], ["a.en.txt:3:32"], []]


def test_of_many_renderings_the_table_tells_the_first() -> None:
    used = tuple(Used(f"word{number}", "", 1, (found.spot(),)) for number in range(20))
    whole = found.report([found.forbidden()])._replace(summary=lambda: [Tallied("label", used, {})])
    pieces = text_report(whole, 80)
    lines = "".join(pieces).split("\n")
    assert [line for line in lines if "word7" in line]
    assert not [line for line in lines if "word8" in line]
    assert [line for line in lines if "and 12 others" in line]


def test_a_reason_longer_than_anybody_reads_is_cut() -> None:
    lines = report([found.forbidden()._replace(why="word " * 1000)], 120)
    assert len([line for line in lines if "word word" in line]) == 4


def test_of_many_expected_terms_three_are_told() -> None:
    line = report([found.forbidden()._replace(expected=tuple("abcde"))], 120)[1]
    assert line.endswith("→ “a” or “b” or “c” or 2 others")


@pytest.mark.parametrize("width", [20, 39, 40, 60, 80, 120, 200])
def test_colours_change_no_word_and_every_line_fits(width: int) -> None:
    drawn = rich_report(found.report(found.everything()), width)
    lines = [line.plain.rstrip() for line in drawn]
    assert lines == report(found.everything(), width)[:-1]
    assert max(map(cell_len, lines)) <= width


def test_the_words_that_are_meant_are_underlined_in_colour() -> None:
    drawn = list(rich_report(found.bare([found.forbidden()]), 80))
    marked = [
        (line.plain[span.start : span.end], str(span.style))
        for line in drawn
        for span in line.spans
        if "underline" in str(span.style)
    ]
    assert marked == [("‹specializing and new›", "red underline"), ("‹专精特新›", "underline")]


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_hostile_texts_are_harmless_lines(name: str) -> None:
    text = HOSTILE_BY_NAME[name]
    whole = found.bare(found.hostile(text), Checked(text, "", "en", 1))
    written = "".join(text_report(whole, 80))
    assert found.harmless(written)
    drawn = rich_report(whole, 80)
    assert found.harmless("\n".join(line.plain for line in drawn))


def test_the_concept_with_the_most_errors_comes_first() -> None:
    giant = found.forbidden()._replace(concept="giant")
    info = giant._replace(severity="info")
    infos = [info._replace(target=found.quote("little giants", line=line)) for line in (5, 6, 7)]
    many = [found.forbidden(1), found.forbidden(2)]
    assert [group.concept for group in groups([giant, *infos, *many])] == ["label", "giant"]
    assert [group.concept for group in groups([*infos, giant, found.forbidden(1)])] == ["giant", "label"]


def test_spellings_that_fold_alike_are_one_wording() -> None:
    straight = found.forbidden(1)._replace(found="firm's own")
    curly = found.forbidden(2)._replace(found="Firm’s own")
    (group,) = groups([straight, curly])
    assert len(group.wordings) == 1
