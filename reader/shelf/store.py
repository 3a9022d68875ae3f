"""The shelf: everything a reader keeps, behind one class."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from reader.errors import StoreError
from reader.shelf import dismissals, marks, notes, places
from reader.shelf.anchors import Resolution, anchor_at
from reader.shelf.connection import file_in
from reader.shelf.database import Database
from reader.shelf.dismissals import Dismissal
from reader.shelf.marks import DeletedMark, Mark
from reader.shelf.moorings import Mooring, find, last_seen, moorings, note_seen, number_of, remoor
from reader.shelf.notes import DeletedNote, Note, SavedNote
from reader.shelf.places import Place
from reader.shelf.texts import Text, kept_texts, known, register, text_of
from reader.text.article import Article, Side

if TYPE_CHECKING:  # the first screen is there before anything is found
    from reader.terms.findings import Finding

Clock = Callable[[], datetime]


class Kept(NamedTuple):
    """All marks, notes and dismissals of one text, whether or not its file still exists."""

    title: str
    path: str
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    dismissals: tuple[Dismissal, ...] = ()


def _utc() -> datetime:
    return datetime.now(UTC)


class Shelf:
    """What a reader keeps, in the file `reader.sqlite3` of one folder; for the thread that opened it.

    Opening never raises: what had to be done or cannot be done is told in `notices`. Whatever is written is
    on the disk when the method returns; else it raises StoreError and may be tried again.
    Reading raises StoreError only where the file can no longer be read at all. Everything is ordered by id or
    by place, never by time.
    """

    def __init__(self, folder: Path, clock: Clock = _utc) -> None:
        self._database = Database(file_in(folder))
        self._clock = clock

    @classmethod
    def open(cls, folder: Path, clock: Clock = _utc) -> Self:
        """The shelf of a data folder, made where there is none; `clock` says when something is written."""
        return cls(folder, clock)

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the reader about the state of the file; there may be more of them later."""
        return tuple(self._database.notices)

    @property
    def writable(self) -> bool:
        """Whether it makes sense to write; a later try may succeed all the same."""
        return self._database.writable

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def text(self, article: Article) -> Text:
        """What the other methods know the article by; nothing is read or written."""
        return text_of(article)

    def place(self, text: Text) -> Place | None:
        """Where the reader was in the text; None where they never were."""
        text_id = known(self._database, text)
        return None if text_id is None else places.load(self._database, text_id, text)

    def keep_place(self, text: Text, place: Place, chosen: Mapping[str, str] | None = None) -> None:
        """Remember where the reader is, and with it, in the same transaction, what they have chosen."""
        with self._database.writing() as transaction:
            places.keep(transaction, register(transaction, text), text, place)
            places.prefer(transaction, chosen or {})

    def preferences(self) -> dict[str, str]:
        """What the reader has chosen for all texts (mode, theme, pinyin …), by key."""
        return places.preferences(self._database)

    def prefer(self, **chosen: str) -> None:
        """Remember what the reader has chosen; what is not named stays as it was."""
        with self._database.writing() as transaction:
            places.prefer(transaction, chosen)

    def marks(self, text: Text) -> list[Mark]:
        """The marks of a text in its order, orphans last."""
        text_id, kept, where = self._found(text, "marks")
        return [] if text_id is None else marks.listed(self._database, kept, where).get(text_id, [])

    def add_mark(self, text: Text, paragraph: int, name: str = "") -> Mark:
        """Mark a paragraph; raises IndexError for one that is not in the text."""
        anchor = anchor_at(text.article, paragraph)
        with self._database.writing() as transaction:
            return marks.add(transaction, register(transaction, text), anchor, name, self._now())

    def rename_mark(self, mark: Mark, name: str) -> bool:
        """Give a mark another name; False where it was deleted meanwhile."""
        with self._database.writing() as transaction:
            return marks.rename(transaction, mark.id, name)

    def delete_mark(self, mark: Mark) -> DeletedMark | None:
        """Delete a mark; what `restore_mark` needs, None where it was deleted before."""
        with self._database.writing() as transaction:
            return marks.delete(transaction, mark)

    def restore_mark(self, text: Text, deleted: DeletedMark) -> None:
        """Undo the deleting of a mark."""
        with self._database.writing() as transaction:
            marks.restore(transaction, register(transaction, text), deleted)

    def notes(self, text: Text) -> list[Note]:
        """The notes of a text in its order, orphans last."""
        text_id, kept, where = self._found(text, "notes")
        return [] if text_id is None else notes.listed(self._database, kept, where).get(text_id, [])

    def add_note(
        self,
        text: Text,
        paragraph: int,
        body: str,
        *,
        start: int = 0,
        end: int = 0,
        side: Side = "source",
        concept: str = "",
    ) -> Note:
        """Write a note on a paragraph, or on its words from `start` to `end`, a concept's term."""
        anchor = anchor_at(text.article, paragraph, start, end, side)
        with self._database.writing() as transaction:
            return notes.add(transaction, register(transaction, text), anchor, concept, body, self._now())

    def save_note(self, text: Text, note: Note, body: str) -> SavedNote:
        """Change a note. If another window changed it meanwhile, both texts are kept, as two notes."""
        fallback = anchor_at(text.article, _standing(text, note), note.start, note.end, note.side)
        with self._database.writing() as transaction:
            return notes.save(transaction, register(transaction, text), note, fallback, body, self._now())

    def delete_note(self, note: Note) -> DeletedNote | None:
        """Delete a note; what `restore_note` needs, None if it was changed or deleted meanwhile."""
        with self._database.writing() as transaction:
            return notes.delete(transaction, note)

    def restore_note(self, text: Text, deleted: DeletedNote) -> None:
        """Undo the deleting of a note."""
        with self._database.writing() as transaction:
            notes.restore(transaction, register(transaction, text), deleted)

    def confirm_mark(self, text: Text, mark: Mark, paragraph: int | None = None) -> Mark:
        """Take the mark to belong where it is shown, or on the paragraph named: an orphan needs one."""
        number = mark.paragraph if paragraph is None else paragraph
        if number is None:
            return mark
        anchor = anchor_at(text.article, number)
        with self._database.writing() as transaction:
            anchor_id = marks.anchor_of(transaction, mark.id)
            if anchor_id is not None:
                register(transaction, text)
                remoor(transaction, anchor_id, anchor)
        return mark._replace(paragraph=number, was=number, quote=anchor.quote, state="exact")

    def confirm_note(self, text: Text, note: Note, paragraph: int | None = None) -> Note:
        """Take the note to belong where it is shown, or on another paragraph as a whole; as with a mark."""
        number = note.paragraph if paragraph is None else paragraph
        if number is None:
            return note
        start, end = (note.start, note.end) if paragraph is None else (0, 0)
        anchor = anchor_at(text.article, number, start, end, note.side)
        with self._database.writing() as transaction:
            anchor_id = notes.anchor_of(transaction, note.id)
            if anchor_id is not None:
                register(transaction, text)
                remoor(transaction, anchor_id, anchor)
        note = note._replace(paragraph=number, was=number, start=anchor.start, end=anchor.end)
        return note._replace(quote=anchor.quote, state="exact")

    def dismiss(self, text: Text, finding: "Finding", reason: str = "") -> Dismissal:
        """Let a finding stand; dismissing it again changes the reason."""
        with self._database.writing() as transaction:
            return dismissals.add(transaction, register(transaction, text), finding, reason, self._now())

    def undismiss(self, text: Text, fingerprint: str) -> bool:
        """Take the dismissal of a finding back; False where another window did so before."""
        with self._database.writing() as transaction:
            return dismissals.delete(transaction, register(transaction, text), fingerprint)

    def dismissals(self, text: Text | None = None) -> list[Dismissal]:
        """What was dismissed in a text, or in all of them, in the order in which it was."""
        text_id = known(self._database, text) if text else None
        return [] if text and text_id is None else dismissals.listed(self._database, text_id)

    def kept(self, text: Text) -> Kept:
        """All that is kept of one text; marks and notes are found in it as it is now."""
        own = (tuple(self.marks(text)), tuple(self.notes(text)), tuple(self.dismissals(text)))
        return Kept(text.title, text.shown, *own)

    def everything(self) -> list[Kept]:
        """All that is kept of every text, where it was last found; no text is looked at."""
        marked, noted = moorings(self._database, None, "marks"), moorings(self._database, None, "notes")
        own_marks = marks.listed(self._database, marked, last_seen(marked))
        own_notes = notes.listed(self._database, noted, last_seen(noted))
        dismissed = self.dismissals()
        every = [
            Kept(
                text.title,
                text.path,
                tuple(own_marks.get(text.id, ())),
                tuple(own_notes.get(text.id, ())),
                tuple(dismissal for dismissal in dismissed if dismissal.text == text.id),
            )
            for text in kept_texts(self._database)
        ]
        return [kept for kept in every if kept.marks or kept.notes or kept.dismissals]

    def _found(
        self, text: Text, of: Literal["marks", "notes"]
    ) -> tuple[int | None, list[Mooring], dict[int, Resolution]]:
        """A text's anchors of one kind and where they are; what had to be searched for is remembered."""
        text_id = known(self._database, text)
        kept = [] if text_id is None else moorings(self._database, text_id, of)
        found = find(kept, text)
        if found.anew:
            # Not something the reader did: where it cannot be kept, the next opening searches again.
            with suppress(StoreError), self._database.writing() as transaction:
                note_seen(transaction, text.article.digest, found.anew)
        return text_id, kept, found.resolutions

    def _now(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _standing(text: Text, note: Note) -> int:
    """A paragraph of the text to put the note on if it must be written anew."""
    return max(text.article.first, min(number_of(note), text.article.last))
