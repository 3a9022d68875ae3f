"""What a reader does to findings, as changes that can wait until the shelf takes them."""

from typing import NamedTuple

from reader.shelf.dismissals import Dismissal
from reader.terms.findings import Finding
from reader.tui.changes import Ledger, Own


class Dismiss(NamedTuple):
    """A finding that is let stand, or another reason for that."""

    finding: Finding
    reason: str

    def show(self, own: Own, ledger: Ledger) -> Own:
        finding = self.finding
        what = (finding.fingerprint, finding.kind, finding.concept, finding.target.spot.segment)
        made = Dismissal(0, 0, *what, finding.found, self.reason, "")
        kept = [made if there.fingerprint == made.fingerprint else there for there in own.dismissals]
        return own._replace(dismissals=(*kept, made) if made not in kept else tuple(kept))

    def write(self, ledger: Ledger) -> str:
        ledger.shelf.dismiss(ledger.text, self.finding, self.reason)
        return ""


class Undismiss(NamedTuple):
    """A finding that counts again."""

    fingerprint: str

    def show(self, own: Own, ledger: Ledger) -> Own:
        left = (there for there in own.dismissals if there.fingerprint != self.fingerprint)
        return own._replace(dismissals=tuple(left))

    def write(self, ledger: Ledger) -> str:
        ledger.shelf.undismiss(ledger.text, self.fingerprint)  # gone already is as good
        return ""
