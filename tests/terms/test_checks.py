"""The rules of a check, each on sentence pairs."""

from collections.abc import Iterable

import pytest

from reader.errors import Fault
from reader.terms.checking import Checker
from reader.terms.concepts import Concept, Glossary, Kind, Term
from reader.terms.findings import Finding
from reader.text.segments import Bitext, Passage, Segment, ignored

GIANT = Concept(
    "giant",
    (
        Term("zh-Hans", "小巨人", "preferred"),
        Term("en", "little giant", "preferred"),
        Term("en", "small giant", "admitted"),
        Term("en", "tiny giant", "superseded", why="Not said any more."),
        Term("en", "dwarf giant", "deprecated", severity="critical", why="A giant is no dwarf."),
        Term("en", "baby giant", "deprecated", severity="minor"),
    ),
    line=7,
)
FIRM = Concept("firm", (Term("zh-Hans", "企业", "preferred"), Term("en", "enterprise", "preferred")), line=20)
SME = Concept("sme", (Term("zh-Hans", "中小企业", "preferred"), Term("en", "SME", "preferred")), line=30)
SPECIAL = Concept(
    "special",
    (
        Term("zh-Hans", "专精特新", "preferred"),
        Term("en", "specialized, refined, distinctive and innovative", "preferred", type="fullForm"),
        Term("en", "SRDI", "admitted", type="acronym"),
        Term("en", "special new", "deprecated"),
        Term("en", "novel", "deprecated"),
    ),
)
DATA = Concept(
    "data",
    (
        Term("zh-Hans", "数据安全", "preferred"),
        Term("en", "data security", "preferred"),
        Term("en", "data safety", "deprecated", note="Said of devices."),
    ),
)
SAFE = Concept(
    "safe",
    (
        Term("zh-Hans", "安全", "preferred"),
        Term("en", "security", "preferred"),
        Term("en", "safety", "deprecated"),
    ),
)
OFFER = Concept(
    "offer",
    (
        Term("zh-Hans", "首次公开募股", "preferred"),
        Term("en", "initial public offering", "preferred"),
        Term("en", "IPO", "admitted"),
        Term("en", "flotation", "admitted"),
    ),
)
NOVEL = Concept("novel", (Term("zh-Hans", "新颖", "preferred"), Term("en", "novel", "preferred")))
GDP = Concept("gdp", (Term("zh-Hans", "GDP", "preferred"), Term("en", "GDP", "preferred")))
KTV = Concept(
    "ktv",
    (
        Term("zh-Hans", "KTV", "preferred"),
        Term("en", "karaoke bar", "preferred"),
        Term("en", "KTV", "deprecated"),
    ),
)
PRIMARY, SECONDARY = (
    Concept(name, (Term("zh-Hans", zh, "preferred"), Term("en", f"{name} industry", "preferred")))
    for name, zh in (("primary", "第一产业"), ("secondary", "第二产业"))
)
STATE = Concept(
    "state",
    (Term("zh-Hans", "国家科技", "preferred"), Term("en", "state science and technology", "preferred")),
)
AWARD = Concept(
    "award", (Term("zh-Hans", "科技奖", "preferred"), Term("en", "technology award", "preferred"))
)
GLOSSARY = Glossary(
    "terms.yaml",
    "",
    ("zh-Hans", "en"),
    "",
    {},
    (GIANT, FIRM, SME, SPECIAL, DATA, SAFE, OFFER, NOVEL, GDP, KTV, PRIMARY, SECONDARY, STATE, AWARD),
)

Said = tuple[Kind, str, str]


def bitext(pairs: Iterable[tuple[str | None, str]], *remarks: str) -> Bitext:
    """Pairs of sentences as a file: the source in one line, the target in the next."""
    segments = (
        Segment(
            str(number),
            Passage(target, 2 * number, 1),
            None if source is None else Passage(source, 2 * number - 1, 1),
            ignored(*remarks),
        )
        for number, (source, target) in enumerate(pairs, 1)
    )
    return Bitext("b.tsv", "b.tsv", "zh-Hans", "en", segments)


def check(*pairs: tuple[str | None, str], kinds: tuple[Kind, ...] = (), remarks: str = "") -> list[Finding]:
    checker = Checker(GLOSSARY, kinds) if kinds else Checker(GLOSSARY)
    return list(checker.findings(bitext(pairs, remarks)))


def told(found: Iterable[Finding]) -> list[Said]:
    return [(finding.kind, finding.severity, finding.found) for finding in found]


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


