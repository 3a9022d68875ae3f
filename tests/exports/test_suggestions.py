"""Proposed terms as YAML: what is pasted under `concepts:` is read, and shows where each term stands."""

from reader.exports.suggestions import Side, suggestions_yaml
from reader.terms.concepts import Glossary
from reader.terms.entries import walk_glossary
from reader.terms.exchange.naming import Names
from reader.terms.suggesting import candidates
from reader.text.segments import Passage
from reader.text.strict_yaml import parse_yaml


def test_the_proposals_can_be_pasted_under_concepts() -> None:
    texts = [
        "“Supply: chain”, supply chain\nof a supply\nchain # and",
        "the supply chain, a yes man: a yes man",
    ]
    own = candidates(texts, "en", Glossary("words.yaml", "", ("zh", "en"), "", {}, ()))
    side = Side("talk.txt", "en", [Passage(text, 3, 1) for text in texts], own)
    pasted = "".join(suggestions_yaml([side], Names(["supply-chain"])))
    assert "# talk.txt:3: “Supply: chain”, [supply chain] of a supply chain # and\n" in pasted
    assert "# talk.txt:4: …supply chain of a [supply chain] # and\n" not in pasted
    walker = parse_yaml("glossary: {version: 1, languages: [en]}\nconcepts:\n" + pasted, "words.yaml")
    glossary = walk_glossary(walker)
    walker.finish()
    assert [(each.id, each.terms[0].text) for each in glossary.concepts] == [
        ("supply-chain-2", "supply chain")
    ]
