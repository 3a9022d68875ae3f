"""A process of its own that writes to a shelf and says so after each thing that was saved.

python -m tests.shelf.writer FOLDER stream NAME COUNT    marks, a note and the place, COUNT times each
python -m tests.shelf.writer FOLDER bring-up             an old file is brought to a newer schema
python -m tests.shelf.writer FOLDER full                 the disk fills, and is emptied again
"""

import os
import resource
import signal
import sys
from pathlib import Path

from reader.errors import StoreError
from reader.shelf import schema
from reader.shelf.places import Place
from reader.shelf.store import Shelf
from tests.shelf.books import PARAGRAPHS, book

ROWS = 20_000
LONG_STEP: schema.Step = (
    "ALTER TABLE marks ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    "UPDATE marks SET colour = 'grey', name = name || ' of old'",
    "CREATE TABLE colours (id INTEGER PRIMARY KEY, name TEXT)",
    f"""INSERT INTO colours (name) WITH RECURSIVE count(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM count
        WHERE n < {ROWS}) SELECT hex(randomblob(40)) FROM count""",
    "DROP TABLE preferences",
    "CREATE TABLE preferences (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)


def say(*words: object) -> None:
    """One line to the parent, at once and whole."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def stream(folder: Path, name: str, count: int) -> None:
    """Save one thing after the other; each line is said after it was saved."""
    shelf = Shelf.open(folder)
    text = shelf.text(book())
    note = shelf.add_note(text, 1, f"{name} 0")
    say("note", note.id, 0)
    for number in range(1, count + 1):
        mark = shelf.add_mark(text, 1 + number % len(PARAGRAPHS), f"{name} {number}")
        say("mark", mark.name)
        note = shelf.save_note(text, note, f"{name} {number}").note
        say("note", note.id, number)
        shelf.keep_place(text, Place(1 + number % len(PARAGRAPHS), (1, number)))
        say("place", number)
        if number % 3 == 0:
            shelf.delete_mark(mark)
            say("gone", mark.name)


def bring_up(folder: Path) -> None:
    """Open an old file with a program that knows one more step."""
    schema.STEPS = (*schema.STEPS, LONG_STEP)
    say("begun")
    say("opened", *Shelf.open(folder).notices)


def full(folder: Path) -> None:
    """Write until nothing more fits, look whether all is there, make room, and write again."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    shelf = Shelf.open(folder)
    text = shelf.text(book())
    limit = (folder / "reader.sqlite3").stat().st_size + 100_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    saved = 0
    try:
        while saved < 1000:
            shelf.add_note(text, 1, "x" * 2000)
            saved += 1
    except StoreError as error:
        say("refused", error)
    say("read", len(shelf.notes(text)) - saved)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    shelf.add_note(text, 1, "kept in memory until there was room")
    say("saved", len(shelf.notes(text)) - saved)


if __name__ == "__main__":
    match sys.argv[2:]:
        case ["stream", name, count]:
            stream(Path(sys.argv[1]), name, int(count))
        case ["bring-up"]:
            bring_up(Path(sys.argv[1]))
        case ["full"]:
            full(Path(sys.argv[1]))
