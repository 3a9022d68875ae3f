"""How far a long check has come: one line on a terminal's standard error, gone when it is over."""

import sys
import time
from typing import Self

from reader.text.clean import clean_line

_PATIENCE = 1.0  # seconds without a word
_PACE = 0.2  # seconds between two words


class Progress:
    """Shows how far it is where somebody watches and it takes long."""

    def __init__(self) -> None:
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def passed(self, segments: int, path: str) -> None:
        """Show how many segments of this file are done, unless that was shown a moment ago."""
        if self._watched and time.monotonic() >= self._next:
            from reader.text.counts import counted  # most checks are over before

            self._show(f"{counted(segments, 'segment')} of {path}")

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
