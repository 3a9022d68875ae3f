"""The reading screen: the page beside the pane; it routes what the reader does and holds no logic."""

import asyncio
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input

from reader.terms.concepts import Concept, Glossary, speaks
from reader.terms.survey import inconsistent, renderings, survey
from reader.tui.cards import DEFINITIONS, Go, Here, Known, TakeStep, Taste, cards
from reader.tui.desk import Desk
from reader.tui.finding import FindBar, Finding
from reader.tui.heading import Line
from reader.tui.layout import MODES
from reader.tui.opening import translation_label
from reader.tui.page import Page
from reader.tui.settings import PINYIN
from reader.tui.sheet import Sheet

BUSY, REST = 0.006, 0.02  # seconds: how long the survey works and rests, so that a key is never late
MOST = 10_000  # places of a concept that are compared
HINTS = "j k paragraph  tab term  ↵ entry  m 中文  b mark  / find  ? help"


class ReadingScreen(Screen[None]):
    """The article in two languages beside its glossary."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 -- Textual declares it as an instance variable
        (0, "-narrow"),
        (100, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mode", "Mode", id="read.mode", tooltip="Chinese below, beside, hidden, or alone"),
        Binding(
            "p",
            "pinyin",
            "Pinyin",
            id="read.pinyin",
            tooltip="Pinyin off, in the pane, or above the terms too",
        ),
        Binding(
            "d",
            "definitions",
            "Definitions",
            id="read.definitions",
            tooltip="Definitions in English, Chinese, both",
        ),
        Binding("slash", "find", "Find", id="find.open", tooltip="Find in both languages"),
        Binding("n", "hit(1)", "Next hit", id="find.next"),
        Binding("N", "hit(-1)", "Previous hit", id="find.previous"),
        Binding(
            "escape",
            "end_find",
            "End the search",
            id="find.end",
            tooltip="End the search, back to where it began",
        ),
        Binding("y", "copy", "Copy", id="read.copy", tooltip="Copy the selection, else the active term"),
        Binding("i", "about", "About", id="read.about", tooltip="What this text is, and its sections"),
        Binding("J", "pane(3)", "Pane down", id="pane.down", tooltip="Scroll the pane down"),
        Binding("K", "pane(-3)", "Pane up", id="pane.up", tooltip="Scroll the pane up"),
    ]

    class GlossaryRead(Message):
        """The glossary file was read, or could not be."""

        def __init__(self, glossary: Glossary | None, trouble: str = "") -> None:
            super().__init__()
            self.glossary = glossary
            self.trouble = trouble

    pinyin: reactive[str] = reactive("pane")
    definitions: reactive[str] = reactive("en")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.page = Page(desk, translation_label(desk.article))
        self.pane = Sheet(id="pane", stepping=False)
        self.heading = Line(id="heading")
        self.hints = Line(id="hints")
        self.finding: Finding | None = None
        self.known = Known()

    def compose(self) -> ComposeResult:
        yield self.heading
        with Container(id="room"):
            yield self.page
            yield self.pane
        yield self.hints

    def on_mount(self) -> None:
        self.hints.left = HINTS
        self.page.focus()
        self.page.go(1)
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """What need not be done before the first screen is seen."""
        self.survey()
        if not self.desk.settled:
            self.detect_language()

    # What the page tells

    @on(Page.Moved)
    def follow(self) -> None:
        """Show in the pane and above the page where the reader is now."""
        self.show_cards()
        self.show_heading()

    def show_cards(self, *, keep: bool = False) -> None:
        """Draw the pane anew; with `keep` it stays scrolled where it is."""
        page = self.page
        number = page.current
        here = Here(number, self.where(number), page.steps(), page.step, self.desk.paragraph(number).notes)
        taste = Taste(self.pinyin != "off", self.definitions)
        self.pane.show(cards(self.desk, here, self.known, taste), keep=keep)

    def show_heading(self) -> None:
        """Draw the heading anew."""
        page = self.page
        marks = f" · {len(page.marked)} ◆" if page.marked else ""
        self.heading.left = self.desk.article.title
        self.heading.right = f"{self.where(page.current)}{marks}  {self._sign()}"

    def where(self, number: int) -> str:
        """How a paragraph is called: `¶ 3/21`, `headline`, `byline`."""
        article = self.desk.article
        if 1 <= number <= article.count:
            return f"¶ {number}/{article.count}"
        return "headline" if number == 0 else "byline"

    def _sign(self) -> str:
        """Which languages are shown, and how: `EN+中`."""
        source, target = _short(self.desk.source_language), _short(self.desk.target_language)
        signs = {
            "below": f"{source}+{target}",
            "beside": f"{source}│{target}",
            "hidden": source,
            "only": target,
        }
        return signs[self.page.mode] if self.desk.article.bilingual else source

    @property
    def concept(self) -> Concept | None:
        """The concept of the active term."""
        active = self.page.active
        return self.desk.concept(active.concept) if active else None

    @on(Sheet.Chosen, "#pane")
    def take(self, event: Sheet.Chosen) -> None:
        """Go where a card points."""
        match event.target:
            case TakeStep(step):
                self.page.activate(self.page.steps()[step])
            case Go(number, offset, side):
                self.page.go_to(number, side, offset)

    # What comes from elsewhere

    @on(GlossaryRead)
    def explain(self, event: GlossaryRead) -> None:
        """Explain the text with the glossary that was read; one with faults leaves the old one at work."""
        if event.glossary is None:
            self.desk.trouble = event.trouble
            self.show_cards()
            return
        self.desk.put(event.glossary)
        self.page.renew()
        self.survey()

    @work(exclusive=True, group="survey")
    async def survey(self) -> None:
        """Go through the whole text for the places of every concept, a little at a time between two keys."""
        desk = self.desk
        if desk.matcher is None:
            return
        rested = monotonic()
        for found in survey(desk.article, desk.source_language, desk.target_language, desk.matcher):
            self.known = Known(found)
            if monotonic() - rested > BUSY:
                await asyncio.sleep(REST)
                rested = monotonic()
        several = (
            concept for concept, at in self.known.places.items() if inconsistent(renderings(at[:MOST]))
        )
        self.known = self.known._replace(inconsistent=frozenset(several))
        self.show_cards(keep=True)

    @work(thread=True, exclusive=True, group="language")
    def detect_language(self) -> None:
        """Find out which language the text is in; this may take a while at its first time."""
        from reader.text.language import document_language

        guess = document_language(paragraph.source for paragraph in self.desk.article)
        self.app.call_from_thread(self.speak, guess.tag)

    def speak(self, language: str) -> None:
        """Take the text to be in this language, and look for its terms anew where that is news."""
        if language != self.desk.source_language:
            self.desk.speak(language)
            self.page.renew()
            self.survey()

    # How the page looks

    def action_mode(self) -> None:
        self.page.mode = MODES[(MODES.index(self.page.mode) + 1) % len(MODES)]

    def action_pinyin(self) -> None:
        self.pinyin = PINYIN[(PINYIN.index(self.pinyin) + 1) % len(PINYIN)]
        self.notify(f"Pinyin: {self.pinyin}", timeout=2)

    def watch_pinyin(self) -> None:
        self.page.pinyin = self.pinyin == "above"
        self._taste_changed()

    def action_definitions(self) -> None:
        choices = list(DEFINITIONS)
        self.definitions = choices[(choices.index(self.definitions) + 1) % len(choices)]

    def watch_definitions(self) -> None:
        self._taste_changed()

    def _taste_changed(self) -> None:
        if self.is_mounted:
            self.show_cards(keep=True)

    def action_pane(self, by: int) -> None:
        self.pane.scroll_rows(by)

    # Finding

    def action_find(self) -> None:
        if self.finding is None:
            self.finding = Finding(self.page)
        self.mount(FindBar(placeholder="find in both languages", id="find", compact=True), before=self.hints)
        self.query_one(FindBar).focus()

    @on(Input.Changed, "#find")
    def find(self, event: Input.Changed) -> None:
        """Look for what is typed, while it is typed."""
        if self.finding:
            self.finding.type(event.value)
            self._show_find_status()

    @on(Input.Submitted, "#find")
    def keep_finding(self) -> None:
        """Leave the bar; the hits stay lit for `n` and `N`."""
        self._close_find_bar()

    @on(FindBar.GivenUp)
    def action_end_find(self) -> None:
        if self.finding:
            self.finding.end()
            self.finding = None
        self._close_find_bar()
        self._show_find_status()

    def _close_find_bar(self) -> None:
        self.query("#find").remove()
        self.page.focus()

    def action_hit(self, by: int) -> None:
        if self.finding:
            self.finding.step(by)
            self._show_find_status()

    def _show_find_status(self) -> None:
        self.hints.right = self.finding.status if self.finding else ""

    # Taking away, and reading more

    def action_copy(self) -> None:
        copied = self.get_selected_text() or self._term_to_copy()
        if copied:
            self.app.copy_to_clipboard(copied)
            self.notify(f"Copied: {copied[:60]}", markup=False, timeout=2)

    def _term_to_copy(self) -> str:
        """The active term: Chinese, pinyin, English."""
        concept = self.concept
        if concept is None:
            return ""
        chinese, english = concept.preferred("zh"), concept.preferred("en")
        parts = [chinese.text, chinese.pinyin] if chinese else []
        return " ".join([*filter(None, parts), english.text if english else ""]).strip()

    def action_about(self) -> None:
        from reader.tui.help import SheetScreen, about_blocks

        self.app.push_screen(SheetScreen(about_blocks(self.desk.article)), self._go)

    def _go(self, place: Go | None) -> None:
        if place:
            self.page.go_to(place.number, place.side, place.offset)


def _short(tag: str) -> str:
    """A language in two cells: `中`, `EN`."""
    return "中" if speaks(tag, "zh") else tag.partition("-")[0].upper()[:2]
