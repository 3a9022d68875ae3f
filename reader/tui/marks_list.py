"""The list of the reader's marks and notes in this text: to go to one, name, confirm, delete and undo."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.shelf.marks import Mark
from reader.shelf.notes import Note
from reader.tui.blocks import Block
from reader.tui.cards import Go
from reader.tui.dialog import EDIT, Dialog
from reader.tui.heading import Hints, Line
from reader.tui.keeping import Item, Keeper, Written, subject_of
from reader.tui.marks_blocks import item_block
from reader.tui.note_editor import NoteEditor
from reader.tui.places import called
from reader.tui.sheet import Sheet

HINTS = "esc close   ? help   ⏎ go   r rename   x delete   u undo   a write"
CONFIRM = "c confirm   "
EMPTY = (
    "No paragraph of this text is marked and none has a note: "
    "on the page b marks the one you are reading, and a writes a note on it."
)


class MarksList(Dialog[Go | None]):
    """Gives the place of the mark or note that was chosen; all else is done while it is open."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-high")]  # noqa: RUF012 -- as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rename", "Rename", id="marks.rename", tooltip="Give the mark a name"),
        Binding("x,delete", "delete", "Delete", id="marks.delete", tooltip="Delete the mark or note"),
        Binding("u", "undo", "Undo", id="marks.undo", tooltip="Bring back what was deleted last"),
        Binding("a", "write", "Write", id="marks.write", tooltip="Change the note"),
        Binding(
            "c",
            "confirm",
            "Confirm",
            id="marks.confirm",
            tooltip="It is right where it is shown; one that is nowhere goes to your paragraph",
        ),
        Binding(
            "escape,q",
            "close",
            "Close",
            id="marks.close",
            tooltip="Close the list, or leave the name as it is",
        ),
        EDIT,
    ]

    def __init__(self, keeper: Keeper, here: int) -> None:
        """`here` is the paragraph that the reader is in."""
        super().__init__()
        self.heading = Line(classes="marks--heading")
        self.sheet = Sheet()
        self.name_input = Input(compact=True, placeholder="a name for the mark")
        self.hints = Hints(classes="marks--hints")
        self._keeper = keeper
        self._here = here
        self._named: Mark | None = None  # the one that is being named

    def compose(self) -> ComposeResult:
        with Vertical(id="marks"):
            yield self.heading
            yield self.sheet
            yield self.name_input
            yield self.hints

    def on_mount(self) -> None:
        self.name_input.display = False
        self._keeper.load()
        self.show()
        self.sheet.focus()
        self.call_after_refresh(self.sheet.stand_at, self._nearest())

    # Showing

    def show(self) -> None:
        """Show the marks and notes as they are now, the cursor where it was."""
        article, items = self._keeper.article, self._keeper.items()
        blocks = [item_block(article, item, self._here) for item in items]
        self.sheet.show(blocks or [Block(EMPTY, "sheet--faint")], keep=bool(self.sheet.blocks))
        marks, notes = len(self._keeper.own.marks), len(self._keeper.own.notes)
        self.heading.left = "Marks and notes"
        self.heading.right = f"{marks} ◆  {notes} ✎" if items else ""
        doubtful = any(not item.settled for item in items)
        self.hints.left = self._keeper.unsaved_line or CONFIRM * doubtful + HINTS

    def _nearest(self) -> int:
        """The index of the last one up to where the reader is."""
        numbers = [item.paragraph for item in self._keeper.items()]
        return max(0, sum(number is not None and number <= self._here for number in numbers) - 1)

    @property
    def item(self) -> Item | None:
        """What is under the cursor."""
        chosen = self.sheet.chosen
        return chosen if isinstance(chosen, Mark | Note) else None

    # What the reader presses

    @on(Sheet.Chosen)
    def go(self, event: Sheet.Chosen) -> None:
        """Close with the place of the chosen one, where it has one; a name that was begun is given first."""
        if self._named:
            self.rename()
        match event.target:
            case Mark(paragraph=int(number)):
                self.leave(Go(number, 0))
            case Note(paragraph=int(number)) as note:
                self.leave(Go(number, note.start, note.side))
            case _:
                self.hints.left = "That is no longer in the text; c puts it on the paragraph you are reading."

    def action_rename(self) -> None:
        """Ask for a name in place."""
        if not isinstance(self.item, Mark):
            self.hints.left = "A note has no name; a changes what it says." if self.item else HINTS
            return
        self._named = self.item
        self.name_input.value = self.item.name
        self.name_input.display = True
        self.name_input.focus()
        where = called(
            self._keeper.article, self.item.was if self.item.paragraph is None else self.item.paragraph
        )
        self.hints.left = f"enter names the mark on {where}   esc leaves it"

    @on(Input.Submitted)
    def rename(self) -> None:
        """Give the mark the name that was typed."""
        if self._named:
            self._keeper.rename(self._named, self.name_input.value)
        self._end_naming()

    def keep_draft(self, keeper: Keeper) -> None:
        """Give the mark the name that is being typed; the reader may go on typing."""
        if self._named:
            self._named = keeper.rename(self._named, self.name_input.value)

    def _end_naming(self) -> None:
        self._named = None
        self.sheet.focus()
        self.name_input.display = False
        self.show()

    def action_close(self) -> None:
        if self._named:
            self._end_naming()
        else:
            self.leave()

    def action_delete(self) -> None:
        if self.item:
            self._keeper.delete(self.item)
            self.show()

    def action_undo(self) -> None:
        """Bring back what was deleted last, and stand on it."""
        item = self._keeper.undo()
        self.show()
        if item is None:
            self.hints.left = "There is nothing to bring back."
            return
        places = [index for index, other in enumerate(self._keeper.items()) if same(other, item)]
        if places:
            self.sheet.stand_at(places[0])

    def action_confirm(self) -> None:
        """Take the uncertain one to be right; put an orphan on the reader's paragraph."""
        item = self.item
        if item is None:
            return
        if item.settled:
            self.hints.left = "That is where you put it: there is nothing to confirm."
            return
        self._keeper.confirm(item, self._here if item.paragraph is None else None)
        self.show()

    def action_write(self) -> None:
        """Open the note."""
        if isinstance(self.item, Note) and self.is_active:
            editor = NoteEditor(self._keeper.article, (subject_of(self.item),))
            self.app.push_screen(editor, self._write)
        elif isinstance(self.item, Mark):
            self.hints.left = "A mark has a name; r changes it."

    def _write(self, written: Sequence[Written] | None) -> None:
        for one in written or ():
            self._keeper.write(one)
        self.show()


def same(one: Item, other: Item) -> bool:
    """Whether two are the same mark, or the same note, at different times."""
    return type(one) is type(other) and one.id == other.id
