"""glossary.yaml: read with every fault told, or taken as it was compiled before."""

from pathlib import Path
from typing import Any

from reader.errors import FaultyError, GlossaryError
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Source, Spec, Term
from reader.text.compiled import compiled, fresh
from reader.text.garbage import Uncollected

SCHEMA = 2
"""The number of the compiled form; it rises whenever a field of the contract or a rule of reading changes."""


def read_glossary(path: Path) -> Glossary:
    """The glossary in this file; raises GlossaryError with every fault."""
    from reader.terms.entries import walk_glossary
    from reader.text.strict_yaml import read_yaml

    try:
        with Uncollected():
            walker = read_yaml(path)
            glossary = walk_glossary(walker)
        walker.finish()
    except FaultyError as error:
        raise GlossaryError(error.faults) from error
    return glossary


def load_glossary(path: Path) -> Glossary:
    """The same as `read_glossary`, out of the cache where the file is as it was when it was last read."""
    return _unpacked(compiled(path, read_glossary, SCHEMA), path) or read_glossary(path)


def kept_glossary(path: Path) -> Glossary | None:
    """What `load_glossary` has at once; None where it would have to read the YAML."""
    return _unpacked(fresh(path, SCHEMA), path)


def _unpacked(packed: Any, path: Path) -> Glossary | None:
    """A glossary out of one whose NamedTuples became lists, as in JSON; None where it is none."""
    try:
        _, title, languages, source, sources, concepts, extra = packed
        return Glossary(
            str(path),
            title,
            tuple(languages),
            source,
            {key: Source(*value) for key, value in sources.items()},
            tuple(map(_concept, concepts)),
            tuple(extra),
        )
    except (TypeError, ValueError, AttributeError):
        return None


def _concept(row: list[Any]) -> Concept:
    known = dict(zip(Concept._fields, row, strict=True))
    known["terms"] = tuple(map(_term, known["terms"]))
    known["definitions"] = tuple(Definition(*fields) for fields in known["definitions"])
    known["facts"] = tuple(Fact(text, tuple(keys), caution) for text, keys, caution in known["facts"])
    known["specs"] = tuple(
        Spec(source, target, tuple(kinds), line) for source, target, kinds, line in known["specs"]
    )
    for name in ("notes", "related", "links", "images", "history", "extra"):
        known[name] = tuple(known[name])
    return Concept(**known)


def _term(row: list[Any]) -> Term:
    *plain, rules, contexts, note, extra, line = row
    return Term._make([*plain, _rules(rules), tuple(contexts), note, tuple(extra), line])


def _rules(row: list[Any]) -> Rules:
    case, inflect, boundary, variants, except_in = row
    return Rules(case, inflect, boundary, tuple(variants), tuple(except_in))
