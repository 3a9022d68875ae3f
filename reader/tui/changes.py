"""What a reader does to marks and notes, as changes that can wait until the shelf takes them."""

from itertools import count
from typing import NamedTuple, Protocol

from reader.shelf.dismissals import Dismissal
from reader.shelf.marks import DeletedMark, Mark
from reader.shelf.moorings import in_text
from reader.shelf.notes import DeletedNote, Note
from reader.shelf.store import Shelf
from reader.shelf.texts import Text
from reader.text.article import Side

_temporary = count(-1, -1)


class Own(NamedTuple):
    """The marks and notes of one text, in its order, orphans last; and its dismissals as they were made."""

    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()

    def without(self, item: Mark | Note) -> "Own":
        """All but this one."""
        if isinstance(item, Mark):
            return self._replace(marks=tuple(mark for mark in self.marks if mark.id != item.id))
        return self._replace(notes=tuple(note for note in self.notes if note.id != item.id))

    def holding(self, item: Mark | Note) -> "Own":
        """With this one in its place, and not also as it was before."""
        rest = self.without(item)
        if isinstance(item, Mark):
            return rest._replace(marks=tuple(sorted((*rest.marks, item), key=standing)))
        return rest._replace(notes=tuple(sorted((*rest.notes, item), key=standing)))


def standing(item: Mark | Note) -> tuple[bool, int, int, bool, int]:
    """What marks and notes are sorted by: the order of the text, a mark before the notes, orphans last."""
    start = item.start if isinstance(item, Note) else -1
    return *in_text(item), start, item.id < 0, abs(item.id)


class Ledger:
    """The shelf of one text, and what has become there of marks and notes that were not on it yet."""

    def __init__(self, shelf: Shelf, text: Text) -> None:
        self.shelf = shelf
        self.text = text
        self.marks: dict[int, Mark] = {}  # by the id under which the reader knows them
        self.notes: dict[int, Note] = {}
        self.deleted_marks: dict[int, DeletedMark] = {}
        self.deleted_notes: dict[int, DeletedNote] = {}

    def mark(self, mark: Mark) -> Mark:
        """The mark as the shelf knows it."""
        made = self.marks.get(mark.id)
        return mark._replace(id=made.id) if made else mark

    def note(self, note: Note) -> Note:
        """The note as the shelf knows it, with the revision that was saved here last."""
        made = self.notes.get(note.id)
        if made is None or made.revision < note.revision:
            return note
        return note._replace(id=made.id, revision=made.revision)

    def __call__(self, item: Mark | Note) -> Mark | Note:
        """Either of them as the shelf knows it."""
        return self.mark(item) if isinstance(item, Mark) else self.note(item)


class Change(Protocol):
    """One thing that the reader did."""

    def show(self, own: Own, ledger: Ledger) -> Own:
        """The marks and notes with it done."""

    def write(self, ledger: Ledger) -> str:
        """Do it on the shelf; what has to be said about it, "" for nothing. Raises StoreError."""


class AddMark(NamedTuple):
    """A new mark; it has no id yet but the one of `new_mark`."""

    mark: Mark

    def show(self, own: Own, ledger: Ledger) -> Own:
        return own.holding(self.mark)

    def write(self, ledger: Ledger) -> str:
        ledger.marks[self.mark.id] = ledger.shelf.add_mark(ledger.text, self.mark.was, self.mark.name)
        return ""


class Rename(NamedTuple):
    """Another name for a mark."""

    mark: Mark
    name: str

    def show(self, own: Own, ledger: Ledger) -> Own:
        return own.holding(ledger.mark(self.mark)._replace(name=self.name))

    def write(self, ledger: Ledger) -> str:
        if ledger.shelf.rename_mark(ledger.mark(self.mark), self.name):
            return ""
        return f"The mark was deleted in another window, so it could not be named “{self.name}”."


