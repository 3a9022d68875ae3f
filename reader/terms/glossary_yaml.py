"""glossary.yaml: read with every fault told, or taken as it was compiled before."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import FaultyError, GlossaryError
from reader.terms.concepts import Glossary, Source
from reader.terms.kept_entries import Entries
from reader.text.compiled import Rows, compiled_rows, fresh_rows
from reader.text.garbage import Uncollected

if TYPE_CHECKING:
    from reader.text.yaml_walker import Walker

SCHEMA = 3
"""The number of the compiled form; it rises whenever a field of the contract or a rule of reading changes."""


def read_glossary(path: Path) -> Glossary:
    """The glossary in this file; raises GlossaryError with every fault."""
    from reader.text.strict_yaml import read_yaml

    return _walked(lambda: read_yaml(path))


def parse_glossary(text: str, name: str) -> Glossary:
    """The glossary that this text is; `name` names it in faults. Raises GlossaryError with every fault."""
    from reader.text.strict_yaml import parse_yaml

    return _walked(lambda: parse_yaml(text, name))


def _walked(read: Callable[[], "Walker"]) -> Glossary:
    from reader.terms.entries import walk_glossary

    try:
        with Uncollected():
            walker = read()
            glossary = walk_glossary(walker)
        walker.finish()
    except FaultyError as error:
        raise GlossaryError(error.faults) from error
    return glossary


def sound_glossary(path: Path) -> Glossary:
    """The same, refused with a GlossaryError too where an entry fails one of its specs."""
    from reader.terms.specs import failed_specs

    glossary = read_glossary(path)
    if failed := failed_specs(glossary):
        raise GlossaryError(failed)
    return glossary


def load_glossary(path: Path) -> Glossary:
    """The same as `sound_glossary`, out of the cache where the file is as it was when it was last read.

    Its concepts are decoded one by one when they are asked for.
    """
    with Uncollected():
        return _unpacked(compiled_rows(path, _packed, SCHEMA)) or sound_glossary(path)


def kept_glossary(path: Path) -> Glossary | None:
    """What `load_glossary` has at once; None where it would have to read the YAML."""
    kept = fresh_rows(path, SCHEMA)
    return _unpacked(kept) if kept else None


def _packed(path: Path) -> tuple[Any, Iterable[Any]]:
    glossary = sound_glossary(path)
    head = [glossary.title, glossary.languages, glossary.source, glossary.sources, glossary.extra]
    return [*head, [concept.id for concept in glossary.concepts]], glossary.concepts


def _unpacked(kept: Rows) -> Glossary | None:
    """A glossary whose NamedTuples became lists, as in JSON; None where it is none."""
    try:
        title, languages, source, sources, extra, ids = kept.head
        known = {key: Source(*value) for key, value in sources.items()}
        entries = Entries(ids, kept)
        if entries:
            entries[0]  # as one is, so are all
    except (TypeError, ValueError, AttributeError):
        return None
    return Glossary(str(kept.path), title, tuple(languages), source, known, entries, tuple(extra))
