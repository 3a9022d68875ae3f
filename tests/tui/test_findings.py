"""Findings: their order and places, what is left, what is shown, and the way from one to the next."""

from pathlib import Path

import pytest

from reader.terms.findings import Finding, Level, Quote, Spot
from reader.text.clean import clean
from reader.tui.blocks import wrapped
from reader.tui.cards import Go
from reader.tui.findings import Filter, Findings, beyond, in_order, nearest, place, term_at
from reader.tui.findings_blocks import HOLD, expected, finding_block, stands
from reader.tui.findings_remarks import remarks
from tests.hostile import HOSTILE
from tests.tui.found import KINDS, found_in, keeper_of, small_desk
from tests.tui.stage import desk_with

TOLD = found_in(small_desk()).told
STEM, SEVERAL, RADIX, ROOT, LEAF = TOLD


def test_they_stand_in_the_order_of_the_text() -> None:
    assert [one.kind for one in TOLD] == KINDS
    assert in_order(reversed(TOLD)) == TOLD


@pytest.mark.parametrize(
    ("finding", "there"),
    [
        (STEM, Go(1, 4, "source", "root")),
        (SEVERAL, Go(1, 4, "source", "root")),
        (RADIX, Go(3, 21, "source", "root")),
        (ROOT, Go(4, 0, "translation", "root")),
        (LEAF, Go(4, 2, "translation", "leaf")),
    ],
)
def test_each_leads_to_its_words_or_to_the_term_that_is_not_rendered(finding: Finding, there: Go) -> None:
    assert place(small_desk(), finding) == there


def test_words_are_found_beside_markup_that_the_check_leaves_out() -> None:
    quote = Quote(Spot("a.md", "1", 1, 1, 1), "stem, stem", 6, 10)
    desk = desk_with([], [("*stem*, a *stem*", "")])
    assert place(desk, STEM._replace(target=quote)).offset == 11


def test_what_is_dismissed_does_not_count(tmp_path: Path) -> None:
    keeper, findings = keeper_of(small_desk(), tmp_path), Findings(TOLD, {"error": 7}, complete=True)
    assert findings.tally(keeper.dismissed) == "10 ✗ 1 !"
    keeper.dismiss(SEVERAL)
    keeper.dismiss(LEAF, "no leaf is meant")
    assert findings.tally(keeper.dismissed) == "9 ✗ 0 !"
    assert findings._replace(complete=False).tally(keeper.dismissed) == "9 ✗ 0 ! …"
    assert Findings(TOLD).left(keeper.dismissed) == {"error": 2, "info": 1}


def test_where_nothing_was_found_nothing_is_counted() -> None:
    assert Findings(complete=True).tally({}) == ""


def test_the_levels_are_shown_one_after_the_other_and_then_all() -> None:
    shown, levels = Filter(), []
    for _ in range(4):
        shown = shown.next_level(TOLD, {})
        levels.append((shown.level, [one.kind for one in TOLD if shown.shows(one, {})]))
    assert levels == [
        ("error", ["forbidden", "missing", "missing"]),
        ("warning", ["inconsistent"]),
        ("info", ["non-preferred"]),
        (None, KINDS),
    ]


@pytest.mark.parametrize(
    ("by", "kinds"),
    [
        (1, ["forbidden", "inconsistent", "missing", "non-preferred", None]),
        (-1, ["non-preferred", "missing", "inconsistent", "forbidden", None]),
    ],
)
def test_the_kinds_that_were_found_are_shown_one_after_the_other(by: int, kinds: list[str | None]) -> None:
    shown, seen = Filter(), []
    for _ in range(5):
        shown = shown.next_kind(TOLD, {}, by)
        seen.append(shown.kind)
        assert {one.kind for one in TOLD if shown.shows(one, {})} == (
            {shown.kind} if shown.kind else {*KINDS}
        )
    assert seen == kinds


def test_a_kind_that_is_found_no_more_gives_way() -> None:
    assert Filter(kind="untranslated").next_kind(TOLD, {}, 1).kind == "forbidden"
    assert Filter(level="warning").next_level(TOLD[3:], {}).level == "error"


