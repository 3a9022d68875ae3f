"""Finding on the page: what was typed, which hit the reader stands at, and the way back."""

from typing import NamedTuple

from reader.text.quoting import quoted
from reader.tui.page import Page
from reader.tui.search import Found, Search, nothing_found
from reader.tui.window import Anchor

WHILE_TYPING = 5000  # paragraphs that are read for a hit, or for the count, after each key


class Origin(NamedTuple):
    """Where the reader was."""

    number: int
    anchor: Anchor
    step: int
    revealed: frozenset[int]


class Finding:
    """One search on a page, from its first character to its end."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.origin = Origin(page.current, page.pinned, page.step, page.revealed)
        self.search = Search(page.desk.article, "")
        self.hit: Found | None = None

    def type(self, words: str) -> None:
        """Look for these words from where the search began."""
        self.search = Search(self.page.desk.article, words)
        self._show(self.search.after(self.origin.number, None, 1, WHILE_TYPING))

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) hit."""
        at = self.hit.number if self.hit else self.page.current
        self._show(self.search.after(at, self.hit, by) or self.hit)

    def end(self) -> None:
        """Put the lights out and the reader back."""
        self.page.revealed = self.origin.revealed
        self.page.show_hits(nothing_found, None)
        self.page.go(self.origin.number, step=self.origin.step, anchor=self.origin.anchor)

    def _show(self, hit: Found | None) -> None:
        self.hit = hit
        if hit is None:
            self.page.go(self.origin.number, step=self.origin.step, anchor=self.origin.anchor)
        self.page.show_hits(self.search.hits, hit)

    @property
    def _longer(self) -> bool:
        """Whether the text is longer than what is read while typing."""
        return self.search.count(WHILE_TYPING) is None

    @property
    def status(self) -> str:
        """What was found, in words: `“root”: 1 of 3`."""
        if not self.search.words:
            return ""
        if self.hit is None:
            where = f" in the next {WHILE_TYPING:,} paragraphs; n looks further" if self._longer else ""
            return f"{quoted(self.search.words)} was not found{where}"
        count = self.search.count(WHILE_TYPING)
        words = quoted(self.search.words)
        return words if count is None else f"{words}: {self.search.rank(self.hit)} of {count}"
