"""How far a long check has come: one line on a terminal's standard error, gone when it is over."""

import sys
import time
from collections.abc import Iterator
from typing import Self

from reader.errors import Fault
from reader.text.clean import clean_line
from reader.text.segments import Bitext, Segment

_PATIENCE = 1.0  # seconds without a word
_PACE = 0.2  # seconds between two words


class Progress:
    """Counts the segments that come by, and shows it where somebody watches and it takes long."""

    def __init__(self) -> None:
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def counted(self, bitext: Bitext) -> Bitext:
        """The bitext, whose segments are counted as they come."""
        return bitext._replace(segments=self._counted(bitext)) if self._watched else bitext

    def _counted(self, bitext: Bitext) -> Iterator[Segment | Fault]:
        for count, segment in enumerate(bitext.segments, 1):
            if time.monotonic() >= self._next:
                self._show(f"{count:,} segments of {bitext.path}")
            yield segment

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _show(self, line: str) -> None:
        sys.stderr.write(f"\r{clean_line(line)[:70]}\x1b[K")
        sys.stderr.flush()
        self._shown = True
        self._next = time.monotonic() + _PACE
