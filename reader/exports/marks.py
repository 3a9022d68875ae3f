"""Marks, notes and dismissals as text and JSON; the first two as Markdown for pasting into an essay."""

import json
import re
from collections.abc import Iterator, Sequence

from reader.shelf.dismissals import Dismissal
from reader.shelf.marks import Mark
from reader.shelf.moorings import in_text
from reader.shelf.notes import Note
from reader.shelf.store import Kept
from reader.text.quoting import quoted

SCHEMA = 1
"""The number that `marks_json` carries; it changes when a key changes its meaning or goes away."""

_SHOWN = 72  # characters of a quote that `marks_text` shows
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&~|$^@#]")
_AT_THE_START = re.compile(r"[-+=:]|\d+(?=[.)])")


def marks_text(kept: Sequence[Kept]) -> str:
    """A few lines for each mark and note in the order of each text, then for each dismissed finding."""
    return "\n".join(
        _joined(
            [f"{text.title} ({text.path})", *map(_lines, _in_order(text)), *map(_let_stand, text.dismissals)]
        )
        for text in kept
    )


def marks_json(kept: Sequence[Kept]) -> str:
    """`{schema, texts: [{title, path, marks: […], notes: […], dismissals: […]}]}`, ending in LF.

    A mark has `id, paragraph, was, state, name, quote, created`; a note has `id, paragraph, was, state, side,
    start, end, concept, quote, text, revision, created, changed`. Offsets are code points. A dismissal has
    `id, fingerprint, kind, concept, segment, found, reason, created`.
    """
    texts = [
        {
            "title": text.title,
            "path": text.path,
            "marks": [_mark(mark) for mark in text.marks],
            "notes": [_note(note) for note in text.notes],
            "dismissals": [_dismissal(dismissal) for dismissal in text.dismissals],
        }
        for text in kept
    ]
    return json.dumps({"schema": SCHEMA, "texts": texts}, ensure_ascii=False, indent=2) + "\n"


def marks_markdown(kept: Sequence[Kept]) -> str:
    """Each quote once, with its paragraph, the names of its marks and its notes; all shows as it stands."""
    return "\n".join(
        _joined([f"## {escaped(text.title)}\n", *map(_section, _by_quote(text))])
        for text in kept
        if text.marks or text.notes
    )


def escaped(text: str) -> str:
    """One line that Markdown shows as it stands."""
    line = _ANYWHERE.sub(r"\\\g<0>", " ".join(text.split()))
    start = _AT_THE_START.match(line)
    if not start:
        return line
    place = start.end() if start[0][0].isdigit() else 0
    return f"{line[:place]}\\{line[place:]}"


def _in_order(text: Kept) -> list[Mark | Note]:
    """Marks and notes together: by paragraph, what is no longer found last."""
    both: list[Mark | Note] = [*text.marks, *text.notes]
    return sorted(both, key=in_text)


def _by_quote(text: Kept) -> list[list[Mark | Note]]:
    """Marks and notes in their order, those on the same words of the same paragraph together."""
    groups: dict[tuple[str, str], list[Mark | Note]] = {}
    for item in _in_order(text):
        groups.setdefault((_where(item), item.quote), []).append(item)
    return list(groups.values())


def _where(item: Mark | Note) -> str:
    """The paragraph, and what is not certain about it."""
    was = _named(item.was)
    if item.paragraph is None:
        return f"no longer found (was {was})"
    if item.settled:
        return _named(item.paragraph)
    return f"{_named(item.paragraph)} ({item.state}, was {was})"


def _named(number: int) -> str:
    return f"¶ {number}" if number else "headline"


def _what(item: Mark | Note) -> str:
    """What kind of thing it is, with its name or its term."""
    if isinstance(item, Mark):
        return f"mark: {item.name}" if item.name else "mark"
    return f"note on {item.concept}" if item.concept else "note"


def _lines(item: Mark | Note) -> str:
    quote = " ".join(item.quote.split())
    shown = quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + "…"
    body = item.body.split("\n") if isinstance(item, Note) and item.body else []
    return "\n    ".join([f"{_where(item)}, {_what(item)}", quoted(shown), *body])


def _let_stand(dismissal: Dismissal) -> str:
    """Where a finding was dismissed, which it was, what stood there, and why."""
    what = " ".join(filter(None, ("dismissed", dismissal.kind, dismissal.concept)))
    found = quoted(dismissal.found) if dismissal.found else ""
    return "\n    ".join(filter(None, (f"¶ {dismissal.segment}, {what}", found, dismissal.reason)))


def _section(items: Sequence[Mark | Note]) -> str:
    """The quote as a block quote, then where it stands with the names of the marks, then the notes."""
    quote = "\n".join(f"> {line}".rstrip() for line in _paragraphs(items[0].quote).split("\n"))
    names = [item.name for item in items if isinstance(item, Mark) and item.name]
    place = escaped(", ".join([f"— {_where(items[0])}", *names]))
    bodies = [_paragraphs(item.body) for item in items if isinstance(item, Note)]
    return "\n\n".join(part for part in (quote, place, *bodies) if part) + "\n"


def _paragraphs(text: str) -> str:
    """Running text with its own lines and paragraphs."""
    return "\n\n".join("\\\n".join(lines) for lines in _blocks(text))


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in map(escaped, text.split("\n")):
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _joined(parts: list[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _mark(mark: Mark) -> dict[str, object]:
    return {
        "id": mark.id,
        "paragraph": mark.paragraph,
        "was": mark.was,
        "state": mark.state,
        "name": mark.name,
        "quote": mark.quote,
        "created": mark.created,
    }


def _note(note: Note) -> dict[str, object]:
    return {
        "id": note.id,
        "paragraph": note.paragraph,
        "was": note.was,
        "state": note.state,
        "side": note.side,
        "start": note.start,
        "end": note.end,
        "concept": note.concept,
        "quote": note.quote,
        "text": note.body,
        "revision": note.revision,
        "created": note.created,
        "changed": note.changed,
    }


def _dismissal(dismissal: Dismissal) -> dict[str, object]:
    return {
        "id": dismissal.id,
        "fingerprint": dismissal.fingerprint,
        "kind": dismissal.kind,
        "concept": dismissal.concept,
        "segment": dismissal.segment,
        "found": dismissal.found,
        "reason": dismissal.reason,
        "created": dismissal.created,
    }
