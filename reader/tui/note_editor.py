"""Writing a note on a term where it stands, or on the paragraph."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from reader.text.article import Article
from reader.text.clean import clean, clean_line
from reader.tui.asking import Question
from reader.tui.dialog import Dialog
from reader.tui.heading import Hints, Line
from reader.tui.keeping import Keeper, Subject, Written
from reader.tui.places import called


class NoteEditor(Dialog[Sequence[Written]]):
    """Gives what was written: a text for each subject it was changed for, and none where it was given up."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-high")]  # noqa: RUF012 -- as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="note.save", tooltip="Save the note; an empty one is deleted"),
        Binding(
            "tab",
            "switch",
            "Term or paragraph",
            id="note.switch",
            tooltip="Write on the term, or on the paragraph",
        ),
        Binding("escape", "close", "Close", id="note.close", tooltip="Close; asks about what was written"),
    ]

    def __init__(self, article: Article, subjects: Sequence[Subject]) -> None:
        """`subjects` are what the note may be about, the likeliest one first."""
        super().__init__()
        self.heading = Line(classes="note--heading")
        self.quote = Line(classes="note--quote")
        self.hints = Hints(classes="note--hints")
        self.area = TextArea(compact=True, highlight_cursor_line=False)
        self._article = article
        self._subjects = list(subjects)
        self._at = 0
        self._drafts = [_body(subject) for subject in subjects]

    def compose(self) -> ComposeResult:
        with Vertical(id="note"):
            yield self.heading
            yield self.quote
            yield self.area
            yield self.hints

    def on_mount(self) -> None:
        self._open(0)

    def _open(self, at: int) -> None:
        self._at = at
        self.area.load_text(self._drafts[at])
        self.area.move_cursor(self.area.document.end)
        subject = self._subjects[at]
        self.heading.left = self._title(subject)
        self.quote.left = clean_line(subject.quote[:300])
        other = self._subjects[1 - at] if len(self._subjects) > 1 else None
        switch = f"tab the {'term' if other.concept else 'paragraph'} instead   " if other else ""
        self.hints.left = f"ctrl+s save   esc close   {switch}".rstrip()

    def _title(self, subject: Subject) -> str:
        where = called(self._article, subject.number)
        on_what = f"a term in {where}" if subject.concept else where
        return f"{'Your note' if subject.note else 'New note'} on {on_what}"

    def _take_draft(self) -> None:
        self._drafts[self._at] = self.area.text

    @property
    def written(self) -> tuple[Written, ...]:
        """The drafts that say something else than the notes that are there."""
        self._take_draft()
        pairs = zip(self._subjects, self._drafts, strict=True)
        return tuple(
            Written(subject, text) for subject, text in pairs if text.strip() != _body(subject).strip()
        )

    def keep_draft(self, keeper: Keeper) -> None:
        """Keep what was written; a note that was only emptied so far is kept as it was.

        From then on it is about the notes that there are: saving changes them, and adds no second one.
        """
        for written in self.written:
            if written.text.strip():
                self._subjects[self._subjects.index(written.subject)] = keeper.write(written)

    def action_save(self) -> None:
        self.leave(self.written)

    def action_switch(self) -> None:
        """Go over to the other subject; the beginning of a new note comes along where there is room."""
        if len(self._subjects) < 2:
            return
        self._take_draft()
        here, there = self._at, 1 - self._at
        if self._subjects[here].note is None and not self._drafts[there]:
            self._drafts[here], self._drafts[there] = "", self._drafts[here]
        self._open(there)

    def action_close(self) -> None:
        if not self.written:
            self.leave(())
        elif self.is_active:  # else it has been asked already
            ask = Question("Keep what you wrote?", "keep it", "throw it away", "go on writing")
            self.app.push_screen(ask, self._answered)

    def _answered(self, keep: bool | None) -> None:
        if keep is not None:
            self.leave(self.written if keep else ())


def _body(subject: Subject) -> str:
    return clean(subject.note.body) if subject.note else ""