def test_a_short_form_that_the_text_introduced_renders_its_concept_from_there_on() -> None:
    before, full, after = (
        ("小巨人", "An LG"),
        ("小巨人", "The little giant (LG)"),
        ("小巨人", "An LG again"),
    )
    assert [finding.target.words for finding in check(before, full, after, kinds=("missing",))] == ["An LG"]


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


def test_renderings_that_disagree_are_counted_with_their_places() -> None:
    found = check(
        ("小巨人", "The little giant"),
        ("小巨人", "Small giants"),
        ("小巨人", "Little giants"),
        ("我们", "No small giant"),  # nothing that the source speaks of
        kinds=("inconsistent",),
    )
    (finding,) = found
    assert [(used.text, used.status, used.times) for used in finding.used] == [
        ("little giant", "preferred", 2),
        ("Small giants", "admitted", 1),
    ]
    assert [(spot.segment, spot.line, spot.column) for spot in finding.used[0].spots] == [
        ("1", 2, 5),
        ("3", 6, 1),
    ]
    assert finding.found == "little giant ×2, Small giants ×1"
    assert finding.target.words == "little giant"


def test_a_disagreement_stands_where_the_first_wrong_rendering_does() -> None:
    pairs = ("小巨人", "The little giant"), ("小巨人", "A dwarf giant")
    (finding,) = check(*pairs, kinds=("inconsistent",))
    assert finding.target.words == "dwarf giant"
    assert not check(*pairs, kinds=("inconsistent",), remarks="reader:ignore giant")


def test_one_rendering_agrees_with_itself_and_with_an_admitted_short_form() -> None:
    assert not check(("小巨人", "Little giants"), ("小巨人", "a little giant"), kinds=("inconsistent",))
    full = "A specialized, refined, distinctive and innovative firm"
    assert not check(("专精特新", full), ("专精特新", "SRDI firms"), kinds=("inconsistent",))


def test_the_initials_of_another_approved_term_are_a_short_form_whatever_their_type() -> None:
    full, short = ("首次公开募股", "the initial public offering (IPO)"), ("首次公开募股", "the IPO")
    kinds: tuple[Kind, ...] = ("inconsistent", "non-preferred")
    assert not check(full, full, short, kinds=kinds)
    other = ("首次公开募股", "the flotation")
    assert {finding.kind for finding in check(full, other, kinds=kinds)} == set(kinds)


def test_an_admitted_short_form_is_right_once_it_was_spelled_out() -> None:
    full = ("专精特新", "A specialized, refined, distinctive and innovative firm")
    short = ("专精特新", "An SRDI firm")
    early = ("non-preferred", "info", "SRDI")
    assert told(check(short, short, full, short, kinds=("non-preferred",))) == [early, early]


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


def test_a_fingerprint_knows_the_finding_wherever_it_moves() -> None:
    pair = ("小巨人", "A dwarf giant and a dwarf giant")
    first, second = check(pair, kinds=("forbidden",))
    assert first.fingerprint != second.fingerprint
    moved = check(("我们", "We"), pair, kinds=("forbidden",))
    assert [finding.fingerprint for finding in moved] == [first.fingerprint, second.fingerprint]
    other = check(("小巨人", "A dwarf giant and one dwarf giant"), kinds=("forbidden",))
    assert other[0].fingerprint != first.fingerprint


def test_faults_between_segments_are_passed_on_and_the_rest_is_checked() -> None:
    fault = Fault("b.tsv", 3, 1, "the target is empty")
    segments = [fault, *bitext([("小巨人", "they")]).segments]
    heard: list[Fault] = []
    text = bitext([])._replace(segments=iter(segments))
    wanted: tuple[Kind, ...] = ("missing",)
    assert len(list(Checker(GLOSSARY, wanted).findings(text, heard.append))) == 1
    assert heard == [fault]


def test_the_summary_tells_renderings_and_findings_of_all_documents() -> None:
    checker = Checker(GLOSSARY)
    for target in ("The little giant", "A dwarf giant"):
        list(checker.findings(bitext([("小巨人", target)])))
    (row,) = checker.summary()
    assert (row.concept, [(used.text, used.times) for used in row.used], dict(row.findings)) == (
        "giant",
        [("little giant", 1), ("dwarf giant", 1)],
        {"forbidden": 1},
    )
    assert [(each.path, each.segments) for each in checker.checked] == [("b.tsv", 1), ("b.tsv", 1)]
