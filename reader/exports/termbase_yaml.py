"""A whole termbase as YAML, in the style of glossary.yaml."""

from collections.abc import Iterator, Mapping

from reader.terms.concepts import Concept, Glossary
from reader.terms.exchange.yaml_entries import concept_data, head_data, source_data
from reader.terms.exchange.yaml_layout import Value, block_item, block_table


def glossary_yaml_text(glossary: Glossary) -> str:
    """The termbase as a file that `read_glossary` reads back as the same, line numbers and path aside."""
    return "".join(_parts(glossary))


def concept_yaml(concept: Concept) -> str:
    """One entry as it stands under `concepts:`, with its line end."""
    return f"  {block_item(concept_data(concept), 2)}\n"


def _parts(glossary: Glossary) -> Iterator[str]:
    yield _table("glossary", head_data(glossary), 0)
    if glossary.sources:
        yield "\nsources:\n"
        for key, source in glossary.sources.items():
            yield _table(key, source_data(source), 2)
    if not glossary.concepts:
        yield "\nconcepts: []\n"
        return
    yield "\nconcepts:\n"
    for number, concept in enumerate(glossary.concepts):
        yield ("\n" if number else "") + concept_yaml(concept)


def _table(key: str, pairs: Mapping[str, Value], indent: int) -> str:
    """A key with its table, one pair a line."""
    return f"{' ' * indent}{block_table(key, pairs, indent)}\n"
