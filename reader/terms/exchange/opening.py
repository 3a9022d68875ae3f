"""Opening a termbase in whatever form it comes: told by the ending of its name, else by what it holds."""

import re
from typing import Literal

from reader.errors import Fault, GlossaryError
from reader.terms.concepts import Glossary
from reader.terms.exchange.narration import Tell, silent
from reader.terms.exchange.request import Request
from reader.text.clean import clean_line
from reader.text.files import read_bytes

Form = Literal["yaml", "tbx", "xliff", "tsv", "csv"]
_ENDINGS: dict[str, Form] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".tbx": "tbx",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".utf8": "tsv",
    ".csv": "csv",
}
_ROOT = re.compile(r"<(?:\w+:)?(tbx|martif|xliff)[\s>]")
_YAML = re.compile(r"^(?:glossary|concepts):", re.MULTILINE)


def open_glossary(request: Request, tell: Tell = silent) -> Glossary:
    """The termbase that is asked for; `tell` hears, in sentences, what was guessed. Specs are not run.

    Raises InputError where it cannot be read, GlossaryError with every fault in it, and UsageError for
    columns that mean nothing.
    """
    path, data = request.path, request.data
    form = _ENDINGS.get(path.suffix.lower())
    if form == "yaml" and data is None:
        from reader.terms.glossary_yaml import read_glossary

        return read_glossary(path)
    name = clean_line(str(path))
    content = read_bytes(path) if data is None else data
    form = form or _form(content, name)
    if form == "yaml":
        return _yaml(content, name)
    if form == "tbx":
        from reader.terms.exchange.tbx_reading import read_tbx

        return read_tbx(content, name, request.encoding, tell)
    if form == "xliff":
        from reader.terms.exchange.xliff_glossary import read_xliff_glossary

        return read_xliff_glossary(content, name, request.encoding)
    return _table(content, name, form, request, tell)


def _table(content: bytes, name: str, form: Literal["tsv", "csv"], request: Request, tell: Tell) -> Glossary:
    from reader.terms.exchange.columns import chosen
    from reader.terms.exchange.tables import Layout, read_table
    from reader.text.encoding import decode_scored, read_as

    columns = chosen(request.columns) if request.columns else ()
    layout = Layout(tuple(columns), request.named, request.source_language, request.target_language)
    text, used = decode_scored(content, name, request.encoding, request.settable)
    if used != "utf-8" and not request.encoding:
        tell(read_as(name, used, request.settable))
    return read_table(text, name, form, layout, tell)


def _form(content: bytes, name: str) -> Form:
    """What a file is whose name does not tell."""
    head = content[:4096].replace(b"\0", b"").decode("utf-8", errors="replace").lstrip("\ufeff\ufffd \r\n\t")
    if head.startswith("<"):
        if root := _ROOT.search(head):
            return "xliff" if root[1] == "xliff" else "tbx"
        hint = "reader knows TBX (tbx or martif) and the glossaries of XLIFF 2"
        raise GlossaryError((Fault(name, 1, 1, "this XML is no termbase", hint=hint),))
    if _YAML.search(head):
        return "yaml"
    first = head.partition("\n")[0]
    return "csv" if "\t" not in first and ("," in first or ";" in first) else "tsv"


def _yaml(content: bytes, name: str) -> Glossary:
    from reader.terms.glossary_yaml import parse_glossary
    from reader.text.encoding import decode

    return parse_glossary(decode(content, name), name)
