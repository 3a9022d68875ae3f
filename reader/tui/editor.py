"""Which editor the reader has, and how it is told to open a file at a line."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from reader.folders import config_folder, installed

FALLBACK = "vi"
LINE_AFTER_COLON = ("code", "codium", "subl", "zed", "hx", "helix", "micro")
"""Editors that take `file:line`; the others take `+line file`, as vi, emacs, nano and kak do."""


def editing(path: Path, line: int) -> list[str]:
    """The command that opens a file at a line (from 1): $VISUAL, else $EDITOR, else vi."""
    command = _chosen() or [FALLBACK]
    name = Path(command[0]).name
    if name not in LINE_AFTER_COLON:
        return [*command, f"+{max(1, line)}", str(path)]
    goto = ["--goto"] if name in ("code", "codium") else []
    return [*command, *goto, f"{path}:{max(1, line)}"]


def editable(path: Path) -> Path:
    """The glossary to edit in place of `path`: a copy in the config folder where it belongs to the program.

    An update of the program would overwrite what is edited there. Raises OSError where no copy can be made.
    """
    if path != installed("glossary.yaml"):
        return path
    own = config_folder() / "glossary.yaml"
    if not own.exists():
        own.parent.mkdir(parents=True, exist_ok=True)
        draft = own.with_suffix(".new")
        shutil.copyfile(path, draft)
        draft.replace(own)
    return own


def run_editor(command: list[str]) -> str:
    """Run the editor and wait for its end; what the reader should be told, "" where all went well."""
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror}. Set $EDITOR to your editor."
    return f"{command[0]} ended with code {code}." if code else ""


def _chosen() -> list[str]:
    """The words of the reader's editor command; none where they make no sense."""
    try:
        return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError:
        return []
