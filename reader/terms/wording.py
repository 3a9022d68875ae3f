"""How what is known of a term is said in words."""

from reader.terms.concepts import Term


def standing(term: Term, between: str = ", ") -> str:
    """The status and the severity, as `deprecated, critical`; a term without a status is approved."""
    return between.join(word for word in (term.status or "approved", term.severity) if word)


def spaced(name: str) -> str:
    """A name of the TBX standard as words: `fullForm` is `full form`."""
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name)
