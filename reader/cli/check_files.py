"""What `reader check` is to read: the files that were named, a pair of files, or the shipped article."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.cli import sources
from reader.cli.termbase import glossary_path, near
from reader.errors import UsageError
from reader.text.bitexts.request import Request
from reader.text.segments import Bitext


def asked(options: Namespace) -> list[Request | None]:
    """The files in their order, None for the shipped article; raises UsageError for what cannot be meant.

    A file that is named several times, under whatever name, is read once.
    """
    if (options.source is None) != (options.target is None):
        has, lacks = ("--source", "--target") if options.source else ("--target", "--source")
        raise UsageError(f"`{has}` names one file of a pair. `{lacks} FILE` names the other.")
    if options.source_language and options.source_language == options.target_language:
        raise UsageError(f"`--from` and `--to` both name {options.target_language}: say two languages.")
    if "" in options.files:
        raise UsageError("Which text? The name of a file is empty; `-` is standard input.")
    requests: list[Request | None] = [_request(Path(name), options) for name in _once(options.files)]
    if options.target is not None:
        requests.append(_request(options.target, options)._replace(source_path=options.source))
    return requests or [None]


def opened(request: Request | None, options: Namespace) -> Bitext:
    """The file on its way; raises InputError where it cannot be read."""
    if request is None:
        from reader.text.bitexts.articles import shipped_bitext

        bitext = shipped_bitext()
        return bitext._replace(path=near(bitext.path), source_path=near(bitext.source_path))
    from reader.text.bitexts.opening import open_bitext

    if str(request.path) == sources.STDIN:
        request = request._replace(path=Path(sources.STDIN_NAME), data=sources.read_stdin_bytes())
    return open_bitext(request)


def read_by(options: Namespace) -> Iterator[Path]:
    """Every file that the check will read; none of them is opened but the sidecars of texts."""
    from reader.text.files import shipped_path

    for request in asked(options):
        if request is None:
            yield from _with_siblings(shipped_path(), options)
        elif str(request.path) != sources.STDIN:
            yield from _with_siblings(request.path, options)
            if request.source_path:
                yield request.source_path
    yield from options.glossary or [glossary_path(None)]
    if options.baseline:
        yield options.baseline


def _with_siblings(path: Path, options: Namespace) -> Iterator[Path]:
    """A file, and what is read with it where it is a text."""
    from reader.text.bitexts.opening import ENDINGS
    from reader.text.files import read_beside

    yield path
    form = options.input_format or ENDINGS.get(path.suffix.lower(), "txt")
    if form in ("txt", "md") and os.path.isfile(path):
        yield from read_beside(path, options.source_language or "")


def _once(names: Iterable[str]) -> Iterable[str]:
    """The names without those that lead to a file which an earlier one has named."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(_place(name), name)
    return known.values()


def _place(name: str) -> str:
    try:
        return os.path.realpath(name)
    except (OSError, ValueError):
        return name  # it cannot be opened either, which is told there


def can_be_shared(request: Request | None) -> bool:
    """Whether several processes can read what is asked for: a pipe gives each of its bytes to one alone."""
    if request is None or str(request.path) == sources.STDIN:
        return True
    return all(path is None or path.is_file() for path in (request.path, request.source_path))


def _request(path: Path, options: Namespace) -> Request:
    return Request(
        path,
        format=options.input_format,
        source_language=options.source_language or "",
        target_language=options.target_language or "",
        encoding=options.encoding,
        skip_empty=options.skip_empty,
    )
