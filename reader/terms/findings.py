"""What a check finds: one value for each place where a term is not what it should be."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from reader.terms.concepts import Kind, Severity, Status

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""How much a finding weighs, the heaviest first."""

LEVEL_MARKS: Mapping[Level, str] = {"error": "✗", "warning": "!", "info": "·"}
"""The sign that tells a level without colour."""

BILINGUAL: tuple[Kind, ...] = ("missing", "untranslated", "wrong-language")
"""The kinds that can be found only where a source stands beside the text."""


class Spot(NamedTuple):
    """A stretch of a file; line and columns from 1 in code points, the end column behind the last one."""

    file: str
    segment: str
    line: int
    column: int
    end_column: int  # on the line where the stretch begins


class Quote(NamedTuple):
    """A stretch where it stands: `text[start:end]`, in the whole text of its segment's side."""

    spot: Spot
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text[self.start : self.end]


class Used(NamedTuple):
    """One of the renderings that a document has for a concept."""

    text: str  # as it stands first
    status: Status
    times: int
    spots: tuple[Spot, ...]  # in the order of the document; the first 1,000 at most


class Finding(NamedTuple):
    """One thing that a check has to say, and where."""

    kind: Kind
    severity: Level
    concept: str  # its id; "" for a segment in the wrong language
    target: Quote  # what was found; where something is missing, the whole segment
    source: Quote | None  # the term on the other side; None where there is none
    source_term: str  # what the glossary calls it in the source's language; "" where there is no source
    found: str  # what stands there; "" where something is missing
    expected: tuple[str, ...]  # what should stand there, the preferred first
    why: str
    glossary: str  # where the entry stands: `file:line`
    fingerprint: str  # the same as long as the segment's text is: lines may move
    gravity: Severity = ""  # what the glossary says of how bad a deprecated term is
    used: tuple[Used, ...] = ()  # of an inconsistent concept


class Checked(NamedTuple):
    """A file that was checked."""

    path: str
    source_language: str  # "" for a text in one language
    target_language: str
    segments: int


class Tallied(NamedTuple):
    """How a concept fared in what was checked: a row of the summary."""

    concept: str
    used: tuple[Used, ...]  # the most frequent first
    findings: Mapping[Kind, int]
