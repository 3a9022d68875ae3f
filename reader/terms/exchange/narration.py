"""What reading or writing a termbase has to say besides: sentences, to whoever listens."""

from collections.abc import Callable

Tell = Callable[[str], None]
"""Hears one sentence at a time."""


def silent(sentence: str) -> None:
    """Say nothing."""
