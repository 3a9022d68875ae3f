"""Where the document that a command makes goes: into a file that was named, or to standard output."""

from collections.abc import Iterable
from pathlib import Path

from reader.cli.manners import in_utf8, say


def deliver(pieces: Iterable[str], path: Path | None, force: bool, *, lines: bool = False) -> None:
    """Write the pieces to this file, whole or not at all, or one by one to standard output; in UTF-8.

    `lines` for a person are in the encoding of standard output where they go there. Raises UsageError where
    there is a file already and no `force`, WriteError where it cannot be written.
    """
    if path is None:
        if not lines:
            in_utf8()
        for piece in pieces:
            say(piece)
        return
    from reader.exports.writing import write_atomically

    write_atomically(path, pieces, force)
