"""`python -m tests.bench`: measure reader beside its floors, from outside, in one run."""

import argparse
import json
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from .measures import SCENARIOS
from .report import as_json, passed, show
from .stage import ARTICLE, Bench, Figures, Unmet
from .texts import long_text


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=7, help="measured rounds of each scenario (7)")
    parser.add_argument("--only", action="append", choices=list(SCENARIOS), help="this scenario; repeatable")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE")
    parser.add_argument("--tmx", type=int, default=100, metavar="MB", help="size of the TMX checked (100)")
    parser.add_argument("--command", type=shlex.split, default=_reader(), help="how reader is started")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when every limit is kept, 1 when not, 2 outside the checkout."""
    given = options(arguments)
    console, progress = Console(), Console(stderr=True)
    if not ARTICLE.exists():
        progress.print(f"run it where {ARTICLE} is", markup=False)
        return 2
    figures, unmet = Figures(), dict[str, str]()
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        names = given.only or list(SCENARIOS)
        text = long_text(Path(folder)) if "long" in names else ARTICLE
        bench = Bench(Path(folder), tuple(given.command), text, given.tmx)
        for name in names:
            try:
                _measure(name, bench, figures, given.rounds, progress)
            except Unmet as reason:
                unmet[name] = str(reason)
                progress.print(f"{name}: {reason}", style="red", markup=False)
    show(console, figures.samples)
    if given.json:
        report = as_json(figures.samples, given.rounds, given.command, unmet)
        given.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if passed(figures.samples) and not unmet else 1


def _measure(name: str, bench: Bench, figures: Figures, rounds: int, progress: Console) -> None:
    """One round to warm up, then the rounds that count."""
    SCENARIOS[name](bench, Figures(), 0)
    for number in range(1, rounds + 1):
        progress.print(f"{name} {number}/{rounds}", end="\r")
        SCENARIOS[name](bench, figures, number)
    progress.print()


def _reader() -> list[str]:
    """The command that was installed beside this interpreter, else the package of the checkout."""
    installed = Path(sys.executable).with_name("reader")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "reader"]


if __name__ == "__main__":
    sys.exit(main())
