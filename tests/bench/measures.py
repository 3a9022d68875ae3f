"""What is measured: a scenario is one round over all its programs, so that noise hits all alike."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from . import floors
from .process import ran
from .terminal import SIZE, Seen, Session

ARTICLE = Path("seeds/000_87d324de753ab160.txt")
QUERY = "专精特新"
BURST = 200  # keys typed at once
PRESSES = 18  # fewer than the article has paragraphs
NARROW = (90, 30)
PROGRAMS = ("one_paragraph", "one_static", "two_pane", "reader")


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
        parts = [_opening(first)]
        if program in ("reader", "two_pane") and floors.blocks(ARTICLE.with_suffix(".zh.txt")):
            parts.append(_opening(ARTICLE.with_suffix(".zh.txt")))
        return [*parts, "¶"] if program in ("reader", "long") else parts


def start(bench: Bench, figures: Figures, number: int) -> None:
    """From the start of the process to the whole first screen; reader also in a home where it never ran."""
    for program in PROGRAMS:
        _started(bench, figures, program, "warm", f"start.{program}")
    _started(bench, figures, "reader", f"cold-{number}", "start.reader_cold")


def keys(bench: Bench, figures: Figures, number: int) -> None:
    """One key to the repainted screen, many keys at once, and the peak memory after that."""
    with ExitStack() as stack:
        sessions = {program: _open(bench, stack, program) for program in PROGRAMS}
        sessions["reader"].press(b"g", timeout=0.5)
        _alternate(figures, sessions, b"j", "j", PRESSES)
        for program, session in sessions.items():
            figures.seen(f"burst.{program}", session.press(b"j" * BURST, settle=0.3))
            figures.plain(f"memory.{program}.mb", session.peak() / 1e6)


def long(bench: Bench, figures: Figures, number: int) -> None:
    """Start and keys in a text of 100,000 paragraphs, and the same in the article."""
    programs = ("reader", "long")
    for program in programs:
        _started(bench, figures, program, "warm", f"long_start.{program}")
    with ExitStack() as stack:
        sessions = {program: _open(bench, stack, program) for program in programs}
        for session in sessions.values():
            session.press(b"g", timeout=0.5)
        _alternate(figures, sessions, b"j", "long_j", PRESSES)
        for _ in range(3):
            _alternate(figures, sessions, b"G", "long_G", 1)
            _alternate(figures, sessions, b"g", "long_g", 1)
        for size in (NARROW, SIZE):
            for program, session in sessions.items():
                figures.seen(f"long_resize.{program}", session.resize(size))
        _burst(figures, sessions["long"])
        for program, session in sessions.items():
            figures.plain(f"long_memory.{program}.mb", session.peak() / 1e6)


def term(bench: Bench, figures: Figures, number: int) -> None:
    """A question as a whole process, against an interpreter that does nothing."""
    commands = {"python": (sys.executable, "-c", "pass"), "reader": (*bench.reader, "term", QUERY)}
    for _ in range(5):
        for where in ("pipe", "terminal"):
            for name, command in commands.items():
                ended = ran(command, bench.folder / "term", where == "terminal")
                if ended.status or (name == "reader" and QUERY not in ended.output):
                    raise Unmet(f"{' '.join(command)} ended with {ended.status}: {ended.output[-600:]}")
                figures.plain(f"term_{where}.{name}.ms", ended.wall * 1000)
                figures.plain(f"term_{where}.{name}.cpu_ms", ended.cpu * 1000)


SCENARIOS: Mapping[str, Callable[[Bench, Figures, int], None]] = {
    "start": start,
    "keys": keys,
    "long": long,
    "term": term,
}


def _opening(path: Path) -> str:
    """The first characters of the first paragraph after the headline: too few to be wrapped."""
    return floors.blocks(path)[1].strip()[:12].strip()


def _started(bench: Bench, figures: Figures, program: str, home: str, name: str) -> None:
    with bench.session(program, home) as session:
        _complete(session, program, session.started(bench.wanted(program)), figures, name)
        figures.plain(f"{name}.rest_cpu_ms", session.rest() * 1000)


def _open(bench: Bench, stack: ExitStack, program: str) -> Session:
    session = stack.enter_context(bench.session(program, f"keys-{program}"))
    session.started(())
    session.rest()
    return session


def _complete(session: Session, program: str, seen: Seen, figures: Figures, name: str) -> None:
    if not seen.complete:
        raise Unmet(f"{program} did not show its first screen:\n{_shown(session)}")
    figures.seen(name, seen)


def _shown(session: Session) -> str:
    """The rows of the screen that are not blank."""
    return "\n".join(row for row in session.text().splitlines() if row.strip())


def _alternate(figures: Figures, sessions: Mapping[str, Session], key: bytes, name: str, times: int) -> None:
    """Press a key in each program in turn."""
    for _ in range(times):
        for program, session in sessions.items():
            seen = session.press(key, timeout=3)
            if seen.last is None:
                raise Unmet(f"{key.decode()} changed nothing in {program}:\n{_shown(session)}")
            figures.seen(f"{name}.{program}", seen)


def _burst(figures: Figures, session: Session) -> None:
    """Many keys at once, each of which moves one paragraph."""
    before = _place(session)
    figures.seen("long_burst.long", session.press(b"j" * BURST, settle=0.3))
    if _place(session) != before + BURST:
        raise Unmet(f"{BURST} keys moved from {before} to {_place(session)}")


def _place(session: Session) -> int:
    """The number of the current paragraph, out of `¶ 2/21`; 0 where there is none: at the headline."""
    found = re.search(r"¶ ?([\d,]+) ?/", session.text())
    return int(found[1].replace(",", "")) if found else 0
