"""What the README claims of examples, widths, limits and the article holds."""

import re
from pathlib import Path

import pytest
import yaml

from reader.cli import check, crash
from reader.folders import config_folder, shipped
from reader.shelf import backups
from reader.shelf.store import Shelf
from reader.terms.glossary_yaml import load_glossary
from reader.terms.matching import Matcher
from reader.terms.renderings import renderings
from reader.terms.survey import survey
from reader.text import blocks, files
from reader.tui.app import ReaderApp
from reader.tui.keeping import Keeper
from reader.tui.opening import open_desk
from reader.tui.page import Page
from reader.tui.request import OpenRequest
from tests import readme

TEXT = readme.README.read_text(encoding="utf-8")
WORDS = " ".join(TEXT.split())
EXAMPLES = readme.files(TEXT)
WIDE = (140, 40)


@pytest.fixture
def room(tmp_path: Path) -> ReaderApp:
    """The reading room on the shipped article."""
    request = OpenRequest(None, None, shipped("glossary.yaml"), tmp_path, None, None)
    config = config_folder() / "config.toml"
    config.parent.mkdir()
    config.write_text(EXAMPLES["config.toml"], encoding="utf-8")
    desk = open_desk(request)
    return ReaderApp(desk, Keeper(Shelf.open(tmp_path), desk.article), request)


def figure(pattern: str) -> int:
    """The number that the README gives in these words."""
    found = re.search(pattern, WORDS)
    assert found, pattern
    return int(found[1].replace(",", ""))


def test_the_example_of_a_text_is_without_a_fault(tmp_path: Path) -> None:
    for name, text in EXAMPLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    read = files.read_article(tmp_path / "talk.txt")
    assert not read.warnings
    assert read.bilingual
    assert all((read.about.notes, read.about.sections, read.about.translation_label))


def test_the_example_of_a_glossary_names_the_schema_where_it_is(tmp_path: Path) -> None:
    words = tmp_path / "words.yaml"
    words.write_text(EXAMPLES["words.yaml"], encoding="utf-8")
    assert load_glossary(words).concepts
    path = EXAMPLES["words.yaml"].partition("\n")[0].partition("$schema=reader/")[2]
    assert path
    assert (readme.ROOT / path).is_file()


async def test_the_example_of_settings_is_at_work_and_nothing_is_told(room: ReaderApp) -> None:
    assert not room.settings.warnings
    assert room.theme == "reader-light"
    async with room.run_test(size=WIDE, notifications=True) as pilot:
        page = room.screen.query_one(Page)
        seen = []
        for key in ("f", "j", "r", "f2"):
            await pilot.press(key)
            await pilot.pause()
            seen.append((page.current, page.mode))
        assert seen == [(2, "beside"), (3, "beside"), (2, "beside"), (2, "hidden")]


@pytest.mark.parametrize(("narrower", "beside"), [(1, False), (0, True)])
async def test_the_chinese_stands_beside_from_that_width_on(
    room: ReaderApp, narrower: int, beside: bool
) -> None:
    width = figure(r"Beside takes effect from (\d+) columns on") - narrower
    async with room.run_test(size=(width, 40), notifications=True):
        page = room.screen.query_one(Page)
        assert page.mode == "beside"
        assert any(row.right for row in page.frame().rows) == beside


@pytest.mark.parametrize(
    ("narrower", "lower", "place"), [(0, 0, "beside"), (1, 0, "below"), (1, 1, "nowhere"), (0, 1, "beside")]
)
async def test_the_pane_stands_where_the_readme_says(
    room: ReaderApp, narrower: int, lower: int, place: str
) -> None:
    size = figure(r"fewer than (\d+) columns") - narrower, figure(r"fewer than (\d+) rows") - lower
    async with room.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        page, pane = room.screen.query_one(Page), room.screen.query_one("#pane")
        shown = "nowhere" if not pane.display else "beside" if page.size.width < size[0] else "below"
        assert shown == place


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (r"a glossary of (\d+) concepts", len(load_glossary(shipped("glossary.yaml")).concepts)),
        (r"A file may have (\d+) MiB", files.MAX_BYTES >> 20),
        (r"a paragraph ([\d,]+) characters", blocks.MAX_BLOCK),
        (r"a single line of at most (\d+) characters", blocks.MAX_HEADLINE),
        (r"the last (\d+) crash reports", crash.KEPT),
        (r"the last (\d+) backups", backups.KEPT),
    ],
)
def test_a_limit_is_the_one_of_the_program(words: str, number: int) -> None:
    assert figure(words) == number


def test_one_label_is_rendered_in_as_many_ways_as_the_readme_says() -> None:
    matcher = Matcher(load_glossary(shipped("glossary.yaml")))
    *_, found = survey(files.shipped_article(), "en", "zh-Hans", matcher)
    assert figure(r"one policy label rendered in (\d+) ways") == len(renderings(found["zhuan-jing-te-xin"]))


def test_the_label_of_the_chinese_is_quoted_as_it_is() -> None:
    for label in files.shipped_article().about.translation_label.values():
        assert label in WORDS


def test_the_address_of_the_english_is_that_of_the_glossary() -> None:
    assert load_glossary(shipped("glossary.yaml")).sources["S01"].url in TEXT


def test_the_workflow_of_a_build_runs_what_the_command_takes() -> None:
    steps = yaml.safe_load(EXAMPLES["terms.yml"])["jobs"]["terms"]["steps"]
    (words,) = (step["run"].split() for step in steps if step.get("run", "").startswith("reader check"))
    options = check.parser().parse_args(words[2:])
    assert (options.format, str(options.baseline)) == ("sarif", "reviewed.json")
    assert str(options.output) == steps[-1]["with"]["sarif_file"]
