"""The sentence pairs that entries test themselves with: each must give the findings it says, and no other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.errors import Fault
from reader.terms.concepts import Concept, Glossary, Kind, Spec
from reader.terms.remarks import Remark
from reader.text.segments import Bitext, Passage, Segment
from reader.text.tags import primary

if TYPE_CHECKING:  # a termbase without specs needs no automaton
    from reader.terms.checking import Checker


def failed_specs(glossary: Glossary) -> tuple[Fault, ...]:
    """A fault for each spec that does not give what it says; nothing is made where there are no specs."""
    return tuple(
        Fault(glossary.path, remark.line, 1, f"{remark.concept}: {remark.message}")
        for remark in spec_remarks(glossary)
    )


def spec_remarks(glossary: Glossary) -> Iterator[Remark]:
    """The same as remarks."""
    own = [(concept, spec) for concept in glossary.concepts for spec in concept.specs]
    if not own:
        return
    from reader.terms.checking import Checker

    checker = Checker(glossary)
    for concept, spec in own:
        found = _kinds(checker, glossary, concept, spec)
        expected = frozenset(spec.expect)
        if found != expected:
            message = f"this spec expects {_listed(expected)}, and gives {_listed(found)}"
            yield Remark("spec", "error", concept.id, spec.line, message)


def _kinds(checker: "Checker", glossary: Glossary, concept: Concept, spec: Spec) -> frozenset[Kind]:
    """The kinds of findings that checking the pair gives about the concept."""
    source, target = _languages(glossary)
    segment = Segment("spec", Passage(spec.target, spec.line, 1), Passage(spec.source, spec.line, 1))
    bitext = Bitext(glossary.path, glossary.path, source, target, iter([segment]))
    wanted = {concept.id, ""} if "wrong-language" in spec.expect else {concept.id}
    return frozenset(finding.kind for finding in checker.findings(bitext) if finding.concept in wanted)


def _languages(glossary: Glossary) -> tuple[str, str]:
    """The first language of the head, and the first that is another one, not only in another script."""
    source, *others = glossary.languages or ("und",)
    own = primary(source)
    return source, next((lang for lang in others if primary(lang) != own), (others or [source])[-1])


def _listed(kinds: frozenset[Kind]) -> str:
    return ", ".join(sorted(kinds)) or "no finding"
