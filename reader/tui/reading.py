"""The reading screen: what the reader presses goes to the page, a search, a dialog or the shelf."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.shelf.places import Place
from reader.tui.cards import DEFINITIONS, Go, OpenEntry, TakeStep
from reader.tui.checked_screen import CheckedScreen
from reader.tui.desk import Desk
from reader.tui.dialog import QUIT
from reader.tui.keeping import Keeper, Written
from reader.tui.layout import MODES
from reader.tui.outbox import Severity
from reader.tui.places import top_of
from reader.tui.settings import CHOICES, PINYIN
from reader.tui.sheet import Sheet

TOLD: Mapping[Severity, float] = {"information": 2.5, "warning": 8, "error": 10}  # seconds a sentence stays
TICK = 1.0  # seconds between two looks at where the reader is


class ReadingScreen(CheckedScreen):
    """The article in two languages beside its glossary."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "entry", "Entry", id="read.entry", tooltip="The whole entry of the active term"),
        Binding(
            "t", "index", "Terms", id="read.index", tooltip="Every term of the text, to filter and jump to"
        ),
        Binding("m", "mode", "Mode", id="read.mode", tooltip="Translation below, beside, hidden, or alone"),
        Binding(
            "p", "pinyin", "Pinyin", id="read.pinyin", tooltip="Pinyin off, in the pane, or above the terms"
        ),
        Binding(
            "d",
            "definitions",
            "Definitions",
            id="read.definitions",
            tooltip="Definitions in English, Chinese, both",
        ),
        Binding(
            "colon", "go_to", "Go to", id="read.go_to", tooltip="Go to a paragraph by number, or to a section"
        ),
        Binding("b", "mark", "Mark", id="marks.toggle", tooltip="Mark this paragraph, or take its mark away"),
        Binding(
            "B", "marks", "Marks", id="marks.list", tooltip="Marks and notes: rename, delete, undo, go there"
        ),
        Binding(
            "right_square_bracket", "next_mark(1)", "Next mark", id="marks.next", tooltip="The next mark"
        ),
        Binding(
            "left_square_bracket",
            "next_mark(-1)",
            "Previous mark",
            id="marks.previous",
            tooltip="The mark before",
        ),
        Binding("a", "note", "Note", id="note.open", tooltip="A note on the active term or the paragraph"),
        Binding(
            "ctrl+s", "retry", "Save again", id="marks.retry", tooltip="Try again to save what is not saved"
        ),
        Binding("y", "copy", "Copy", id="read.copy", tooltip="Copy the selection, else the active term"),
        Binding(
            "i", "about", "About", id="read.about", tooltip="What this text and its Chinese are; its sections"
        ),
        Binding("J", "pane(3)", "Pane down", id="pane.down", tooltip="Scroll the pane down"),
        Binding("K", "pane(-3)", "Pane up", id="pane.up", tooltip="Scroll the pane up"),
        QUIT,
    ]

    chosen_keys: Mapping[str, str] = {}

    def on_mount(self) -> None:
        self.show_hints()
        self.keeper.load()
        self.keeper.listen(self._tell, self.show_kept)
        self.show_kept()
        self.page.focus()
        self.survey()
        self._resume()
        self.call_after_refresh(self.begin)

    def __init__(self, desk: Desk, keeper: Keeper, start: int | None = None) -> None:
        """`start` is the paragraph to begin at; None begins where the reader left off."""
        super().__init__(desk, keeper)
        self.start = start

    def _resume(self) -> None:
        place = self.keeper.place()
        first, last = self.page.bounds
        if self.start is not None:
            self.page.go(self.start)
            if not first <= self.start <= last:
                self._tell(f"There is no paragraph {self.start}; the text has {first} to {last}.", "warning")
        elif place:
            self.page.resume(place.paragraph, place.top, place.term)
        else:
            self.page.go(1)

    def begin(self) -> None:
        """What need not be done before the first screen is seen."""
        if not self.desk.settled:
            self.detect_language()
        for warning in self.desk.article.warnings:
            self._tell(warning, "warning")
        self.set_interval(TICK, self.keep_place)

    # The pane

    @on(Sheet.Chosen, "#pane")
    def take(self, event: Sheet.Chosen) -> None:
        """Go where a card points."""
        match event.target:
            case TakeStep(step):
                self.page.activate(self.page.steps()[step])
            case OpenEntry(concept):
                self.open_entry(concept)
            case Go() as place:
                self.go(place)

    def go(self, place: Go | int | None) -> None:
        """Go to a place of the text, or to a paragraph."""
        if isinstance(place, Go):
            self.page.go_to(place.number, place.side, place.offset, place.concept)
        elif place is not None:
            self.page.go(place)

    def action_pane(self, by: int) -> None:
        self.pane.scroll_rows(by)

    def action_entry(self) -> None:
        concept = self.concept
        if concept:
            self.open_entry(concept.id)

    def open_entry(self, concept: str) -> None:
        """Show a whole entry; a place chosen there is gone to."""
        from reader.tui.entry import EntryScreen

        counted = self.known.places if self.surveyed else None
        self.app.push_screen(EntryScreen(self.desk, concept, counted, self.page.active), self.go)

    def action_index(self) -> None:
        from reader.tui.index import IndexScreen

        counted = self.known.places if self.surveyed else None
        self.app.push_screen(IndexScreen(self.desk, counted, self.page.active), self._take_listed)

    def _take_listed(self, chosen: object) -> None:
        if isinstance(chosen, Go):
            self.go(chosen)

    # How the page looks

    def action_mode(self) -> None:
        modes = [mode for mode in MODES if mode != "beside" or self.fits_beside]
        at = modes.index(self.page.mode) if self.page.mode in modes else 0
        self.page.mode = modes[(at + 1) % len(modes)]
        self.keeper.taste_changed(mode=self.page.mode)

    def action_pinyin(self) -> None:
        self.pinyin = PINYIN[(PINYIN.index(self.pinyin) + 1) % len(PINYIN)]
        self.keeper.taste_changed(pinyin=self.pinyin)
        self.remind(f"pinyin: {self.pinyin}")

    def action_definitions(self) -> None:
        choices = list(DEFINITIONS)
        self.definitions = choices[(choices.index(self.definitions) + 1) % len(choices)]
        self.keeper.taste_changed(definitions=self.definitions)
        self.remind(f"definitions: {self.definitions}")

    def choose(self, choices: Mapping[str, str]) -> None:
        """Take over mode, pinyin, definitions as they were chosen; what is no choice is passed over."""
        for name, value in choices.items():
            if value in CHOICES.get(name, ()):
                setattr(self.page if name == "mode" else self, name, value)

    # What the reader keeps

    def keep_place(self) -> None:
        """Remember where the reader is; written where it has changed."""
        page = self.page
        self.keeper.place_changed(
            Place(page.current, top_of(page.frame().rows), page.step if page.step >= 0 else page.wanted)
        )
        self.keeper.settle()

    def show_kept(self) -> None:
        """Show marks and notes, and what is not saved."""
        self.page.marked, self.page.noted = self.keeper.marked, self.keeper.noted
        unsaved = self.keeper.unsaved_line
        self.show_hints(f"⚠ {unsaved}" if unsaved else "")
        self.show_found()
        self.count_findings()
        self.show_heading()
        self.show_cards(keep=True)

    def _tell(self, sentence: str, severity: Severity) -> None:
        self.app.notify(sentence, severity=severity, markup=False, timeout=TOLD[severity])

    def action_mark(self) -> None:
        self.keeper.toggle_mark(self.page.current)

    def action_next_mark(self, by: int) -> None:
        number = self.keeper.next_mark(self.page.current, by)
        if number is None:
            self.remind("no other mark" if self.keeper.marked else "no mark yet; b makes one")
        self.go(number)

    def action_retry(self) -> None:
        self.keeper.retry()

    def action_marks(self) -> None:
        from reader.tui.marks_list import MarksList

        self.app.push_screen(MarksList(self.keeper, self.page.current), self.go)

    def action_note(self) -> None:
        from reader.tui.note_editor import NoteEditor

        subjects = self.keeper.subjects(self.page.current, self.page.active)
        self.app.push_screen(NoteEditor(self.desk.article, subjects), self._keep_notes)

    def _keep_notes(self, written: Sequence[Written] | None) -> None:
        for note in written or ():
            self.keeper.write(note)

    # Going elsewhere, and taking away

    def action_go_to(self) -> None:
        from reader.tui.go_to import GoTo

        self.app.push_screen(GoTo(self.desk.article, self.page.current), self._take_number)

    def _take_number(self, number: object) -> None:
        if isinstance(number, int):
            self.page.go(number)

    def action_about(self) -> None:
        from reader.tui.help import SheetScreen, about_blocks

        self.app.push_screen(SheetScreen(about_blocks(self.desk.article)), self.go)

    def action_copy(self) -> None:
        from reader.tui.entry_blocks import copied

        concept = self.concept
        text = self.get_selected_text() or (copied(concept) if concept else "")
        if text:
            self.app.copy_to_clipboard(text)
            self.notify(f"Copied: {text[:60]}", markup=False, timeout=2)
