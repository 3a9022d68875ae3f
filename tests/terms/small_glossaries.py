"""Glossaries of a few terms, and what is found with them."""

from reader.terms.concepts import Concept, Glossary, Rules, Status, Term
from reader.terms.matching import Matcher

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
