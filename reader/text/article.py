"""A text as numbered paragraphs, each with its translation where there is one, and its notes."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from reader.text.clean import clean_line

Side = Literal["source", "translation"]
BLANKS = " \t\u3000"  # what indents a block; the ideographic space does in Chinese


class Paragraph(NamedTuple):
    """One block of a text."""

    number: int  # 0 is the headline, the body counts from 1
    source: str  # cleaned, without indent
    translation: str | None = None
    notes: tuple[str, ...] = ()
    opens: bool = False  # the source file indents it: it opens a paragraph of the original

    def side(self, side: Side) -> str:
        """The text of one side; "" where there is no translation."""
        return self.source if side == "source" else self.translation or ""


class Section(NamedTuple):
    """A run of paragraphs with a one-line summary."""

    first: int  # the number of its first paragraph
    title: str
    summary: str


class About(NamedTuple):
    """What a sidecar says of a text; everything is optional."""

    title: str = ""
    column: str = ""
    author: str = ""
    date: str = ""
    source_language: str = ""  # BCP 47; "" where nobody has said
    target_language: str = ""
    provenance: str = ""
    translation_label: Mapping[str, str] = {}  # what the translation is, by language
    sections: tuple[Section, ...] = ()
    notes: Mapping[int, tuple[str, ...]] = {}  # translator's notes by paragraph number
    byline: int | None = None  # the number of the block that names the author


class Article:
    """A text that is read: paragraphs are made only when they are asked for.

    Numbers run from `first` (0 where the text has a headline, else 1) to `last`; the byline, where the
    sidecar names one, is the last and is not counted in `count`.
    """

    def __init__(
        self,
        path: Path,
        blocks: list[str],
        translations: list[str],
        about: About,
        digest: str,
        headline: bool,
        warnings: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.about = about
        self.digest = digest  # sha256 of the source file, hexadecimal
        self.warnings = warnings  # what is wrong beside the text: in its sidecar or translation
        self.ignored: Mapping[int, frozenset[str]] = {}  # by paragraph, the concepts not checked in it
        self.first = 0 if headline else 1
        self.last = self.first + len(blocks) - 1
        self._blocks = blocks
        self._translations = translations

    @property
    def title(self) -> str:
        """The sidecar's title, else the headline, else the name of the file."""
        found = self.about.title or (self.paragraph(0).source if self.first == 0 else self.path.stem)
        return clean_line(found)

    @property
    def count(self) -> int:
        """How many paragraphs the body has: the `21` of `¶ 1/21`."""
        return self.last - (self.about.byline == self.last)

    @property
    def bilingual(self) -> bool:
        """Whether there is a translation at all."""
        return bool(self._translations)

    def __iter__(self) -> Iterator[Paragraph]:
        return (self.paragraph(number) for number in range(self.first, self.last + 1))

    def paragraph(self, number: int) -> Paragraph:
        """The paragraph with this number; raises IndexError outside `first` to `last`."""
        if not self.first <= number <= self.last:
            raise IndexError(number)
        place = number - self.first
        block = self._blocks[place]
        translation = self._translations[place].strip(BLANKS) if place < len(self._translations) else None
        notes = self.about.notes.get(number, ())
        return Paragraph(number, block.strip(BLANKS), translation, notes, opens=block[:1].isspace())
