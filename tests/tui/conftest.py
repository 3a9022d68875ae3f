"""A desk with the shipped article and glossary, and an app around the reading screen."""

import pytest

from reader.folders import shipped
from reader.shelf.store import Shelf
from reader.terms.concepts import Glossary
from reader.terms.glossary_yaml import read_glossary
from reader.text.files import shipped_article
from reader.tui.app import ReaderApp
from reader.tui.desk import Desk
from reader.tui.keeping import Keeper
from reader.tui.request import OpenRequest


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    """The shipped glossary."""
    return read_glossary(shipped("glossary.yaml"))


@pytest.fixture
def desk(glossary: Glossary) -> Desk:
    """The shipped article with its glossary."""
    made = Desk(shipped_article(), "en", "zh-Hans")
    made.put(glossary)
    return made


@pytest.fixture
def app(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> ReaderApp:
    """The reading room on the shipped article."""
    data = tmp_path_factory.mktemp("data")
    keeper = Keeper(Shelf.open(data), desk.article)
    return ReaderApp(desk, keeper, OpenRequest(None, None, shipped("glossary.yaml"), data, None, None))
