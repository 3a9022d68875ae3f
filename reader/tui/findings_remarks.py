"""How a finding of the check is shown in the pane, beside its term."""

from collections.abc import Iterable, Iterator

from reader.exports import findings_words
from reader.terms.concepts import Kind
from reader.terms.findings import LEVEL_MARKS, Finding, Level
from reader.text.clean import clean_line
from reader.text.quoting import squeezed
from reader.tui.blocks import Block
from reader.tui.findings import Dismissals

DISMISSED = "○"
STYLES: dict[Level, str] = {
    "error": "sheet--deprecated",
    "warning": "sheet--inconsistent",
    "info": "sheet--label",
}
UNSAID: tuple[Kind, ...] = ("missing", "untranslated", "wrong-language")
"""The kinds that no card tells by the status of its term."""


def remarks(
    findings: Iterable[Finding], concept: str, dismissed: Dismissals, at: Finding | None
) -> Iterator[Block]:
    """What the card of a concept does not say by itself of the findings in its paragraph.

    That it has several renderings the card shows by all its places; `at`, where the reader went, is said too.
    """
    for finding in findings:
        if finding.concept not in (concept, ""):
            continue
        dismissal = dismissed.get(finding.fingerprint)
        if dismissal:
            reason = f": {clean_line(dismissal.reason)}" if dismissal.reason else ""
            text = f"{DISMISSED} {finding.kind}, dismissed{reason}"
            yield Block(text, "sheet--faint", indent=6, hanging=2)
        elif finding.kind in UNSAID or (finding.kind == "inconsistent" and finding == at):
            said = clean_line(squeezed(findings_words.reason(finding) or str(findings_words.stands(finding))))
            text = f"{LEVEL_MARKS[finding.severity]} {finding.kind}: {said}"
            yield Block(text, STYLES[finding.severity], indent=6, hanging=2)
