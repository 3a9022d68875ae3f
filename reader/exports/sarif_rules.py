"""What SARIF tells of each kind of finding, to readers who have never heard of it."""

from collections.abc import Mapping

from reader.terms.concepts import Kind
from reader.terms.findings import Level

HELP: Mapping[Kind, tuple[Level, str, str]] = {
    "missing": (
        "error",
        "The source has a term, and the translation has none of its approved renderings.",
        "A term of the termbase stands in the source of this segment, and none of the renderings that the "
        "termbase approves stands in the translation. Use the preferred one. Where the translation rightly "
        "does without the term, dismiss the finding with a reason, or write reader:ignore and the concept's "
        "id beside the segment.",
    ),
    "forbidden": (
        "error",
        "A deprecated term is used.",
        "The termbase deprecates the term that stands here, and says why. Use the preferred term of the same "
        "concept. Where the same words are right for another concept, the finding is only a note.",
    ),
    "non-preferred": (
        "info",
        "An admitted or superseded term is used where another one is preferred.",
        "The term that stands here is understood, but the termbase prefers another one for this concept. Use "
        "the preferred term, or keep to this one everywhere.",
    ),
    "inconsistent": (
        "warning",
        "One concept has several renderings in the same text.",
        "The text calls one concept by several names, which reads as if several things were meant. Choose "
        "one, the preferred one as a rule, and use it at every place that is listed.",
    ),
    "untranslated": (
        "error",
        "A term of the source stands untranslated in the translation.",
        "The words of the source were left in the translation, and no approved rendering stands beside them. "
        "Use the preferred rendering.",
    ),
    "wrong-language": (
        "error",
        "A segment is not in the language of its column.",
        "The text of this segment looks like another language than the one that the file or the command line "
        "names. Source and target may be swapped, or the segment was copied and not translated.",
    ),
}
"""The usual level of a kind, what it is in a sentence, and what to do about it."""
