"""Reviewing what `reader check` finds: all of it into a baseline, one finding dismissed or brought back."""

from contextlib import closing
from pathlib import Path

from reader.cli import sources
from reader.cli.check_run import Run
from reader.cli.manners import complain
from reader.errors import InputError, NotFoundError, UsageError
from reader.exports.baseline import baseline_text, reviewed
from reader.exports.writing import write_atomically
from reader.shelf.store import Shelf
from reader.terms.findings import Finding
from reader.text.article import Article
from reader.text.counts import counted
from reader.text.files import read_article, shipped_article


def write_baseline(run: Run, path: Path) -> int:
    """Write all findings into the baseline, those reviewed before with their reasons; returns the exit code.

    What an earlier baseline has of files and kinds that are not checked this time stays in it.
    """
    found = [reviewed(one, run.known.get(one.fingerprint, "")) for one in run.every()]
    checked = {each.path for each in run.checker.checked}
    kept = [one for one in run.baseline if one.file not in checked or one.kind not in run.kinds]
    write_atomically(path, baseline_text([*found, *kept]), force=True)
    complain(f"{counted(len(found), 'finding')} written to {path}.")
    return 0 if run.complete else InputError.exit_code


def dismiss(run: Run, fingerprint: str, reason: str) -> int:
    """Let one finding stand, on the shelf; raises NotFoundError where the files do not give it."""
    finding = _finding(run, fingerprint)
    with closing(Shelf.open(run.data_dir)) as shelf:
        shelf.dismiss(shelf.text(_article(run, finding)), finding, reason)
    complain(f"Dismissed: {_named(finding)}.")
    return 0


def restore(run: Run, fingerprint: str) -> int:
    """Take a dismissal back; raises NotFoundError where there is none, or the files do not give it."""
    finding = _finding(run, fingerprint)
    with closing(Shelf.open(run.data_dir)) as shelf:
        if not shelf.undismiss(shelf.text(_article(run, finding)), fingerprint):
            raise NotFoundError(f"That was not dismissed: {_named(finding)}.")
    complain(f"Restored: {_named(finding)}.")
    return 0


def _finding(run: Run, fingerprint: str) -> Finding:
    for finding in run.every():
        if finding.fingerprint == fingerprint:
            return finding
    raise NotFoundError(f"No finding has the fingerprint {fingerprint}. `--format json` shows them all.")


def _article(run: Run, finding: Finding) -> Article:
    """The text that a finding stands in, as the shelf knows it."""
    name = finding.target.spot.file
    if name == sources.STDIN_NAME:
        raise UsageError("What was read from standard input cannot be dismissed; write a baseline.")
    path = run.paths.get(name, Path(name))
    article = shipped_article()
    return article if path.absolute() == article.path.absolute() else read_article(path)


def _named(finding: Finding) -> str:
    return f"{finding.kind}, {finding.found or finding.source_term}"
