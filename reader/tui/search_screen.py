"""Finding on the reading screen: the bar, the keys from hit to hit, and what the last line says of it."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.timer import Timer

from reader.tui.finding import Finding
from reader.tui.page import Page
from reader.tui.page_screen import PageScreen, hints

REMINDS = 2.5  # seconds that a word in the last line stays


class SearchScreen(PageScreen):
    """A page that can be searched."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", id="find.open", tooltip="Find in both languages"),
        Binding("n", "hit(1)", "Next hit", id="find.next", tooltip="The next place that was found"),
        Binding("N", "hit(-1)", "Previous hit", id="find.previous", tooltip="The place found before"),
        Binding(
            "escape",
            "end_find",
            "End search",
            id="find.end",
            tooltip="End the search, back to where it began",
        ),
    ]

    chosen_keys: Mapping[str, str] = {}
    finding: Finding | None = None
    _reminding: Timer | None = None  # takes away what was said last

    def action_find(self) -> None:
        from reader.tui.find_bar import FindBar

        if self.query("FindBar"):
            self.query("FindBar").focus()
            return
        self.finding = Finding(self.page)
        self.show_hints("type to find   ⏎ keep the hits   esc back to where you were")
        bar = FindBar(self._find, self._close_find_bar, self.action_end_find)
        self.mount(bar, before=self.hints)
        bar.focus()

    def _find(self, words: str) -> None:
        if self.finding:
            self.finding.type(words)
            self.show_found()

    def action_end_find(self) -> None:
        if self.finding:
            self.finding.end()
            self.finding = None
        self._close_find_bar()
        self.show_found()

    def _close_find_bar(self) -> None:
        self.query("FindBar").remove()
        self.show_hints()
        self.page.focus()

    def action_hit(self, by: int) -> None:
        if self.finding and self.finding.search.words:
            self.finding.step(by)
            self.show_found()
        else:
            self.remind("no search yet; / begins one")

    def remind(self, words: str) -> None:
        """Say for a moment, in the last line, what was chosen or where the reader is."""
        if self._reminding:
            self._reminding.stop()  # it would take these words away too early
        self.hints.right = words
        self._reminding = self.set_timer(REMINDS, self.show_found)

    def show_found(self) -> None:
        """Say in the last line how the search stands, else that something waits to be saved."""
        found = self.finding.status if self.finding else ""
        self.hints.right = found or ("ctrl+s: try again" if self.keeper.unsaved else "")

    def show_hints(self, instead: str = "") -> None:
        """Draw the last line anew, with what the keys do or with something more pressing."""
        owners = (Page, *reversed(type(self).__mro__), type(self.app))
        bindings = (binding for owner in owners for binding in owner.__dict__.get("BINDINGS", ()))
        own = [binding for binding in bindings if isinstance(binding, Binding)]
        self.hints.left = instead or hints(own, self.chosen_keys, self.translation_name)
