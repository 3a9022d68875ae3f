"""Which terms are found in a text, and where."""

from pathlib import Path

import pytest

from reader.folders import shipped
from reader.terms.concepts import Concept, Glossary, Rules, Status, Term
from reader.terms.forms import serves
from reader.terms.glossary_yaml import load_glossary
from reader.terms.matching import Matcher
from tests.hostile import HOSTILE

AS_USUAL = Rules()
Found = list[tuple[str, str]]


def glossary(*concepts: Concept) -> Glossary:
    return Glossary("g.yaml", "", ("zh-Hans", "en"), "", {}, concepts)


def entry(name: str, *terms: Term) -> Concept:
    return Concept(name, terms)


def english(text: str, status: Status = "preferred", rules: Rules = AS_USUAL) -> Term:
    return Term("en", text, status, match=rules)


def find(text: str, *concepts: Concept, lang: str = "en") -> Found:
    """What was found, by concept, in the order of the answer."""
    matches = Matcher(glossary(*concepts)).find(text, lang)
    for match in matches:
        assert text[match.start : match.end] == match.text
    return [(match.concept, match.text) for match in matches]


def rules(text: str, term: str, **given: object) -> list[str]:
    one = entry("a", english(term, rules=Rules(**given)))  # type: ignore[arg-type]  # a table gives them
    return [found for _, found in find(text, one)]


STANDS = {
    "case": ("Key Technologies", "key technologies", ["Key Technologies"]),
    "plural in the text": ("two SMEs, one SME", "SME", ["SMEs", "SME"]),
    "plural in the term": ("a leading enterprise", "leading enterprises", ["leading enterprise"]),
    "plural inside": ("technologies transfers", "technology transfer", ["technologies transfers"]),
    "possessive": ("China’s and China", "China", ["China’s", "China"]),
    "the longer word": ("unfirm firmness confirm", "firm", []),
    "beside a digit": ("5G 15G 5G2", "5G", ["5G"]),
    "beside an underscore": ("a_firm firm_a", "firm", []),
    "beside Chinese": ("发展SME企业", "SME", ["SME"]),
    "beside punctuation": ("(SME)/SME-SME.", "SME", ["SME", "SME", "SME"]),
    "a term that ends in punctuation": ("10.2% of the total.", "10.2%", ["10.2%"]),
    "a term that is a sentence": ("Rush and withstand.", "Rush and withstand.", ["Rush and withstand."]),
    "a term that begins with a mark": ("more “pioneers” too", '"pioneer"', ["“pioneers”"]),
    "curly quotation marks": ("the “little giants”", '"little giants"', ["“little giants”"]),
    "across a line end": ("key\n  technologies", "key technologies", ["key\n  technologies"]),
    "not a synonym": ("core technologies", "key technologies", []),
    "a zero-width character inside": (
        "key tech\u200bnologies.",
        "key technology",
        ["key tech\u200bnologies"],
    ),
    "a mark on the last letter": ("cafe\u0301", "cafe", []),
    "half of a ligature": ("ﬁ f", "f", ["f"]),
    "before a letter with an accent": ("cafés", "caf", []),
    "before a Greek letter": ("α-firm firmα", "firm", ["firm"]),
    "a ligature whole": ("ﬁrm", "firm", ["ﬁrm"]),
    "hyphen and blank": ("medium sized, medium-sized", "medium-sized", ["medium sized", "medium-sized"]),
    "a hyphen left hanging": ("small- and big firms", "small and big firm", ["small- and big firms"]),
    "a dash between clauses": ("a key—firm", "key firm", []),
    "another spelling": ("Labour laws", "labor law", ["Labour laws"]),
    "an article inside": ("rule of the law", "rule of law", ["rule of the law"]),
    "an article left out inside": ("rule of law", "rule of the law", ["rule of law"]),
    "an article before": ("the firm", "firm", ["firm"]),
    "an article of the term": ("the State Council", "the State Council", ["the State Council"]),
    "an article of the term left out": ("a State Council", "the State Council", ["State Council"]),
    "an article before a single word": (
        "the country, bathe country, a country",
        "the country",
        ["the country"],
    ),
    "an article at the end": ("part of the firm, part of", "part of the", ["part of the", "part of"]),
    "quotation marks inside": (
        "“Belt and Road” Initiative",
        "Belt and Road Initiative",
        ["Belt and Road” Initiative"],
    ),
    "quotation marks of the term": ("root “root” 'root'", '"root"', ["“root”", "'root'"]),
    "a plural possessive": ("firms’ law", "firm law", ["firms’ law"]),
    "ampersand": ("R & D, research & development", "R&D", ["R & D"]),
    "full stops": ("the U.S. and us", "US", ["U.S."]),
    "an Oxford comma": ("one, two, and three", "one, two and three", ["one, two, and three"]),
    "in one word": ("ecommerce e-commerce", "e-commerce", ["ecommerce", "e-commerce"]),
    "a term that is an article": ("a firm, A firm", "a", ["a", "A"]),
}


