"""Standard input, as a test wants it."""

import io
import sys

import pytest


def piped(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
