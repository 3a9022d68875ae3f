"""Dismissals: findings of the terminology check that a reader has looked at and lets stand, and why."""

from typing import TYPE_CHECKING, NamedTuple

from reader.shelf.database import Reads, Row, Transaction
from reader.text.clean import clean_line

if TYPE_CHECKING:  # the first screen is there before anything is found
    from reader.terms.findings import Finding

_COLUMNS = "id, text, fingerprint, kind, concept, segment, found, reason, created"


class Dismissal(NamedTuple):
    """A dismissed finding, as it was when it was dismissed."""

    id: int
    text: int  # the shelf's number of the text
    fingerprint: str  # what the check knows the finding by
    kind: str
    concept: str  # its id; "" for none
    segment: str  # where it stood
    found: str  # what stood there; "" where something was missing
    reason: str  # "" where the reader gave none
    created: str  # ISO 8601, UTC


def add(transaction: Transaction, text: int, finding: "Finding", reason: str, now: str) -> Dismissal:
    """Dismiss a finding; where it was dismissed before, the new reason takes the place of the old one."""
    reason = clean_line(reason)
    transaction.change(
        """INSERT INTO dismissals (text, fingerprint, kind, concept, segment, found, reason, created)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (text, fingerprint) DO UPDATE SET reason = excluded.reason""",
        *(text, finding.fingerprint, finding.kind, clean_line(finding.concept)),
        *(clean_line(finding.target.spot.segment), clean_line(finding.found), reason, now),
    )
    (row,) = transaction.rows(
        f"SELECT {_COLUMNS} FROM dismissals WHERE text = ? AND fingerprint = ?", text, finding.fingerprint
    )
    return _dismissal(row)


def delete(transaction: Transaction, text: int, fingerprint: str) -> bool:
    """Take the dismissal of a finding back; False where another window did so before."""
    wanted = "DELETE FROM dismissals WHERE text = ? AND fingerprint = ?"
    return transaction.change(wanted, text, fingerprint) > 0


def listed(reads: Reads, text: int | None) -> list[Dismissal]:
    """The dismissals of a text, or of all texts (None), in the order in which they were made."""
    wanted = f"SELECT {_COLUMNS} FROM dismissals WHERE text = coalesce(?, text) ORDER BY id"
    return [_dismissal(row) for row in reads.rows(wanted, text)]


def _dismissal(row: Row) -> Dismissal:
    return Dismissal(*row)
