"""A finding in words, for every report and screen: what it is, where, what stands there, what should."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from reader.exports.entry import one_line
from reader.terms.concepts import Kind
from reader.terms.findings import Finding, Level, Spot, Used
from reader.text.clean import clean_line
from reader.text.counts import counted
from reader.text.quoting import quoted, squeezed

_LONGEST = 1000  # characters of a message
_SHOWN = 120  # characters of a term in it
_LONGEST_PATH = 4096  # what a system takes at most

TITLES: Mapping[Kind, str] = {
    "missing": "Missing term",
    "forbidden": "Forbidden term",
    "non-preferred": "Not the preferred term",
    "inconsistent": "Inconsistent renderings",
    "untranslated": "Untranslated term",
    "wrong-language": "Wrong language",
}
"""What each kind of finding is called."""

LEVEL_NAMES: Mapping[Level, str] = {"error": "errors", "warning": "warnings", "info": "infos"}
"""What several findings of a level are called."""


class Stands(NamedTuple):
    """What stands where something is wrong: `“radix”`, `nothing for “根”`, `looks like zh, should be en`."""

    words: str
    side: Literal["source", "target", ""] = ""  # in whose language the words are; "" where they are ours
    before: str = ""

    def __str__(self) -> str:
        return f"{self.before}{quoted(self.words) if self.side else self.words}"


def stands(finding: Finding) -> Stands | None:
    """What stands there; None of an inconsistent concept, which has several renderings to be told."""
    if finding.kind == "inconsistent":
        return None
    if not finding.found:
        return Stands(finding.source_term, "source", "nothing for ")
    if finding.kind == "wrong-language":
        return Stands(_language(finding))
    return Stands(finding.found, "source" if finding.kind == "untranslated" else "target")


def expected(finding: Finding, most: int) -> tuple[Sequence[str], str]:
    """The first `most` of the terms that should stand there, and `2 others`; "" where that is all.

    None of a segment in the wrong language: `stands` says in which one it should be.
    """
    if finding.kind == "wrong-language":
        return (), ""
    rest = len(finding.expected) - most
    return finding.expected[:most], counted(rest, "other") if rest > 0 else ""


def reason(finding: Finding) -> str:
    """Why it is a finding; "" of a segment in the wrong language, of which `stands` says it all."""
    return "" if finding.kind == "wrong-language" else finding.why


def kind_and_gravity(finding: Finding, between: str = ", ") -> str:
    """`forbidden, critical`: what is wrong, and how bad the glossary calls it."""
    return between.join(word for word in (finding.kind, finding.gravity) if word)


def location(spot: Spot) -> str:
    """`file:line:column`, harmless."""
    return f"{clean_line(spot.file[:_LONGEST_PATH])}:{spot.line}:{spot.column}"


def times(used: Used) -> str:
    """How often a rendering stands there: `×1,024`."""
    return f"×{used.times:,}"


def unnamed(used: Used, named: int) -> str:
    """`and 3 more`: the places of a rendering beyond those that are named; "" where these are all."""
    more = used.times - named
    return f"and {more:,} more" if more > 0 else ""


def title(finding: Finding) -> str:
    """What is wrong, with the concept: `Forbidden term: zhuan-jing-te-xin`."""
    kind = TITLES[finding.kind]
    return one_line(f"{kind}: {_short(finding.concept)}") if finding.concept else kind


def message(finding: Finding) -> str:
    """What stands there, what should, and why, on one line."""
    said = " ".join(part for part in (_sentence(finding), reason(finding)) if part)
    said = squeezed(said[: _LONGEST + 1])
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _sentence(finding: Finding) -> str:
    expected = " or ".join(quoted(_short(term)) for term in finding.expected)
    if finding.kind == "wrong-language":
        return f"This segment {_language(finding)}."
    return f"{_fault(finding)}: write {expected}." if expected else f"{_fault(finding)}."


def _language(finding: Finding) -> str:
    return f"looks like {finding.found}, should be {' or '.join(finding.expected)}"


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
