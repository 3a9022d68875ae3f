"""Two runs of passages that should stand side by side: the place where they part."""

from collections.abc import Sequence
from itertools import accumulate
from math import log

from reader.errors import Fault
from reader.text.clean import clean_line
from reader.text.segments import Passage


def parting(
    source_name: str, sources: Sequence[Passage], target_name: str, targets: Sequence[Passage], counts: str
) -> Fault:
    """Where two files that do not run side by side seem to part; neither is empty.

    It is where the surplus of the longer one fits in best by the lengths of what stands around it. `counts`
    says how many lines and paragraphs they have.
    """
    at = _split(list(map(_size, sources)), list(map(_size, targets)))
    source, target = sources[min(at, len(sources) - 1)], targets[min(at, len(targets) - 1)]
    where = "here" if at < len(targets) else "behind this"
    hint = f"beside it stands {source_name}:{source.line}:{source.column}: {clean_line(source.text[:40])}"
    shown = clean_line(target.text[:80])
    message = f"source and target seem to part {where}: {counts}"
    return Fault(target_name, target.line, target.column, message, shown, hint, caret=1)


def _size(passage: Passage) -> float:
    return len(passage.text) + 5.0  # a few characters more or less tell nothing of a short one


def _split(sources: list[float], targets: list[float]) -> int:
    """The number of pairs, from the beginning on, behind which the surplus of the longer side stands."""
    usual = log(sum(targets) / sum(sources))
    pairs = min(len(sources), len(targets))
    shift, other = max(0, len(sources) - pairs), max(0, len(targets) - pairs)
    before = [abs(log(targets[at] / sources[at]) - usual) for at in range(pairs)]
    behind = [abs(log(targets[at + other] / sources[at + shift]) - usual) for at in range(pairs)]
    rest = sum(behind)
    near, far = list(accumulate(before, initial=0.0)), list(accumulate(behind, initial=0.0))
    return min(range(pairs + 1), key=lambda at: near[at] + rest - far[at])
