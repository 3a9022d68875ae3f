"""Terms that a text has and a termbase lacks: what is a candidate, and what its C-value is."""

from math import log2

import pytest

from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.suggesting import c_values, candidates


def termbase(*terms: Term) -> Glossary:
    return Glossary("words.yaml", "", ("zh", "en"), "", {}, (Concept("known", terms),) if terms else ())


def found(texts: list[str], lang: str, *known: Term, least: int = 2) -> dict[str, tuple[float, int]]:
    every = candidates(texts, lang, termbase(*known), least)
    return {candidate.text: (round(candidate.value, 2), candidate.times) for candidate in every}


def gram(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def test_the_c_value_is_that_of_the_paper() -> None:
    # The example of section 2.2.3: how often each string stands in a corpus of eye pathology.
    counts = {
        "adenoid cystic basal cell carcinoma": 5,
        "cystic basal cell carcinoma": 11,
        "ulcerated basal cell carcinoma": 7,
        "recurrent basal cell carcinoma": 5,
        "basal cell carcinoma": 984,
    }
    values = c_values({gram(words): times for words, times in counts.items()})
    assert values[gram("adenoid cystic basal cell carcinoma")] == pytest.approx(log2(5) * 5)
    assert values[gram("cystic basal cell carcinoma")] == pytest.approx(log2(4) * (11 - 5))
    assert values[gram("ulcerated basal cell carcinoma")] == pytest.approx(log2(4) * 7)
    nested = (5 + 11 + 7 + 5) / 4
    assert values[gram("basal cell carcinoma")] == pytest.approx(log2(3) * (984 - nested))


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["A supply chain. The Supply Chains."], {"supply chain": (2.0, 2)}),
        (["Supply Chain. A Supply Chain."], {"Supply Chain": (2.0, 2)}),
        (["supply chain, supply chain"], {"supply chain": (2.0, 2)}),
        (["supply, chain supply, chain"], {}),
        (["supply of chain supply of chain"], {}),
        (["the firm was the firm was"], {}),
        (["supply 3 chain supply 3 chain"], {}),
        (["supply chain"], {}),
        (["supply chain", "supply\nchain"], {"supply chain": (2.0, 2)}),
        (
            ["industrial supply chain; industrial supply chain"],
            {"industrial supply chain": (round(log2(3) * 2, 2), 2)},
        ),
        (["firm's chain firm's chain"], {}),
    ],
)
def test_an_english_candidate_is_words_side_by_side(
    texts: list[str], told: dict[str, tuple[float, int]]
) -> None:
    assert found(texts, "en-GB") == told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["产业链上，产业链长"], {"产业链": (round(log2(3) * 2, 2), 2)}),
        (["企业多，企业少"], {}),
        (["大产业链好，大产业链长"], {"大产业链": (4.0, 2)}),
        (["在产业链上，在产业链长"], {}),
        (["产业的链。产业的链"], {}),
    ],
)
def test_a_chinese_candidate_stands_beside_different_characters(
    texts: list[str], told: dict[str, tuple[float, int]]
) -> None:
    assert {text: value for text, value in found(texts, "zh-Hans").items() if text in told} == told
    assert told or found(texts, "zh-Hans") == {}


def test_what_the_glossary_has_is_no_candidate() -> None:
    text = "The supply chains and a supply chain; the chain store, one supply chain store."
    assert set(found([text], "en")) == {"chain store", "supply chain"}
    assert found([text], "en", Term("en", "supply chain", "deprecated")) == {}
    assert found(["创新发展好，创新发展快。"], "zh-Hans", Term("zh", "创新")).keys() == {"创新发展"}
    chinese = ["我国经济好，中国经济快。"]
    assert found(chinese, "zh-Hans").keys() == {"国经济"}
    assert found(chinese, "zh-Hans", Term("zh", "我国")) == {}


def test_only_what_stands_often_enough_is_told() -> None:
    texts = ["supply chain; supply chain; chain store; chain store; chain store"]
    assert set(found(texts, "en", least=3)) == {"chain store"}
