"""Where the real program finds itself."""

import pytest

from tests.e2e.programs import ROOT


@pytest.fixture
def importable(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program be found from any folder, and its output be in UTF-8 unless a test says otherwise."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("READER_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))  # compiled once
    for name in ("PYTHONIOENCODING", "LC_ALL", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
