"""All keys of the program: which there are, for the help and for the reader's own choice."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.dom import DOMNode

from reader.tui.app import ReaderApp
from reader.tui.asking import Question
from reader.tui.checked_screen import CheckedScreen
from reader.tui.dialog import Dialog
from reader.tui.entry import EntryScreen
from reader.tui.find_bar import FindBar
from reader.tui.findings_list import FindingsList
from reader.tui.go_to import GoTo
from reader.tui.help import SheetScreen
from reader.tui.index import IndexScreen
from reader.tui.marks_list import MarksList
from reader.tui.note_editor import NoteEditor
from reader.tui.page import Page
from reader.tui.picker import Picker
from reader.tui.reading import ReadingScreen
from reader.tui.search_screen import SearchScreen
from reader.tui.settings import Key, split_keys
from reader.tui.sheet import Sheet

ROOMS: dict[str, Sequence[type[DOMNode]]] = {
    "reading": (Page, ReadingScreen, CheckedScreen, SearchScreen, ReaderApp),
    "finding": (FindBar,),
    "entry": (EntryScreen, Sheet, ReaderApp),
    "findings": (FindingsList, Sheet, ReaderApp),
    "marks": (MarksList, Sheet, ReaderApp),
    "note": (NoteEditor, Dialog),
    "index": (IndexScreen, Picker, Dialog),
    "go to": (GoTo, Picker, Dialog),
    "question": (Question, Sheet, Dialog),
    "sheet": (SheetScreen, Sheet, Dialog),
}
"""The parts of the program, each with the classes whose keys are at work in it."""


def all_keys() -> list[Key]:
    """Every binding with an id, once, in the order of the rooms."""
    found: dict[str, Key] = {}
    for room, classes in ROOMS.items():
        for binding in (binding for owner in classes for binding in _own(owner)):
            rooms = frozenset(ROOMS if binding.priority else {room})
            if binding.id in found:
                known = found[binding.id]
                found[binding.id] = known._replace(rooms=known.rooms | rooms)
            elif binding.id:
                keys = split_keys(binding.key)
                what = binding.tooltip or binding.description
                found[binding.id] = Key(binding.id, keys, what, rooms)
    return list(found.values())


def _own(owner: type[DOMNode]) -> list[Binding]:
    return [binding for binding in owner.__dict__.get("BINDINGS", ()) if isinstance(binding, Binding)]
