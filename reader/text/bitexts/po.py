"""Gettext's PO and POT: each message is a segment, and so is each of its plural forms."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from reader.errors import Fault, InputError
from reader.text.bitexts.columns import language_tag
from reader.text.bitexts.pieces import EMPTY_HINT, EMPTY_TARGET, fault, gathered, passage
from reader.text.bitexts.po_entries import Entries, Entry, Field
from reader.text.bitexts.request import Request
from reader.text.bitexts.streams import lines, open_stream
from reader.text.bitexts.telling import told
from reader.text.segments import Bitext, Passage, Segment, ignored

_CHARSET = re.compile(rb"Content-Type:[^\"\n]*charset=([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_HEADER = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_MODIFIERS = {"latin": "-Latn", "cyrillic": "-Cyrl"}


def read_po(request: Request) -> Bitext:
    """The messages of a gettext file, which is never held as a whole.

    A message is called by its number, plural forms as `3[0]`. One that is marked as fuzzy is checked like the
    others: its translation stands there to be worked on. Languages are those of the header, the target's else
    that of the file's name, the source's else what the messages are in, or English. Raises InputError where
    the file cannot be read or is none of gettext's.
    """
    stream = open_stream(request.path, request.data, request.encoding, _declared)
    entries = Entries(stream.name, stream.encoding or "utf-8").read(lines(stream.pieces))
    first = next(entries, None)
    if first is None:
        raise InputError(f"{stream.name} has no messages: there is nothing to check in it.")
    said = _header(first)
    segments = _segments(chain([] if said else [first], entries), stream.name, request.skip_empty)
    target = request.target_language or _tag(said.get("language", "")) or _tag(request.path.stem)
    source = request.source_language or _tag(said.get("x-source-language", ""))
    known, segments = told(segments, source, target, stream.name, request.likely, "en")
    name, encoding = stream.name, stream.encoding
    return Bitext(name, name, known.source, known.target, segments, encoding, guessed=known.guessed)


def _declared(head: bytes) -> str:
    """The encoding that the header declares, empty where it is a template's placeholder."""
    found = _CHARSET.search(head)
    return found[1].decode() if found and found[1] != b"CHARSET" else ""


def _header(entry: Entry) -> dict[str, str]:
    """The fields of the header by their names in small letters; empty where the entry is no header."""
    own = entry.fields.get("msgid")
    if own is None or own.text or "msgctxt" in entry.fields or "msgstr" not in entry.fields:
        return {}
    found = _HEADER.findall(entry.fields["msgstr"].text)
    return {"": "header"} | {name.lower(): value for name, value in found}


def _tag(locale: str) -> str:
    """The BCP 47 tag of a locale: `zh-CN` of zh_CN.UTF-8, `sr-Latn` of sr@latin; empty for what is none."""
    name, _, modifier = locale.partition("@")
    tag = language_tag(name.split(".")[0])
    return tag + _MODIFIERS.get(modifier, "") if tag else ""


def _segments(entries: Iterable[Entry], name: str, skip_empty: bool) -> Iterator[Segment | Fault]:
    for number, entry in enumerate(entries, 1):
        if entry.faults:
            yield from entry.faults
        elif wrong := _incomplete(entry, name):
            yield wrong
        else:
            for one, source, target in _forms(entry, number):
                yield from _segment(one, source, target, entry, name, skip_empty)


def _incomplete(entry: Entry, name: str) -> Fault | None:
    fields = entry.fields
    first = next(iter(fields.values()))
    if "msgid" not in fields:
        return fault(name, first.line, 1, "this entry has no msgid", hint="say what is translated")
    if not any(word.startswith("msgstr") for word in fields):
        return fault(
            name, fields["msgid"].line, 1, "this message has no msgstr", hint='add msgstr "" at least'
        )
    return None


def _forms(entry: Entry, number: int) -> Iterator[tuple[str, Field, Field]]:
    """Name, source and target of each form; the first of several plural forms renders the singular."""
    fields = entry.fields
    targets = {word: field for word, field in fields.items() if word.startswith("msgstr")}
    for word, target in targets.items():
        singular = "msgid_plural" not in fields or (word == "msgstr[0]" and len(targets) > 1)
        source = fields["msgid" if singular else "msgid_plural"]
        yield f"{number}{word.removeprefix('msgstr')}", source, target


def _segment(
    one: str, source: Field, target: Field, entry: Entry, name: str, skip_empty: bool
) -> Iterator[Segment | Fault]:
    passages = _passage(source), _passage(target)
    empty = [not passage.text.strip() for passage in passages]
    if empty[1]:
        if not skip_empty:
            yield fault(name, target.line, target.column, EMPTY_TARGET, hint=EMPTY_HINT)
    elif empty[0]:
        yield fault(name, source.line, source.column, "the source is empty", hint="only the header has none")
    else:
        yield Segment(one, passages[1], passages[0], ignored(*entry.comments))


def _passage(field: Field) -> Passage:
    return passage(*field.pieces[0]) if len(field.pieces) == 1 else gathered(field.pieces)
