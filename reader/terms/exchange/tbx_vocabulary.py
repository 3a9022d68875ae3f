"""The words of TBX-Basic (ISO 30042, version 3) and of its older form."""

from collections.abc import Mapping

from reader.terms.concepts import Status

TBX = "urn:iso:std:iso:30042:ed-2"
MODULES: Mapping[str, str] = {
    "http://www.tbxinfo.net/ns/min": "min",
    "http://www.tbxinfo.net/ns/basic": "basic",
}
CORE = frozenset(("", TBX))
"""Namespaces of the structure: version 2 has none."""

CATEGORIES: Mapping[str, tuple[str, str]] = {
    "subjectField": ("descrip", "min"),
    "customerSubset": ("admin", "min"),
    "externalCrossReference": ("xref", "min"),
    "administrativeStatus": ("termNote", "min"),
    "partOfSpeech": ("termNote", "min"),
    "definition": ("descrip", "basic"),
    "context": ("descrip", "basic"),
    "source": ("admin", "basic"),
    "projectSubset": ("admin", "basic"),
    "crossReference": ("ref", "basic"),
    "xGraphic": ("xref", "basic"),
    "transactionType": ("transac", "basic"),
    "responsibility": ("transacNote", "basic"),
    "geographicalUsage": ("termNote", "basic"),
    "grammaticalGender": ("termNote", "basic"),
    "termType": ("termNote", "basic"),
}
"""Of each data category, the element that has it as its type (style DCA) and the module it is of (DCT)."""

CONCEPT_FIELDS: Mapping[str, str] = {
    "subjectField": "subject_field",
    "customerSubset": "customer",
    "projectSubset": "project",
    "externalCrossReference": "links",
    "xGraphic": "images",
    "crossReference": "related",
    "definition": "definitions",
    "transactionType": "history",
}
TERM_FIELDS: Mapping[str, str] = {
    "partOfSpeech": "pos",
    "grammaticalGender": "gender",
    "termType": "type",
    "administrativeStatus": "status",
    "geographicalUsage": "geo",
    "context": "contexts",
}
FIELD_CATEGORIES = {field: name for fields in (CONCEPT_FIELDS, TERM_FIELDS) for name, field in fields.items()}

CONCEPT_SLOTS = (
    "subject_field", "customer", "project", "definitions", "notes", "related", "links", "images", "history",
    "extra",
)  # fmt: skip
LANGUAGE_SLOTS = ("definitions", "extra")
TERM_SLOTS = ("text", "pos", "gender", "type", "status", "geo", "remarks", "contexts", "note", "extra")
"""In which order the elements of a level are written, where nothing says another; `remarks` are unknown ones
that have to stand before the contexts."""

PICKLISTS: Mapping[str, frozenset[str]] = {
    "pos": frozenset(("adjective", "noun", "other", "verb", "adverb")),
    "gender": frozenset(("masculine", "feminine", "neuter", "other")),
    "type": frozenset(("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase")),
    "action": frozenset(("origination", "modification")),
}
NEAREST: Mapping[str, str] = {"propernoun": "noun", "proper noun": "noun"}
"""What another tool is told instead of a word that TBX-Basic does not have."""

STATUSES: Mapping[Status, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
    "superseded": "supersededTerm-admn-sts",
}
STATUS_CATEGORIES = frozenset(
    ("administrativestatus", "normativeauthorization", "status", "usagestatus", "termstatus", "usage")
)
"""In small letters, without blanks."""
_STATUS_WORDS: Mapping[str, Status] = {
    "preferred": "preferred",
    "standardized": "preferred",
    "standardised": "preferred",
    "admitted": "admitted",
    "deprecated": "deprecated",
    "notrecommended": "deprecated",
    "forbidden": "deprecated",
    "superseded": "superseded",
    "obsolete": "superseded",
    "outdated": "superseded",
    **dict.fromkeys(("allowed", "acceptable", "允许"), "admitted"),
    **dict.fromkeys(("prohibited", "rejected", "avoid", "donotuse", "禁用", "不推荐"), "deprecated"),
    "首选": "preferred",
    **{written: status for status, written in STATUSES.items()},
}
PREFIX = "reader-json:"
"""What a note begins with that holds what TBX-Basic has no place for."""
ABOVE = "above"
"""The level of a comment that stands before its entry."""


def status_of(word: str) -> Status:
    """The status that a word of some tool means; empty where it is none that is known."""
    known = _STATUS_WORDS.get(word)
    if known:
        return known
    plain = word.lower().strip().removesuffix("-admn-sts")
    plain = "".join(char for char in plain if char.isalpha()).removesuffix("term")
    return _STATUS_WORDS.get(plain, "")


def picked(field: str, value: str) -> str:
    """The value where TBX-Basic has it, else the nearest that it has, else nothing."""
    words = PICKLISTS.get(field)
    if words is None or value in words:
        return value
    lower = value.lower()
    near = NEAREST.get(lower) or next((word for word in words if word.lower() == lower), "")
    return near


def order_hint(slots: list[str]) -> str:
    """What is kept of an order of elements that is not the usual one."""
    return f"<?reader-order {' '.join(slots)}?>"
