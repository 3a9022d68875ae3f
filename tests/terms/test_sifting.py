"""What a check finds does not depend on whether segments are sifted before they are looked at."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.terms import checking
from reader.terms.checking import Checker
from reader.terms.concepts import Concept, Glossary, Rules, Status, Term
from reader.terms.findings import Checked, Finding, Tallied
from reader.terms.matching import Matcher
from reader.terms.scanning import Scanner
from reader.terms.sifting import Sieve
from reader.text.segments import Bitext, Passage, Segment, side_by_side

ENGLISH = (
    "little giant",
    "Little giants",
    "giant",
    "special firm",
    "firms",
    "SF",
    "little giant firm",
    "(SF)",
    "special little giant",
    "小巨人",
    "is",
    "the",
    "http://a.cn/小巨人",
)
CHINESE = ("小巨人", "巨人", "企业", "小巨人企业", "专精特新", "（专精）", "的", "，", "http://a.cn/b?")
STATUSES: tuple[Status, ...] = ("preferred", "preferred", "preferred", "admitted", "deprecated", "")


def term(lang: str, words: tuple[str, ...]) -> st.SearchStrategy[Term]:
    rules = st.sampled_from((Rules(), Rules(), Rules(), Rules(case="exact"), Rules(boundary=False)))
    drawn = st.tuples(
        st.sampled_from(words), st.sampled_from(STATUSES), st.sampled_from(("", "", "acronym")), rules
    )
    return drawn.map(lambda made: Term(lang, made[0], made[1], type=made[2], match=made[3]))


TERMS = st.tuples(
    st.lists(term("zh", CHINESE[:5]), max_size=2), st.lists(term("en", ENGLISH[:10]), min_size=1, max_size=3)
).map(lambda sides: (*sides[0], *sides[1]))
PAIRED = st.tuples(st.sampled_from(CHINESE[:5]), st.sampled_from(ENGLISH[:10])).map(
    lambda pair: (Term("zh", pair[0], "preferred"), Term("en", pair[1], "preferred"))
)
ENTRIES = st.lists(TERMS, min_size=1, max_size=5).map(lambda entries: [*entries, (Term("zh", "的"),)])
GLOSSARIES = (ENTRIES | st.lists(PAIRED, min_size=1, max_size=5)).map(
    lambda entries: Glossary(
        "g.yaml",
        "",
        ("zh", "en"),
        "",
        {},
        tuple(Concept(f"c{at}", terms) for at, terms in enumerate(entries)),
    )
)
SEGMENTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(CHINESE), min_size=1, max_size=4).map("".join),
        st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=5).map(" ".join),
        st.sampled_from((frozenset[str](), frozenset[str](), frozenset({"c0"}))),
    ),
    max_size=8,
)
Drawn = list[tuple[str, str, frozenset[str]]]


def bitext(drawn: Drawn, bilingual: bool) -> Bitext:
    segments = (
        Segment(str(at), Passage(english, at, 1), Passage(chinese, at, 1) if bilingual else None, ignored)
        for at, (chinese, english, ignored) in enumerate(drawn, 1)
    )
    both = ("zh", "en") if bilingual else ("", "en")
    return Bitext("a.tsv", "a.tsv" if bilingual else "", *both, segments)


def told(
    glossary: Glossary, drawn: Drawn, bilingual: bool, sifted: bool, counting: bool = True
) -> tuple[list[Finding], list[Checked], tuple[Tallied, ...]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "_FEW", 0 if sifted else 1000)
        checker = Checker(glossary, batch=3, counting=counting)
        findings = list(checker.findings(bitext(drawn, bilingual)))
        return findings, checker.checked, checker.summary()


def pinned(*entries: tuple[Term, ...]) -> Glossary:
    concepts = tuple(Concept(f"c{at}", terms) for at, terms in enumerate(entries))
    return Glossary("g.yaml", "", ("zh", "en"), "", {}, concepts)


def plain_rows(*rows: tuple[str, str]) -> Drawn:
    return [(chinese, english, frozenset()) for chinese, english in rows]


INNER_IS_LONGER = pinned(
    (Term("zh", "小巨人企业"), Term("en", "giant", "preferred")),
    (Term("zh", "企业"), Term("en", "little giant")),
)
INNER_VARIES = pinned(
    (Term("zh", "小巨人企业"), Term("en", "little giant", "preferred")),
    (Term("zh", "企业"), Term("en", "firm"), Term("en", "is")),
)
SPELLED_OUT = pinned(
    (
        Term("zh", "企业"),
        Term("en", "special firm", "preferred"),
        Term("en", "SF", "admitted", type="acronym"),
    )
)


@settings(max_examples=800)
@example(INNER_IS_LONGER, plain_rows(("小巨人企业", "the little giant")), True, False)
@example(INNER_VARIES, plain_rows(("小巨人企业", "little giant is"), ("企业", "firms")), True, False)
@example(SPELLED_OUT, plain_rows(("的", "special firm"), ("企业", "SF")), True, True)
@given(GLOSSARIES, SEGMENTS, st.booleans(), st.booleans())
def test_sifted_segments_give_the_same_findings(
    made: Glossary, drawn: Drawn, bilingual: bool, counting: bool
) -> None:
    findings, checked, _ = told(made, drawn, bilingual, sifted=True, counting=counting)
    assert (findings, checked) == told(made, drawn, bilingual, sifted=False)[:2]


@settings(max_examples=300)
@given(GLOSSARIES, SEGMENTS, st.booleans())
def test_sifted_segments_are_counted_all_the_same(made: Glossary, drawn: Drawn, bilingual: bool) -> None:
    def counts(summary: tuple[Tallied, ...]) -> object:
        return [(row.concept, [used[:3] for used in row.used], row.findings) for row in summary]

    sifted, plain = (told(made, drawn, bilingual, sifted)[2] for sifted in (True, False))
    assert counts(sifted) == counts(plain)


CLEAR = Glossary(
    "g.yaml",
    "",
    ("zh", "en"),
    "",
    {},
    (
        Concept("giant", (Term("zh", "小巨人"), Term("en", "little giant", "preferred"))),
        Concept("giant-firm", (Term("zh", "小巨人企业"), Term("en", "little giant firm", "preferred"))),
        Concept(
            "firm", (Term("zh", "企业"), Term("en", "firm", "preferred"), Term("en", "shop", "admitted"))
        ),
        Concept("house", (Term("zh", "公司"), Term("en", "firm", "preferred"))),
        Concept("only", (Term("en", "workshop", "preferred"),)),
        Concept("plant", (Term("zh", "工厂"), Term("en", "plant", "preferred"))),
        Concept("works", (Term("zh", "厂", "deprecated"), Term("en", "works", "preferred"))),
    ),
)
SOURCED = CLEAR._replace(concepts=CLEAR.concepts[:2])
EXACT = SOURCED._replace(
    concepts=(
        *SOURCED.concepts,
        Concept("sf", (Term("zh", "专精"), Term("en", "SF", "preferred", match=Rules(case="exact")))),
    )
)


@pytest.mark.parametrize(
    ("chinese", "english", "counted"),
    [
        ("没有。", "Nothing here.", "nothing"),
        ("小巨人", "Two little giants.", ["giant"]),
        ("小巨人", "One giant.", None),
        ("企业", "a shop", None),
        ("小巨人企业", "A little giant firm", ["giant-firm", "giant", "firm"]),
        ("小巨人企业", "A firm, and a little giant", None),
        ("小巨人企业", "A little giant firm, and a firm", None),
        ("工厂", "a plant and its works", None),
        ("没有", "a firm", []),
        ("公司", "a firm", ["house"]),
        ("没有", "a workshop", ["only"]),
        ("小巨人", "A little giant 企业.", None),
        ("企业", "a firm (F)", None),
        ("企业", "a firm (企业)", None),
        ("Das Wetter ist heute schön, und wir gehen an den See.", "Nothing here.", None),
    ],
)
def test_a_segment_is_settled_where_it_has_what_it_should(
    chinese: str, english: str, counted: list[str] | str | None
) -> None:
    assert sifted(CLEAR, chinese, english) == counted


@pytest.mark.parametrize(
    ("glossary", "english", "counted"),
    [
        (SOURCED, "a little giant", "nothing"),
        (SOURCED, "a little giant (LG)", None),
        (SOURCED, "a little giant（LG）", None),
        (EXACT, "an SF", None),  # what has to be weighed might not be that term
    ],
)
def test_without_a_term_in_the_source_a_target_is_searched_where_that_may_matter(
    glossary: Glossary, english: str, counted: str | None
) -> None:
    assert sifted(glossary, "没有", english) == counted


def test_of_a_settled_segment_only_what_the_source_has_is_counted() -> None:
    terms = {"firm": ("企业", "firm", "company"), "giant": ("小巨人", "giant", "titan")}
    concepts = (
        Concept(name, (Term("zh", zh), Term("en", one), Term("en", other)))
        for name, (zh, one, other) in terms.items()
    )
    made = CLEAR._replace(concepts=tuple(concepts))
    _, _, summary = told(made, [("企业", "A firm of a giant.", frozenset())], True, sifted=True)
    assert [(row.concept, row.used[0].times, len(row.used[0].spots)) for row in summary] == [("firm", 1, 1)]


def sifted(glossary: Glossary, chinese: str, english: str) -> list[str] | str | None:
    """The concepts that are counted of a segment; None where it is left open."""
    matcher = Matcher(glossary)
    sieve = Sieve(Scanner(matcher, "zh"), Scanner(matcher, "en"), ("zh", "en"))
    (*_, segment), *_ = [list(bitext([(chinese, english, frozenset())], True).segments)]
    assert isinstance(segment, Segment)
    found = dict(sieve.sift(side_by_side([segment])))
    if not found:
        return "nothing"
    settled = found[0]
    return list(settled.counted) if settled else None
