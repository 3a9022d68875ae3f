"""The summary of a report: a row for each concept with its renderings and its findings."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from reader.exports.findings_groups import Group, Headings, unmentioned
from reader.exports.findings_pieces import Line, Look, Piece, rendering, told
from reader.terms.findings import Tallied, Used
from reader.text.counts import counted
from reader.text.wrap import wrap

_NARROW = 60  # cells under which there are no columns
_GAP = 2
_RENDERINGS = 8  # of one concept that are told

Cell = list[Piece]  # one piece a line
Row = tuple[Cell, Cell, Cell]


def table_lines(
    grouped: Sequence[Group], tallied: Sequence[Tallied], headings: Headings, width: int
) -> Iterator[Line]:
    """A row for each group, in lines of at most `width` cells where there is room for columns."""
    used = {each.concept: each.used for each in tallied}
    rows = [_row(group, used.get(group.concept, ()), headings) for group in grouped]
    yield from _columns(rows, width) if width >= _NARROW else _stacked(rows)
    others = unmentioned(grouped, tallied)
    if others:
        yield Line((Piece(others, "dim"),))


def _row(group: Group, used: Sequence[Used], headings: Headings) -> Row:
    words = [
        Piece("".join(piece.text for piece in rendering(each)), rendering(each)[0].look)
        for each in used[:_RENDERINGS]
    ]
    if len(used) > _RENDERINGS:
        words.append(Piece(f"and {counted(len(used) - _RENDERINGS, 'other')}", "dim"))
    kinds = [Piece(f"{number:,} {kind}") for kind, number in group.kinds.items()]
    return [Piece(told(headings.short(group.concept)), "strong")], words, kinds


def _columns(rows: Sequence[Row], width: int) -> Iterator[Line]:
    heads = ("Concept", "Renderings", "Findings")
    last = max(cell_len(piece.text) for _, _, cell in [*rows, ([], [], [Piece(heads[2])])] for piece in cell)
    first = max(cell_len(piece.text) for cell, _, _ in [*rows, ([Piece(heads[0])], [], [])] for piece in cell)
    first = min(first, (width - last) // 3)
    widths = (first, width - first - last - 2 * _GAP, last)
    yield _drawn([Piece(head, "strong") for head in heads], widths)
    yield Line((Piece("─" * width, "dim"),))
    for row in rows:
        cells = [_broken(cell, room) for cell, room in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=Piece("")):
            yield _drawn(line, widths)


def _broken(cell: Cell, width: int) -> Cell:
    """The lines of a cell in lines that fit; what does not fit the first one is set in by two blanks."""
    fitting = []
    for text, look, marked in cell:
        first, *rest = wrap(text, width)
        rest = wrap(" ".join(rest), max(1, width - 2)) if rest else []
        fitting += [Piece(first, look, marked), *(Piece(f"  {line}", look, marked) for line in rest)]
    return fitting


def _drawn(pieces: Sequence[Piece], widths: Sequence[int]) -> Line:
    """One line of the table, each piece filled up to its column."""
    filled: list[Piece] = []
    for piece, width in zip(pieces, widths, strict=True):
        filled += [piece, Piece(" " * (max(0, width - cell_len(piece.text)) + _GAP))]
    return Line(tuple(filled[:-1]))


def _stacked(rows: Sequence[Row]) -> Iterator[Line]:
    for head, words, kinds in rows:
        yield Line(tuple(head))
        for piece in words:
            mark, _, rest = piece.text.partition(" ")
            look: Look = piece.look
            yield Line((Piece(rest, look),), (Piece(f"  {mark} ", look),), 4)
        yield Line((Piece(", ".join(piece.text for piece in kinds)),), (Piece("  "),), 2)
