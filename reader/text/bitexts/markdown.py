"""What of a Markdown file is no text to check: its marks, code, the addresses of links, comments.

The parsers of Markdown tell no columns, so the marks are looked for here: after CommonMark, only more freely,
for a term must not be broken in two by a mark, and each character that is left must be known by its place.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reader.text.bitexts.emphasis import Run, matched
from reader.text.bitexts.paragraphs import Edit, Span

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*[^ \t]")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_RULE = re.compile(
    r"[ \t]*(?:=+|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?=[^|]*\|)(?=[^-]*-)[ \t:|-]+)[ \t]*"
)
_REFERENCE = re.compile(r" {0,3}\[[^\]^][^\]]*\]:[ \t]*\S.*")
_LEAD = re.compile(r"(?:[ \t]*>)*[ \t]{0,3}#{1,6}[ \t]+|(?:[ \t]*>)+[ \t]?")
_MARK = re.compile(r"[\\`<&!\[\]*_]|~~|(?:https?://|www\.)[!-;=?-Z^-~]*[A-Za-z0-9/#=&_-]")
_TAG = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<[!?][^<>]*>"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]+@[\w.-]+>"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DESTINATION = re.compile(
    r"\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"""(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?\s*\)|\[[^\[\]]*\]"""
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]:?")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_GONE = "\0"  # stands for what is hidden; cleaned text has none


class Markdown:
    """A Markdown file, cleaned."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._hidden = list(_hidden(text))

    def edits(self, block: list[Span]) -> list[Edit]:
        """What of a block is not read as it stands, in order and without overlaps.

        The block is given by the spans of its lines.
        """
        start, end = block[0][0], block[-1][1]
        first = bisect_right(self._hidden, start, key=lambda edit: edit.end)
        last = bisect_left(self._hidden, end, key=lambda edit: edit.start)
        edits = self._hidden[first:last]
        work = _without(self._text[start:end], start, edits)
        edits += (
            Edit(*span) for line in block for span in _at_line(work, line[0] - start, line[1] - start, start)
        )
        work = _without(self._text[start:end], start, edits)
        edits += (
            edit._replace(start=edit.start + start, end=edit.end + start) for edit in _Inline(work).edits()
        )
        return sorted(edits)


def _without(text: str, start: int, edits: list[Edit]) -> str:
    """The text, which stands there in the file, with what is hidden blanked out."""
    for edit in edits:
        first, last = max(0, edit.start - start), min(len(text), edit.end - start)
        text = text[:first] + _GONE * (last - first) + text[last:]
    return text


def _hidden(text: str) -> Iterator[Edit]:
    """Front matter, code in fences or indented, and the comments that begin a line."""
    at = _front_matter(text)
    blank, listed = True, False  # the line before is blank; a list is open, which indents text too
    if at:
        yield Edit(0, at)
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if fence := _FENCE.match(line):
            behind = _fence_end(text, end, fence[1])
            yield Edit(at, behind)
            at = behind
        elif line.lstrip().startswith("<!--") and (close := text.find("-->", at)) >= 0:
            yield Edit(text.index("<!--", at), close + 3, remark=text[at:close])
            at = close + 3
        else:
            if blank and not listed and _INDENTED.match(line):
                yield Edit(at, end)
            elif line.strip():
                listed = bool(_ITEM.match(line)) or (listed and (line[0] in " \t" or not blank))
                blank = False
            else:
                blank = True
            at = end + 1


def _front_matter(text: str) -> int:
    """Where the front matter ends; 0 where there is none."""
    found = re.match(r"(---|\+\+\+)[ \t]*\n(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", text)
    return found.end() if found else 0


def _fence_end(text: str, at: int, mark: str) -> int:
    """Where the line ends that closes a block of code, or the file."""
    while at < len(text):
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        line = text[at + 1 : end].strip(" \t>")
        if line.startswith(mark) and not line.strip(mark[0]):
            return end
        at = end
    return at


def _at_line(work: str, start: int, end: int, base: int) -> Iterator[Span]:
    """The marks that a line of a block begins with or is made of."""
    line = work[start:end]
    if _RULE.fullmatch(line) or _REFERENCE.fullmatch(line):
        yield base + start, base + end
    elif lead := _LEAD.match(line):
        yield base + start, base + start + lead.end()


class _Inline:
    """The marks within a block."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._edits: list[Edit] = []
        self._runs: list[Run] = []
        self._open: list[Span] = []  # brackets
        self._ticks: dict[int, list[int]] = {}
        for run in re.finditer("`+", work):
            self._ticks.setdefault(len(run[0]), []).append(run.start())

    def edits(self) -> list[Edit]:
        """What is not read as it stands."""
        at = 0
        while found := _MARK.search(self._work, at):
            at = self._mark(found.start(), found.end())
        return self._edits + [Edit(*span) for span in matched(self._runs)]

    def _mark(self, at: int, end: int) -> int:
        """Take the mark that stands there; returns where to go on."""
        char = self._work[at]
        if char == "`":
            return self._code(at)
        if char in "*_~":
            return self._run(at)
        if char in "![]":
            return self._bracket(at)
        if char == "\\":
            return self._escape(at)
        if char == "<":
            return self._tag(at)
        if char == "&":
            return self._entity(at)
        return self._gone(at, end)

    def _gone(self, start: int, end: int, remark: str = "") -> int:
        self._edits.append(Edit(start, end, remark=remark))
        return end

    def _code(self, at: int) -> int:
        end = at
        while self._work[end : end + 1] == "`":
            end += 1
        same = self._ticks.get(end - at, [])
        after = bisect_left(same, end)
        return self._gone(at, same[after] + end - at) if after < len(same) else end

    def _run(self, at: int) -> int:
        end = at
        while self._work[end : end + 1] == self._work[at]:
            end += 1
        self._runs.append(Run(self._work[at], at, end, self._work[at - 1 : at], self._work[end : end + 1]))
        return end

    def _bracket(self, at: int) -> int:
        work = self._work
        if note := _FOOTNOTE.match(work, at):
            return self._gone(*note.span())
        if work[at] == "[" or work.startswith("![", at):
            end = work.index("[", at) + 1
            self._open.append((at, end))
            return end
        if work[at] == "]" and self._open:
            opened = self._open.pop()
            if address := _DESTINATION.match(work, at + 1):
                self._gone(*opened)
                return self._gone(at, address.end())
        return at + 1

    def _escape(self, at: int) -> int:
        following = self._work[at + 1 : at + 2]
        if following in _PUNCTUATION:
            self._gone(at, at + 1)
            return at + 2
        return self._gone(at, at + 1) if following in ("", "\n") else at + 1

    def _tag(self, at: int) -> int:
        if self._work.startswith("<!--", at):
            close = self._work.find("-->", at)
            return self._gone(at, close + 3, self._work[at:close]) if close >= 0 else at + 4
        tag = _TAG.match(self._work, at)
        return self._gone(*tag.span()) if tag else at + 1

    def _entity(self, at: int) -> int:
        entity = _ENTITY.match(self._work, at)
        if not entity:
            return at + 1
        from html import unescape

        text = unescape(entity[0])
        if text != entity[0]:
            self._edits.append(Edit(*entity.span(), text))
        return entity.end()
