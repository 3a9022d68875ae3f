"""What the lines around the findings say: which are shown, how many there are, why none is, what keys do."""

from collections.abc import Mapping
from typing import Final

from reader.exports.findings_words import LEVEL_NAMES
from reader.terms.findings import LEVEL_MARKS, LEVELS, Level
from reader.text.counts import counted
from reader.tui.findings import Dismissals, Filter, Findings
from reader.tui.findings_remarks import DISMISSED

HINTS: Final = ("⏎ go", "d dismiss", "? help", "esc close")
ALL: Final = "a all"
MORE_HINTS: Final = ("u undo", "o entry", "tab kind", "f ✗!·")
LAST_HINTS: Final = ("D dismissed", "e edit")
CHECKING = "The text is being checked against the glossary …"
NOTHING = "The check found nothing in this text."
NARROW = 72  # cells of a screen below which words give way to signs
WORDY = 110  # and from which the counts are said in words


def hints(shown: Filter) -> str:
    """What the keys do, the most needed first; with a filter, also how to lift it."""
    lifted = (*MORE_HINTS, ALL) if shown == shown.lifted() else (ALL, *MORE_HINTS)
    return "  ".join((*HINTS, *lifted, *LAST_HINTS))


def narrowed(shown: Filter, width: int) -> str:
    """What the filter lets through: `errors · missing`, on a narrow screen `✗ missing`; "" without one."""
    if width < NARROW and shown.level and shown.kind:
        return f"{LEVEL_MARKS[shown.level]} {shown.kind}"
    return " · ".join(filter(None, (shown.level and LEVEL_NAMES[shown.level], shown.kind)))


def title(shown: Filter, width: int, *, complete: bool) -> str:
    """What the list is; on a narrow screen its filter stands alone."""
    said, going_on = narrowed(shown, width), "" if complete else " …"
    if not said:
        return f"Findings{going_on}"
    return f"{said}{going_on}" if width < NARROW else f"Findings{going_on}: {said}"


def counts(left: Mapping[Level, int], gone: int, width: int) -> str:
    """How many are left of each level, and how many are dismissed."""
    if width < WORDY:
        between = "" if width < NARROW else " "
        short = [f"{left[level]:,}{between}{LEVEL_MARKS[level]}" for level in LEVELS]
        return " ".join([*short, f"{gone:,}{between}{DISMISSED}"] if gone else short)
    words = [f"{LEVEL_MARKS[level]} {counted(left[level], level)}" for level in LEVELS]
    return "  ".join([*words, f"{DISMISSED} {gone:,} dismissed"] if gone else words)


def empty(findings: Findings | None, shown: Filter, *, glossary: bool) -> str:
    """Why the list shows nothing, and which key changes that."""
    if findings is None or not (findings.told or findings.complete):
        return CHECKING if glossary else "There is no glossary to check the text with."
    if not findings.told:
        return findings.refusal or NOTHING
    said = narrowed(shown, WORDY)
    if said:
        return f"The filter “{said}” leaves nothing; a lifts it, D shows what is dismissed."
    return "Nothing is left of what the check found; D shows what is dismissed."


def nowhere(findings: Findings | None, shown: Filter, dismissed: Dismissals, width: int) -> str:
    """Why there is no next finding, in the last line of the page."""
    told = findings.told if findings else ()
    if any(shown.lifted().shows(finding, dismissed) for finding in told):
        return f"filter {narrowed(shown, width)}: none; x a lifts it"
    if findings is None or not findings.complete:
        return "not checked yet"
    return "every finding is dismissed; x D shows them" if told else "no finding"
