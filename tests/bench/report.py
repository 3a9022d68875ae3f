"""The figures against the limits: a table for people, JSON for machines."""

import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Literal, NamedTuple

from rich.console import Console
from rich.table import Table

Samples = Mapping[str, Sequence[float]]

SAME = 1.5  # "the same" in a text 5,000 times as long: nothing that grows with it stays under this


class Limit(NamedTuple):
    """What is promised of one figure: its median alone, or over the median of another."""

    what: str
    figure: str
    most: float
    over: str = ""
    how: Literal["times", "more", "alone"] = "times"

    def value(self, samples: Samples) -> float | None:
        """The figure that is held against `most`; None where it was not measured."""
        if not samples.get(self.figure) or (self.over and not samples.get(self.over)):
            return None
        figure = statistics.median(samples[self.figure])
        if self.how == "alone":
            return figure
        floor = statistics.median(samples[self.over])
        return figure / floor if self.how == "times" else figure - floor

    def shown(self, value: float) -> str:
        """A value with its unit: a ratio, milliseconds, or megabytes."""
        unit = "MB" if self.figure.endswith(".mb") else "ms"
        return f"{value:.2f} x" if self.how == "times" else f"{value:,.0f} {unit}"


LIMITS = (
    Limit("first screen / the text in two bare panes", "start.reader.ms", 1.25, "start.two_pane.ms"),
    Limit("first screen / the text in one bare Static", "start.reader.ms", 1.4, "start.one_static.ms"),
    Limit("j / the text in one bare Static", "j.reader.ms", 1.8, "j.one_static.ms"),
    Limit("200 j at once, article", "burst.reader.ms", 500, how="alone"),
    Limit("peak memory / the text in two bare panes", "memory.reader.mb", 1.3, "memory.two_pane.mb"),
    Limit("start, 35 MB - article", "long_start.long.ms", 1000, "long_start.reader.ms", "more"),
    Limit("j, 35 MB / article", "long_j.long.ms", SAME, "long_j.reader.ms"),
    Limit("G, 35 MB / article", "long_G.long.ms", SAME, "long_G.reader.ms"),
    Limit("g, 35 MB / article", "long_g.long.ms", SAME, "long_g.reader.ms"),
    Limit("resize, 35 MB / article", "long_resize.long.ms", SAME, "long_resize.reader.ms"),
    Limit("200 j at once, 35 MB", "long_burst.long.ms", 500, how="alone"),
    Limit("reader term in a pipe / python -c pass", "term_pipe.reader.ms", 4, "term_pipe.python.ms"),
    Limit(
        "reader term on a terminal / python -c pass", "term_terminal.reader.ms", 8, "term_terminal.python.ms"
    ),
    Limit("check, 20 MB, 500 terms / grep -Fo", "check_500.reader.ms", 3, "check_500.grep.ms"),
    Limit("check, 20 MB, 100,000 terms / grep -Fo", "check_100000.reader.ms", 1.5, "check_100000.grep.ms"),
    Limit("check with --jobs 2 / with one", "check_500.jobs_2.ms", 1 / 1.7, "check_500.reader.ms"),
    Limit("check --format json / python -c pass", "check_article.reader.ms", 6, "check_article.python.ms"),
    Limit("peak memory, check of a large TMX", "check_tmx.reader.mb", 300, how="alone"),
    Limit("100,000 terms in YAML", "glossary.yaml.ms", 5000, how="alone"),
    Limit("100,000 terms in TBX", "glossary.tbx.ms", 5000, how="alone"),
)


def as_json(
    samples: Samples, rounds: int, command: Sequence[str], unmet: Mapping[str, str]
) -> dict[str, object]:
    """Everything measured, as one JSON value; times in milliseconds, memory in megabytes (10^6 bytes)."""
    measured = [(limit, limit.value(samples)) for limit in LIMITS]
    return {
        "schema": 1,
        "machine": _machine(),
        "rounds": rounds,
        "command": list(command),
        "limits": [
            {"what": limit.what, "value": round(value, 3), "most": limit.most, "pass": value <= limit.most}
            for limit, value in measured
            if value is not None
        ],
        "figures": {name: _summary(values) for name, values in sorted(samples.items())},
        "unmet": dict(unmet),
    }


def passed(samples: Samples) -> bool:
    """Whether every figure that was measured keeps its limit."""
    values = [(limit.value(samples), limit.most) for limit in LIMITS]
    return all(value <= most for value, most in values if value is not None)


def show(console: Console, samples: Samples) -> None:
    """Print the figures, then the limits with what was reached; nothing where nothing was measured."""
    if samples:
        console.print(_figures(samples), _limits(samples), sep="\n")


def _figures(samples: Samples) -> Table:
    columns = ("figure", "n", "median", "p95", "least", "cpu median")
    table = _table("ms; memory in MB", columns)
    for name, values in samples.items():
        if name.endswith("cpu_ms"):
            continue
        used = samples.get(name.removesuffix(".ms") + ".cpu_ms", ())
        row = _summary(values)
        cpu = f"{statistics.median(used):.1f}" if used else ""
        cells = (f"{row[column]:.1f}" for column in ("median", "p95", "least"))
        table.add_row(name.removesuffix(".ms"), str(len(values)), *cells, cpu)
    return table


def _limits(samples: Samples) -> Table:
    table = _table("limits", ("what", "measured", "at most", ""))
    for limit in LIMITS:
        if (value := limit.value(samples)) is not None:
            verdict = "[green]pass[/]" if value <= limit.most else "[bold red]MISSED[/]"
            table.add_row(limit.what, limit.shown(value), limit.shown(limit.most), verdict)
    return table


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left")
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place == 0 else "right")
    return table


def _summary(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "n": len(ordered),
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[round(0.95 * (len(ordered) - 1))], 2),
        "least": round(ordered[0], 2),
        "most": round(ordered[-1], 2),
    }


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "textual": version("textual"),
        "rich": version("rich"),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }
