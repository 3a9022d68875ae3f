"""Concepts and their terms, after ISO 30042 (TBX): one concept, many terms, each in one language."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

Status = Literal["preferred", "admitted", "deprecated", "superseded", ""]
Severity = Literal["critical", "major", "minor", ""]
Tier = Literal["core", "term", "phrase"]
Kind = Literal["missing", "forbidden", "non-preferred", "inconsistent", "untranslated", "wrong-language"]

MARKS: Mapping[Status, str] = {
    "preferred": "✓",
    "admitted": "~",
    "deprecated": "✗",
    "superseded": "✗",
    "": "·",
}
"""The sign that tells a status without colour; `!`, for several renderings of a concept, is no status."""


class Rules(NamedTuple):
    """How a term may be found in a text."""

    case: Literal["fold", "exact"] = "fold"
    inflect: bool = True  # plural and possessive forms are the same term
    boundary: bool = True  # a word must end where the term ends
    variants: tuple[str, ...] = ()  # other spellings of this very term
    except_in: tuple[str, ...] = ()  # not where it stands inside one of these


class Term(NamedTuple):
    """One designation of a concept in one language."""

    lang: str  # BCP 47
    text: str
    status: Status = ""
    pinyin: str = ""
    pos: str = ""
    type: str = ""  # TBX termType: fullForm, acronym, abbreviation, phrase …
    gender: str = ""
    geo: str = ""
    severity: Severity = ""
    why: str = ""
    match: Rules = Rules()
    contexts: tuple[Mapping[str, str], ...] = ()  # {text, source}
    note: str = ""
    extra: tuple[Mapping[str, str], ...] = ()  # {level, xml}: what an imported file says of the term besides
    line: int = 0  # where it stands in the file, from 1


class Definition(NamedTuple):
    """What a concept is, in one language."""

    lang: str
    text: str
    source: str = ""


class Fact(NamedTuple):
    """Something verified about a concept."""

    text: str
    sources: tuple[str, ...] = ()  # keys of `Glossary.sources`
    caution: str = ""  # what is uncertain about it


class Spec(NamedTuple):
    """A sentence pair the entry tests itself with: the kinds of findings that checking it must give."""

    source: str
    target: str
    expect: tuple[Kind, ...]
    line: int = 0


class Concept(NamedTuple):
    """One entry of the termbase."""

    id: str
    terms: tuple[Term, ...]
    subject_field: str = ""
    tier: Tier = "term"
    definitions: tuple[Definition, ...] = ()
    notes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    related: tuple[str, ...] = ()
    specs: tuple[Spec, ...] = ()
    links: tuple[Mapping[str, str], ...] = ()  # {url, text}
    images: tuple[Mapping[str, str], ...] = ()  # {url, text}
    history: tuple[Mapping[str, str], ...] = ()  # {action, date, by}
    customer: str = ""
    project: str = ""
    extra: tuple[Mapping[str, str], ...] = ()  # {level, xml}: foreign elements, kept as they came
    line: int = 0

    def preferred(self, lang: str) -> Term | None:
        """The term to use in a language: the first preferred one, else the first approved one, else None.

        A bare `zh` or `en` also means every longer tag that begins with it, in the order of the entry.
        """
        own = [term for term in self.terms if speaks(term.lang, lang)]
        for status in ("preferred", "", "admitted"):
            for term in own:
                if term.status == status:
                    return term
        return None


class Source(NamedTuple):
    """Where a fact was found."""

    title: str
    url: str = ""
    kind: str = ""


class Glossary(NamedTuple):
    """A termbase as it was read from `path`."""

    path: str
    title: str
    languages: tuple[str, ...]
    source: str
    sources: Mapping[str, Source]
    concepts: Sequence[Concept]
    extra: tuple[Mapping[str, str], ...] = ()  # {level, xml}: what an imported file says of itself besides

    def concept(self, concept_id: str) -> Concept:
        """The entry with this id; raises KeyError."""
        for concept in self.concepts:
            if concept.id == concept_id:
                return concept
        raise KeyError(concept_id)


def speaks(tag: str, lang: str) -> bool:
    """Whether the BCP 47 tag is `lang` or a longer tag that begins with it: `zh-Hans` speaks `zh`."""
    return tag.lower() == lang.lower() or tag.lower().startswith(lang.lower() + "-")
