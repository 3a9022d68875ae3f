"""The real program run to its end, in pipes or in a pseudo-terminal."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]

READER = [sys.executable, "-m", "reader"]

PATIENCE = 60  # seconds until a test gives up; nothing waits so long


class Ended:
    """How a program in a pseudo-terminal ended, and all that it showed."""

    def __init__(self, code: int, shown: str) -> None:
        self.code = code
        self.shown = shown


def reader(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run it in pipes."""
    return subprocess.run(
        [*READER, *words],
        input=stdin,
        capture_output=True,
        env=os.environ | environment,
        timeout=PATIENCE,
        start_new_session=True,
    )


def in_terminal(command: Sequence[str], rows: int = 24, columns: int = 80, **environment: str) -> Ended:
    """Run a command whose three streams are a new terminal's, to its end."""
    child, master = pty.fork()
    if child == 0:
        os.execve(command[0], list(command), os.environ | environment)
    import fcntl
    import struct
    import termios

    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    shown = b""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and select.select([master], [], [], PATIENCE)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(master)
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), shown.decode(errors="replace"))


def said(ran: subprocess.CompletedProcess[bytes]) -> str:
    return ran.stderr.decode()
