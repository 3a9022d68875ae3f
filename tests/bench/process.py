"""A command as a whole process, from its start to its end, in a pipe or on a terminal."""

import os
import pty
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .terminal import SIZE, environment, set_size


class Ended(NamedTuple):
    """A process that ran to its end."""

    wall: float  # seconds
    cpu: float  # processor seconds
    status: int
    output: str  # standard output and error
    peak: float  # the largest resident size, in bytes


def ran(command: Sequence[str], home: Path, on_terminal: bool) -> Ended:
    """Run a command to its end with everything it keeps under `home`."""
    home.mkdir(parents=True, exist_ok=True)
    env = environment(home)
    ours, theirs = _terminal() if on_terminal else os.pipe()
    since = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs if on_terminal else subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=env
    )
    os.close(theirs)
    output = _all(ours)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    os.close(ours)
    text = output.decode("utf-8", "replace")
    return Ended(wall, used.ru_utime + used.ru_stime, process.returncode, text, used.ru_maxrss * 1024)


def _terminal() -> tuple[int, int]:
    ours, theirs = pty.openpty()
    set_size(theirs, SIZE)
    return ours, theirs


def _all(fd: int) -> bytes:
    parts = []
    try:
        while part := os.read(fd, 1 << 16):
            parts.append(part)
    except OSError:
        pass  # how Linux says that the other end of a terminal is closed
    return b"".join(parts)
