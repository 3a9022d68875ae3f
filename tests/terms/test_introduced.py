"""A short form in parentheses behind a term is that term from there on, where its letters fit."""

import pytest

from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.introduced import Introduced, fits, initialisms
from reader.terms.matching import Matcher

MATCHER = Matcher(
    Glossary(
        "g",
        "",
        ("zh", "en"),
        "",
        {},
        (
            Concept("bri", (Term("en", "Belt and Road Initiative"), Term("zh", "一带一路倡议"))),
            Concept("old", (Term("en", "One Belt One Road", "deprecated"),)),
            Concept("norm", (Term("zh", "市场监督管理总局"),)),
        ),
    )
)


def after(*texts: str, lang: str = "en") -> Introduced:
    introduced = Introduced()
    for text in texts:
        introduced.learn(text, MATCHER.find(text, lang))
    return introduced


@pytest.mark.parametrize(
    ("text", "later", "found"),
    [
        ("The Belt and Road Initiative (BRI) grows.", "The BRI grows.", "BRI"),
        ("“Belt and Road Initiative” (BRI)", "the BRI's funds", "BRI's"),
        ('Belt and Road Initiative (hereinafter "BRI")', "two BRIs", "BRIs"),
        ("Belt and Road Initiative (hereinafter referred to as the “BRI”)", "BRI.", "BRI"),
        ("the BRI (Belt and Road Initiative)", "the BRI", "BRI"),
        ("the BRI (the “Belt and Road Initiative”)", "the BRI", "BRI"),
        ("the BRI (and the Belt and Road Initiative)", "the BRI", ""),
        ("the Belt and Road Initiative (BRI)", "the bri", ""),
        ("the Belt and Road Initiative (BRI)", "a BRIDGE", ""),
        ("the Belt and Road Initiative (2013)", "in 2013", ""),
        ("the Belt and Road Initiative (AIIB)", "the AIIB", ""),
        ("the Belt and Road Initiative, or BRI", "the BRI", ""),
        ("One Belt One Road (OBOR)", "OBOR", ""),
    ],
)
def test_what_is_introduced_is_found_later_on(text: str, later: str, found: str) -> None:
    introduced = after(text)
    places = [introduced.find(later, concept) for concept in ("bri", "old")]
    assert ["" if place is None else later[slice(*place)] for place in places] == [found, ""]


def test_a_chinese_short_form_is_learnt_too() -> None:
    introduced = after("市场监督管理总局（以下简称“市监总局”）发布通知。", lang="zh")
    assert introduced.find("由市监总局负责", "norm") == (1, 5)
    assert after("市场监督管理总局（北京）", lang="zh").find("在北京", "norm") is None


FITS = [
    ("R&D", "research and development", True),
    ("SMEs", "small and medium-sized enterprises", True),
    ("SMSEs", "small and medium-sized enterprises", True),
    ("IoT", "Internet of Things", True),
    ("NPC", "National People's Congress", True),
    ("NPC", "National People’s Congress", True),
    ("CPC", "Communist Party of China", True),
    ("CP", "Communist Party of China", False),
    ("PCC", "Communist Party of China", False),
    ("China", "Communist Party of China", False),
    ("AI", "artificial intelligence", True),
    ("A", "artificial", False),
    ("市监总局", "市场监督管理总局", True),
    ("监市", "市场监督管理总局", False),
    ("市", "市场", False),
    ("市场", "市场", False),
]


@pytest.mark.parametrize(("form", "words", "fitting"), FITS)
def test_a_short_form_has_the_first_letters_of_the_words(form: str, words: str, fitting: bool) -> None:
    assert fits(form, words) == fitting


def test_no_more_is_kept_than_a_text_may_need() -> None:
    introduced = Introduced()
    for ending in ("BRI", "B&RI", "BRi", "B.R.I", "BaRI", "B-RI"):
        text = f"Belt and Road Initiative ({ending})"
        introduced.learn(text, MATCHER.find(text, "en"))
    assert introduced.find("B&RI", "bri") == (0, 4)
    assert introduced.find("B-RI", "bri") is None


@pytest.mark.parametrize(
    ("terms", "short"),
    [
        ((Term("en", "Artificial intelligence"), Term("en", "AI", "admitted")), ["AI"]),
        ((Term("en", "AI", "preferred"), Term("en-GB", "artificial intelligence", "preferred")), ["AI"]),
        ((Term("en", "artificial intelligence"), Term("en", "AI", type="variant")), []),
        ((Term("en", "artificial intelligence"), Term("en", "AI", "deprecated")), []),
        ((Term("en", "artificial intelligence", "superseded"), Term("en", "AI")), []),
        ((Term("fr", "artificial intelligence"), Term("en", "AI")), []),
        ((Term("en", "artificial intelligence"), Term("en", "machine intelligence")), []),
        ((Term("zh", "人工智能"), Term("zh", "智能", "admitted")), []),
        ((Term("en", "firm"), Term("en", "R&D")), []),  # which has the initials of itself
    ],
)
def test_initialisms_are_capitals_that_fit_another_approved_term(
    terms: tuple[Term, ...], short: list[str]
) -> None:
    assert [term.text for term in initialisms(terms)] == short
