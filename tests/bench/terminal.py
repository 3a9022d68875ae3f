"""A program in a pseudo-terminal, timed from outside: what it wrote, when, and what that showed.

While a latency is measured nothing is interpreted: what was read is only stamped with the time, and the
program's questions to the terminal are answered. Once the program is quiet, pyte draws the screen.
"""

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import pyte

SIZE = (120, 40)  # columns, rows
_HINTS = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TMUX", "TERM_PROGRAM", "PYTHONDONTWRITEBYTECODE")

_QUESTION = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p|\x1b\[0?(?P<device>c)|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
_UNDRAWN = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles, links, the clipboard, colours
    r"|\x1b[P_^X].*?\x1b\\"  # device control and the like
    r"|\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]",  # keyboard protocols, questions
    re.DOTALL,
)
_CUT = re.compile(r"\x1b(?:\][^\x07\x1b]*|[P_^X][^\x1b]*|\[[0-?]*[ -/]*|[ -/]+)?\x1b?$")  # not complete yet


class Seen(NamedTuple):
    """What came of starting the program or of a key; seconds from that moment, None where nothing changed."""

    first: float | None  # the first change of the screen
    last: float | None  # the last change before the program went quiet
    cpu: float  # processor seconds the program used meanwhile
    complete: bool  # whether all that was wanted stands on the screen


class Screen:
    """What a terminal of this size shows after all the bytes it was fed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._cut = ""

    def feed(self, data: bytes) -> None:
        """Draw these bytes; a sequence that is not complete waits for the rest."""
        text = self._cut + self._decoder.decode(data)
        cut = _CUT.search(text)
        self._cut = cut.group() if cut else ""
        self._stream.feed(_UNDRAWN.sub("", text[: len(text) - len(self._cut)]))

    def resize(self, columns: int, rows: int) -> None:
        """Take another size, as the terminal does before it tells the program."""
        self._screen.resize(rows, columns)

    def text(self) -> str:
        """The rows as they can be read, with single blanks."""
        rows = ("".join(cell.data for cell in row) for row in self.cells())
        return re.sub(r"[ \u00a0]+", " ", "\n".join(rows))

    def cells(self) -> list[tuple[pyte.screens.Char, ...]]:
        """Every cell with its colours, row by row."""
        buffer, columns = self._screen.buffer, range(self._screen.columns)
        return [tuple(buffer[y][x] for x in columns) for y in range(self._screen.lines)]


def answers(data: bytes) -> bytes:
    """What a terminal with synchronized output and a dark background replies to the questions in `data`."""
    return b"".join(_answer(question) for question in _QUESTION.finditer(data))


def _answer(question: re.Match[bytes]) -> bytes:
    if mode := question["mode"]:
        return b"\x1b[?%b;%d$y" % (mode, 2 if mode == b"2026" else 0)
    if colour := question["colour"]:
        return b"\x1b]%b;rgb:%b\x1b\\" % (colour, b"/".join([b"ffff" if colour == b"10" else b"0000"] * 3))
    return b"\x1b[?62;22c"


def environment(home: Path) -> Mapping[str, str]:
    """The variables of a program that shall keep everything under `home` and find a modern terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in _HINTS}
    folders = {
        f"READER_{name}_DIR": str(home / name.lower()) for name in ("DATA", "CACHE", "CONFIG", "STATE")
    }
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return {**kept, **terminal, **folders, "HOME": str(home)}


