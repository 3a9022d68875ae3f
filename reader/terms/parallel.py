"""Checking one document on several cores: its parts apart, then put together as if they had not been.

What a part finds depends on the parts before it in two ways, and both can only take findings away: a short
form is right once its concept was spelled out, and a text may introduce short forms of its own. So each part
is checked as if it were the first, and what the earlier ones know is held against its findings afterwards.

Each process goes through the whole document and checks every so many-th part of it, since to cut a table into
lines costs less than to send them. (XML has to be parsed for that, which takes longer than the check: there
little is gained.) What a process has found comes back through a pipe of its own.
"""

import os
import pickle
import signal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, islice
from traceback import format_exception
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, NoReturn, Self

from reader.errors import Fault, InputError, ReaderError
from reader.terms.findings import Finding
from reader.terms.renderings import is_short
from reader.text.segments import Bitext, Gathered, batches

if TYPE_CHECKING:
    from reader.terms.checking import Known, Run
    from reader.text.segments import Part

_SIZE = 4096  # segments of a part of what is not cut as text


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
    with ExitStack() as ending:
        pipes = [ending.enter_context(_Worker(run, chain(first, parts), at, jobs)) for at in range(jobs)]
        at = 0
        while isinstance(found := pipes[at % jobs].next(), _Found):
            yield from _put_together(run, found)
            at += 1
    if found is not None:
        raise found


def _parts(bitext: Bitext) -> "Iterator[Part]":
    """The parts of a document; those of one that has but one are cut out of it."""
    for part in bitext.parts():
        if isinstance(part, Gathered):
            yield from map(Gathered, batches(part.segments(), _SIZE))
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


class _Worker:
    """A process that checks every so many-th part; it ends when nobody listens to it any more."""

    def __init__(self, run: "Run", parts: "Iterable[Part]", first: int, step: int) -> None:
        """It checks each `step`-th part from the `first` on, counted from 0.

        Only the process that makes it returns. Raises InputError where no more can be started.
        """
        try:
            reading, writing = os.pipe()
        except OSError as error:
            raise _too_many(error) from error
        try:
            self._process = os.fork()
        except OSError as error:
            os.close(reading)
            os.close(writing)
            raise _too_many(error) from error
        if not self._process:
            os.close(reading)
            _work(run, islice(parts, first, None, step), writing)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")

    def next(self) -> "_Found | Exception | None":
        """What the next of its parts gave; None when there are no more, or why there are none."""
        try:
            found: _Found | Exception | None = pickle.load(self._pipe)
        except (EOFError, pickle.UnpicklingError) as error:
            raise InputError("A process that shared the work was ended; `--jobs 1` does without.") from error
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        os.waitpid(self._process, 0)


def _too_many(error: OSError) -> InputError:
    said = f"No more processes can be started: {error.strerror or error}"
    return InputError(f"{said}. Say fewer with `--jobs`.")


def _work(run: "Run", parts: "Iterable[Part]", writing: int) -> NoReturn:
    """Check these parts in this process, tell the other one, and end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one sees to it
    try:
        with os.fdopen(writing, "wb") as pipe:
            _tell_all(run, parts, pipe)
    except BrokenPipeError:
        pass  # nobody wants to know
    finally:
        os._exit(0)


def _tell_all(run: "Run", parts: "Iterable[Part]", pipe: BinaryIO) -> None:
    last: Exception | None = None
    try:
        for found in _found(run, parts):
            pickle.dump(found, pipe)
            pipe.flush()
    except BrokenPipeError:
        raise
    except ReaderError as error:
        last = error
    except Exception as error:
        last = RuntimeError("".join(format_exception(error)))
    pickle.dump(last, pipe)


def _found(run: "Run", parts: "Iterable[Part]") -> Iterator[_Found]:
    from reader.terms.checking import Run

    for part in parts:
        items: list[Finding | Fault] = []
        own = Run(run.checker, run.bitext, items.append)
        items.extend(own.alone([part]))
        yield _Found(items, own.known)
