"""What looking over a termbase has to say: one value for each entry that something is to be said of."""

from typing import Literal, NamedTuple

from reader.terms.findings import Level

Matter = Literal[
    "spec",
    "duplicate",
    "near-duplicate",
    "shared-form",
    "twice",
    "two-preferred",
    "no-term",
    "none-preferred",
    "no-why",
    "no-pinyin",
]
"""What a remark may be about."""


class Remark(NamedTuple):
    """One thing to say about an entry, at a line of the file."""

    kind: Matter
    severity: Level
    concept: str  # its id
    line: int  # from 1; 0 where the file has no lines
    message: str
    others: tuple[str, ...] = ()  # the ids of other concepts that it is about, the first ten at most
