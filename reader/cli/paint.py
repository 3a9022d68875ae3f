"""Standard output as a terminal: whether it is one for colours, and what Rich makes of a text there."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

DUMB = ("dumb", "unknown")
"""Values of TERM that promise no more than a typewriter."""


def is_dumb() -> bool:
    """Whether the terminal has said of itself that it can only print."""
    return os.environ.get("TERM") in DUMB


def colours() -> bool:
    """Whether standard output is a terminal that can show more than lines of plain text."""
    return sys.stdout is not None and sys.stdout.isatty() and not is_dumb()


def console() -> "Console":
    """A console on standard output; what is written to it are texts, never markup."""
    from rich.console import Console

    return Console()


def painted(console: "Console", lines: Iterable["Text"]) -> str:
    """What the console would write; each line must fit already."""
    with console.capture() as captured:
        for line in lines:
            console.print(line, overflow="ignore", no_wrap=True, crop=False)
    return captured.get()
