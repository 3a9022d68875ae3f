"""Findings as a person goes through them: by concept, then by what is wrong, then place by place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.terms.concepts import Concept, Glossary, Kind
from reader.terms.findings import LEVELS, Checked, Finding, Level, Tallied
from reader.terms.folding import fold
from reader.text.clean import clean_line
from reader.text.counts import counted


class Group(NamedTuple):
    """The findings about one concept: a tuple for each thing that is wrong, the heaviest first."""

    concept: str  # its id; "" for segments in the wrong language
    wordings: tuple[tuple[Finding, ...], ...]  # in each, only the places differ

    @property
    def kinds(self) -> Counter[Kind]:
        """How many findings of each kind there are, in the order of the wordings."""
        return Counter(finding.kind for same in self.wordings for finding in same)


def groups(findings: Iterable[Finding]) -> list[Group]:
    """The concept with the most errors first, then by warnings, then by infos."""
    concepts: dict[str, dict[object, list[Finding]]] = {}
    for finding in findings:
        concepts.setdefault(finding.concept, {}).setdefault(_wording(finding), []).append(finding)
    return sorted((_group(concept, found) for concept, found in concepts.items()), key=_weight)


def _wording(finding: Finding) -> object:
    """What is the same at every place where the same thing is wrong."""
    said = fold(finding.found).text or finding.source_term
    return (finding.severity, finding.kind, finding.gravity, said, finding.expected, finding.why)


def _group(concept: str, found: dict[object, list[Finding]]) -> Group:
    wordings = sorted(found.values(), key=lambda same: (LEVELS.index(same[0].severity), -len(same)))
    return Group(concept, tuple(map(tuple, wordings)))


def _weight(group: Group) -> tuple[int, ...]:
    count = Counter(finding.severity for same in group.wordings for finding in same)
    return tuple(-count[level] for level in LEVELS)


def unmentioned(grouped: Iterable[Group], tallied: Iterable[Tallied]) -> str:
    """`2 other concepts without a finding.`: of those that were tallied; "" where there are none."""
    others = {each.concept for each in tallied} - {group.concept for group in grouped}
    return f"{counted(len(others), 'other concept')} without a finding." if others else ""


class Headings:
    """What concepts are called in a report."""

    def __init__(self, glossary: Glossary) -> None:
        self._languages = glossary.languages
        self._concepts: dict[str, Concept] = {concept.id: concept for concept in glossary.concepts}

    def names(self, concept: str) -> list[tuple[str, str]]:
        """Language and preferred term, by the order of the glossary's languages; none where it has none."""
        if concept not in self._concepts:
            return []
        heads = [self._concepts[concept].preferred(language) for language in self._languages]
        return [(head.lang, head.text) for head in heads if head]

    def short(self, concept: str) -> str:
        """The first of the names, else the id."""
        names = self.names(concept)
        return names[0][1] if names else concept or NO_CONCEPT


NO_CONCEPT = "Segments in another language"
"""What the findings without a concept are about."""


class Totals(NamedTuple):
    """What a report says in its last line."""

    levels: Counter[Level]
    files: Sequence[Checked]  # those that were read to their end
    reviewed: int
    complete: bool = True  # nothing was there that could not be read

    def __str__(self) -> str:
        """`3 findings: 1 error, 1 warning, 1 info in 1 file; 23 segments`, then what was left out."""
        return "; ".join([self._found(), *self._left_out()]) + "."

    def _found(self) -> str:
        segments = sum(checked.segments for checked in self.files)
        number = sum(self.levels.values())
        if number:
            levels = ", ".join(counted(self.levels[level], level) for level in LEVELS)
            found = f"{counted(number, 'finding')}: {levels}"
            return f"{found} in {self._where()}; {counted(segments, 'segment')}" if self.files else found
        if segments:
            return f"No findings in {self._where()}; {counted(segments, 'segment')}"
        if not self.files:
            return "No file was checked"
        if not self.complete:
            return f"Nothing could be checked in {self._where()}"
        return f"Nothing to check in {self._where()}: no segment has a translation"

    def _where(self) -> str:
        if len(self.files) > 1:
            return counted(len(self.files), "file")
        only = self.files[0]
        languages = " → ".join(filter(None, (only.source_language, only.target_language)))
        return clean_line(f"{only.path} ({languages})" if languages else only.path)

    def _left_out(self) -> Iterator[str]:
        if self.reviewed:
            yield f"{counted(self.reviewed, 'finding')} reviewed before and left out"
        if not self.complete and (self.levels or any(checked.segments for checked in self.files)):
            yield "not everything could be read"
