"""Everything on its way to the shelf: written at once where that can be done, else kept until it can."""

from collections.abc import Callable, Mapping
from typing import Literal, TypeVar

from reader.errors import StoreError
from reader.shelf.places import Place
from reader.shelf.store import Shelf
from reader.text.article import Article
from reader.tui.changes import Change, Ledger, Own

Severity = Literal["information", "warning", "error"]
Tell = Callable[[str, Severity], object]
T = TypeVar("T")


class Outbox:
    """What is kept of one article with every change done to it, the reading place and the tastes.

    What the shelf refuses waits in memory, in its order, until `retry` or a later change finds the shelf
    willing. Nothing is said to be saved before it is. `listen` gives it a voice; what it had to say before is
    said then.
    """

    def __init__(self, shelf: Shelf, article: Article) -> None:
        self.article = article
        self.own = Own()
        self._shelf = shelf
        self._ledger = Ledger(shelf, shelf.text(article))
        self._base = Own()  # as it is on the shelf
        self._waiting: list[tuple[Change, str]] = []  # each with what to say when it is on the shelf
        self._cause = ""  # why the last try to write failed; "" where it did not
        self._kept: Place | None = None
        self._place: Place | None = None  # not written yet
        self._chosen: dict[str, str] = {}  # not written yet
        self._untold: list[tuple[str, Severity]] = []
        self._noticed: set[str] = set()  # what the shelf had to say of its file, and was passed on
        self._tell: Tell = lambda sentence, severity: self._untold.append((sentence, severity))
        self._changed: Callable[[], object] = lambda: None

    def listen(self, tell: Tell, changed: Callable[[], object]) -> None:
        """From now on `tell` says a sentence, and `changed` follows marks, notes and what is unsaved."""
        self._tell, self._changed = tell, changed
        untold, self._untold = self._untold, []
        for sentence, severity in untold:
            tell(sentence, severity)
        self._pass_on()

    def _pass_on(self) -> None:
        """Tell what the shelf has to say of its file, each sentence once."""
        for notice in self._shelf.notices:
            if notice not in self._noticed:
                self._noticed.add(notice)
                if notice not in self._cause:  # else it was told with that
                    self._tell(notice, "warning")

    # Reading the shelf

    def place(self) -> Place | None:
        """Where the reader left this text; None where they were never in it."""
        self._kept = self._read(lambda: self._shelf.place(self._ledger.text), None)
        return self._kept

    def tastes(self) -> Mapping[str, str]:
        """What the reader chose for all texts: mode, theme, pinyin, definitions."""
        return self._read(self._shelf.preferences, {})

    def load(self) -> None:
        """Read marks, notes and dismissals as they are now, also those that another window wrote."""
        self._base = self._read(self._own, self._base)
        self._pass_on()
        self._renew()

    def _own(self) -> Own:
        text, shelf = self._ledger.text, self._shelf
        return Own(tuple(shelf.marks(text)), tuple(shelf.notes(text)), tuple(shelf.dismissals(text)))

    def _read(self, ask: Callable[[], T], instead: T) -> T:
        try:
            return ask()
        except StoreError as error:
            self._tell(str(error), "error")
            return instead

    def _renew(self) -> None:
        own = self._base
        for change, _ in self._waiting:
            own = change.show(own, self._ledger)
        self.own = own
        self._changed()

    # What waits

    @property
    def waiting(self) -> int:
        """How many changes to what is kept are not on the shelf: what leaving now would lose."""
        return len(self._waiting)

    @property
    def unsaved(self) -> int:
        """How many changes the shelf has refused, the place and the tastes counted as one."""
        return len(self._waiting) + bool(self._place or self._chosen) if self._cause else 0

    @property
    def unsaved_line(self) -> str:
        """A sentence to stand on the screen while something is not saved; "" where all is."""
        if not self.unsaved:
            return ""
        what = f"{self.unsaved} changes are" if self.unsaved > 1 else "1 change is"
        return f"{what} not saved: {self._cause.removeprefix('Not saved').lstrip(':. ')}"

    def place_changed(self, place: Place) -> None:
        """Remember where the reader is; `settle` writes it."""
        self._place = None if place == self._kept else place

    def taste_changed(self, **chosen: str) -> None:
        """Remember what the reader chose; `settle` writes it."""
        self._chosen |= chosen

    def do(self, change: Change, said: str = "") -> None:
        """Do something at once, and say `said` as soon as it is on the shelf."""
        self._waiting.append((change, said))
        self.flush()

    # Writing to the shelf

    def settle(self) -> None:
        """Write the place and the tastes, unless the shelf refused before: then the reader says when."""
        if not self._cause:
            self.flush()

    def flush(self) -> bool:
        """Write everything that waits, at the end too; whether all is on the shelf now."""
        before = self._cause
        self._cause = self._refusal()
        if self._cause and self._cause != before:
            self._tell(self._cause, "error")
        self._pass_on()
        if self._cause or before:
            self._changed()
        return not self._cause

    def retry(self) -> None:
        """Write everything that waits because the reader asks for it, and say how it went."""
        waited = self.unsaved
        self._cause = ""  # so that the same refusal is told again
        if self.flush():
            self._tell("Everything is saved." if waited else "Everything is saved already.", "information")
        self._changed()

    def _refusal(self) -> str:
        """Why not everything could be written; "" where it was."""
        try:
            self._write_changes()
            self._write_place()
        except StoreError as error:
            return str(error)
        return ""

    def _write_changes(self) -> None:
        waited = len(self._waiting)
        try:
            while self._waiting:
                change, said = self._waiting[0]
                warning = change.write(self._ledger)
                del self._waiting[0]
                if warning or said:
                    self._tell(warning or said, "warning" if warning else "information")
        finally:
            if len(self._waiting) < waited:
                self.load()
            elif waited:
                self._renew()

    def _write_place(self) -> None:
        if self._place:
            self._shelf.keep_place(self._ledger.text, self._place, self._chosen)
            self._kept = self._place
        elif self._chosen:
            self._shelf.prefer(**self._chosen)
        self._place, self._chosen = None, {}
