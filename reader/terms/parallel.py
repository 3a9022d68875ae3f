"""Checking one document on several cores: its parts apart, then put together as if they had not been.

What a part finds depends on the parts before it in two ways, and both can only take findings away: a short
form is right once its concept was spelled out, and a text may introduce short forms of its own. So each part
is checked as if it were the first, and what the earlier ones know is held against its findings afterwards.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import Fault
from reader.terms.findings import Finding
from reader.terms.renderings import is_short
from reader.text.segments import Bitext, Gathered, Part

if TYPE_CHECKING:
    from multiprocessing.pool import AsyncResult

    from reader.terms.checking import Checker, Known, Run

_SIZE = 4096  # segments of a part of what is not cut as text
_AHEAD = 3  # parts on their way for each job: enough that none waits


class _Found(NamedTuple):
    """What a part gave: findings and faults as they came, and what later parts have to know."""

    items: list[Finding | Fault]
    known: "Known"


def together(run: "Run", jobs: int) -> Iterator[Finding]:
    """What `Run.alone` gives, found by so many processes; one is enough for a document of one part."""
    parts = _parts(run.bitext)
    first = list(islice(parts, 2))
    if len(first) < 2:
        yield from run.alone(first)
        return
    run.prepare()
    with multiprocessing.Pool(jobs, _begin, (run.checker, run.bitext._replace(segments=iter(())))) as pool:
        waiting: deque[AsyncResult[_Found]] = deque()
        for part in chain(first, parts):
            waiting.append(pool.apply_async(_work, (part,)))
            if len(waiting) > _AHEAD * jobs:
                yield from _put_together(run, waiting.popleft().get())
        while waiting:
            yield from _put_together(run, waiting.popleft().get())


def _parts(bitext: Bitext) -> Iterator[Part]:
    """The parts of a document; those of one that has but one are cut out of it."""
    for part in bitext.parts():
        if isinstance(part, Gathered):
            items = part.segments()
            while some := list(islice(items, _SIZE)):
                yield Gathered(some)
        else:
            yield part


def _put_together(run: "Run", found: _Found) -> Iterator[Finding]:
    for item in found.items:
        if isinstance(item, Fault):
            run.tell(item)
        elif not _is_right_after_all(run, item):
            yield item
    run.known.merge(found.known)
    run.passed(run.known.count)


def _is_right_after_all(run: "Run", finding: Finding) -> bool:
    """Whether it is no finding, by what the earlier parts know."""
    concept, target = finding.concept, finding.target
    if finding.kind == "missing":
        return run.known.introduced.find(target.text, concept) is not None
    if finding.kind != "non-preferred" or concept not in run.known.spelled_out:
        return False
    return any(
        is_short(match.term)
        for match in run.checker.matcher.find(target.text, run.bitext.target_language)
        if (match.concept, match.start, match.end) == (concept, target.start, target.end)
    )


_place: "list[tuple[Checker, Bitext]]" = []  # of a worker: what it checks with, and what it checks


def _begin(checker: "Checker", bitext: Bitext) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one sees to it
    _place[:] = [(checker, bitext)]


def _work(part: Part) -> _Found:
    from reader.terms.checking import Run

    checker, bitext = _place[0]
    items: list[Finding | Fault] = []
    run = Run(checker, bitext, items.append)
    items.extend(run.alone([part]))
    return _Found(items, run.known)