class Session:
    """A program in a terminal of its own, from its start to its end."""

    def __init__(self, command: tuple[str, ...], home: Path, size: tuple[int, int] = SIZE) -> None:
        self._command, self._home, self._size = command, home, size
        self._screen = Screen(*size)
        self._asked = b""  # the end of what was read, where a question may have been cut in two
        self._cpu = 0.0

    def __enter__(self) -> "Session":
        env = environment(self._home)
        self._home.mkdir(parents=True, exist_ok=True)
        self._since = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            try:
                set_size(0, self._size)
                os.execvpe(self._command[0], self._command, env)
            finally:
                os._exit(127)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()
        os.close(self._fd)

    def started(self, wanted: Sequence[str], settle: float = 0.3, timeout: float = 60) -> Seen:
        """Wait until the screen shows all of `wanted` and stays as it is for `settle` seconds."""
        return self._watch(self._since, 0.0, wanted, settle, timeout)

    def press(
        self, keys: bytes, wanted: Sequence[str] = (), settle: float = 0.12, timeout: float = 10
    ) -> Seen:
        """Send keys and wait until the screen has changed, shows `wanted` and is quiet again."""
        cpu, since = self.cpu(), time.perf_counter()
        os.write(self._fd, keys)
        return self._watch(since, cpu, wanted, settle, timeout)

    def resize(self, size: tuple[int, int], settle: float = 0.2, timeout: float = 10) -> Seen:
        """Change the size of the terminal and wait until the program has drawn and is quiet."""
        self._screen.resize(*size)
        cpu, since = self.cpu(), time.perf_counter()
        set_size(self._fd, size)
        return self._watch(since, cpu, (), settle, timeout)

    def rest(self, timeout: float = 30) -> float:
        """Wait until the program does next to nothing; returns its processor seconds since its start."""
        limit = time.perf_counter() + timeout
        before = -1.0
        while self.cpu() - before > 0.01 and time.perf_counter() < limit:
            before = self.cpu()
            for _, data in self._reads(0.3, 0.3):
                self._screen.feed(data)
        return self.cpu()

    def text(self) -> str:
        """What stands on the screen."""
        return self._screen.text()

    def cpu(self) -> float:
        """Processor seconds of the program so far, all its threads together; the last known after its end."""
        with contextlib.suppress(OSError):
            self._cpu = time.clock_gettime((~self._pid << 3) | 2)  # clock_getcpuclockid(3) of another process
        return self._cpu

    def peak(self) -> float:
        """The largest resident size of the program so far, in bytes; 0 after its end."""
        with contextlib.suppress(OSError):
            status = Path(f"/proc/{self._pid}/status").read_text()
            if found := re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE):
                return int(found[1]) * 1024
        return 0

    def _reads(self, settle: float, timeout: float) -> Iterator[tuple[float, bytes]]:
        """What is read and when, until nothing came for `settle` seconds; b"" is the program's end."""
        limit = time.perf_counter() + timeout
        while (left := limit - time.perf_counter()) > 0:
            if not select.select([self._fd], [], [], min(settle, left))[0]:
                return
            try:
                data = os.read(self._fd, 1 << 16)
            except OSError:  # how Linux says that the other end is closed
                data = b""
            yield time.perf_counter(), data
            if not data:
                return
            self._reply(data)

    def _reply(self, data: bytes) -> None:
        whole = self._asked + data
        if reply := answers(whole):
            with contextlib.suppress(OSError):  # it may have ended meanwhile
                os.write(self._fd, reply)
            whole = b""
        self._asked = whole[whole.rfind(b"\x1b") :][:16] if b"\x1b" in whole[-16:] else b""

    def _watch(self, since: float, cpu: float, wanted: Sequence[str], settle: float, timeout: float) -> Seen:
        first = last = None
        before = self._screen.cells()
        complete, alive, limit = False, True, since + timeout
        while alive and not (complete and last is not None) and time.perf_counter() < limit:
            reads = list(self._reads(settle, limit - time.perf_counter()))
            alive = not reads or reads[-1][1] != b""
            for at, data in reads:
                self._screen.feed(data)
                if (after := self._screen.cells()) != before:
                    first, last, before = first or at - since, at - since, after
            complete = all(part in self._screen.text() for part in wanted)
        return Seen(first, last, self.cpu() - cpu, complete and last is not None)

    def _leave(self) -> None:
        """Ask the program to quit as a person would; end it where it does not."""
        with contextlib.suppress(OSError):
            os.write(self._fd, b"\x11")  # ctrl+q
        for _ in self._reads(settle=3, timeout=3):
            pass
        if os.waitpid(self._pid, os.WNOHANG)[0] == 0:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)


def set_size(fd: int, size: tuple[int, int]) -> None:
    """Give a terminal its columns and rows."""
    columns, rows = size
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