@pytest.mark.parametrize(("text", "term", "found"), STANDS.values(), ids=STANDS)
def test_a_term_is_found_as_a_word(text: str, term: str, found: list[str]) -> None:
    assert rules(text, term) == found


RULES: dict[str, tuple[str, str, dict[str, object], list[str]]] = {
    "exact case": ("srdi SRDI Srdi SRDIs", "SRDI", {"case": "exact"}, ["SRDI", "SRDIs"]),
    "exact case of the ending": ("SMEs SMES", "SME", {"case": "exact"}, ["SMEs"]),
    "exact case of a small ending": ("GPUs GPUS gpus", "GPU", {"case": "exact"}, ["GPUs"]),
    "exact case folds marks": ("“SRDI”", '"SRDI"', {"case": "exact"}, ["“SRDI”"]),
    "no inflection": ("giant giants giant's", "giants", {"inflect": False}, ["giants"]),
    "no inflection, possessive stays outside": ("giant's", "giant", {"inflect": False}, ["giant"]),
    "no boundary": ("biotechnology techs", "tech", {"boundary": False}, ["tech", "tech"]),
    "no boundary, exact case": ("BioTech biotech", "Tech", {"case": "exact", "boundary": False}, ["Tech"]),
    "no boundary, half of a ligature": ("ﬁ fi", "f", {"boundary": False}, ["f"]),
    "no boundary, the other half": ("ﬁ fi", "i", {"boundary": False}, ["i"]),
    "variants": ("labour laborer labor", "labour", {"variants": ("labor",)}, ["labour", "labor"]),
    "except in": ("results results in", "results", {"except_in": ("results in",)}, ["results"]),
    "except in, inflected": ("a result in", "results", {"except_in": ("results in",)}, []),
    "except in the same": ("results", "results", {"except_in": ("results",)}, []),
    "except in beside": ("results in results", "results", {"except_in": ("results in",)}, ["results"]),
    "except in something crossing": ("big results", "results in", {"except_in": ("big results",)}, []),
}


@pytest.mark.parametrize(("text", "term", "given", "found"), RULES.values(), ids=RULES)
def test_a_terms_own_rules_hold(text: str, term: str, given: dict[str, object], found: list[str]) -> None:
    assert rules(text, term, **given) == found


def test_another_terms_exceptions_do_not_count() -> None:
    one = entry("a", english("results", rules=Rules(except_in=("results in",))))
    assert find("results in", one, entry("b", english("result"))) == [("b", "results")]


def test_a_spelling_that_is_deprecated_is_named() -> None:
    one = entry("a", english("labor law"), english("labour law", "deprecated"))
    two = entry("b", english("start-up"), english("startup", "deprecated"))
    matches = Matcher(glossary(one, two)).find("labour laws, labor laws; startups, start-ups", "en")
    assert [match.term.text for match in matches] == ["labour law", "labor law", "startup", "start-up"]
    three = entry("c", english("start-up"), english("startups", "deprecated"))
    assert [match.term.text for match in Matcher(glossary(three)).find("startup", "en")] == ["startups"]


def test_a_verb_is_found_in_its_forms_where_the_entry_says_it_is_one() -> None:
    verb = entry("a", Term("zh", "支持", pos="verb"), english("give support"), english("back", "admitted"))
    own = entry("b", Term("en", "deepen", pos="verb"))
    text = "gave support, backing, deepened, deepens"
    assert find(text, verb, own) == [("a", "gave support"), ("b", "deepened"), ("b", "deepens")]


def test_where_the_longest_does_not_stand_the_shorter_one_does() -> None:
    one = entry("a", english("key technology"), english("key technology tr", "admitted"))
    assert find("key technology transfer", one) == [("a", "key technology")]


def test_terms_of_different_concepts_nest() -> None:
    inner = entry("a", english("enterprise"))
    outer = entry("b", english("small and medium-sized enterprises"))
    assert find("small and medium-sized enterprises", inner, outer) == [
        ("b", "small and medium-sized enterprises"),
        ("a", "enterprises"),
    ]


