"""One run of `reader check`: its files one after the other, what stays quiet, and how it ends."""

import os
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import folders
from reader.cli import termbase
from reader.cli.check_files import asked, can_be_shared, opened
from reader.cli.check_report import SUMMARISED
from reader.cli.manners import complain
from reader.cli.progress import Progress
from reader.errors import Fault, InputError
from reader.shelf.reading_dismissals import dismissed
from reader.terms.checking import KINDS, Checker
from reader.terms.findings import BILINGUAL, LEVELS, Finding
from reader.text.bitexts.request import Request
from reader.text.segments import Bitext

if TYPE_CHECKING:
    from reader.exports.baseline import Reviewed


class Run:
    """What the options ask for, on its way; `code` and `reviewed` hold once the findings are through."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        self._requests = asked(options)
        self.glossary, files = termbase.glossaries(options.glossary)
        if not self.glossary.concepts:
            raise InputError("The glossary has no concepts: there is nothing to check with.")
        self.kinds = options.kind or KINDS
        counting = options.format in SUMMARISED
        self.checker = Checker(self.glossary, self.kinds, files, jobs=options.jobs, counting=counting)
        self.baseline = _baseline(options)
        self.data_dir: Path = options.data_dir or folders.data_folder()
        self.known: Mapping[str, str] = dismissed(self.data_dir) | {
            one.fingerprint: one.reason for one in self.baseline
        }
        """The reasons of what was reviewed, by fingerprint: dismissed by the reader, or in the baseline."""
        self.reviewed = 0  # findings that were kept quiet
        self.paths: dict[str, Path] = {}  # what was named, by what it is called: not every name can be shown
        self._unread = False
        self._heaviest = len(LEVELS)

    def findings(self) -> Iterator[Finding]:
        """The findings that were not reviewed; what cannot be read is said on standard error."""
        for finding in self.every():
            if finding.fingerprint in self.known:
                self.reviewed += 1
                continue
            self._heaviest = min(self._heaviest, LEVELS.index(finding.severity))
            yield finding

    def every(self) -> Iterator[Finding]:
        """All findings, reviewed or not; what cannot be read is said on standard error."""
        with Progress() as progress:
            for request in self._requests:
                try:
                    yield from self._file(request, progress)
                except InputError as error:
                    self._unread = True
                    progress.clear()
                    complain(str(error))
                    if not self._options.keep_going:
                        return  # not raised: the report is to be whole as far as it goes

    @property
    def complete(self) -> bool:
        """Whether everything could be read, as far as it went."""
        return not self._unread

    def code(self) -> int:
        """2 where something could not be read, 1 where something weighs enough, else 0."""
        if self._unread:
            return InputError.exit_code
        wanted = self._options.fail_on
        return int(wanted != "never" and self._heaviest <= LEVELS.index(wanted))

    def _file(self, request: Request | None, progress: Progress) -> Iterator[Finding]:
        if request is not None:
            _refuse_folders(request)
            request = request._replace(likely=self.glossary.languages)
        bitext = opened(request, self._options)
        if request is not None:
            self.paths[bitext.path] = request.path
        self._tell_encodings(bitext)
        self._tell_idle(bitext)

        def tell(fault: Fault) -> None:
            """Say that a unit was passed over."""
            self._unread = True
            progress.clear()
            complain(str(fault))

        def passed(segments: int) -> None:
            """Show how far it is."""
            progress.passed(segments, bitext.path)

        self.checker.jobs = self._options.jobs if can_be_shared(request) else 1
        return self.checker.findings(bitext, tell, passed)

    def _tell_encodings(self, bitext: Bitext) -> None:
        """Say of which of its files the encoding was found out that is not UTF-8."""
        files = {bitext.source_path: bitext.source_encoding, bitext.path: bitext.encoding}
        for name, encoding in files.items():
            if encoding and not self._options.encoding:
                from reader.text.encoding import read_as

                complain(read_as(name, encoding))

    def _tell_idle(self, bitext: Bitext) -> None:
        """Say which of the kinds that were asked for cannot be found in this file."""
        if not bitext.source_language:
            idle = [kind for kind in BILINGUAL if kind in self._options.kind]
            if idle:
                complain(
                    f"{bitext.path} was not checked for {' or '.join(idle)}: it has no source beside it."
                )


def _refuse_folders(request: Request) -> None:
    """Raise InputError for a folder, with what to name instead."""
    for path in (request.source_path, request.path):
        if path is not None and os.path.isdir(path):
            from reader.cli.check_folders import a_folder

            raise a_folder(path)


def _baseline(options: Namespace) -> Sequence["Reviewed"]:
    """What the baseline holds; nothing where there is none, or where it is still to be written."""
    path: Path | None = options.baseline
    if path is None or (options.write_baseline and not path.exists()):
        return []
    from reader.exports.baseline import read_baseline

    return read_baseline(path)
