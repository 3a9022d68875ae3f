"""Which asterisks, underscores and tildes of Markdown are marks of emphasis, and which are themselves."""

from collections.abc import Iterator
from typing import NamedTuple


class Run(NamedTuple):
    """A run of one of these characters, with its neighbours, each empty at an end of the text."""

    char: str
    start: int
    end: int
    before: str
    after: str

    @property
    def opens(self) -> bool:
        """Whether it may open emphasis; an underscore within a word does not."""
        return _is_ink(self.after) and not (self.char == "_" and self.before.isalnum())

    @property
    def closes(self) -> bool:
        """Whether it may close emphasis."""
        return _is_ink(self.before) and not (self.char == "_" and self.after.isalnum())


def matched(runs: list[Run]) -> Iterator[tuple[int, int]]:
    """The stretches of the runs that open and close emphasis; what is left of a run stands for itself."""
    opened: dict[str, list[tuple[int, int]]] = {}
    for run in runs:
        stack = opened.setdefault(run.char, [])
        start = run.start
        while run.closes and stack and start < run.end:
            begin, end = stack.pop()
            size = min(end - begin, run.end - start)
            yield end - size, end
            yield start, start + size
            start += size
            if begin < end - size:
                stack.append((begin, end - size))
        if run.opens and start < run.end:
            stack.append((start, run.end))


def _is_ink(char: str) -> bool:
    return bool(char) and not char.isspace() and char != "\0"