class AddNote(NamedTuple):
    """A new note; it has no id yet but the one of `new_note`."""

    note: Note

    def show(self, own: Own, ledger: Ledger) -> Own:
        return own.holding(self.note)

    def write(self, ledger: Ledger) -> str:
        note = self.note
        ledger.notes[note.id] = ledger.shelf.add_note(
            *(ledger.text, note.was, note.body),
            start=note.start,
            end=note.end,
            side=note.side,
            concept=note.concept,
        )
        return ""


class SaveNote(NamedTuple):
    """Other words for a note, as it was when the reader began to change it."""

    note: Note
    body: str

    def show(self, own: Own, ledger: Ledger) -> Own:
        return own.holding(ledger.note(self.note)._replace(body=self.body))

    def write(self, ledger: Ledger) -> str:
        saved = ledger.shelf.save_note(ledger.text, ledger.note(self.note), self.body)
        ledger.notes[self.note.id] = ledger.notes[saved.note.id] = saved.note
        if saved.rival is None:
            return ""
        return "The note was changed in another window meanwhile: both texts are kept, as two notes."


class Delete(NamedTuple):
    """A mark or a note that goes."""

    item: Mark | Note

    def show(self, own: Own, ledger: Ledger) -> Own:
        return own.without(ledger(self.item))

    def write(self, ledger: Ledger) -> str:
        item, shelf = ledger(self.item), ledger.shelf
        if isinstance(item, Mark):
            mark = shelf.delete_mark(item)
            if mark:
                ledger.deleted_marks[self.item.id] = mark
                return ""
            return "The mark was deleted in another window already."
        note = shelf.delete_note(item)
        if note:
            ledger.deleted_notes[self.item.id] = note
            return ""
        return "The note was changed or deleted in another window meanwhile; nothing was deleted here."


class Restore(NamedTuple):
    """A deleted mark or note that comes back."""

    item: Mark | Note

    def show(self, own: Own, ledger: Ledger) -> Own:
        return own.holding(ledger(self.item))

    def write(self, ledger: Ledger) -> str:
        text, shelf, number = ledger.text, ledger.shelf, self.item.id
        if isinstance(self.item, Mark) and number in ledger.deleted_marks:
            shelf.restore_mark(text, ledger.deleted_marks.pop(number))
        elif isinstance(self.item, Note) and number in ledger.deleted_notes:
            shelf.restore_note(text, ledger.deleted_notes.pop(number))
        elif isinstance(self.item, Mark) and self.item.paragraph is not None:  # it was not deleted here
            ledger.marks[number] = shelf.add_mark(text, self.item.paragraph, self.item.name)
        else:
            return "There is nothing to bring back: it was changed or deleted in another window."
        return ""


class Confirm(NamedTuple):
    """A mark or note of an edited text that belongs where it was found; or on `paragraph`, for an orphan."""

    item: Mark | Note
    paragraph: int | None = None

    def show(self, own: Own, ledger: Ledger) -> Own:
        return own.holding(_confirmed(ledger(self.item), self.paragraph))

    def write(self, ledger: Ledger) -> str:
        item = ledger(self.item)
        if isinstance(item, Mark):
            ledger.shelf.confirm_mark(ledger.text, item, self.paragraph)
        else:
            ledger.shelf.confirm_note(ledger.text, item, self.paragraph)
        return ""


def _confirmed(item: Mark | Note, paragraph: int | None) -> Mark | Note:
    number = item.paragraph if paragraph is None else paragraph
    was = item.was if number is None else number
    return item._replace(paragraph=number, was=was, state="exact")


def new_mark(paragraph: int, name: str, quote: str) -> Mark:
    """A mark that is on no shelf yet."""
    return Mark(next(_temporary), paragraph, paragraph, name, quote, "", "exact")


def new_note(
    body: str, concept: str, quote: str, number: int, start: int = 0, end: int = 0, side: Side = "source"
) -> Note:
    """A note that is on no shelf yet; its revision is 0."""
    return Note(next(_temporary), number, number, start, end, side, concept, quote, body, 0, "", "", "exact")
