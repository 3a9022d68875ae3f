"""Words that say the same in another part of speech are kin, and words of their own are not."""

import pytest

from reader.terms.derivation import kin, names_action, noun_of

KIN = [
    ("encryption", "encrypted"),
    ("subscription", "subscribe"),
    ("subscription", "subscribed"),
    ("consumption", "consuming"),
    ("automation", "automated"),
    ("adaptation", "adapt"),
    ("digitalization", "digitalized"),
    ("certification", "certified"),
    ("application", "applies"),
    ("expansion", "expanded"),
    ("submission", "submitted"),
    ("production", "produced"),
    ("solution", "solved"),
    ("deployment", "deploy"),
    ("agreement", "agreeing"),
    ("performance", "performed"),
    ("compliance", "complied"),
    ("maintenance", "maintained"),
    ("registration", "registered"),
    ("approval", "approved"),
    ("analysis", "analyzed"),
    ("training", "trained"),
    ("planning", "planned"),
    ("perform", "performance"),
    ("guarantee", "guaranteed"),
    ("cache", "cached"),
    ("neutrality", "neutral"),
    ("stable", "stability"),
    ("efficiency", "efficient"),
    ("resilience", "resilient"),
    ("productivity", "productive"),
    ("readiness", "ready"),
]
STRANGERS = [
    ("product", "production"),
    ("production", "product"),
    ("competition", "competence"),
    ("operation", "operator"),
    ("minister", "ministry"),
    ("analysis", "analytical"),
    ("specialized", "specializing"),
    ("specialized", "special"),
    ("developed", "developing"),
    ("market", "marketing"),
    ("meeting", "meet"),
    ("chip", "chipped"),
    ("import", "importance"),
    ("commission", "committed"),
    ("department", "departed"),
    ("station", "stated"),
    ("currency", "current"),
    ("priority", "prior"),
    ("activity", "active"),
    ("digitization", "digitalized"),
    ("employee", "employment"),
    ("encryption", "encryption"),
]


@pytest.mark.parametrize(("term", "word"), KIN)
def test_parts_of_speech_of_one_word_are_kin(term: str, word: str) -> None:
    assert kin(term, word)


@pytest.mark.parametrize(("term", "word"), STRANGERS)
def test_words_of_their_own_are_not(term: str, word: str) -> None:
    assert not kin(term, word)


def test_an_adjective_is_made_of_a_noun() -> None:
    assert "industry" in noun_of("industrial")
    assert "technology" in noun_of("technological")
    assert "structure" in noun_of("structural")
    assert not noun_of("total")
    assert not noun_of("green")


def test_a_noun_that_names_an_action_is_known_by_its_ending() -> None:
    assert names_action("protection")
    assert not names_action("department")
    assert not names_action("chain")
