"""How a finding of the check is shown in the list."""

from collections.abc import Iterator

from reader.exports import findings_words
from reader.exports.findings_words import kind_and_gravity, reason, times
from reader.shelf.dismissals import Dismissal
from reader.terms.concepts import MARKS
from reader.terms.findings import LEVEL_MARKS, Finding
from reader.text.clean import clean_line
from reader.text.quoting import quoted, squeezed
from reader.tui.blocks import Block
from reader.tui.desk import Desk
from reader.tui.entry_blocks import name
from reader.tui.findings import number_of
from reader.tui.findings_remarks import DISMISSED, STYLES
from reader.tui.ink import Ink
from reader.tui.marks_blocks import shortened
from reader.tui.places import called

NAMED = 3  # of the terms that were expected
QUOTED = 160  # characters of what stands there
HOLD = "\u00a0"  # a blank at which no row ends


def finding_block(desk: Desk, finding: Finding, dismissal: Dismissal | None = None) -> Block:
    """One entry of the list: what it is and where; beneath it what stands there, what should, and why."""
    sign = DISMISSED if dismissal else LEVEL_MARKS[finding.severity]
    where = called(desk.article, number_of(finding))
    concept = _called(desk, finding.concept)
    text = f"{sign} {where}  {kind_and_gravity(finding, ' · ')}  {concept}".rstrip()
    inks = [
        Ink(0, 1, "sheet--faint" if dismissal else STYLES[finding.severity]),
        Ink(2, 2 + len(where), "sheet--label"),
        Ink(len(text) - len(concept), len(text), "sheet--term"),
    ]
    for words, style in _lines(finding, dismissal):
        if words:
            inks.append(Ink(len(text) + 1, len(text) + 1 + len(words), style))
            text += f"\n{words}"
    return Block(text, "sheet--faint" if dismissal else "sheet--text", tuple(inks), hanging=2, target=finding)


def _called(desk: Desk, concept: str) -> str:
    """The concept by its Chinese; its id where the glossary has it no more."""
    try:
        return clean_line(name(desk.concept(concept)))
    except KeyError:
        return concept


def _lines(finding: Finding, dismissal: Dismissal | None) -> Iterator[tuple[str, str]]:
    faint = "sheet--faint"
    yield shortened(clean_line(squeezed(stands(finding))), QUOTED), faint if dismissal else "sheet--quote"
    yield expected(finding), faint if dismissal else "sheet--preferred"
    if dismissal:
        yield f"dismissed: {clean_line(dismissal.reason)}" if dismissal.reason else "dismissed", "sheet--text"
    else:
        yield clean_line(squeezed(reason(finding))), "sheet--text"


def stands(finding: Finding) -> str:
    """What stands there: the words, all of them where something is missing; each of several renderings."""
    if finding.used:
        return ", ".join(
            HOLD.join((MARKS[used.status], quoted(used.text), times(used))) for used in finding.used
        )
    if finding.kind in ("missing", "wrong-language"):
        return quoted(finding.target.words)
    return str(findings_words.stands(finding) or "")


def expected(finding: Finding) -> str:
    """What should stand there: the first few of the terms, the preferred one first; or which language."""
    if finding.kind == "wrong-language":
        return str(findings_words.stands(finding))
    terms, others = findings_words.expected(finding, NAMED)
    named = " · ".join(map(clean_line, terms))
    return f"expected: {named}{f' or {others}' if others else ''}" if named else ""
