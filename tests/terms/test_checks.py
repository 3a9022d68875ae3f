"""The rules of a check on a pair of sentences, or on one alone."""

import pytest

from reader.terms.concepts import Kind
from tests.terms.checked import Said, check, told


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("小巨人来了", "The little giants arrive", []),
        ("小巨人来了", "The small giants arrive", [("non-preferred", "info", "small giants")]),
        ("小巨人来了", "The tiny giant arrives", [("non-preferred", "warning", "tiny giant")]),
        ("小巨人来了", "The dwarf giant arrives", [("forbidden", "error", "dwarf giant")]),
        ("小巨人来了", "The baby giant arrives", [("forbidden", "warning", "baby giant")]),
        ("小巨人来了", "They arrive", [("missing", "error", "")]),
        ("小巨人来了", "The 小巨人 arrive", [("untranslated", "error", "小巨人")]),
        ("小巨人来了", "The little giants (小巨人) arrive", []),
        ("GDP增长", "GDP grows", []),
        ("产业和小巨人", "An industry and the little giants", []),
        ("第一产业和第二产业", "The primary and secondary industries", []),
        ("第一产业和第二产业", "The secondary industry", [("missing", "error", "")]),
        ("国家科技与科技奖", "The state science and technology awards", []),
        ("小巨人见 https://小巨人.cn", "The little giants: https://dwarf-giant.example/小巨人", []),
        ("请见 http://example.org/GDP", "See there", []),
        ("见 https://a.cn/b?小巨人=1。", "See https://a.cn/b?小巨人=1.", []),
        ("见https://a.cn/b小巨人", "See https://a.cn/b", [("missing", "error", "")]),
        ("小巨人", "See www.little-giant.example", [("missing", "error", "")]),
        ("去KTV", "To the KTV", [("forbidden", "error", "KTV")]),
        ("我们来了", "The dwarf giant arrives", [("forbidden", "info", "dwarf giant")]),
        ("我们来了", "The small giant arrives", []),
        ("专精特新", "They are novel", [("forbidden", "info", "novel"), ("missing", "error", "")]),
        ("专精特新和新颖", "They are novel", [("forbidden", "info", "novel"), ("missing", "error", "")]),
        ("新颖", "They are novel", []),
        ("我们来了", "They are novel", []),
        ("中小企业来了", "SMEs arrive", []),
        ("中小企业和企业来了", "SMEs arrive", [("missing", "error", "")]),
        ("中小企业来了", "They arrive", [("missing", "error", "")]),
        ("数据安全法", "the Data Safety Law", [("forbidden", "error", "Data Safety")]),
        (
            "数据安全和安全",
            "data safety",
            [("forbidden", "error", "data safety"), ("forbidden", "error", "safety")],
        ),
        ("首次公开募股", "the initial public offering (IPO)", []),
        ("首次公开募股", "the IPO (initial public offering)", []),
        ("首次公开募股", "the IPO", [("non-preferred", "info", "IPO")]),
        (
            "首次公开募股",
            "the initial public offering, a flotation",
            [("non-preferred", "info", "flotation")],
        ),
        ("首次公开募股", "offered to the public initially", [("missing", "error", "")]),
        ("数据安全", "It secures data.", [("missing", "error", "")]),
        ("数据安全", "Keep your data secure.", []),
        ("数据安全", "in a data-secure way", []),
    ],
)
def test_a_segment_gives_what_its_rules_say(source: str, target: str, expected: list[Said]) -> None:
    assert told(check((source, target), kinds=("missing", "forbidden", "non-preferred", "untranslated"))) == (
        expected
    )


def test_a_missing_term_is_shown_in_the_source_and_the_whole_of_the_target() -> None:
    (finding,) = check(("那些小巨人来了", "They arrive"), kinds=("missing",))
    assert finding.source is not None
    assert (finding.source.words, finding.source.spot.line, finding.source.spot.column) == ("小巨人", 1, 3)
    assert (finding.target.words, finding.target.spot.line, finding.target.spot.end_column) == (
        "They arrive",
        2,
        12,
    )
    assert (finding.concept, finding.source_term, finding.glossary) == ("giant", "小巨人", "terms.yaml:7")


def test_what_is_expected_begins_with_the_preferred_term() -> None:
    (finding,) = check(("小巨人", "A dwarf giant"), kinds=("forbidden",))
    assert finding.expected == ("little giant", "small giant")
    assert (finding.why, finding.gravity) == ("A giant is no dwarf.", "critical")


def test_a_note_of_a_deprecated_term_is_told_where_nothing_else_says_why() -> None:
    (finding,) = check(("数据安全", "data safety"), kinds=("forbidden",))
    assert finding.why == "Said of devices."


def test_beside_an_admitted_term_only_the_preferred_one_is_expected() -> None:
    (finding,) = check(("小巨人", "A small giant"), kinds=("non-preferred",))
    assert finding.expected == ("little giant",)


def test_one_text_alone_is_checked_for_what_it_says() -> None:
    found = check((None, "The dwarf giant and the small giant are novel"))
    assert told(found) == [
        ("forbidden", "error", "dwarf giant"),
        ("forbidden", "info", "novel"),
        ("non-preferred", "info", "small giant"),
        ("inconsistent", "warning", "dwarf giant ×1, small giant ×1"),
    ]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("我们今天去了公园。", "我们今天去了公园。", "zh"),
        ("我们今天去了公园。", "Wir sind heute im Park spazieren gegangen und haben viel gesehen.", "de"),
        ("我们今天去了公园。", "Today we went to the park.", ""),
        ("我们今天去了公园。", "GDP, R&D, iPhone 15", ""),
        ("We went to the park today, all of us together.", "We went to the park today.", "en"),
        ("PDF", "PDF", ""),
    ],
)
def test_a_side_in_another_language_is_told(source: str, target: str, found: str) -> None:
    assert [
        finding.found.split("-")[0] for finding in check((source, target), kinds=("wrong-language",))
    ] == ([found] if found else [])


@pytest.mark.parametrize(
    ("source", "kinds", "remark", "told"),
    [
        ("专精特新的小巨人", (), "", ["untranslated 专精特新", "untranslated 小巨人"]),
        ("专精特新的小巨人", (), "giant", ["untranslated 专精特新"]),
        ("专精特新的小巨人", (), "giant, special", ["wrong-language zh-Hans"]),
        ("专精特新的小巨人", ("wrong-language",), "", ["wrong-language zh-Hans"]),
        ("我们今天去了公园。", (), "", ["wrong-language zh-Hans"]),
    ],
)
def test_a_segment_that_was_copied_is_told_by_its_terms_where_it_has_any(
    source: str, kinds: tuple[Kind, ...], remark: str, told: list[str]
) -> None:
    found = check((source, source), kinds=kinds, remarks=f"reader:ignore {remark}")
    assert [f"{finding.kind} {finding.found}" for finding in found] == told


def test_a_concept_that_is_ignored_is_not_told() -> None:
    assert not check(("小巨人", "A dwarf giant"), ("小巨人", "they"), remarks="reader:ignore giant, firm")
    assert check(("小巨人", "A dwarf giant"), remarks="reader:ignore firm")