@pytest.mark.parametrize(
    ("level", "kinds"),
    [
        ("error", ["forbidden", "missing", None]),
        ("warning", ["inconsistent", None, "inconsistent"]),
        ("info", ["non-preferred", None, "non-preferred"]),
    ],
)
def test_a_kind_with_nothing_to_show_at_this_level_is_passed_over(
    level: Level, kinds: list[str | None]
) -> None:
    shown, seen = Filter(level=level), []
    for _ in range(3):
        shown = shown.next_kind(TOLD, {}, 1)
        seen.append(shown.kind)
    assert seen == kinds


def test_a_level_with_nothing_of_this_kind_is_passed_over() -> None:
    shown = Filter(kind="inconsistent").next_level(TOLD, {})
    assert shown.level == "warning"
    assert shown.next_level(TOLD, {}).level is None


def test_what_is_dismissed_is_stopped_at_only_where_it_is_shown(tmp_path: Path) -> None:
    keeper = keeper_of(small_desk(), tmp_path)
    keeper.dismiss(STEM)
    assert Filter().next_kind(TOLD, keeper.dismissed, 1).kind == "inconsistent"
    assert Filter(dismissed=True).next_kind(TOLD, keeper.dismissed, 1).kind == "forbidden"
    keeper.dismiss(SEVERAL)
    assert Filter(level="error").next_level(TOLD, keeper.dismissed).level == "info"


def test_lifted_it_shows_every_level_and_kind_and_the_dismissed_as_before() -> None:
    assert Filter("error", "missing", dismissed=True).lifted() == Filter(dismissed=True)


@pytest.mark.parametrize(("finding", "words"), [(STEM, "stem"), (RADIX, "radix"), (ROOT, "根"), (LEAF, "叶")])
def test_the_term_that_it_leads_to_is_found(finding: Finding, words: str) -> None:
    term = term_at(small_desk(), finding)
    assert term
    assert (term.text, term.concept) == (words, finding.concept)


def test_of_a_concept_that_does_not_stand_there_no_term_is_found() -> None:
    assert term_at(small_desk(), STEM._replace(concept="")) is None


@pytest.mark.parametrize(
    ("here", "index"),
    [((0, 0), 0), ((1, 0), 0), ((1, 4), 0), ((2, 0), 2), ((3, 21), 2), ((4, 2), 4), ((4, 9), 3), ((9, 0), 4)],
)
def test_the_nearest_is_the_one_that_the_reader_stands_at_or_comes_to(
    here: tuple[int, int], index: int
) -> None:
    assert nearest(TOLD, here) == index


@pytest.mark.parametrize(
    ("here", "at", "by", "found"),
    [
        ((1, 0), None, 1, STEM),
        ((1, 4), None, 1, STEM),
        ((1, 4), STEM, 1, SEVERAL),
        ((1, 4), SEVERAL, 1, RADIX),
        ((2, 0), None, 1, RADIX),
        ((2, 0), None, -1, SEVERAL),
        ((4, 2), LEAF, 1, STEM),
        ((1, 4), STEM, -1, LEAF),
        ((9, 0), None, 1, STEM),
        ((0, 0), None, -1, LEAF),
    ],
)
def test_the_next_one_is_found_from_where_the_reader_stands_round_the_end(
    here: tuple[int, int], at: Finding | None, by: int, found: Finding
) -> None:
    assert beyond(TOLD, here, at, by) == found


def test_where_there_is_none_there_is_no_next_one() -> None:
    assert beyond((), (1, 0), None, 1) is None


def test_a_finding_says_what_it_is_where_what_stands_there_what_should_and_why() -> None:
    assert finding_block(small_desk(), STEM).text.split("\n") == [
        "✗ ¶ 1  forbidden · major  根",
        "“stem”",
        "expected: root · radix",
        "A stem is above the ground.",
    ]
    assert finding_block(small_desk(), LEAF).text.split("\n")[:3] == [
        "✗ ¶ 4  missing  叶",
        "“Nothing at all stands in here.”",
        "expected: leaf",
    ]


def test_a_dismissed_one_says_so_with_its_reason_and_without_colour(tmp_path: Path) -> None:
    keeper = keeper_of(small_desk(), tmp_path)
    keeper.dismiss(STEM, "a quotation")
    block = finding_block(small_desk(), STEM, keeper.dismissed[STEM.fingerprint])
    assert block.text.startswith("○ ¶ 1")
    assert block.text.endswith("dismissed: a quotation")
    assert block.style == "sheet--faint"