def test_terms_of_different_concepts_in_one_place_are_both_found() -> None:
    assert find("drive", entry("b", english("drive")), entry("a", english("drive"))) == [
        ("b", "drive"),
        ("a", "drive"),
    ]


def test_of_one_concept_only_the_longest_counts() -> None:
    one = entry("a", english("SRDI"), english("SRDI enterprise", "admitted"))
    assert find("SRDI enterprises and SRDI", one) == [("a", "SRDI enterprises"), ("a", "SRDI")]


@pytest.mark.parametrize("around", ["preferred", "admitted", ""])
@pytest.mark.parametrize("inside", ["deprecated", "superseded"])
@pytest.mark.parametrize("concept", ["a", "b"])
def test_an_approved_term_shields_a_deprecated_one_inside_it(
    around: Status, inside: Status, concept: str
) -> None:
    outer = entry("a", english("new development pattern", around))
    inner = entry(concept, english("pattern", inside))
    assert find("new development pattern, pattern", outer, inner) == [
        ("a", "new development pattern"),
        (concept, "pattern"),
    ]


@pytest.mark.parametrize(
    ("around", "inside"),
    [("deprecated", "preferred"), ("deprecated", "deprecated"), ("admitted", "admitted")],
)
def test_nothing_else_is_shielded(around: Status, inside: Status) -> None:
    outer, inner = entry("a", english("good drive", around)), entry("b", english("drive", inside))
    assert find("good drive", outer, inner) == [("a", "good drive"), ("b", "drive")]


def test_a_deprecated_term_that_another_concept_approves_in_the_same_place_is_found() -> None:
    approved, deprecated = entry("a", english("drive")), entry("b", english("drives", "deprecated"))
    assert find("drive", approved, deprecated) == [("a", "drive"), ("b", "drive")]


def test_of_two_that_cross_the_longer_wins_and_what_it_leaves_stands() -> None:
    first, second = entry("a", english("key technology")), entry("b", english("technology transfer fund"))
    third = entry("c", english("key"))
    assert find("key technology transfer fund", first, second, third) == [
        ("c", "key"),
        ("b", "technology transfer fund"),
    ]


def test_what_crosses_is_told_apart() -> None:
    first, second = entry("a", english("key technology")), entry("b", english("technology transfer fund"))
    third = entry("c", english("key")), entry("d", english("key technology", "deprecated"))
    matcher = Matcher(glossary(first, second, *third))
    text = "key technology transfer fund, key technology"
    assert [(match.concept, match.start) for match in matcher.crossing(text, "en")] == [("a", 0)]
    assert not matcher.crossing("key technology", "en")


def test_of_two_that_cross_and_are_as_long_the_left_one_wins() -> None:
    one, other = entry("a", english("aa bb")), entry("b", english("bb cc"))
    assert find("aa bb cc", other, one) == [("a", "aa bb")]


def test_the_term_that_is_nearest_to_what_stands_there_is_named() -> None:
    one = entry(
        "a",
        english('"little giant" company'),
        english('"little giants" companies', "deprecated", Rules(inflect=False)),
    )
    matcher = Matcher(glossary(one))
    statuses = {
        text: [match.term.status for match in matcher.find(text, "en")]
        for text in ("“Little giants” companies", '"little giant" companies')
    }
    assert statuses == {
        "“Little giants” companies": ["deprecated"],
        '"little giant" companies': ["preferred"],
    }


def test_of_two_as_near_the_approved_one_is_named_then_the_first() -> None:
    one = entry("a", english("Firms", "deprecated"), english("FIRM", "admitted"), english("FIRMS", ""))
    (match,) = Matcher(glossary(one)).find("firm's", "en")
    assert match.term.text == "FIRM"


CHINESE = {
    "simplified": ("zh-Hans", ["专精特新"]),
    "simplified by region": ("zh-CN", ["专精特新"]),
    "traditional": ("zh-Hant", ["專精特新"]),
    "traditional by region": ("zh-TW", ["專精特新"]),
    "Chinese": ("zh", ["专精特新", "專精特新"]),
    "case of the tag": ("ZH-hans", ["专精特新"]),
    "English": ("en", []),
    "nobody has said": ("", []),
}


