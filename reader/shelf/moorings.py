"""Anchors in the shelf's file: made, moved, dropped, and found again in the text as it is now."""

from typing import NamedTuple, Protocol, cast

from reader.shelf.anchors import Anchor, Resolution, State
from reader.shelf.database import Reads, Row, Transaction
from reader.shelf.finding import resolve_all
from reader.shelf.texts import Text

_PARTS = 'digest, number, paragraph, before, after, passage, quote, prefix, suffix, start, "end", side'
_SEEN = "seen_number, seen_start, seen_end, seen_state, seen_score"


class Mooring(NamedTuple):
    """A kept anchor, and where it was when it was last looked for."""

    id: int
    text: int
    anchor: Anchor
    seen_digest: str
    seen: Resolution


class Moored(Protocol):
    """A mark or a note: what has an anchor, as its text is now."""

    @property
    def paragraph(self) -> int | None:
        """Where it is; None for an orphan."""

    @property
    def was(self) -> int:
        """The number of the paragraph when it was made or last confirmed."""


def number_of(item: Moored) -> int:
    """The paragraph where it is; for an orphan where it was."""
    return item.was if item.paragraph is None else item.paragraph


def in_text(item: Moored) -> tuple[bool, int]:
    """What marks and notes are sorted by first: the order of the text, orphans last."""
    return item.paragraph is None, number_of(item)


class Found(NamedTuple):
    """Where each anchor of a text is now, by its id; `anew` had to be searched for: see `note_seen`."""

    resolutions: dict[int, Resolution]
    anew: dict[int, Resolution]


def moor(transaction: Transaction, text: int, anchor: Anchor) -> int:
    """Keep an anchor; returns its id."""
    places = ", ".join("?" * (len(anchor) + 1))
    return transaction.insert(f"INSERT INTO anchors (text, {_PARTS}) VALUES ({places})", text, *anchor)


def remoor(transaction: Transaction, anchor_id: int, anchor: Anchor) -> None:
    """Put an anchor elsewhere and forget where it was found before."""
    parts = ", ".join(f"{part.strip()} = ?" for part in _PARTS.split(","))
    transaction.change(f"UPDATE anchors SET {parts}, seen_digest = '' WHERE id = ?", *anchor, anchor_id)


def unmoor(transaction: Transaction, anchor_id: int) -> None:
    """Drop an anchor."""
    transaction.change("DELETE FROM anchors WHERE id = ?", anchor_id)


def mooring(reads: Reads, anchor_id: int) -> Mooring:
    """The kept anchor with this id."""
    (row,) = reads.rows(
        f"SELECT id, text, {_PARTS}, seen_digest, {_SEEN} FROM anchors WHERE id = ?", anchor_id
    )
    return _mooring(row)


def moorings(reads: Reads, text: int | None, of: str) -> list[Mooring]:
    """The anchors of a text, or of all texts (None), that the rows of one table have, `marks` or `notes`."""
    wanted = (
        f"SELECT id, text, {_PARTS}, seen_digest, {_SEEN} FROM anchors WHERE id IN (SELECT anchor FROM {of})"
    )
    rows = reads.rows(wanted) if text is None else reads.rows(f"{wanted} AND text = ?", text)
    return [_mooring(row) for row in rows]


def find(kept: list[Mooring], text: Text) -> Found:
    """Where the anchors are in the text: as they were last seen in it, else searched for."""
    digest = text.article.digest
    known = {item.id: item.seen for item in kept if item.seen_digest == digest and _holds(item, text)}
    others = [item for item in kept if item.id not in known]
    resolutions = resolve_all([item.anchor for item in others], text.article)
    fresh = {item.id: resolution for item, resolution in zip(others, resolutions, strict=True)}
    anew = {
        item.id: fresh[item.id] for item in others if digest not in (item.anchor.digest, item.seen_digest)
    }
    return Found(known | fresh, anew)


def _holds(item: Mooring, text: Text) -> bool:
    """Whether the words still are where they were seen: the digest does not speak for the translation."""
    if item.anchor.side == "source" or item.seen.number is None:
        return True
    words = text.article.paragraph(item.seen.number).side(item.anchor.side)
    return words[item.seen.start : item.seen.end] == item.anchor.quote


def last_seen(kept: list[Mooring]) -> dict[int, Resolution]:
    """Where the anchors were, without their text: last found, or where they were made."""
    return {item.id: item.seen if item.seen_digest else _made(item.anchor) for item in kept}


def note_seen(transaction: Transaction, digest: str, anew: dict[int, Resolution]) -> None:
    """Remember where anchors were found in the text of this digest, so that it need not be searched again."""
    sets = ", ".join(f"{part.strip()} = ?" for part in _SEEN.split(","))
    for anchor_id, resolution in anew.items():
        transaction.change(
            f"UPDATE anchors SET seen_digest = ?, {sets} WHERE id = ?", digest, *resolution, anchor_id
        )


def _made(anchor: Anchor) -> Resolution:
    return Resolution(anchor.number, anchor.start, anchor.end, "exact", 1.0)


def _mooring(row: Row) -> Mooring:
    anchor_id, text, *parts, seen_digest, number, start, end, state, score = row
    anchor = Anchor(*parts)
    return Mooring(
        anchor_id, text, anchor, seen_digest, Resolution(number, start, end, cast(State, state), score)
    )
