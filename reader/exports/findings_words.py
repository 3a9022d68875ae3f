"""A finding in words, for the formats that have one line for it."""

from collections.abc import Mapping

from reader.exports.entry import one_line
from reader.terms.concepts import Kind
from reader.terms.findings import Finding
from reader.text.quoting import quoted

_LONGEST = 1000  # characters of a message
_SHOWN = 120  # characters of a term in it

TITLES: Mapping[Kind, str] = {
    "missing": "Missing term",
    "forbidden": "Forbidden term",
    "non-preferred": "Not the preferred term",
    "inconsistent": "Inconsistent renderings",
    "untranslated": "Untranslated term",
    "wrong-language": "Wrong language",
}
"""What each kind of finding is called."""


def title(finding: Finding) -> str:
    """What is wrong, with the concept: `Forbidden term: zhuan-jing-te-xin`."""
    kind = TITLES[finding.kind]
    return one_line(f"{kind}: {_short(finding.concept)}") if finding.concept else kind


def message(finding: Finding) -> str:
    """What stands there, what should, and why, on one line."""
    said = " ".join(part for part in (_sentence(finding), finding.why) if part)
    said = one_line(said[: _LONGEST + 1])
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _sentence(finding: Finding) -> str:
    expected = " or ".join(quoted(_short(term)) for term in finding.expected)
    if finding.kind == "wrong-language":
        return f"This is in {finding.found}, where {' or '.join(finding.expected)} is expected."
    return f"{_fault(finding)}: write {expected}." if expected else f"{_fault(finding)}."


def _fault(finding: Finding) -> str:
    found = quoted(_short(finding.found))
    match finding.kind:
        case "missing":
            return f"Nothing renders {quoted(_short(finding.source_term))}"
        case "forbidden":
            return f"{found} is deprecated{f' ({finding.gravity})' if finding.gravity else ''}"
        case "non-preferred":
            return f"{found} is not the preferred term"
        case "inconsistent":
            return f"One concept has several renderings ({_short(finding.found)})"
        case _:
            return f"{found} is left untranslated"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
