"""What is one word to everybody is known by one form, and nothing else is."""

from itertools import combinations

import pytest

from reader.terms.spelling import base

ONE = [
    ["enterprise", "enterprises", "enterprise's", "enterprises's"],
    ["analysis", "analyses"],
    ["criterion", "criteria"],
    ["craftsman", "craftsmen", "craftsman's"],
    ["woman", "women", "women's"],
    ["index", "indices", "indexes"],
    ["labour", "labor", "labours"],
    ["neighbourhood", "neighborhoods"],
    ["organise", "organize", "organises", "organizes"],
    ["organised", "organized"],
    ["organisation", "organizations", "organization's"],
    ["authorise", "authorize"],
    ["criticise", "criticize"],
    ["analyse", "analyze", "analyzes"],
    ["centre", "center", "centres", "centers"],
    ["centred", "centered"],
    ["kilometre", "kilometers"],
    ["dialogue", "dialog", "dialogues"],
    ["cataloguing", "cataloging"],
    ["travelling", "traveling"],
    ["modeller", "modelers"],
    ["defence", "defense", "defences"],
    ["licence", "license", "licences"],
    ["programme", "program", "programmes"],
    ["ageing", "aging"],
    ["paediatric", "pediatric"],
    ["hypoglycaemia", "hypoglycemia"],
    ["oedema", "edema", "oedemas"],
    ["moulding", "molding", "mouldings"],
    ["sulphate", "sulfates"],
    ["gas", "gases"],
    ["lens", "lenses"],
    ["fourteenth", "14th"],
    ["second", "2nd", "seconds"],
    ["three", "3"],
    ["new"],
    ["news"],
    ["good"],
    ["goods"],
    ["specimen", "specimens"],
    ["specialized", "specialised"],
    ["specializing"],
    ["special"],
    ["for"],
    ["four", "4"],
    ["hour", "hours"],
    ["our"],
    ["your"],
    ["entire"],
    ["acre", "acres"],
    ["advise"],
    ["adviser", "advisers"],
    ["exercise", "exercises"],
    ["promise", "promises"],
    ["rise", "rises"],
    ["model", "models"],
    ["modelled", "modeled"],
    ["controlled"],
    ["controled"],
    ["rolling"],
    ["roling"],
]


@pytest.mark.parametrize("words", ONE, ids=[words[0] for words in ONE])
def test_the_forms_and_spellings_of_a_word_are_one(words: list[str]) -> None:
    assert len({base(word) for word in words}) == 1


def test_different_words_stay_apart() -> None:
    for one, other in combinations(ONE, 2):
        assert base(one[0]) != base(other[0])


@pytest.mark.parametrize(
    "word",
    ["advise", "exercise", "promise", "premise", "surprise", "paradise", "arise", "likewise", "merchandise"],
)
def test_no_word_is_spelt_with_a_z_that_nobody_spells_so(word: str) -> None:
    assert "z" not in base(word) + base(word + "d")


@pytest.mark.parametrize(
    ("word", "known_by"),
    [
        ("SMEs", "SME"),
        ("SMES", "SMES"),
        ("SME's", "SME"),
        ("Labour", "Labor"),
        ("LABOUR", "LABOR"),
        ("News", "News"),
        ("Companies", "Company"),
        ("First", "1st"),
    ],
)
def test_capitals_are_kept(word: str, known_by: str) -> None:
    assert base(word) == known_by
