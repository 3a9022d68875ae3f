"""What a finding is known by from one check to the next, wherever it stands by then."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.terms.checks import Reading
from reader.terms.findings import Finding
from reader.text.digest import digest

_DIGEST = 8  # bytes


def fingerprinted(reading: Reading | None, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that are not ignored, each with its fingerprint; equal ones of a segment are numbered."""
    seen: dict[str, int] = {}
    ignored = reading.segment.ignored if reading else frozenset()
    for finding in findings:
        if finding.concept in ignored:
            continue
        mark = _fingerprint(finding, reading)
        times = seen[mark] = seen.get(mark, 0) + 1
        yield finding._replace(fingerprint=mark if times == 1 else f"{mark}-{times}")


def _fingerprint(finding: Finding, reading: Reading | None) -> str:
    """A digest of what was found and of the segment's words, but of no place: lines and files may move."""
    said = [finding.kind, finding.concept, finding.found or finding.source_term]
    if reading is None:
        said[2] = ",".join(sorted(used.text for used in finding.used))
    else:
        source = reading.segment.source
        said += _in_one_line(finding.target.text), _in_one_line(source.text) if source else ""
    return digest("\x1f".join(said).encode(errors="surrogatepass"), _DIGEST)


@lru_cache(2)  # a segment's two sides, for each of its findings
def _in_one_line(text: str) -> str:
    return " ".join(text.split())
