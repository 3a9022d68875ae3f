"""Two sheets to read over the page: all keys, and what this text is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType

from reader.text.article import Article
from reader.tui.blocks import Block
from reader.tui.cards import BLANK, Go
from reader.tui.ink import Ink
from reader.tui.settings import Key, shown
from reader.tui.sheet import Sheet
from reader.tui.sheet_dialog import SheetDialog

ROOMS = {
    "page": "Reading",
    "read": "The page",
    "pane": "The glossary pane",
    "find": "Finding",
    "findings": "Findings of the check",
    "marks": "Marks and notes",
    "note": "Writing a note",
    "entry": "A whole entry",
    "index": "Lists to choose from",
    "question": "When something is asked",
    "sheet": "Lists and sheets",
    "app": "Everywhere",
}
"""What the first part of a binding's id means, in the order of the help."""


class SheetScreen(SheetDialog[Go | None]):
    """A sheet over the page; choosing a place closes it and gives the place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", id="sheet.close", tooltip="Close this sheet"),
    ]

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__(blocks, id="over")

    @on(Sheet.Chosen)
    def take(self, event: Sheet.Chosen) -> None:
        """Close with the chosen place."""
        if isinstance(event.target, Go):
            self.leave(event.target)

    def action_close(self) -> None:
        self.leave()


class Help(SheetScreen):
    """The sheet with all keys."""


def help_blocks(keys: Iterable[Key], chosen: Mapping[str, str], first: str = "page") -> list[Block]:
    """Every key with what it does, grouped; `chosen` are the reader's own keys by binding id.

    The part `first`, where the reader is, comes first.
    """
    blocks = [Block("Keys", "sheet--title")]
    listed = list(keys)
    for part, title in sorted(ROOMS.items(), key=lambda item: item[0] != first):
        own = [key for key in listed if key.id.partition(".")[0] == part]
        if own:
            blocks += [BLANK, Block(title, "sheet--label")]
        blocks += [_key_block(key, chosen) for key in own]
    return [
        *blocks,
        BLANK,
        Block("Keys can be changed in config.toml; `reader doctor` says where it is.", "sheet--faint"),
    ]


def _key_block(key: Key, chosen: Mapping[str, str]) -> Block:
    keys = shown(chosen[key.id].split(",") if key.id in chosen else key.keys)
    name = f"  {keys}" + " " * max(1, 18 - cell_len(keys))
    return Block(f"{name}{key.what}", inks=(Ink(0, len(name), "sheet--term"),), hanging=20)


def about_blocks(article: Article) -> list[Block]:
    """What the text is, where it comes from, what its translation is, and its sections to go to."""
    about = article.about
    facts = {"column": about.column, "author": about.author, "date": about.date, "file": str(article.path)}
    blocks = [Block(article.title, "sheet--title"), BLANK]
    blocks += [_said(name, text) for name, text in facts.items() if text]
    if about.provenance:
        blocks += [BLANK, Block(about.provenance)]
    blocks += (
        [BLANK, *(Block(text) for text in about.translation_label.values())]
        if about.translation_label
        else []
    )
    if about.sections:
        blocks += [BLANK, Block("Sections", "sheet--label")]
    for section in about.sections:
        text = f"¶ {section.first}  {section.title}" + (f": {section.summary}" if section.summary else "")
        blocks.append(Block(text, target=Go(section.first, 0), hanging=6))
    return blocks


def _said(name: str, text: str) -> Block:
    return Block(f"{name:<8}{text}", inks=(Ink(0, len(name), "sheet--label"),), hanging=8)
