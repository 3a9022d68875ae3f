"""What a target renders beyond doubt, and what has to be looked at."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terms.checking import Checker
from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.matching import Matcher
from reader.terms.plain_renderings import PlainRenderings
from reader.terms.scanning import Scanner
from reader.text.segments import Bitext, Passage, Segment

TERMS = (
    ("giant", "小巨人", "little giant"),
    ("giant-firm", "小巨人企业", "little giant firm"),
    ("firm", "企业", "firm"),
    ("policy", "政策", "policy"),
    ("policy-firm", "政策企业", "policy firm"),
    ("centre", "中心", "centre"),
    ("news", "新闻", "new"),
    ("it", "信息技术", "IT"),
    ("mail", "邮件", "e-mail"),
    ("state", "国家", "the state"),
)
GLOSSARY = Glossary(
    "g.yaml",
    "",
    ("zh", "en"),
    "",
    {},
    tuple(Concept(name, (Term("zh", zh), Term("en", en))) for name, zh, en in TERMS),
)
MATCHER = Matcher(GLOSSARY)
SCANNERS = {lang: Scanner(MATCHER, lang) for lang in ("zh", "en")}


def rendered(source: str, target: str, languages: tuple[str, str] = ("zh", "en")) -> bool:
    one, other = (SCANNERS[lang] for lang in languages)
    found = one.scan([source])
    return PlainRenderings(one, other).rendered(target, found.hits[0], found.nested.get(0, ()))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("企业", "A firm."),
        ("企业", "The FIRMS of today"),
        ("企业和政策", "policies for firms"),
        ("小巨人企业", "a little giant firm"),  # 企业 and 小巨人 stand inside
        ("中心", "centres"),
        ("企业", "a data-firm"),
    ],
)
def test_what_stands_as_words_is_rendered(source: str, target: str) -> None:
    assert rendered(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("企业", "nothing of it"),
        ("企业", "a confirmation"),
        ("企业", "firmly"),
        ("企业", "a bifirm"),
        ("企业和政策", "a firm"),
        ("小巨人企业", "a little giant"),
        ("政策企业和企业", "a policy firm"),  # which renders the longer one alone
        ("新闻", "the news"),  # no plural of new
        ("信息技术", "do it"),
        ("邮件", "an e-mail"),
        ("国家", "the state"),
        ("中心", "a center"),
        ("企业", "a firm (F)"),
        ("企业", "firm@example.org"),
        ("企业", "a café, a firm"),  # not in ASCII
    ],
)
def test_the_rest_has_to_be_looked_at(source: str, target: str) -> None:
    assert not rendered(source, target)


def test_a_chinese_target_is_looked_at_as_it_stands() -> None:
    languages = ("en", "zh")
    assert rendered("a firm", "一家企业", languages)
    assert not rendered("a firm", "一家企“业”", languages)


WORDS = (
    "Firm",
    "firms",
    "little",
    "giant",
    "Little giants",
    "policy",
    "policies",
    "it",
    "new",
    "news",
    "-",
    ".",
)
SOURCES = st.lists(st.sampled_from([zh for _, zh, _ in TERMS]), min_size=1, max_size=3).map("".join)
TARGETS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)


@settings(max_examples=500)
@given(SOURCES, TARGETS)
def test_in_what_is_rendered_beyond_doubt_nothing_is_missing(source: str, target: str) -> None:
    if source and SCANNERS["zh"].scan([source]).hits and rendered(source, target):
        segment = Segment("1", Passage(target, 1, 1), Passage(source, 1, 1))
        bitext = Bitext("a.tsv", "a.tsv", "zh", "en", iter([segment]))
        assert not [one for one in Checker(GLOSSARY).findings(bitext) if one.kind == "missing"]
