"""Open a reading room in a pseudo-terminal, wait until its glossary pane is there, and leave it again."""

import os
import pty
import select
import sys
import time

WAIT = 30.0  # seconds


def main(command: str, awaited: bytes) -> None:
    """Run the command; exits with a sentence where the text is not seen or the exit code is not 0."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(command, [command])
    seen = b""
    deadline = time.monotonic() + WAIT
    while awaited not in seen and time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 65536)
    os.write(terminal, b"q")
    while _read(terminal):
        pass
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if awaited not in seen or code:
        sys.exit(f"{command} did not open, or ended with {code}")
    print("the installed reading room opens and closes")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the child closed it
        return b""


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].encode())
