"""The check of a text beside the reading: a little work, then a rest, and none while the reader moves."""

from collections import Counter
from collections.abc import Callable, Iterator
from time import monotonic, sleep

from reader.errors import InputError
from reader.terms.checking import Checker
from reader.terms.findings import Finding, Level
from reader.text.bitexts.request import MARKDOWN
from reader.text.segments import Bitext, Passage, Segment
from reader.text.segments import ignored as ignored_in
from reader.tui.desk import Desk
from reader.tui.findings import Findings, in_order

MOST = 1000
"""Findings of single places that are kept; a text of 100,000 paragraphs has far more than anybody walks."""
TELL = 1.0  # seconds between two tellings

REMARK = "reader:ignore"


class Stopped(Exception):
    """The answer is no longer wanted."""


class Pace:
    """Lets a thread work for `busy` seconds at a time, and only while nobody `waits`."""

    def __init__(
        self, busy: float, rest: float, waits: Callable[[], bool], stopped: Callable[[], bool]
    ) -> None:
        self._busy = busy
        self._rest = rest
        self._waits = waits
        self._stopped = stopped
        self._rested = monotonic()

    def keep(self) -> None:
        """Rest where it is time to; raises Stopped."""
        if monotonic() - self._rested > self._busy:
            sleep(self._rest)
            while self._waits() and not self._stopped():
                sleep(self._rest)
            self._rested = monotonic()
        if self._stopped():
            raise Stopped


def check(desk: Desk, pace: Pace) -> Iterator[Findings]:
    """What is found, told now and then and at last whole; nothing where there is no glossary.

    Raises Stopped. For a thread of its own: nothing of the desk is changed.
    """
    glossary, matcher = desk.glossary, desk.matcher
    if glossary is None or matcher is None:
        return
    kept: list[Finding] = []
    more: Counter[Level] = Counter()
    told = monotonic()
    try:
        for finding in Checker(glossary, matcher=matcher, batch=1).findings(bitext_of(desk, pace)):
            if finding.kind == "inconsistent" or len(kept) < MOST:
                kept.append(_lean(finding))
            else:
                more[finding.severity] += 1
            if monotonic() - told > TELL:
                yield Findings(in_order(kept), more.copy())
                told = monotonic()
    except InputError:
        languages = " or ".join(filter(None, (desk.source_language, _other_language(desk))))
        yield Findings(complete=True, refusal=f"The glossary has no term in the language {languages}.")
    else:
        yield Findings(in_order(kept), more, complete=True)


def _lean(finding: Finding) -> Finding:
    """A finding without the places that the entry shows better."""
    return finding._replace(used=tuple(used._replace(spots=()) for used in finding.used))


def _other_language(desk: Desk) -> str:
    return desk.target_language if desk.article.bilingual else ""


def bitext_of(desk: Desk, pace: Pace) -> Bitext:
    """The text of the desk as a check reads it, at this pace: the side that is read is what is checked."""
    path = str(desk.article.path)
    sources = (path, _other_language(desk)) if desk.article.bilingual else ("", "")
    return Bitext(path, *sources, desk.source_language, _segments(desk, pace))


def _segments(desk: Desk, pace: Pace) -> Iterator[Segment]:
    markdown = desk.article.path.suffix.lower() in MARKDOWN
    ignored: frozenset[str] = frozenset()
    for paragraph in desk.article:
        pace.keep()
        text, own = _bare(paragraph.source, markdown)
        ignored |= own | desk.article.ignored.get(paragraph.number, frozenset())
        if text:
            translation, _ = _bare(paragraph.side("translation"), markdown)
            other = Passage(translation, 1, 1) if translation else None
            yield Segment(str(paragraph.number), Passage(text, 1, 1), other, ignored)
            ignored = frozenset()


def _bare(text: str, markdown: bool) -> tuple[str, frozenset[str]]:
    """A paragraph without remarks and markup, and the concepts that are not checked in it.

    A remark that is a paragraph of its own is for the next one.
    """
    if not text or not (markdown or REMARK in text):
        return text, frozenset()
    from reader.text.bitexts.paragraphs import paragraphs

    for found in paragraphs(text, "", markdown):
        return found.passage.text, found.ignored
    return "", ignored_in(text)
