"""The reading place of each text, and how the reader likes to read: all of it free of any layout."""

from collections.abc import Mapping
from typing import NamedTuple

from reader.shelf.anchors import anchor_at
from reader.shelf.database import Reads, Transaction
from reader.shelf.finding import resume
from reader.shelf.moorings import moor, mooring, remoor
from reader.shelf.texts import Text
from reader.text.clean import clean_line


class Place(NamedTuple):
    """Where a reader is in a text."""

    paragraph: int
    top: tuple[int, int]  # the paragraph at the top of the page, and the line of it
    term: int | None = None  # which term of the paragraph is active, from 0


def load(reads: Reads, text_id: int, text: Text) -> Place | None:
    """The place that was kept, in the text as it is now: in its paragraph, or the one nearest to it."""
    found = reads.rows("SELECT anchor, top_paragraph, top_line, term FROM places WHERE text = ?", text_id)
    if not found:
        return None
    anchor_id, top, line, term = found[0]
    anchor = mooring(reads, anchor_id).anchor
    paragraph = resume(anchor, text.article)
    top = max(text.article.first, min(top + paragraph - anchor.number, text.article.last))
    return Place(paragraph, (top, line), term)


def keep(transaction: Transaction, text_id: int, text: Text, place: Place) -> None:
    """Remember the place; raises IndexError for a paragraph that is not in the text."""
    anchor = anchor_at(text.article, place.paragraph)
    anchor = anchor._replace(
        quote=anchor.passage
    )  # nobody reads it: a long paragraph need not be written each time
    found = transaction.rows("SELECT anchor FROM places WHERE text = ?", text_id)
    if found:
        anchor_id = int(found[0][0])
        remoor(transaction, anchor_id, anchor)
    else:
        anchor_id = moor(transaction, text_id, anchor)
    transaction.change(
        "REPLACE INTO places (text, anchor, top_paragraph, top_line, term) VALUES (?, ?, ?, ?, ?)",
        *(text_id, anchor_id, *place.top, place.term),
    )


def preferences(reads: Reads) -> dict[str, str]:
    """Everything the reader has chosen, by key."""
    return dict(reads.rows("SELECT key, value FROM preferences"))


def prefer(transaction: Transaction, chosen: Mapping[str, str]) -> None:
    """Remember what the reader has chosen; what is not named stays as it was."""
    for key, value in chosen.items():
        transaction.change(
            "REPLACE INTO preferences (key, value) VALUES (?, ?)", clean_line(key), clean_line(value)
        )
