"""Breaking Chinese and English into screen lines: between ideographs, never inside a word that fits.

The rules are those of CLREQ and JIS X 4051 ("kinsoku") with the parts of UAX #14 that Latin text needs:
no line begins with closing punctuation or ends with opening punctuation, ⸺ and …… stay whole, blanks
hang at the end of their line, LF ends a line, and only what is wider than a whole line is cut.
Widths are cells as `rich.cells.cell_len` counts them; a TAB is drawn as one blank.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.cells import get_character_cell_size, split_graphemes

_BLANKS = frozenset(" \t\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f")
_NOT_FIRST = frozenset(
    "，。、．：；？！）］｝〕〉》」』】〙〗〛〟’”｠»›｡､｣!),.:;?]}"
    "％%‰°℃′″￠¢·・･‧–～〜‼⁇⁈⁉"
    "ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ"
)
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〚〝‘“｟«‹｢([{¿¡￥＄￡¥$£€№§")
_GLUE = frozenset("\"'\u00a0\u2007\u202f\u2060\ufeff")  # holds on to both neighbours
_HYPHENS = frozenset("-\u2010–/")  # may end a line, may begin one only after a blank
_DASHES = frozenset("—―⸺…⋯")  # a pair of them is one sign
_FLAGS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_ZWSP = "\u200b"


def line_starts(text: str, width: int) -> list[int]:
    """Where each screen line of the text begins: offsets in code points, from 0, strictly increasing.

    Line n is `text[starts[n]:starts[n + 1]]`, so the lines join back to the very text; blanks and the LF
    at its end take no room. A width under 1 counts as 1, and a character wider than the width stands alone.
    """
    starts = [0]
    begin = 0
    while begin < len(text):
        newline = text.find("\n", begin)
        end = len(text) if newline < 0 else newline
        _fill(starts, text, begin, end, max(1, width))
        begin = end + 1
        if begin < len(text):
            starts.append(begin)
    return starts


def wrap(text: str, width: int) -> list[str]:
    """The screen lines as they are drawn: TAB as a blank, nothing hanging at the end."""
    starts = line_starts(text, width)
    return [drawn(text, start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def drawn(text: str, start: int, end: int) -> str:
    """The line `text[start:end]` as it is drawn; each character keeps its place from `start` on."""
    if end > start and text[end - 1] == "\n":
        end -= 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return text[start:end].replace("\t", " ")


def _fill(starts: list[int], text: str, begin: int, end: int, width: int) -> None:
    """Append the starts of the second and further lines of `text[begin:end]`, which holds no LF."""
    piece = text[begin:end]
    edges = _edges(piece)
    start = 0
    while edges[-1] - edges[start] > width:
        start = _next_start(piece, edges, start, width)
        if start >= len(piece):
            break
        starts.append(begin + start)


def _edges(piece: str) -> Sequence[int]:
    """The cell at which each character begins, and last the width of all; a cluster's tail has no width."""
    if piece.isascii():
        return range(len(piece) + 1)
    piece = piece.replace("\t", " ")
    if "\u200d" not in piece and "\ufe0f" not in piece:
        return list(accumulate(map(get_character_cell_size, piece), initial=0))
    sizes = [0] * len(piece)
    for first, _, size in split_graphemes(piece)[0]:
        sizes[first] = size
    return list(accumulate(sizes, initial=0))


def _next_start(piece: str, edges: Sequence[int], start: int, width: int) -> int:
    """Where the line after the one from `start` begins, `len(piece)` at most."""
    full = bisect_right(edges, edges[start] + width, start) - 1
    if full == start or edges[full] == edges[start]:
        full = bisect_right(edges, edges[full + 1], full) - 1
    while full < len(piece) and piece[full] in _BLANKS:
        full += 1
    if full == len(piece):
        return full
    for place in range(full, start, -1):
        if _breaks(piece, edges, start, place):
            return place
    return full


def _breaks(piece: str, edges: Sequence[int], start: int, place: int) -> bool:
    """Whether the line from `start` may end before `place`."""
    after = piece[place]
    if after in _BLANKS or after in _NOT_FIRST or edges[place + 1] == edges[place]:
        return False
    beside = piece[place - 1]
    if beside == _ZWSP:
        return True
    last = place - 1
    while last > start and (piece[last] in _BLANKS or edges[last + 1] == edges[last]):
        last -= 1
    if piece[last] in _NOT_LAST:
        return False
    if beside in _BLANKS:
        return True
    if beside in _GLUE or after in _GLUE or after in _HYPHENS:
        return False
    if beside in _FLAGS and after in _FLAGS:
        return _flag_begins(piece, start, place)
    wide = edges[last + 1] - edges[last] == 2, edges[place + 1] - edges[place] == 2
    return _parts(piece[last], after, *wide) or (piece[last] in _HYPHENS and _in_word(piece, last))


def _parts(before: str, after: str, wide_before: bool, wide_after: bool) -> bool:
    """Whether a line may end between two signs that stand side by side, neither of them a hyphen."""
    if before in _DASHES:
        return before != after
    if wide_before or wide_after:
        return True
    return before in _NOT_FIRST and after in _NOT_LAST and not (before + after).isascii()


def _in_word(piece: str, hyphen: int) -> bool:
    """Whether a hyphen joins two words: not the one of a number, a range or an option."""
    return hyphen > 0 and piece[hyphen - 1].isalpha() and piece[hyphen + 1].isalpha()


def _flag_begins(piece: str, start: int, place: int) -> bool:
    """Whether the regional indicators before `place` are whole pairs, each of them one flag."""
    first = place
    while first > start and piece[first - 1] in _FLAGS:
        first -= 1
    return (place - first) % 2 == 0
