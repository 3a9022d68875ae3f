"""The sentence for a document in whose language a glossary has no term: nothing could be found in it."""

from reader.errors import InputError
from reader.terms.concepts import Glossary
from reader.text.language_names import named
from reader.text.segments import Bitext


def unserved(bitext: Bitext, side: str, glossary: Glossary) -> InputError:
    """The error that says what language the side, `source` or `target`, is in, and what the glossary has."""
    tag = bitext.source_language if side == "source" else bitext.target_language
    whose = f"its {side}" if bitext.source_language else "it"
    known = "was taken for" if side in bitext.guessed else "is in"
    why = f"{whose} {known} {named(tag)}, and the glossary has terms in {_listed(glossary)} only"
    if tag == "und":
        why = f"the language that {whose} is in could not be told"
    return InputError(
        f"{bitext.path} was not checked: {why}. `--from` and `--to` say which languages it is in."
    )


def _listed(glossary: Glossary) -> str:
    tags = dict.fromkeys(term.lang for concept in glossary.concepts for term in concept.terms)
    *names, last = map(named, tags)
    return f"{', '.join(names)} and {last}" if names else last
