"""The tables of the shelf's file, and the steps that bring an older file to them."""

from collections.abc import Callable
from typing import Any

APPLICATION = 0x72656164
"""SQLite's application_id of the file: `read` in ASCII."""

Step = tuple[str, ...]
Execute = Callable[[str], Any]

# Searching never rewrites an anchor; `seen_*` is where it was last found, and in which text.
_FIRST: Step = (
    """CREATE TABLE texts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        path TEXT NOT NULL
    )""",
    """CREATE TABLE digests (
        digest TEXT PRIMARY KEY,
        text INTEGER NOT NULL REFERENCES texts
    ) WITHOUT ROWID""",
    """CREATE TABLE paths (
        path BLOB PRIMARY KEY,
        text INTEGER NOT NULL REFERENCES texts
    ) WITHOUT ROWID""",
    """CREATE TABLE anchors (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text INTEGER NOT NULL REFERENCES texts,
        digest TEXT NOT NULL,
        number INTEGER NOT NULL,
        paragraph TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        passage TEXT NOT NULL,
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        side TEXT NOT NULL,
        seen_digest TEXT NOT NULL DEFAULT '',
        seen_number INTEGER,
        seen_start INTEGER NOT NULL DEFAULT 0,
        seen_end INTEGER NOT NULL DEFAULT 0,
        seen_state TEXT NOT NULL DEFAULT '',
        seen_score REAL NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX anchors_of_text ON anchors (text)",
    """CREATE TABLE marks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        anchor INTEGER NOT NULL UNIQUE REFERENCES anchors,
        name TEXT NOT NULL,
        created TEXT NOT NULL
    )""",
    """CREATE TABLE notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        anchor INTEGER NOT NULL UNIQUE REFERENCES anchors,
        concept TEXT NOT NULL,
        body TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    )""",
    """CREATE TABLE places (
        text INTEGER PRIMARY KEY REFERENCES texts,
        anchor INTEGER NOT NULL UNIQUE REFERENCES anchors,
        top_paragraph INTEGER NOT NULL,
        top_line INTEGER NOT NULL,
        term INTEGER
    )""",
    """CREATE TABLE preferences (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID""",
)

# A dismissal has no anchor: the finding's fingerprint says where it belongs.
_DISMISSALS: Step = (
    """CREATE TABLE dismissals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text INTEGER NOT NULL REFERENCES texts,
        fingerprint TEXT NOT NULL,
        kind TEXT NOT NULL,
        concept TEXT NOT NULL,
        segment TEXT NOT NULL,
        found TEXT NOT NULL,
        reason TEXT NOT NULL,
        created TEXT NOT NULL,
        UNIQUE (text, fingerprint)
    )""",
)

STEPS: tuple[Step, ...] = (_FIRST, _DISMISSALS)
"""Step n brings a file of schema n to schema n + 1; a step that was ever shipped is never changed."""

PROBES = (
    "SELECT id, title, path FROM texts",
    "SELECT digest, text FROM digests",
    "SELECT path, text FROM paths",
    "SELECT id, text, digest, number, side, seen_digest, seen_state FROM anchors",
    "SELECT id, anchor, name, created FROM marks",
    "SELECT id, anchor, concept, body, revision, created, changed FROM notes",
    "SELECT text, anchor, top_paragraph, top_line, term FROM places",
    "SELECT key, value FROM preferences",
    "SELECT id, text, fingerprint, kind, concept, segment, found, reason, created FROM dismissals",
)
"""What this program reads; a file of a newer schema that cannot answer them cannot be read by it."""


def newest() -> int:
    """The schema that this program writes."""
    return len(STEPS)


def bring_up(execute: Execute, version: int) -> None:
    """Bring a file of schema `version` to the newest; to be run inside one transaction."""
    for step in STEPS[version:]:
        for statement in step:
            execute(statement)
    execute(f"PRAGMA application_id = {APPLICATION}")
    execute(f"PRAGMA user_version = {newest()}")
