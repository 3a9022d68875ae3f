"""Going to a paragraph by its number, or to a section by its words."""

import re
from collections.abc import Iterator, Sequence

from textual import on
from textual.widgets import Input

from reader.text.article import Article, Section
from reader.text.clean import clean_line
from reader.tui.blocks import Block
from reader.tui.ink import Ink
from reader.tui.picker import Picker
from reader.tui.places import called

_NUMBER = re.compile(r"[¶#]?\s*(\d{1,12})")
_LOOKS_LIKE_ONE = re.compile(r"[¶#]?\s*[-+]?\d[\d.,]*")
_LAST = ("$", "end")


class GoTo(Picker):
    """Gives the number of a paragraph, or None; what is beneath the line shows where enter would go."""

    def __init__(self, article: Article, here: int) -> None:
        self._article = article
        self._here = here
        words = ", or words of a section" if article.about.sections else ""
        super().__init__("Go to", self.places, placeholder=f"number, $ for the last{words}")

    def on_mount(self) -> None:
        self.call_next(self._stand_here)  # the list itself is filled by the picker's own handler

    @on(Input.Changed)
    def stand(self) -> None:
        """With nothing typed, the cursor is on the section that the reader is in."""
        if not self.input.value.strip():
            self.call_next(self._stand_here)

    def _stand_here(self) -> None:
        firsts = [block.target for block in self.sheet.blocks if isinstance(block.target, int)]
        before = [first for first in firsts if first <= self._here]
        if before:
            self.sheet.cursor = firsts.index(max(before))

    def places(self, typed: str) -> Sequence[Block]:
        """What the words lead to; a block without a target says why they lead nowhere."""
        number = _NUMBER.fullmatch(typed)
        if typed.lower() in _LAST:
            return [self._paragraph(self._article.last)]
        if number and self._article.first <= int(number[1]) <= self._article.last:
            return [self._paragraph(int(number[1]))]
        if number or _LOOKS_LIKE_ONE.fullmatch(typed):
            return [_said(f"There is no paragraph {clean_line(typed[:40])}: {self._range}.")]
        return list(self._sections(typed)) or [_said(self._nothing_found(typed))]

    @property
    def _range(self) -> str:
        return f"they go from {self._article.first} to {self._article.last}"

    def _nothing_found(self, typed: str) -> str:
        if not self._article.about.sections:
            return f"Type the number of a paragraph: {self._range}."
        return f"No section has “{clean_line(typed)}” in it; paragraphs have numbers, {self._range}."

    def _paragraph(self, number: int) -> Block:
        name = called(self._article, number)
        words = clean_line(self._article.paragraph(number).source[:300])
        return Block(f"{name}  {words}", inks=(Ink(0, len(name), "sheet--term"),), hanging=2, target=number)

    def _sections(self, typed: str) -> Iterator[Block]:
        wanted = typed.casefold().split()
        for section in self._article.about.sections:
            words = f"{section.title} {section.summary}".casefold()
            if all(word in words for word in wanted) and self._has(section):
                yield self._section(section)

    def _has(self, section: Section) -> bool:
        return self._article.first <= section.first <= self._article.last

    def _section(self, section: Section) -> Block:
        name = called(self._article, section.first)
        title = f"{name}  {clean_line(section.title)}"
        shown = f"{title}\n{clean_line(section.summary)}" if section.summary else title
        inks = (Ink(0, len(name), "sheet--label"), Ink(len(name) + 2, len(title), "sheet--term"))
        return Block(shown, inks=inks, hanging=2, target=section.first)


def _said(sentence: str) -> Block:
    return Block(sentence, "sheet--faint")
