"""The form of a document whose form was not said: that of the ending of the file it goes into."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from reader.errors import UsageError
from reader.text.quoting import cited

Form = TypeVar("Form", bound=str)


def form_by_ending(
    output: Path, endings: Mapping[str, Form], plain: Form, what: str, forms: Iterable[str]
) -> Form:
    """The form of the output's ending, `plain` for a name without one; the longer ending goes first.

    Raises UsageError for an ending that no form has: it says of `what` ("a report"), and all its `forms`.
    """
    own = [ending.lower() for ending in output.suffixes]
    for ending in ("".join(own[-2:]), *own[-1:]):
        if ending in endings:
            return endings[ending]
    if not own:
        return plain
    raise UsageError(
        f"{cited(own[-1])} is none of the endings of {what} ({', '.join(endings)}): "
        f"say with --format what to write ({', '.join(forms)})."
    )
