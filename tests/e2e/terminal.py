"""A real pseudo-terminal around the installed command, with a screen to look at."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

WAIT = 20.0  # seconds: how long a slow machine may take


class Room:
    """`reader` in a pseudo-terminal; everything it writes is kept in `raw` and shown on a screen."""

    def __init__(
        self,
        *words: str,
        size: tuple[int, int] = (120, 40),
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        self.raw = ""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self.screen)
        started = list(command or [sys.executable, "-m", "reader", *words])
        self.child = pexpect.spawn(
            started[0],
            started[1:],
            dimensions=(size[1], size[0]),
            encoding="utf-8",
            codec_errors="surrogateescape",
            timeout=WAIT,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
            cwd=str(cwd) if cwd else None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.close(force=True)

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program has written meanwhile."""
        try:
            while True:
                text = self.child.read_nonblocking(65536, timeout=seconds)
                self.raw += text
                self._stream.feed(text)
        except (pexpect.TIMEOUT, pexpect.EOF):
            pass

    def wait_for(self, text: str) -> None:
        """Read until the screen shows the text; fails with the screen where it never does."""
        self.wait_until(lambda: text in self.text, text)

    def wait_until(self, what: object, told: str) -> None:
        """Read until `what()` is true."""
        assert callable(what)
        deadline = time.monotonic() + WAIT
        while not what():
            assert time.monotonic() < deadline, f"{told!r} never came:\n{self.text}"
            self.read()

    def press(self, keys: str | Sequence[str]) -> None:
        """Type these characters or sequences."""
        for key in keys:
            self.child.send(key)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    @property
    def text(self) -> str:
        """The screen as lines; the second half of a wide character is left out."""
        return "\n".join(
            "".join(self.screen.buffer[y][x].data for x in range(self.screen.columns)).rstrip()
            for y in range(self.screen.lines)
        )

    def end(self) -> int:
        """Wait until the program is gone; its exit code, or minus the signal that ended it."""
        self.child.expect(pexpect.EOF)
        self.raw += self.child.before or ""
        self.child.close()
        signal = self.child.signalstatus
        return -signal if signal else int(self.child.exitstatus)
