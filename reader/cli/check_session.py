"""One run of `reader check`: its files one after the other, what was reviewed, and how it ends."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader import folders
from reader.cli import sources, termbase
from reader.cli.check_files import asked, opened
from reader.cli.manners import complain
from reader.cli.progress import Progress
from reader.errors import Fault, InputError, NotFoundError, UsageError
from reader.shelf.dismissed import dismissed
from reader.terms.checking import KINDS, Checker
from reader.terms.findings import LEVELS, Finding
from reader.text.article import Article
from reader.text.bitexts.request import Request
from reader.text.counts import counted

if TYPE_CHECKING:
    from reader.exports.baseline import Reviewed


class Session:
    """What the options ask for, on its way; `code` and `reviewed` hold once the findings are through."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        self._requests = asked(options)
        self.glossary, files = termbase.glossaries(options.glossary, options.encoding)
        self._kinds = options.kind or KINDS
        self.checker = Checker(self.glossary, self._kinds, files, jobs=options.jobs)
        self._baseline = self._read_baseline()
        # The reasons of what was reviewed, by fingerprint: dismissed by the reader, or in the baseline.
        self._known = dismissed(self._data_dir()) | {one.fingerprint: one.reason for one in self._baseline}
        self.reviewed = 0  # findings that were kept quiet
        self._unread = False
        self._heaviest = len(LEVELS)

    def findings(self) -> Iterator[Finding]:
        """The findings that were not reviewed; what cannot be read is said on standard error."""
        for finding in self._all():
            if finding.fingerprint in self._known:
                self.reviewed += 1
                continue
            self._heaviest = min(self._heaviest, LEVELS.index(finding.severity))
            yield finding

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

    def write_baseline(self) -> int:
        """Write all findings into the baseline, those reviewed before with their reasons.

        What an earlier baseline has of files and kinds that are not checked this time stays in it.
        """
        from reader.exports.baseline import baseline_text, reviewed
        from reader.exports.writing import write_atomically

        found = [reviewed(one, self._known.get(one.fingerprint, "")) for one in self._all()]
        checked = {each.path for each in self.checker.checked}
        kept = [one for one in self._baseline if one.file not in checked or one.kind not in self._kinds]
        path: Path = self._options.baseline
        write_atomically(path, baseline_text([*found, *kept]), force=True)
        complain(f"{counted(len(found), 'finding')} written to {path}.")
        return InputError.exit_code if self._unread else 0

    def dismiss(self, fingerprint: str, reason: str) -> int:
        """Let one finding stand, on the shelf; raises NotFoundError where the files do not give it."""
        from reader.shelf.store import Shelf

        finding = self._finding(fingerprint)
        with closing(Shelf.open(self._data_dir())) as shelf:
            shelf.dismiss(shelf.text(_article(finding)), finding, reason)
        complain(f"Dismissed: {_named(finding)}.")
        return 0

    def restore(self, fingerprint: str) -> int:
        """Take a dismissal back; raises NotFoundError where there is none, or the files do not give it."""
        from reader.shelf.store import Shelf

        finding = self._finding(fingerprint)
        with closing(Shelf.open(self._data_dir())) as shelf:
            if not shelf.undismiss(shelf.text(_article(finding)), fingerprint):
                raise NotFoundError(f"That was not dismissed: {_named(finding)}.")
        complain(f"Restored: {_named(finding)}.")
        return 0

    def _finding(self, fingerprint: str) -> Finding:
        for finding in self._all():
            if finding.fingerprint == fingerprint:
                return finding
        raise NotFoundError(f"No finding has the fingerprint {fingerprint}. `--format json` shows them all.")

    def _all(self) -> Iterator[Finding]:
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

    def _file(self, request: Request | None, progress: Progress) -> Iterator[Finding]:
        bitext = opened(request, self._options)
        if bitext.encoding:
            complain(f"{bitext.path} was read as {bitext.encoding}.")

        def tell(fault: Fault) -> None:
            """Say that a unit was passed over."""
            self._unread = True
            progress.clear()
            complain(str(fault))

        return self.checker.findings(progress.counted(bitext), tell)

    def _read_baseline(self) -> Sequence["Reviewed"]:
        path: Path | None = self._options.baseline
        if path is None or (self._options.write_baseline and not path.exists()):
            return []
        from reader.exports.baseline import read_baseline

        return read_baseline(path)

    def _data_dir(self) -> Path:
        chosen: Path | None = self._options.data_dir
        return chosen or folders.data_folder()


def _article(finding: Finding) -> Article:
    """The text that a finding stands in, as the shelf knows it."""
    from reader.text.files import read_article, shipped_article

    path = Path(finding.target.spot.file)
    if finding.target.spot.file == sources.STDIN_NAME:
        raise UsageError("What was read from standard input cannot be dismissed; write a baseline.")
    article = shipped_article()
    return article if path.absolute() == article.path.absolute() else read_article(path)


def _named(finding: Finding) -> str:
    return f"{finding.kind}, {finding.found or finding.source_term}"
