"""An entry is found by its id, Chinese, English or pinyin, and something near where it is not."""

import subprocess
import sys
from functools import cache

import pytest

from reader.folders import shipped
from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.glossary_yaml import load_glossary, read_glossary
from reader.terms.lookup import look_up, matches_filter, near
from tests.hostile import HOSTILE


@cache
def glossary() -> Glossary:
    return read_glossary(shipped("glossary.yaml"))


def found(query: str) -> list[str]:
    return [concept.id for concept in look_up(glossary(), query)]


@pytest.mark.parametrize(
    "query",
    [
        "zhuan-jing-te-xin",
        "ZHUAN-JING-TE-XIN",
        "专精特新",
        "專精特新",
        " 专精特新 ",
        "“专精特新”",
        "SRDI",
        "srdi",
        "SRDIs",
        "specialized, refined, distinctive and innovative",
        "specializing and new",
        "zhuanjingtexin",
        "zhuan jing te xin",
        "Zhuan-Jing-Te-Xin",
        "zhuān-jīng-tè-xīn",
        "zhuānjīngtèxīn",
        "zhua\u0304nji\u0304ngte\u0300xi\u0304n",
        "zhuan1jing1te4xin1",
        "zhuan-jing",
        "精特",
    ],
)
def test_one_entry_is_found_by_all_its_names(query: str) -> None:
    assert found(query) == ["zhuan-jing-te-xin"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("企业", "qi-ye"),
        ("companies", "qi-ye"),
        ("SME", "zhong-xiao-qi-ye"),
        ("小巨人", "xiao-ju-ren"),
        ("xiaojuren", "xiao-ju-ren"),
        ("little giants", "xiao-ju-ren"),
        ("‘little giant’", "xiao-ju-ren"),
        ("little-giant", "xiao-ju-ren"),
        ("People’s Times Review", "ren-min-shi-ping"),
        ("10.2% of the total.", "canyu-shenbao"),
    ],
)
def test_the_entry_that_is_meant_comes_first(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_every_term_of_the_shipped_glossary_finds_its_entry() -> None:
    for concept in glossary().concepts:
        for term in concept.terms:
            assert concept.id in found(term.text), term.text
            assert not term.pinyin or concept.id in found(term.pinyin), term.pinyin


def small(*entries: tuple[str, Term]) -> Glossary:
    return Glossary("g", "", ("en",), "", {}, tuple(Concept(name, (term,)) for name, term in entries))


def ranked(query: str, *entries: tuple[str, Term]) -> list[str]:
    return [concept.id for concept in look_up(small(*entries), query)]


def test_the_order_is_id_then_status_then_pinyin_then_the_file() -> None:
    entries = (
        ("a", Term("zh-Hans", "力", pinyin="dòng")),
        ("b", Term("zh-Hans", "懂", pinyin="dong")),
        ("c", Term("en", "Dong", "deprecated")),
        ("d", Term("en", "dongs", "preferred")),
        ("e", Term("en", "dong", "admitted")),
        ("dong", Term("en", "x")),
        ("f", Term("en", "dong", "preferred")),
    )
    assert ranked("dong", *entries) == ["dong", "d", "f", "e", "c", "b", "a"]
    assert ranked("dòng", *entries)[0] == "a"


def test_parts_are_looked_for_only_where_nothing_is_whole() -> None:
    whole, part = ("a", Term("en", "firm")), ("b", Term("en", "big firm"))
    assert ranked("firms", part, whole) == ["a"]
    assert ranked("firms", part) == ["b"]


def test_a_part_is_a_word_in_english_and_any_character_in_chinese() -> None:
    assert ranked("firm", ("a", Term("en", "firmly set"))) == []
    assert ranked("小企", ("a", Term("zh-Hans", "中小企业"))) == ["a"]
    assert ranked("juren", ("a", Term("zh-Hans", "小巨人", pinyin="xiǎo jùrén"))) == ["a"]
    assert ranked("uren", ("a", Term("zh-Hans", "小巨人", pinyin="xiǎo jùrén"))) == []


@pytest.mark.parametrize("text", ["Ｆirm", "ﬁrm", "f\u200birm", "o'firm", "o’firm", "f'irm"])
def test_the_quick_no_is_never_wrong(text: str) -> None:
    assert ranked(text.replace("\u200b", ""), ("a", Term("en", text))) == ["a"]
    assert ranked(text, ("a", Term("en", text))) == ["a"]


@pytest.mark.parametrize("query", ["", "  ", "'", "“”", "-", "\u200b"])
def test_a_query_that_asks_nothing_finds_nothing(query: str) -> None:
    assert found(query) == []


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("专精特心", "专精特新"),
        ("zhuangjingtexin", "专精特新"),
        ("bussiness enviroment", "business environment"),
        ("独门绝迹", "独门绝技"),
        ("specialised", "specialized, refined, distinctive and innovative"),
        ("enterprize", "enterprise"),
    ],
)
def test_a_near_miss_is_offered_what_it_may_have_meant(query: str, offered: str) -> None:
    assert found(query) == []
    assert near(glossary(), query)[0] == offered