@pytest.mark.parametrize(("lang", "found"), CHINESE.values(), ids=CHINESE)
def test_a_text_has_the_terms_of_its_language_and_script(lang: str, found: list[str]) -> None:
    one = entry("a", *(Term(*term) for term in (("zh-Hans", "专精特新"), ("zh-Hant", "專精特新"))))
    pinyin = entry("b", Term("zh-Latn", "zhuanjing"), Term("de", "zhuanjing"))
    text = "是专精特新企业、專精特新企業 zhuanjing"
    assert [text for _, text in find(text, one, pinyin, lang=lang)] == found


@pytest.mark.parametrize(
    ("tag", "lang", "expected"),
    [
        ("en", "en-GB", True),
        ("de-1996", "de-1901", True),
        ("sr-Cyrl", "sr-Latn", False),
        ("sr-Cyrl", "sr", True),
        ("zh-Latn", "zh", False),
        ("zh-Latn", "zh-Latn-pinyin", True),
        ("zh-SG", "zh-Hans", True),
        ("zh-HK", "zh-Hans", False),
        ("zh-yue", "zh-Hant", True),
        ("en-HK", "en-Hant", True),
        ("en", "eng", False),
        ("en", "", False),
    ],
)
def test_a_tag_serves_a_language_in_its_script(tag: str, lang: str, expected: bool) -> None:
    assert serves(tag, lang) == serves(lang, tag) == expected


def test_only_english_is_inflected() -> None:
    assert find("firms firm", entry("a", Term("de", "firm")), lang="de") == [("a", "firm")]


@pytest.mark.parametrize("lang", ["en", "en-GB"])
def test_a_text_has_the_terms_of_every_region(lang: str) -> None:
    assert find("firm", entry("a", Term("en-US", "firm")), lang=lang) == [("a", "firm")]


def test_chinese_is_found_inside_chinese_and_latin_in_it_as_a_word() -> None:
    one, other = entry("a", Term("zh-Hans", "企业")), entry("b", Term("zh-Hans", "AI"))
    assert find("中小企业家AI，TAI和ＡＩ", one, other, lang="zh-Hans") == [
        ("a", "企业"),
        ("b", "AI"),
        ("b", "ＡＩ"),
    ]


def test_what_stands_between_chinese_characters_is_passed_over() -> None:
    one = entry("a", Term("zh-Hans", "专精特新企业")), entry("b", Term("zh-Hans", "“小巨人”企业"))
    other = (
        entry("c", Term("zh-Hans", "“根”")),
        entry("d", Term("zh-Hans", "AI技术", match=Rules(inflect=False))),
    )
    text = "“专精特新” 企业、小巨人企业、“小巨人”企业、根、“根”、AI 技术"
    assert [found for _, found in find(text, *one, *other, lang="zh")] == [
        "专精特新” 企业",
        "小巨人企业",
        "“小巨人”企业",
        "“根”",
    ]


def test_a_glossary_without_terms_finds_nothing() -> None:
    assert find("anything", lang="en") == []
    assert find("", entry("a", english("firm"))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_too_hostile(text: str) -> None:
    one = entry("a", english("before"), english("x" * 50, rules=Rules(boundary=False)), english("s"))
    paragraph = text[:100_000]
    find(paragraph, one)
    find(paragraph, entry("b", Term("zh", "专专")), lang="zh")


def expected() -> list[tuple[int, int, str, str, str]]:
    rows = (Path(__file__).parent / "occurrences.tsv").read_text(encoding="utf-8").splitlines()
    fields = (row.split("\t") for row in rows)
    return [(int(block), int(start), text, concept, status) for block, start, text, concept, status in fields]


def test_every_occurrence_in_the_article_is_found_and_nothing_else() -> None:
    matcher = Matcher(load_glossary(shipped("glossary.yaml")))
    article = shipped("seeds/000_87d324de753ab160.txt").read_text(encoding="utf-8").rstrip("\n")
    found = [
        (block, match.start, match.text, match.concept, match.term.status)
        for block, text in enumerate(article.split("\n\n"))
        for match in matcher.find(text.lstrip(" "), "en")
    ]
    assert sorted(found) == sorted(expected())
    assert len(found) == 159
    assert sum(status == "deprecated" for *_, status in found) == 61


def test_the_articles_occurrences_nest_in_33_pairs_and_never_cross() -> None:
    spans = [(block, start, start + len(text)) for block, start, text, *_ in expected()]
    nested = crossing = 0
    for at, (block, start, end) in enumerate(spans):
        for other, begin, stop in spans[at + 1 :]:
            if other == block and begin < end and start < stop:
                inside = start <= begin and stop <= end
                nested += inside
                crossing += not inside
    assert (nested, crossing) == (33, 0)
