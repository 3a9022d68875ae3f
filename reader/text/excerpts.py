"""What is shown of a faulty line: all of it, or of a long one what stands around the fault."""

from reader.text.clean import clean_line

_WIDEST = 96  # characters of a line that are shown


def excerpt(line: str, column: int) -> tuple[str, int]:
    """The part of a line around a column, harmless, and where in it that column is; columns count from 1.

    Where something is left out stands `…`.
    """
    if len(line) <= _WIDEST:
        return clean_line(line), column
    start = max(0, min(column - 1 - _WIDEST // 2, len(line) - _WIDEST))
    end = start + _WIDEST
    left, right = "…" if start else "", "…" if end < len(line) else ""
    return left + clean_line(line[start:end]) + right, column - start + len(left)
