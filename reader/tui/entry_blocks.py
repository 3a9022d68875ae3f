"""All that an entry says, as blocks: what it is called, its renderings, what is known, every place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.terms.concepts import Concept, Fact
from reader.terms.occurrences import Occurrence
from reader.text.tags import primary
from reader.tui.blocks import Block
from reader.tui.cards import BLANK, OpenEntry
from reader.tui.desk import Desk
from reader.tui.entry_concordance import concordance_blocks
from reader.tui.entry_renderings import Stretch, language_name, renderings
from reader.tui.ink import Ink

Survey = Mapping[str, Sequence[Occurrence]]
"""The places of each concept all over the text, by its id, in their order."""


def entry_blocks(
    desk: Desk, concept: Concept, places: Sequence[Occurrence] | None, here: Occurrence | None = None
) -> list[Block]:
    """The whole entry.

    `places` are those of the concept all over the text, in its order, None while they are being counted;
    `here` is the one that the reader came from.
    """
    stretch = Stretch(desk.article.first, desk.article.last)
    places = None if places is None else list(places)
    blocks = list(_head(concept))
    for language in dict.fromkeys(primary(term.lang) for term in concept.terms):
        blocks += [BLANK, *renderings(concept, language, places, stretch)]
    blocks += _section("Definitions", _definitions(concept))
    blocks += _section("Translator's notes", (_item(note) for note in concept.notes))
    blocks += _section("Facts", (block for fact in concept.facts for block in _fact(desk, fact)))
    blocks += _section("Related", (_related(desk.concept(other)) for other in concept.related))
    blocks += _section("Links", (block for link in concept.links for block in _link(link)))
    return [*blocks, *concordance_blocks(desk, places, here)]


def name(concept: Concept) -> str:
    """What the entry is called: its Chinese, else its first term."""
    return (concept.preferred("zh") or concept.terms[0]).text


def copied(concept: Concept) -> str:
    """What is copied of a concept: Chinese, pinyin, English, as far as it has them."""
    chinese, english = concept.preferred("zh"), concept.preferred("en")
    parts = (chinese and chinese.text, chinese and chinese.pinyin, english and english.text)
    return " ".join(part for part in parts if part)


def _head(concept: Concept) -> Iterator[Block]:
    term = concept.preferred("zh") or concept.terms[0]
    text = f"{term.text}   {term.pinyin}".rstrip()
    end = len(term.text)
    yield Block(text, inks=(Ink(0, end, "sheet--term"), Ink(end, len(text), "sheet--pinyin")))
    english = concept.preferred("en")
    if english and english != term:
        yield Block(english.text, "sheet--quote")
    yield Block(" · ".join(filter(None, (concept.subject_field, concept.tier, concept.id))), "sheet--faint")


def _section(title: str, blocks: Iterable[Block]) -> list[Block]:
    """The blocks under their title; nothing where there are none."""
    found = list(blocks)
    return [BLANK, Block(title, "sheet--title"), *found] if found else []


def _item(text: str) -> Block:
    return Block(f"• {text}", hanging=2)


def _definitions(concept: Concept) -> Iterator[Block]:
    for definition in concept.definitions:
        label = f"{language_name(definition.lang)}  "
        yield Block(label + definition.text, inks=(Ink(0, len(label), "sheet--label"),), hanging=2)
        if definition.source:
            yield Block(definition.source, "sheet--faint", indent=2)


def _fact(desk: Desk, fact: Fact) -> Iterator[Block]:
    """A fact, what is uncertain about it, and each of its sources with title and address."""
    yield _item(fact.text)
    if fact.caution:
        yield Block(f"! {fact.caution}", "sheet--inconsistent", indent=2, hanging=2)
    for key in fact.sources:
        source = desk.glossary.sources.get(key) if desk.glossary else None
        yield Block(source.title if source else key, "sheet--faint", indent=2, hanging=2)
        if source and source.url:
            yield Block(source.url, "sheet--link", indent=4)


def _related(other: Concept) -> Block:
    chinese, english = other.preferred("zh"), other.preferred("en")
    text = "  ".join(term.text for term in (chinese, english) if term) or other.id
    return Block(text, "sheet--link", hanging=2, target=OpenEntry(other.id))


def _link(link: Mapping[str, str]) -> Iterator[Block]:
    yield from (Block(link[key]) for key in ("text", "url") if link.get(key))
