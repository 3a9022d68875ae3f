"""Where it is measured and what is kept of it: the folder, the commands, the figures."""

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from . import floors
from .terminal import Seen, Session

ARTICLE = Path("seeds/000_87d324de753ab160.txt")


class Unmet(Exception):
    """A program did not do what was to be measured; says what and shows the end of what it wrote."""


class Figures:
    """Every sample by its name: `start.reader.ms`, `j.one_static.cpu_ms`, `memory.reader.mb`."""

    def __init__(self) -> None:
        self.samples: dict[str, list[float]] = defaultdict(list)

    def seen(self, name: str, seen: Seen) -> None:
        """Keep the time until the last change of the screen, and the processor time."""
        if seen.last is not None:
            self.samples[f"{name}.ms"].append(seen.last * 1000)
            self.samples[f"{name}.cpu_ms"].append(seen.cpu * 1000)

    def plain(self, name: str, value: float) -> None:
        """Keep one sample."""
        self.samples[name].append(value)


class Bench(NamedTuple):
    """Where things lie, and how reader is started."""

    folder: Path  # homes of the programs; empty at first
    reader: tuple[str, ...]
    long: Path
    tmx: int = 100  # megabytes of the TMX that is checked

    def command(self, program: str) -> tuple[str, ...]:
        """How a program is started on the article, `long` being reader on the long text."""
        if program == "reader":
            return self.reader
        if program == "long":
            return (*self.reader, str(self.long))
        return (sys.executable, floors.__file__, program, str(ARTICLE))

    def session(self, program: str, home: str) -> Session:
        """The program in a terminal, keeping what it keeps in a home of that name."""
        return Session(self.command(program), self.folder / home)

    def wanted(self, program: str) -> Sequence[str]:
        """What the whole first screen of a program shows."""
        first = self.long if program == "long" else ARTICLE
        parts = [opening(first)]
        if program in ("reader", "two_pane") and floors.blocks(ARTICLE.with_suffix(".zh.txt")):
            parts.append(opening(ARTICLE.with_suffix(".zh.txt")))
        return [*parts, "¶"] if program in ("reader", "long") else parts


def opening(path: Path) -> str:
    """The first characters of the first paragraph after the headline: too few to be wrapped."""
    return floors.blocks(path)[1].strip()[:12].strip()
