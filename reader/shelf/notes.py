"""Notes: what a reader writes on a paragraph or on a term where it stands; nothing written is ever lost."""

from typing import NamedTuple

from reader.shelf.anchors import Anchor, Resolution, State
from reader.shelf.database import Reads, Row, Transaction
from reader.shelf.moorings import Mooring, in_text, moor, mooring, unmoor
from reader.text.article import Side
from reader.text.clean import clean, clean_line

_COLUMNS = "id, anchor, concept, body, revision, created, changed"


class Note(NamedTuple):
    """One note, as its text is now."""

    id: int
    paragraph: int | None  # where it is now; None for an orphan
    was: int  # the number of the paragraph when the note was made or last confirmed
    start: int  # the words it is on, in code points; equal to `end` where it is on the whole paragraph
    end: int
    side: Side  # whether the words are in the paragraph or in its translation
    concept: str  # the id of the concept it is on; "" for none
    quote: str  # the words, or the paragraph, as they were then
    body: str
    revision: int  # counts the savings of this note, from 1
    created: str  # ISO 8601, UTC
    changed: str
    state: State

    @property
    def settled(self) -> bool:
        """Whether the note is where it was put; else it is to be shown as uncertain until it is confirmed."""
        return self.state == "exact"


class SavedNote(NamedTuple):
    """A note that was saved; `rival` is the same note as another window had saved it, kept beside it."""

    note: Note
    rival: Note | None = None


class DeletedNote(NamedTuple):
    """All that is needed to undo the deleting of a note."""

    note: Note
    anchor: Anchor


def add(transaction: Transaction, text: int, anchor: Anchor, concept: str, body: str, now: str) -> Note:
    """Write a note; what is written is cleaned."""
    concept, body = clean_line(concept), clean(body)
    number = transaction.insert(
        "INSERT INTO notes (anchor, concept, body, created, changed) VALUES (?, ?, ?, ?, ?)",
        moor(transaction, text, anchor),
        concept,
        body,
        now,
        now,
    )
    place = (anchor.number, anchor.number, anchor.start, anchor.end, anchor.side)
    return Note(number, *place, concept, anchor.quote, body, 1, now, now, "exact")


def save(transaction: Transaction, text: int, note: Note, fallback: Anchor, body: str, now: str) -> SavedNote:
    """Change what a note says. If another window changed or deleted it meanwhile, a note of its own is made.

    `fallback` is where that one is put if the old anchor is gone too.
    """
    body = clean(body)
    found = transaction.rows(f"SELECT {_COLUMNS} FROM notes WHERE id = ?", note.id)
    if not found:
        return SavedNote(add(transaction, text, fallback, note.concept, body, now))
    _, anchor_id, _, there, revision, _, changed = found[0]
    if revision != note.revision and there != body:
        anchor = mooring(transaction, anchor_id).anchor
        rival = note._replace(body=there, revision=revision, changed=changed)
        return SavedNote(add(transaction, text, anchor, note.concept, body, now), rival)
    transaction.change(
        "UPDATE notes SET body = ?, revision = ?, changed = ? WHERE id = ?", body, revision + 1, now, note.id
    )
    return SavedNote(note._replace(body=body, revision=revision + 1, changed=now))


def delete(transaction: Transaction, note: Note) -> DeletedNote | None:
    """Drop a note; None, and nothing is dropped, if another window changed or dropped it meanwhile."""
    found = transaction.rows("SELECT anchor FROM notes WHERE id = ? AND revision = ?", note.id, note.revision)
    if not found:
        return None
    anchor_id = int(found[0][0])
    anchor = mooring(transaction, anchor_id).anchor
    transaction.change("DELETE FROM notes WHERE id = ?", note.id)
    unmoor(transaction, anchor_id)
    return DeletedNote(note, anchor)


def restore(transaction: Transaction, text: int, deleted: DeletedNote) -> None:
    """Put a deleted note back under its old id; doing so twice does no harm."""
    note = deleted.note
    if anchor_of(transaction, note.id) is None:
        anchor_id = moor(transaction, text, deleted.anchor)
        transaction.insert(
            f"INSERT INTO notes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(note.id, anchor_id, note.concept, note.body, note.revision, note.created, note.changed),
        )


def anchor_of(reads: Reads, note_id: int) -> int | None:
    """The id of a note's anchor; None where there is no such note."""
    found = reads.rows("SELECT anchor FROM notes WHERE id = ?", note_id)
    return int(found[0][0]) if found else None


def listed(reads: Reads, kept: list[Mooring], where: dict[int, Resolution]) -> dict[int, list[Note]]:
    """The notes of these anchors by the id of their text, in the order of the text, orphans last."""
    by_id = {item.id: item for item in kept}
    notes: dict[int, list[Note]] = {item.text: [] for item in kept}
    for row in reads.rows(f"SELECT {_COLUMNS} FROM notes ORDER BY id"):
        if row[1] in by_id:
            item = by_id[row[1]]
            notes[item.text].append(_note(row, item.anchor, where[item.id]))
    for own in notes.values():
        own.sort(key=lambda note: (*in_text(note), note.start, note.id))
    return notes


def _note(row: Row, anchor: Anchor, now: Resolution) -> Note:
    note_id, _, concept, body, revision, created, changed = row
    place = (now.number, anchor.number, now.start, now.end, anchor.side)
    return Note(note_id, *place, concept, anchor.quote, body, revision, created, changed, now.state)
