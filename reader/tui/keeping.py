"""The keeper: what a reader does to marks, notes and findings, in the reader's own terms."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.shelf.dismissals import Dismissal
from reader.shelf.marks import Mark
from reader.shelf.moorings import number_of
from reader.shelf.notes import Note
from reader.shelf.store import Shelf
from reader.terms.occurrences import Occurrence
from reader.text.article import Article, Side
from reader.text.clean import clean_import, clean_line
from reader.text.quoting import quoted
from reader.tui.changes import (
    AddMark,
    AddNote,
    Confirm,
    Delete,
    Rename,
    Restore,
    SaveNote,
    new_mark,
    new_note,
    standing,
)
from reader.tui.outbox import Outbox
from reader.tui.places import called

if TYPE_CHECKING:  # the first screen is there before anything is found
    from reader.terms.findings import Finding

Item = Mark | Note


class Subject(NamedTuple):
    """What a note is about: a paragraph, or a term where it stands (then `start` is below `end`)."""

    number: int
    quote: str
    start: int = 0  # code points
    end: int = 0
    side: Side = "source"
    concept: str = ""
    note: Note | None = None  # the one there is


class Written(NamedTuple):
    """A text that the reader wrote on a subject; an empty one takes its note away."""

    subject: Subject
    text: str


class Keeper(Outbox):
    """The reading place, the tastes, the marks, notes and dismissed findings of one article."""

    def __init__(self, shelf: Shelf, article: Article) -> None:
        super().__init__(shelf, article)
        self._deleted: list[Item] = []  # the last one is the first to come back

    # Marks

    @property
    def marked(self) -> frozenset[int]:
        """The paragraphs with a mark."""
        return frozenset(mark.paragraph for mark in self.own.marks if mark.paragraph is not None)

    def toggle_mark(self, number: int) -> None:
        """Mark a paragraph, as it was marked before if it was; or take its marks away."""
        there = [mark for mark in self.own.marks if mark.paragraph == number]
        for mark in there:
            self._deleted.append(mark)
            said = f"The mark on {called(self.article, number)} is gone; the same key brings it back."
            self.do(Delete(mark), said if mark == there[-1] else "")
        if not there:
            self._mark(number)

    def _mark(self, number: int) -> None:
        before = [item for item in self._deleted if isinstance(item, Mark) and item.paragraph == number]
        if before:
            self._deleted.remove(before[-1])
            self.do(Restore(before[-1]))
        else:
            self.do(AddMark(new_mark(number, "", self.article.paragraph(number).source)))

    def rename(self, mark: Mark, name: str) -> Mark:
        """Give a mark another name; the mark as it is called then."""
        name = clean_line(name.strip())
        if name != mark.name:
            self.do(Rename(mark, name))
        return mark._replace(name=name)

    def next_mark(self, number: int, by: int) -> int | None:
        """The next marked paragraph after (1) or before (-1) this one, round the end; None where none is."""
        others = sorted(self.marked - {number})
        ahead = [other for other in others if (other - number) * by > 0]
        return (ahead or others)[0 if by > 0 else -1] if others else None

    # Notes

    @property
    def noted(self) -> frozenset[int]:
        """The paragraphs with a note."""
        return frozenset(note.paragraph for note in self.own.notes if note.paragraph is not None)

    def notes_at(self, number: int) -> Sequence[str]:
        """The reader's notes on a paragraph and on its terms, as they are shown beside it."""
        return [
            f"{quoted(note.quote)}: {note.body}" if note.concept else note.body
            for note in self.own.notes
            if note.paragraph == number
        ]

    def subjects(self, number: int, active: Occurrence | None) -> tuple[Subject, ...]:
        """What a note may be about here: the active term, where there is one, and the paragraph."""
        whole = self._annotated(Subject(number, self.article.paragraph(number).source))
        if active is None:
            return (whole,)
        term = Subject(number, active.text, active.start, active.end, active.side, active.concept)
        return self._annotated(term), whole

    def _annotated(self, subject: Subject) -> Subject:
        for note in self.own.notes:
            if note.paragraph == subject.number and _about(note, subject):
                return subject._replace(note=note)
        return subject

    def write(self, written: Written) -> Subject:
        """Keep what was written on a subject; where nothing was left of its note, the note goes.

        The subject with its note as it is then.
        """
        subject, text = written.subject, clean_import(written.text).strip()
        said = f"Your note on {called(self.article, subject.number)} is saved."
        note = subject.note
        if note is None and text:
            note = self._done(AddNote(_new(subject, text)), text, said)
        elif note and not text:
            self.delete(note)
            note = None
        elif note and text != note.body:
            note = self._done(SaveNote(note, text), text, said)
        return subject._replace(note=note)

    def _done(self, change: AddNote | SaveNote, text: str, said: str) -> Note:
        """The note as it is on the shelf now, else as it waits for it."""
        self.do(change, said)
        note = change.note if self.waiting else self._ledger.notes.get(change.note.id, change.note)
        return note._replace(body=text)

    # Both

    def items(self) -> list[Item]:
        """All marks and notes in the order of the text, orphans last."""
        return sorted([*self.own.marks, *self.own.notes], key=standing)

    def delete(self, item: Item) -> None:
        """Delete a mark or a note; `undo` brings it back."""
        self._deleted.append(item)
        what = "mark" if isinstance(item, Mark) else "note"
        self.do(Delete(item), f"The {what} is deleted; the list of marks and notes can bring it back.")

    def undo(self) -> Item | None:
        """Bring back what was deleted last; None where there is nothing."""
        if not self._deleted:
            return None
        item = self._deleted.pop()
        self.do(Restore(item))
        return item

    def confirm(self, item: Item, paragraph: int | None = None) -> None:
        """Take a mark or note to belong where it is shown, or on this paragraph: an orphan needs one."""
        self.do(Confirm(item, paragraph))

    # Findings of the check

    @property
    def dismissed(self) -> Mapping[str, Dismissal]:
        """The dismissals by the fingerprint of their finding, as they were made."""
        return {dismissal.fingerprint: dismissal for dismissal in self.own.dismissals}

    def dismiss(self, finding: "Finding", reason: str = "") -> None:
        """Let a finding stand from now on; of one that is dismissed only the reason changes."""
        from reader.tui.dismissing import Dismiss

        self.do(Dismiss(finding, clean_line(reason.strip())))

    def undismiss(self, fingerprint: str) -> None:
        """Count a dismissed finding again."""
        from reader.tui.dismissing import Undismiss

        self.do(Undismiss(fingerprint))


def subject_of(note: Note) -> Subject:
    """What a note is about, as it is now."""
    return Subject(number_of(note), note.quote, note.start, note.end, note.side, note.concept, note)


def _new(subject: Subject, text: str) -> Note:
    where = (subject.number, subject.start, subject.end, subject.side)
    return new_note(text, subject.concept, subject.quote, *where)


def _about(note: Note, subject: Subject) -> bool:
    """Whether a note of this paragraph is on the subject; one that lost its words is known by its concept."""
    if note.start == note.end:
        return note.concept == subject.concept
    return (note.side, note.start, note.end) == (subject.side, subject.start, subject.end)
