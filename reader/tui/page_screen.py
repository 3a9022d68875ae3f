"""What the reading screen shows: page, pane and heading; and what fills them after the first paint."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import monotonic
from typing import Protocol, runtime_checkable

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from reader.errors import ReaderError
from reader.terms.concepts import Concept, Glossary, speaks
from reader.terms.matching import Matcher
from reader.terms.occurrences import Occurrence
from reader.terms.renderings import inconsistent, renderings
from reader.terms.survey import Places, gathered, survey
from reader.text.article import Side
from reader.tui.blocks import Block
from reader.tui.cards import Here, Known, Taste, cards
from reader.tui.desk import Desk
from reader.tui.heading import Hints, Line
from reader.tui.keeping import Keeper
from reader.tui.layout import BESIDE_WIDTH
from reader.tui.opening import translation_label
from reader.tui.page import Page
from reader.tui.settings import shown
from reader.tui.sheet import Sheet

SHORT = 100  # paragraphs of a text that is surveyed before it is shown
STILL = 0.5  # seconds after which a reader who does not move lets the survey go on
MOST = 10_000  # places of a concept that are compared with one another
BUSY, REST = 0.003, 0.01  # seconds: how long the survey works and rests, so that a key is never late
WIDE, HIGH = 100, 10  # cells and rows from which the pane stands beside the page, and at all
BESIDE_SHARE = 67  # per cent of a wide screen that the page has with two columns; reader.tcss says so too
LOW = 30  # rows of a screen on which the pane has none to spare
EDGE = "▏ "  # between the page and the pane
HINTS = (
    (("app.help",), "help"),
    (("page.next", "page.previous"), "paragraph"),
    (("page.next_term",), "term"),
    (("read.entry",), "entry"),
    (("read.mode",), ""),
    (("marks.toggle",), "mark"),
    (("find.open",), "find"),
    (("findings.open",), "findings"),
)
"""What the last line reminds of: bindings, and what they are for."""


class Room(Container):
    """What page and pane stand in."""

    BLANK = True  # they cover it: its rows need not be drawn beneath them


@runtime_checkable
class ShowsSurvey(Protocol):
    """A screen that shows how terms fare all over the text."""

    def update_survey(self, survey: Mapping[str, Sequence[Occurrence]] | None) -> None:
        """Show what is known now; None while it is being counted."""


class PageScreen(Screen[None]):
    """The page beside its pane. The pane and the heading follow the page; nothing here moves the reader."""

    BLANK = True  # as above
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012 -- as above

    class GlossaryRead(Message):
        """The glossary file was read, or could not be."""

        def __init__(self, glossary: Glossary | None, trouble: ReaderError | None = None) -> None:
            super().__init__()
            self.glossary = glossary
            self.trouble = trouble

    pinyin: reactive[str] = reactive("pane")
    definitions: reactive[str] = reactive("en")

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__()
        self.desk = desk
        self.keeper = keeper
        self.page = Page(desk, translation_label(desk.article), self.follow)
        self.pane = Sheet(id="pane", stepping=False)
        self.pane.edge = EDGE
        self.heading = Line(id="heading")
        self.hints = Hints(id="hints")
        self.known = Known()
        self.surveyed = False  # `known` is of the whole text
        self.tally = ""  # how many findings of the check are left
        self._moved_at = 0.0  # when the reader last moved, by `monotonic`

    def compose(self) -> ComposeResult:
        yield self.heading
        with Room(id="room"):
            yield self.page
            yield self.pane
        yield self.hints

    # What the page tells

    def follow(self) -> None:
        """Show in the pane and above the page where the reader is now."""
        self._moved_at = monotonic()
        self.show_cards()
        self.show_heading()

    def show_cards(self, *, keep: bool = False) -> None:
        """Draw the pane anew; with `keep` it stays scrolled where it is."""
        page = self.page
        number = page.current
        notes = (self.desk.paragraph(number).notes, self.keeper.notes_at(number))
        here = Here(number, self.where(number), page.steps(), page.step, *notes, self.remarks())
        taste = Taste(self.pinyin != "off", self.definitions, dense=self.size.height < LOW)
        self.pane.show(cards(self.desk, here, self.known, taste), keep=keep)

    def show_heading(self) -> None:
        """Draw the heading anew."""
        page = self.page
        marks = f" · {len(page.marked)} ◆" if page.marked else ""
        tally = f" · {self.tally}" if self.tally else ""
        self.heading.left = self.desk.article.title
        self.heading.right = f"{self.where(page.current)}{marks}{tally}  {self._sign()}"

    def remarks(self) -> Sequence[Block]:
        """What the check has to say of the active term or the paragraph; nothing without a check."""
        return ()

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
    def translation_name(self) -> str:
        """What the translation is called in the last line: `中文`, `EN`; "" where there is none."""
        target = self.desk.target_language
        if not self.desk.article.bilingual:
            return ""
        return "中文" if speaks(target, "zh") else _short(target)

    @property
    def fits_beside(self) -> bool:
        """Whether two columns of text would have room."""
        page = self.size.width if self.size.width < WIDE else self.size.width * BESIDE_SHARE // 100
        return page - self.page.margin_width >= BESIDE_WIDTH

    @property
    def concept(self) -> Concept | None:
        """The concept of the active term."""
        active = self.page.active
        return self.desk.concept(active.concept) if active else None

    # What comes after the first screen

    @on(GlossaryRead)
    def explain(self, event: GlossaryRead) -> None:
        """Explain the text with the glossary that was read; one with faults leaves the old one at work."""
        if event.glossary is None:
            self.desk.trouble = event.trouble
            self.show_cards()
            return
        self.desk.put(event.glossary)
        self._begin_anew()

    def _begin_anew(self) -> None:
        """What was known of the terms is no longer true."""
        self.known, self.surveyed, self.tally = Known(), False, ""
        self.page.renew()
        self._tell_survey()
        self.survey()

    def _tell_survey(self) -> None:
        """Show what is known of the whole text, in the pane and in every screen that lies over this one."""
        self.show_cards(keep=True)
        for screen in self.app.screen_stack[1:]:
            if isinstance(screen, ShowsSurvey):
                screen.update_survey(self.known.places if self.surveyed else None)

    def survey(self) -> None:
        """Go through the whole text for the places of every concept: a short one at once."""
        if self._short:
            for _ in self._survey():
                pass
        else:
            self._survey_beside()

    @work(exclusive=True, group="survey")
    async def _survey_beside(self) -> None:
        """Survey a little at a time, and not while the reader moves."""
        rested = monotonic()
        for _ in self._survey():
            if monotonic() - rested > BUSY:
                await asyncio.sleep(REST)
                while monotonic() - self._moved_at < STILL:
                    await asyncio.sleep(STILL)
                rested = monotonic()

    def _survey(self) -> Iterator[None]:
        """Survey the text; yields after each paragraph."""
        self.surveyed = False
        if self.desk.matcher is None:
            return
        for found in self._places(self.desk.matcher):
            self.known = Known(found)
            yield
        side: Side = "translation" if speaks(self.desk.source_language, "zh") else "source"
        several = (
            concept for concept, at in self.known.places.items() if inconsistent(renderings(at[:MOST], side))
        )
        self.known = self.known._replace(inconsistent=frozenset(several))
        self.surveyed = True
        self._tell_survey()
        self.call_after_refresh(self.check)

    def check(self) -> None:
        """Check the text against the glossary, where that is done."""

    def _places(self, matcher: Matcher) -> Iterator[dict[str, Places]]:
        """The places of every concept as they are found; what is found in a short text the desk keeps."""
        desk, article = self.desk, self.desk.article
        if self._short:
            return gathered(map(desk.terms, range(article.first, article.last + 1)))
        return survey(article, desk.source_language, desk.target_language, matcher)

    @property
    def _short(self) -> bool:
        return self.desk.article.last - self.desk.article.first < SHORT

    @work(thread=True, exclusive=True, group="language")
    def detect_language(self) -> None:
        """Find out which language the text is in; the first time this takes a while."""
        from reader.text.language import settled_language

        sources = (paragraph.source for paragraph in self.desk.article)
        tag = settled_language(sources, self.desk.source_language)
        self.app.call_from_thread(self.speak, tag)

    def speak(self, language: str) -> None:
        """Take the text to be in this language, and look for its terms anew where that is news."""
        if language != self.desk.source_language:
            self.desk.speak(language)
            self._begin_anew()

    # How it looks

    def watch_pinyin(self) -> None:
        self.page.pinyin = self.pinyin == "above"
        self._taste_changed()

    def watch_definitions(self) -> None:
        self._taste_changed()

    def _taste_changed(self) -> None:
        if self.is_mounted:
            self.show_cards(keep=True)


def _short(tag: str) -> str:
    """A language in two cells: `中`, `EN`."""
    if tag == "und":
        return "?"
    return "中" if speaks(tag, "zh") else tag.partition("-")[0].upper()


def hints(bindings: Iterable[Binding], chosen: Mapping[str, str], translation: str) -> str:
    """The last line of the screen, with the reader's own keys by binding id where there are any."""
    keys = {binding.id: chosen.get(binding.id, binding.key) for binding in bindings if binding.id}
    parts = [(ids, word or translation) for ids, word in HINTS]
    return "  ".join(
        " ".join(shown([keys[id].split(",")[0]]) for id in ids) + f" {word}" for ids, word in parts if word
    )
