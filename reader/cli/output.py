"""Where what a command makes goes: into a file that was named, or to standard output."""

from collections.abc import Iterable
from pathlib import Path

from reader.cli.manners import say


def deliver(pieces: Iterable[str], path: Path | None, force: bool) -> None:
    """Write the pieces to this file, whole or not at all, or one by one to standard output.

    Raises UsageError where there is a file already and no `force`, WriteError where it cannot be written.
    """
    if path is None:
        for piece in pieces:
            say(piece)
        return
    from reader.exports.writing import write_atomically

    write_atomically(path, pieces, force)
