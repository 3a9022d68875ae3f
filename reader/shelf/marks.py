"""Marks: paragraphs that a reader wants to come back to, each with a name if they give it one."""

from typing import NamedTuple

from reader.shelf.anchors import Anchor, Resolution, State
from reader.shelf.database import Reads, Transaction
from reader.shelf.moorings import Mooring, in_text, moor, mooring, unmoor
from reader.text.clean import clean_line


class Mark(NamedTuple):
    """One mark, as its text is now."""

    id: int
    paragraph: int | None  # where it is now; None for an orphan
    was: int  # the number of the paragraph when the mark was made or last confirmed
    name: str
    quote: str  # the paragraph as it was then, or how it began
    created: str  # ISO 8601, UTC
    state: State

    @property
    def settled(self) -> bool:
        """Whether the mark is where it was put; else it is to be shown as uncertain until it is confirmed."""
        return self.state == "exact"


class DeletedMark(NamedTuple):
    """All that is needed to undo the deleting of a mark."""

    mark: Mark
    anchor: Anchor


def add(transaction: Transaction, text: int, anchor: Anchor, name: str, created: str) -> Mark:
    """Put a mark on a paragraph; the name is cleaned for one line."""
    name = clean_line(name)
    number = transaction.insert(
        "INSERT INTO marks (anchor, name, created) VALUES (?, ?, ?)",
        moor(transaction, text, anchor),
        name,
        created,
    )
    return Mark(number, anchor.number, anchor.number, name, anchor.quote, created, "exact")


def rename(transaction: Transaction, mark_id: int, name: str) -> bool:
    """Give a mark another name; whether it was there."""
    return transaction.change("UPDATE marks SET name = ? WHERE id = ?", clean_line(name), mark_id) > 0


def delete(transaction: Transaction, mark: Mark) -> DeletedMark | None:
    """Drop a mark; None where another window did so before."""
    anchor_id = anchor_of(transaction, mark.id)
    if anchor_id is None:
        return None
    anchor = mooring(transaction, anchor_id).anchor
    transaction.change("DELETE FROM marks WHERE id = ?", mark.id)
    unmoor(transaction, anchor_id)
    return DeletedMark(mark, anchor)


def restore(transaction: Transaction, text: int, deleted: DeletedMark) -> None:
    """Put a deleted mark back under its old id; doing so twice does no harm."""
    mark = deleted.mark
    if anchor_of(transaction, mark.id) is None:
        transaction.insert(
            "INSERT INTO marks (id, anchor, name, created) VALUES (?, ?, ?, ?)",
            mark.id,
            moor(transaction, text, deleted.anchor),
            mark.name,
            mark.created,
        )


def anchor_of(reads: Reads, mark_id: int) -> int | None:
    """The id of a mark's anchor; None where there is no such mark."""
    found = reads.rows("SELECT anchor FROM marks WHERE id = ?", mark_id)
    return int(found[0][0]) if found else None


def listed(reads: Reads, kept: list[Mooring], where: dict[int, Resolution]) -> dict[int, list[Mark]]:
    """The marks of these anchors by the id of their text, in the order of the text, orphans last."""
    by_id = {item.id: item for item in kept}
    marks: dict[int, list[Mark]] = {item.text: [] for item in kept}
    for mark_id, anchor_id, name, created in reads.rows(
        "SELECT id, anchor, name, created FROM marks ORDER BY id"
    ):
        if anchor_id in by_id:
            item, now = by_id[anchor_id], where[anchor_id]
            anchor = item.anchor
            marks[item.text].append(
                Mark(mark_id, now.number, anchor.number, name, anchor.quote, created, now.state)
            )
    for own in marks.values():
        own.sort(key=lambda mark: (*in_text(mark), mark.id))
    return marks
