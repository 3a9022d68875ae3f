"""Every form that a termbase is written in, by name."""

from collections.abc import Iterable, Mapping
from typing import Literal

from reader.terms.concepts import Glossary
from reader.terms.exchange.narration import Tell

Form = Literal["tbx", "tbx-dct", "omegat", "csv", "yaml", "html", "markdown"]
ENDINGS: Mapping[str, Form] = {
    ".tbx": "tbx",
    ".xml": "tbx",
    ".tsv": "omegat",
    ".tab": "omegat",
    ".txt": "omegat",
    ".utf8": "omegat",
    ".csv": "csv",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""The form that the ending of a file's name asks for."""


def exported(
    glossary: Glossary, form: Form, source_language: str, target_language: str, tell: Tell
) -> Iterable[str]:
    """The pieces of the termbase in this form; the languages are for tables of two columns.

    `tell` hears of what the form has no place for.
    """
    if form in ("tbx", "tbx-dct"):
        from reader.exports.termbase_tbx import tbx_text

        return tbx_text(glossary, "dct" if form == "tbx-dct" else "dca")
    if form == "omegat":
        from reader.exports.termbase_omegat import omegat_text

        return [omegat_text(glossary, source_language, target_language, tell)]
    if form == "csv":
        from reader.exports.termbase_csv import csv_text

        return [csv_text(glossary, tell)]
    if form == "html":
        from reader.exports.termbase_html import html_text

        return html_text(glossary)
    if form == "markdown":
        from reader.exports.termbase_markdown import markdown_text

        return markdown_text(glossary)
    from reader.exports.termbase_yaml import glossary_yaml_text

    return [glossary_yaml_text(glossary)]
