"""The entry screen: a concept with its renderings, what is known of it, and every place in this text."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.terms.concepts import Concept
from reader.terms.occurrences import Occurrence
from reader.text.clean import clean_line
from reader.tui.cards import Go, OpenEntry
from reader.tui.desk import Desk
from reader.tui.dialog import Leaving
from reader.tui.entry_blocks import Survey, copied, entry_blocks, name
from reader.tui.heading import Hints, Line
from reader.tui.sheet import Sheet

HINTS = "esc back  q close  ? help  ⏎ go there  tab section  y copy  e edit  j k move"
TITLE = "sheet--title"  # the style of the blocks that begin a section


class EntryScreen(Leaving[Go | None]):
    """Gives the place of the text that was chosen, or None.

    A related entry opens on the same screen; going back leads through those before it, then out.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,backspace",
            "back",
            "Back",
            id="entry.back",
            tooltip="Back to the entry before, or the page",
        ),
        Binding("q", "close", "Close", id="entry.close", tooltip="Close the entry, and those before it"),
        Binding(
            "tab",
            "section(1)",
            "Next section",
            id="entry.next_section",
            tooltip="To the next part of the entry",
        ),
        Binding(
            "shift+tab",
            "section(-1)",
            "Previous section",
            id="entry.previous_section",
            tooltip="To the part before",
        ),
        Binding(
            "y", "copy", "Copy", id="entry.copy", tooltip="Copy the selection, else Chinese, pinyin, English"
        ),
    ]

    def __init__(
        self,
        desk: Desk,
        concept_id: str,
        survey: Survey | None = None,
        here: Occurrence | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.survey = survey
        self.here = here
        self.concept: Concept = desk.concept(concept_id)
        self.heading = Line(id="heading")
        self.hints = Hints(id="hints")
        self.sheet = Sheet(id="entry")
        self._trail: list[tuple[Concept, int, int]] = []  # entries before this one, with top and cursor

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.sheet
        yield self.hints

    def on_mount(self) -> None:
        self.hints.left = HINTS
        self._show()
        self.sheet.focus()

    # What is shown

    def update_survey(self, survey: Survey | None) -> None:
        """Fill in what was counted (None: nothing yet), and show the entry as the glossary has it now.

        The reader stays where they are; an entry that the glossary has no more is left.
        """
        self.survey = survey
        self._trail = [
            (concept, top, cursor)
            for one, top, cursor in self._trail
            if (concept := self._concept(one.id)) is not None
        ]
        concept = self._concept(self.concept.id)
        if concept is None:
            self.leave()
        else:
            self.concept = concept
            self._show(keep=True)

    def on_screen_resume(self) -> None:
        """An entry that went away while another screen lay over it is left now."""
        if self._concept(self.concept.id) is None:
            self.leave()

    def _concept(self, concept_id: str) -> Concept | None:
        """The entry as it is now; None where the glossary, which may be edited meanwhile, has none."""
        try:
            return self.desk.concept(concept_id)
        except KeyError:
            return None

    def _show(self, *, keep: bool = False) -> None:
        places = None if self.survey is None else self.survey.get(self.concept.id, ())
        came_from = f"  ‹ {name(self._trail[-1][0])}" if self._trail else ""
        self.heading.left = clean_line(name(self.concept) + came_from)
        self.sheet.show(entry_blocks(self.desk, self.concept, places, self.here), keep=keep)

    # What the reader does

    @on(Sheet.Chosen)
    def take(self, event: Sheet.Chosen) -> None:
        """Leave for a place of the text, or open a related entry."""
        match event.target:
            case Go() as place:
                self.leave(place)
            case OpenEntry(concept_id):
                concept = self._concept(concept_id)
                if concept is not None:
                    self._trail.append((self.concept, self.sheet.top, self.sheet.cursor))
                    self.concept = concept
                    self._show()

    def action_back(self) -> None:
        if not self._trail:
            self.leave()
            return
        self.concept, top, cursor = self._trail.pop()
        self._show()
        self.sheet.top, self.sheet.cursor = top, cursor

    def action_close(self) -> None:
        self.leave()

    def action_section(self, by: int) -> None:
        sheet = self.sheet
        firsts = (row for row, line in enumerate(sheet.lines) if line.start == 0)
        titles = [row for row in firsts if sheet.blocks[sheet.lines[row].block].style == TITLE]
        further = [row for row in (0, *titles) if (row - sheet.top) * by > 0]
        if further:
            sheet.scroll_rows((min if by > 0 else max)(further) - sheet.top)

    def action_copy(self) -> None:
        text = self.get_selected_text() or copied(self.concept)
        self.app.copy_to_clipboard(text)
        self.notify(f"Copied: {text[:60]}", markup=False, timeout=2)
