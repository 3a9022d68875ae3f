"""The glossary that a command works with: the one it is told, else the reader's own, else the shipped one."""

from pathlib import Path

from reader import folders
from reader.terms.concepts import Glossary
from reader.terms.glossary_yaml import load_glossary


def glossary_path(chosen: Path | None) -> Path:
    """What was chosen, else the reader's own `glossary.yaml` in the config folder, else the shipped one."""
    own = folders.config_folder() / "glossary.yaml"
    return chosen or (own if own.exists() else folders.shipped("glossary.yaml"))


def glossary(chosen: Path | None) -> Glossary:
    """The glossary, read; raises GlossaryError with every fault in it."""
    return load_glossary(glossary_path(chosen))