def test_of_several_renderings_each_has_its_mark_and_its_count() -> None:
    assert stands(SEVERAL).replace(HOLD, " ") == "✗ “stem” ×1, ✓ “root” ×1, ~ “radix” ×1"


@pytest.mark.parametrize("width", range(14, 40))
def test_no_row_parts_a_rendering_from_its_mark_or_its_count(width: int) -> None:
    block = finding_block(small_desk(), SEVERAL)
    shown = [block.text[line.start : line.end].strip() for line in wrapped(0, block, width)]
    assert not [row for row in shown if row.startswith("×") or row.endswith(("✗", "✓", "~"))]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ((), ""),
        (("a",), "expected: a"),
        (("a", "b", "c"), "expected: a · b · c"),
        (("a", "b", "c", "d", "e"), "expected: a · b · c or 2 others"),
    ],
)
def test_the_first_of_the_expected_terms_are_named(terms: tuple[str, ...], said: str) -> None:
    assert expected(STEM._replace(expected=terms)) == said


@pytest.mark.parametrize(
    ("concept", "at", "said"),
    [
        ("root", None, ["! missing: why"]),
        ("root", SEVERAL, ["! missing: why", "! inconsistent: One concept, 3 renderings in this text."]),
        ("leaf", SEVERAL, []),
    ],
)
def test_beside_a_term_stands_what_its_status_does_not_say(
    concept: str, at: Finding | None, said: list[str]
) -> None:
    missing = ROOT._replace(severity="warning", why="why")
    assert [block.text for block in remarks([STEM, missing, SEVERAL, RADIX], concept, {}, at)] == said


def test_a_segment_in_the_wrong_language_is_told_beside_every_term(tmp_path: Path) -> None:
    wrong = STEM._replace(kind="wrong-language", concept="", found="fr", expected=("en",), why="It is fr.")
    assert [block.text for block in remarks([wrong], "leaf", {}, None)] == [
        "✗ wrong-language: looks like fr, should be en"
    ]
    keeper = keeper_of(small_desk(), tmp_path)
    keeper.dismiss(wrong, "meant so")
    (block,) = remarks([wrong], "", keeper.dismissed, None)
    assert block.text == "○ wrong-language, dismissed: meant so"


def test_a_segment_in_the_wrong_language_says_which_it_should_be_in() -> None:
    wrong = STEM._replace(kind="wrong-language", concept="", found="fr", expected=("en",), why="It is fr.")
    lines = finding_block(small_desk(), wrong).text.split("\n")
    assert lines[0].startswith("✗ ¶ 1  wrong-language")
    assert lines[2:] == ["looks like fr, should be en"]


def test_what_stands_on_several_lines_is_quoted_on_one() -> None:
    block = finding_block(small_desk(), STEM._replace(found="a\n   stem"))
    assert block.text.split("\n")[1] == "“a stem”"


def test_a_remark_about_what_stands_on_several_lines_is_on_one() -> None:
    left = STEM._replace(kind="untranslated", concept="leaf", why="a\n   b is left as it is.")
    assert [block.text for block in remarks([left], "leaf", {}, None)] == [
        "✗ untranslated: a b is left as it is."
    ]


def test_the_concept_that_the_glossary_has_no_more_is_named_by_its_id() -> None:
    assert finding_block(small_desk(), STEM._replace(concept="gone")).text.startswith(
        "✗ ¶ 1  forbidden · major  gone\n"
    )


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if len(text) < 1000])
def test_hostile_words_are_shown_harmless(hostile: str, tmp_path: Path) -> None:
    finding = STEM._replace(found=hostile, expected=(hostile,), why=hostile, fingerprint="x")
    keeper = keeper_of(small_desk(), tmp_path)
    keeper.dismiss(finding, hostile)
    for block in (
        finding_block(small_desk(), finding),
        finding_block(small_desk(), finding, keeper.dismissed["x"]),
        *remarks([finding._replace(kind="missing")], "root", {}, None),
    ):
        assert clean(block.text) == block.text
