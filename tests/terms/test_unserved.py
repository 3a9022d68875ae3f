"""A document in a language that the glossary has no term in: refused, and never clean by silence."""

import re

import pytest

from reader.errors import InputError
from reader.terms.checking import Checker
from reader.terms.concepts import Concept, Glossary, Term
from reader.text.segments import Bitext, Passage, Segment

GIANT = Concept("giant", (Term("zh-Hans", "小巨人"), Term("en", "little giant")))
GLOSSARY = Glossary("g.yaml", "", ("zh-Hans", "en"), "", {}, [GIANT])
HAS = ", and the glossary has terms in Simplified Chinese (zh-Hans) and English (en) only"
BOTH = frozenset(("source", "target"))


@pytest.mark.parametrize(
    ("source", "target", "guessed", "why"),
    [
        ("zh", "fr", frozenset(), f"its target is in French (fr){HAS}"),
        ("zh", "fr", BOTH, f"its target was taken for French (fr){HAS}"),
        ("zh", "fr", {"source"}, f"its target is in French (fr){HAS}"),
        ("nl", "en", {"source"}, f"its source was taken for Dutch (nl){HAS}"),
        ("", "it", {"target"}, f"it was taken for Italian (it){HAS}"),
        ("", "tlh", frozenset(), f"it is in 'tlh'{HAS}"),
        ("", "und", {"target"}, "the language that it is in could not be told"),
    ],
)
def test_the_sentence_says_what_it_is_in_or_was_taken_for(
    source: str, target: str, guessed: frozenset[str], why: str
) -> None:
    segments = iter([Segment("1", Passage("Petit géant", 1, 1))])
    bitext = Bitext("b.tsv", "b.tsv", source, target, segments, guessed=frozenset(guessed))
    said = f"b.tsv was not checked: {why}. `--from` and `--to` say which languages it is in."
    with pytest.raises(InputError, match=f"^{re.escape(said)}$"):
        list(Checker(GLOSSARY).findings(bitext))


def test_one_language_is_named_alone() -> None:
    glossary = GLOSSARY._replace(concepts=[Concept("giant", (Term("de", "Riese"),))])
    with pytest.raises(InputError, match=r"terms in German \(de\) only\."):
        list(Checker(glossary).findings(Bitext("b.txt", "", "", "fr", iter([]))))