def test_of_what_is_equally_near_the_approved_and_whole_comes_first() -> None:
    alike = small(
        ("a", Term("en", "colour", "deprecated")),
        ("b", Term("en", "colour blind", "admitted")),
        ("c", Term("en", "colour", "preferred")),
        ("d", Term("en", "colour scheme", "superseded")),
    )
    assert near(alike, "coluor") == ["colour", "colour blind", "colour scheme"]
    assert near(alike, "coluor scheme")[0] == "colour scheme"


def test_of_the_terms_with_a_near_word_the_preferred_and_the_short_come_first() -> None:
    alike = small(
        ("a", Term("en", "a big colour box", "preferred")),
        ("b", Term("en", "colour box", "admitted")),
        ("c", Term("en", "big colour box", "preferred")),
    )
    assert near(alike, "coluor") == ["big colour box", "a big colour box", "colour box"]


def test_marks_in_a_term_are_no_words() -> None:
    assert near(small(("a", Term("en", "one , two"))), "'") == []


def test_an_entry_is_offered_once_by_its_best_term() -> None:
    terms = Term("en", "great firm", "deprecated"), Term("en", "great firms'", "preferred")
    own = Glossary("g", "", ("en",), "", {}, (Concept("a", terms), Concept("b", (Term("en", "great fir"),))))
    assert near(own, "graet firm") == ["great firms'", "great fir"]


def test_what_is_offered_leads_to_an_entry_and_is_not_much() -> None:
    offered = near(glossary(), "litle giant")
    assert 0 < len(offered) <= 5
    assert len(set(offered)) == len(offered)
    assert all(found(term) for term in offered)
    assert near(glossary(), "xyzzy") == []
    alike = small(*((name, Term("en", f"little giant {name}")) for name in "abcdefg"))
    assert len(near(alike, "litle giant")) == 5


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_is_too_hostile(query: str) -> None:
    look_up(glossary(), query[:10_000])
    near(glossary(), query[:1_000])
    matches_filter(glossary().concepts[0], query[:10_000])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", True),
        ("专", True),
        ("精特", True),
        ("特新專", False),
        ("專精", True),
        ("SRD", True),
        ("distinct", True),
        ("distinctive and inn", True),
        ("zhuanj", True),
        ("zhuān j", True),
        ("zjtx", True),
        ("te-x", True),
        ("zhuan-jing-te-xin", True),
        ("giant", False),
        ("xyz", False),
        ("企业", False),
    ],
)
def test_typing_narrows_the_list(typed: str, shown: bool) -> None:
    assert matches_filter(glossary().concept("zhuan-jing-te-xin"), typed) == shown


def test_narrowing_never_brings_back_what_was_gone() -> None:
    for word in ("distinctive", "zhuanjingte", "xiaojuren", "中小企业"):
        before = len(glossary().concepts)
        for end in range(1, len(word) + 1):
            now = sum(matches_filter(concept, word[:end]) for concept in glossary().concepts)
            assert now <= before
            before = now


def test_looking_up_imports_nothing_heavy() -> None:
    load_glossary(shipped("glossary.yaml"))
    script = """
import sys
from reader.folders import shipped
from reader.terms.glossary_yaml import load_glossary
from reader.terms.lookup import look_up
print(len(look_up(load_glossary(shipped('glossary.yaml')), '企业')))
heavy = {'yaml', 'ahocorasick_rs', 'dataclasses', 'difflib', 'hashlib', 'inspect', 'tempfile'}
print(*sorted(heavy & set(sys.modules)))
"""
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.split("\n") == ["1", "", ""]
