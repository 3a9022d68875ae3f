"""The glossary that a command works with: the one it is told, else the reader's own, else the shipped one."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader import folders
from reader.cli.manners import complain
from reader.errors import GlossaryError
from reader.terms.concepts import Glossary
from reader.terms.glossary_yaml import load_glossary


def glossary_path(chosen: Path | None) -> Path:
    """What was chosen, else the reader's own `glossary.yaml` in the config folder, else the shipped one."""
    own = folders.config_folder() / "glossary.yaml"
    return chosen or (own if own.exists() else folders.shipped("glossary.yaml"))


def glossary(chosen: Path | None) -> Glossary:
    """The glossary, read; raises GlossaryError with every fault in it."""
    return load_glossary(glossary_path(chosen))


def glossaries(chosen: Sequence[Path]) -> tuple[Glossary, Mapping[str, str]]:
    """The termbases of a check as one glossary, and the file of each concept that does not stand in its own.

    Their encodings are found out: `--encoding` is about the texts of a command. Raises InputError where one
    of them cannot be read.
    """
    if not chosen:
        own = glossary(None)
        return own._replace(path=near(own.path)), {}
    from reader.terms.combining import combined

    return combined([_opened(path) for path in chosen])


def _opened(path: Path) -> Glossary:
    """A termbase in whatever form it comes."""
    if path.suffix.lower() in (".yaml", ".yml"):
        return load_glossary(path)
    from reader.terms.exchange.opening import open_glossary
    from reader.terms.exchange.request import Request
    from reader.terms.specs import failed_specs

    opened = open_glossary(Request(path, settable=False), complain)
    if failed := failed_specs(opened):
        raise GlossaryError(failed)
    return opened


def near(path: str) -> str:
    """The path from the working folder where it lies under it, else the path as it is."""
    under = os.path.relpath(path) if path else ""
    return path if under.startswith("..") else under
