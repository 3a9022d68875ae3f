"""What is measured: a scenario is one round over all its programs, so that noise hits all alike."""

import re
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack

from .checks import check, check_article, check_tmx, glossary
from .process import ran
from .stage import Bench, Figures, Unmet
from .terminal import SIZE, Seen, Session

QUERY = "专精特新"
BURST = 200  # keys typed at once
PRESSES = 18  # fewer than the article has paragraphs
NARROW = (90, 30)
PROGRAMS = ("one_paragraph", "one_static", "two_pane", "reader")


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
    "check": check,
    "check_article": check_article,
    "check_tmx": check_tmx,
    "glossary": glossary,
}


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
