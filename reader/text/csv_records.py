"""Records of CSV: cells may stand in quotes, with a quote doubled and lines ending inside, as in RFC 4180."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from reader.errors import Fault
from reader.text.bitexts.pieces import Piece, fault, gathered, passage
from reader.text.segments import Passage

_FURTHEST = 1 << 22  # characters that one row may hold: where a quote is open for longer, one was forgotten


class Record(NamedTuple):
    """One row, which may stand on several lines."""

    line: int  # where it begins
    row: str  # that line
    cells: list[Passage]


class _Unclosed(Exception):
    """A quote is open to the end of what is read."""


class Records:
    """The rows of a file, read line by line; a quote that is never closed costs the row where it stands."""

    def __init__(
        self,
        pieces: Iterator[str],
        name: str,
        delimiter: str,
        line: int = 1,
        *,
        skip_initial_space: bool = False,
    ) -> None:
        """`pieces`, each of whole lines, begin with this line of the file, which is called `name`.

        Blanks before a quote are passed over with `skip_initial_space`; else that quote is one of the text.
        """
        self._pieces = pieces
        self._name = name
        self._delimiter = delimiter
        self._skipped = {" ", "\t"} - {delimiter} if skip_initial_space else set()
        self._ahead: deque[str] = deque()
        self._line = line  # of what is ahead
        self._taken: list[str] = []  # lines of the row that is being read

    def plain_lines(self) -> tuple[str, int] | None:
        """All that is read next at once and the line where it begins, where there is no quote in it.

        None where there is one, and at the end: then go on with `record`.
        """
        if self._ahead or not (piece := next(self._pieces, "")):
            return None
        if '"' in piece:
            self._ahead.extend(piece.removesuffix("\n").split("\n"))
            return None
        line = self._line
        self._line += piece.count("\n")
        return piece, line

    def __iter__(self) -> Iterator[Record | Fault]:
        """The rows, with what is wrong with those that cannot be read."""
        while record := self.record():
            yield record

    def record(self) -> Record | Fault | None:
        """The next row, or what is wrong with it; None at the end."""
        line, self._taken = self._line, []
        row = self._next()
        if row is None:
            return None
        if '"' not in row:
            return Record(line, row, list(cells_of(row, line, self._delimiter)))
        return self._quoted(row, line)

    def _quoted(self, row: str, line: int) -> Record | Fault:
        cells: list[Passage] = []
        text, at = row, 0
        while True:
            here = self._line - 1
            at = self._opening(text, at)
            if text[at : at + 1] != '"':
                end = text.find(self._delimiter, at)
                end = len(text) if end < 0 else end
                cells.append(passage(text[at:end], here, at + 1))
            else:
                try:
                    cell, text, end = self._cell(text, at)
                except _Unclosed:
                    return self._unclosed(line, here, at)
                cells.append(cell)
                blanks = len(text) - end - len(text[end:].lstrip(" "))
                if text[end + blanks : end + blanks + 1] not in ("", self._delimiter):
                    return self._unclosed(line, here, at) if self._line > here + 1 else self._stray(end, text)
                end += blanks
            if end >= len(text):
                return Record(line, row, cells)
            at = end + 1

    def _opening(self, text: str, at: int) -> int:
        """Where the quote of the cell that begins there is, behind blanks that may be skipped; else there."""
        if text[at : at + 1] not in self._skipped:
            return at
        quote = len(text) - len(text[at:].lstrip("".join(self._skipped)))
        return quote if text[quote : quote + 1] == '"' else at

    def _cell(self, text: str, at: int) -> tuple[Passage, str, int]:
        """The cell whose quote opens there, the line where it is closed, and the place behind its quote."""
        pieces: list[Piece] = []
        size = 0
        start = search = at + 1
        while True:
            quote = text.find('"', search)
            if quote < 0:
                pieces.append(Piece(text[start:] + "\n", self._line - 1, start + 1))
                size += len(text)
                following = self._next() if size < _FURTHEST else None
                if following is None:
                    raise _Unclosed
                text, start, search = following, 0, 0
            elif text[quote + 1 : quote + 2] == '"':
                pieces.append(Piece(text[start : quote + 1], self._line - 1, start + 1))
                start = search = quote + 2
            else:
                last = Piece(text[start:quote], self._line - 1, start + 1)
                cell = gathered([*pieces, last]) if pieces else passage(*last)
                return cell, text, quote + 1

    def _next(self) -> str | None:
        """The next line."""
        if not self._ahead:
            piece = next(self._pieces, "")
            if not piece:
                return None
            self._ahead.extend(piece.removesuffix("\n").split("\n"))
        self._line += 1
        self._taken.append(self._ahead.popleft())
        return self._taken[-1]

    def _unclosed(self, line: int, here: int, at: int) -> Fault:
        """The fault of a quote that is not closed as it should: reading goes on behind its line."""
        keep = here - line + 1
        self._ahead.extendleft(reversed(self._taken[keep:]))
        self._line = here + 1
        hint = 'close it; a quote within a cell is written ""'
        return fault(self._name, here, at + 1, "this quote is never closed", self._taken[keep - 1], hint)

    def _stray(self, at: int, text: str) -> Fault:
        hint = 'a quote within a cell is written ""'
        message = "something stands between this closing quote and the end of its cell"
        return fault(self._name, self._line - 1, at, message, text, hint)


def cells_of(row: str, line: int, delimiter: str) -> Iterator[Passage]:
    """The cells of a row without quotes, which stands in this line."""
    column = 1
    for cell in row.split(delimiter):
        yield passage(cell, line, column)
        column += len(cell) + 1
