"""Termbases in files."""

from pathlib import Path

import pytest

from tests.cli.termbases import TABLE, YAML


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "words.yaml"
    path.write_text(YAML, encoding="utf-8")
    return path
