"""The reading room as a Textual app: its themes, its glossary file, its manners towards the terminal."""

import asyncio
import signal
import subprocess
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.console import Console
from textual import work
from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.filter import LineFilter
from textual.screen import Screen

from reader.errors import ReaderError
from reader.tui.desk import Desk
from reader.tui.editor import editing
from reader.tui.glass import Glass
from reader.tui.opening import open_desk
from reader.tui.reading import ReadingScreen
from reader.tui.request import OpenRequest
from reader.tui.themes import DEFAULT, THEMES, defaults

SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129}
"""Signals that end the program, after saving, and what it ends with."""
WATCH = 1.0  # seconds between two looks at the glossary file


class ReaderApp(App[None]):
    """One text, read."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "Quit", id="app.quit"),
        Binding("e", "edit", "Edit the glossary", id="app.edit", tooltip="Open this entry in $EDITOR"),
        Binding("ctrl+z", "suspend_process", "Suspend", id="app.suspend"),
    ]

    def __init__(self, desk: Desk, request: OpenRequest) -> None:
        super().__init__()
        self.desk = desk
        self.request = request
        self.failure: Exception | None = None
        self.error_console = Console(quiet=True)  # Textual's own report would print every local variable
        self.animation_level = "none"
        self._glass = Glass()
        self._seen: tuple[int, int] = (0, 0)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT

    def get_default_screen(self) -> Screen[None]:
        """The reading screen, beneath all others."""
        return ReadingScreen(self.desk)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of our own, for themes that do not set them."""
        return defaults(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the glass that no control character passes."""
        return [*super().get_line_filters(), self._glass]

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number, code in SIGNALS.items():
            loop.add_signal_handler(number, self._end, code)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self._seen = self._stamp()
        if self.desk.glossary is None:
            self.read_glossary()
        self.set_interval(WATCH, self._look)

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """Keep what went wrong for the command line to report; Textual has no public hook for it."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    # The glossary file

    @work(thread=True, exclusive=True, group="glossary")
    def read_glossary(self) -> None:
        """Read the glossary file beside the reading, and post what came of it."""
        from reader.terms.glossary_yaml import load_glossary

        try:
            read = ReadingScreen.GlossaryRead(load_glossary(self.request.glossary))
        except ReaderError as error:
            read = ReadingScreen.GlossaryRead(None, str(error))
        self.screen_stack[0].post_message(read)

    def _stamp(self) -> tuple[int, int]:
        """What changes when the glossary file does."""
        try:
            found = self.request.glossary.stat()
        except OSError:
            return (0, 0)
        return (found.st_mtime_ns, found.st_size)

    def _look(self) -> None:
        """Read the glossary file again where it changed on disk."""
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self.read_glossary()

    def action_edit(self) -> None:
        concept = getattr(self.screen, "concept", None)
        try:
            with self.suspend():
                subprocess.run(editing(self.request.glossary, concept.line if concept else 1), check=False)
        except (SuspendNotSupported, OSError) as error:
            self.notify(f"The editor could not be opened: {error}", severity="error", markup=False)
        self._look()

    # Every command by name

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own commands, then all that a key does here."""
        yield from super().get_system_commands(screen)
        for node, binding, enabled, _ in screen.active_bindings.values():
            if enabled and binding.id and binding.description:
                title = str(Content(binding.description))
                yield SystemCommand(
                    title, f"{binding.key}", lambda n=node, a=binding.action: self.run_action(a, n)
                )


def run(request: OpenRequest) -> int:
    """Open the reading room and stay until the reader leaves; returns the exit code.

    Raises InputError where the text cannot be read, and whatever went wrong inside as it was raised.
    """
    app = ReaderApp(open_desk(request), request)
    app.run()
    if app.failure:
        raise app.failure
    return app.return_code or 0
