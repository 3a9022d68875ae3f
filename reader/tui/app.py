"""The reading room as a Textual app: its themes, its glossary file, its manners towards the terminal."""

import asyncio
import signal
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import ClassVar

from rich.console import Console
from textual import work
from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from reader.errors import FaultyError, ReaderError
from reader.folders import config_folder
from reader.shelf.store import Shelf
from reader.text.clean import clean_line
from reader.tui import collector
from reader.tui.desk import Desk
from reader.tui.dialog import EDIT, HELP, SUSPEND
from reader.tui.glass import Glass, NoColour
from reader.tui.keeping import Keeper
from reader.tui.opening import open_desk
from reader.tui.page_screen import HIGH, STILL, WIDE
from reader.tui.reading import ReadingScreen
from reader.tui.request import OpenRequest
from reader.tui.settings import Settings, read_settings, shown
from reader.tui.themes import DEFAULT, THEMES, defaults

SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129}
"""Signals that end the program, after saving, and what it ends with."""
WATCH = 1.0  # seconds between two looks at the glossary file


class ReaderApp(App[None]):
    """One text, read."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    BINDINGS: ClassVar[list[BindingType]] = [
        HELP,
        EDIT,
        Binding(
            "ctrl+q",
            "quit",
            "Leave",
            id="app.leave",
            tooltip="Leave from anywhere; a note being written is kept",
            priority=True,
        ),
        Binding(
            "ctrl+p",
            "command_palette",
            "Commands",
            id="app.commands",
            tooltip="Every command by name",
            priority=True,
        ),
        SUSPEND,
    ]

    def __init__(self, desk: Desk, keeper: Keeper, request: OpenRequest) -> None:
        super().__init__()
        self.desk = desk
        self.keeper = keeper
        self.request = request
        self.settings = Settings()
        self.failure: Exception | None = None
        self.error_console = Console(quiet=True)  # Textual's own report would print every local variable
        self.animation_level = "none"
        self.reading = ReadingScreen(desk, keeper, request.paragraph)
        self._glass = Glass()
        self._plain = NoColour()
        self._seen = self._stamp()
        for theme in THEMES:
            self.register_theme(theme)
        self._take_over(keeper.tastes())

    def _take_over(self, tastes: Mapping[str, str]) -> None:
        """Begin in the theme and with the choices of last time, unless config.toml says otherwise."""
        if (config_folder() / "config.toml").exists():
            from reader.tui.keys import all_keys

            self.settings = read_settings(config_folder() / "config.toml", self.available_themes, all_keys())
            self.set_keymap(dict(self.settings.keys))
        theme = self.settings.theme or tastes.get("theme", DEFAULT)
        self._begin_in(theme if theme in self.available_themes else DEFAULT)
        self.reading.chosen_keys = self.settings.keys
        self.reading.choose({**tastes, **self.settings.choices})

    def _begin_in(self, theme: str) -> None:
        """Begin in a theme. Setting `theme` would parse and apply every stylesheet a second time."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.update_classes({"-dark-mode": dark, "-light-mode": not dark}, update=False)

    def get_default_screen(self) -> Screen[None]:
        """The reading screen, beneath all others, with the classes its breakpoints will give it."""
        width = "-wide" if self.size.width >= WIDE else "-narrow"
        height = "-high" if self.size.height >= HIGH else "-low"
        self.reading.add_class(width, height, update=False)  # its styles come when it is shown
        return self.reading

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of our own, for themes that do not set them."""
        return defaults(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the glass that no control character passes."""
        colours = [self._plain] if self.no_color else super().get_line_filters()
        return [*colours, self._glass]

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number, code in SIGNALS.items():
            loop.add_signal_handler(number, self._end, code)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.theme_changed_signal.subscribe(self, lambda theme: self.keeper.taste_changed(theme=theme.name))
        if self.desk.glossary is None:
            self.read_glossary()
        self.call_after_refresh(self._settle_in)

    def _settle_in(self) -> None:
        """What need not be done before the first screen is seen."""
        if collector.enable():
            self.set_timer(STILL, self._tidy)
        self.set_interval(WATCH, self._look)
        self.tend_shelf()
        for warning in self.settings.warnings:
            self.notify(warning, severity="warning", markup=False, timeout=15)

    def _tidy(self) -> None:
        """Free what the start has left over, once, while the reader is still."""
        if self.reading.moves():
            self.set_timer(STILL, self._tidy)
        else:
            collector.tidy()

    @work(thread=True, group="shelf")
    def tend_shelf(self) -> None:
        """Check what the reader keeps, mend it where it is damaged, back it up once a day."""
        import sqlite3

        from reader.shelf.health import tend

        try:
            told = tend(self.request.data_dir)
        except (OSError, sqlite3.Error) as error:
            told = (f"What you keep could not be checked: {error}",)
        for sentence in told:
            self.call_from_thread(partial(self.notify, sentence, severity="warning", markup=False))

    # Leaving

    def _end(self, code: int) -> None:
        """A signal: save what can be saved, and go."""
        self._keep_drafts()
        self.reading.keep_place()
        self.keeper.flush()
        self.exit(return_code=code)

    def _keep_drafts(self) -> None:
        """What is being written on any screen is kept as it is."""
        from reader.tui.dialog import HoldsDraft

        for screen in self.screen_stack:
            if isinstance(screen, HoldsDraft):
                screen.keep_draft(self.keeper)

    async def action_quit(self) -> None:
        """Save and leave; what cannot be saved is asked about first."""
        self._keep_drafts()
        self.reading.keep_place()
        if self.keeper.flush() or not self.keeper.waiting:  # a place alone is not worth a question
            self.exit()
            return
        from reader.tui.asking import Question

        question = Question(
            self.keeper.unsaved_line, "leave without it", "try to save again", "go on reading"
        )
        self.push_screen(question, self._leave)

    async def _leave(self, unsaved: bool | None) -> None:
        if unsaved:
            self.exit()
        elif unsaved is False:
            await self.action_quit()

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
            read = ReadingScreen.GlossaryRead(None, error)
        self.reading.post_message(read)

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
        from reader.tui.editor import editable, editing, run_editor

        self.reading.keep_place()
        self.keeper.flush()  # no signal is heard while the editor runs
        told = ""
        try:
            path = editable(self.request.glossary)
            self.request = self.request._replace(glossary=path)
            command = editing(path, self._line_to_edit())
            with self.suspend():
                told = run_editor(command)
        except (SuspendNotSupported, OSError) as error:
            told = f"The glossary cannot be edited from here: {error}"
        if told:
            self.notify(clean_line(told), severity="error", markup=False, timeout=10)
        self._look()

    def _line_to_edit(self) -> int:
        """The first fault of a glossary that is not used, else the entry that is looked at."""
        trouble = self.desk.trouble
        concept = getattr(self.screen, "concept", None)
        if isinstance(trouble, FaultyError):
            return trouble.faults[0].line
        return concept.line if concept else 1

    # Keys and commands

    def action_help(self) -> None:
        """Show all keys; where they are shown, that ends."""
        from reader.tui.help import Help, help_blocks
        from reader.tui.keys import all_keys

        if isinstance(self.screen, Help):
            self.screen.leave()
        else:
            self.push_screen(Help(help_blocks(all_keys(), self.settings.keys, self._part())))

    def _part(self) -> str:
        """What the ids of the bindings of this screen begin with: `page`, `entry`, `marks` …"""
        if self.screen is self.reading:
            return "page"
        own = (binding.id for binding in type(self.screen).BINDINGS if isinstance(binding, Binding))
        return (next(own, "") or "").partition(".")[0]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own commands, then all that a key does here."""
        ours = ("Quit", "Keys")  # Textual's words for what reader does in its own way
        yield from (command for command in super().get_system_commands(screen) if command.title not in ours)
        listed: set[str] = set()
        for node, binding, enabled, _ in screen.active_bindings.values():
            if enabled and binding.id and binding.id not in listed:
                listed.add(binding.id)
                action = partial(self.run_action, binding.action, node)
                said = f"{binding.tooltip or binding.description} (key {shown([binding.key])})"
                yield SystemCommand(binding.description, said, action)


def run(request: OpenRequest) -> int:
    """Open the reading room and stay until the reader leaves; returns the exit code.

    Raises InputError where the text cannot be read, and whatever went wrong inside as it was raised.
    """
    desk = open_desk(request)
    with closing(Shelf.open(request.data_dir)) as shelf:
        app = ReaderApp(desk, Keeper(shelf, desk.article), request)
        app.run()
    if app.failure:
        raise app.failure
    return app.return_code or 0
