"""The README says what is: its outputs, picture and keys are the program's, and no name is missing."""

import json
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from reader.cli import COMMANDS, manners
from reader.cli import open as opening
from reader.cli.completion import SHELLS
from reader.cli.glossary import PARTS
from reader.errors import ReaderError
from reader.tui.app import SIGNALS
from reader.tui.settings import CHOICES
from reader.tui.themes import THEMES
from tests import readme
from tests.readme import Command, Home

TEXT = readme.README.read_text(encoding="utf-8")
PIP = "    python3 -m venv .venv && .venv/bin/pip install -q -c tests/constraints.txt -e"
READ = f"{PIP} . && .venv/bin/reader\n"
TEST = f"{PIP} '.[test]' && .venv/bin/python -m pytest -q\n"
NOT_TO_CHOOSE = {"HOME", "ANDROID_DATA"}
STATES = {"exact", "moved", "uncertain", "orphan"}
BY_NAME = ("sources", "versions", "places", "findings", "terminal")  # JSON objects whose keys are names


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("home"), TEXT)


def section(title: str) -> str:
    """What stands under a heading of the second level, without its blocks."""
    return readme.prose(TEXT).partition(f"\n## {title}\n")[2].partition("\n## ")[0]


# What is copied from the program; `python -m tests.readme` copies it anew


@pytest.mark.parametrize("command", readme.commands(TEXT), ids=lambda command: command.line)
def test_an_output_is_what_the_command_writes(home: Home, command: Command) -> None:
    assert readme.abridged(command.output, home.run(command.line)) == list(command.output)


def test_the_picture_is_what_the_program_draws() -> None:
    picture = readme.picture(TEXT)
    assert readme.screen(picture.size, picture.text) == picture.text


def test_the_key_tables_list_every_binding() -> None:
    written = TEXT.partition(readme.KEYS[0])[2].partition(readme.KEYS[1])[0]
    assert written.strip() == readme.key_tables().strip()


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("a b c", "a b c"),
        ("a …", "a …"),
        ("… c", "… c"),
        ("a … c", "a … c"),
        ("x … c", "a … c"),
        ("a … b x", "a … b c"),
        ("…", "…"),
        ("a … x", "a b c"),
        ("", "a b c"),
    ],
)
def test_only_lines_that_the_readme_leaves_out_are_left_out(pattern: str, kept: str) -> None:
    assert readme.abridged(tuple(pattern.split()), ["a", "b", "c"]) == kept.split()


# What is listed


@pytest.mark.parametrize("name", ["", *COMMANDS, *(f"glossary {part}" for part in PARTS)])
def test_every_command_and_option_is_there(name: str) -> None:
    module = name.replace(" ", "_")
    parser = import_module(f"reader.cli.{module}").parser() if name else opening.parser()
    options = {option for action in parser._actions for option in action.option_strings if option[1] == "-"}
    assert f"`reader {name}" in TEXT
    assert not [option for option in options if not re.search(rf"{option}\b(?!-)", TEXT)]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_there(shell: str) -> None:
    assert f"`{shell}`" in section("Commands")


def environment() -> Iterator[str]:
    """The environment variables that the package asks for by name."""
    for path in (readme.ROOT / "reader").rglob("*.py"):
        for name in re.findall(r'environ(?:\.get\(|\[)f?"(.+?)"', path.read_text(encoding="utf-8")):
            kinds = ("DATA", "CACHE", "CONFIG", "STATE") if "{" in name else ("",)
            yield from (re.sub(r"\{.+\}", kind, name) for kind in kinds)


def test_every_environment_variable_is_there() -> None:
    asked = {*environment(), "NO_COLOR"} - NOT_TO_CHOOSE
    assert len(asked) > 10
    assert not [name for name in asked if f"`{name}`" not in section("What is kept, and where")]


def errors(base: type[ReaderError]) -> Iterator[type[ReaderError]]:
    yield base
    for child in base.__subclasses__():
        yield from errors(child)


def test_the_exit_codes_are_those_of_the_program() -> None:
    rows = re.findall(r"^\| ([\d, ]+) \|", section("What is kept, and where"), re.MULTILINE)
    told = {int(code) for row in rows for code in row.split(",")}
    codes = {error.exit_code for error in errors(ReaderError)} | set(SIGNALS.values())
    assert told == {0, manners.INTERRUPTED, manners.NOBODY_READS} | codes


@pytest.mark.parametrize("name", ["theme", *CHOICES])
def test_every_setting_is_there_with_its_values(name: str) -> None:
    values = [theme.name for theme in THEMES] if name == "theme" else CHOICES[name]
    line = next(line for line in readme.files(TEXT)["config.toml"].splitlines() if line.startswith(name))
    assert not [value for value in values if value not in line.partition("#")[2]]


def keys_of(value: object, *, named: bool = False) -> Iterator[str]:
    """Every key of a JSON value; not of an object whose keys are names, but of what those stand for."""
    if isinstance(value, list):
        for item in value:
            yield from keys_of(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not named:
                yield key
            yield from keys_of(item, named=key in BY_NAME and not named)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("show --json", "reader show talk.txt --paragraph 2 --json"),
        ("term --json", "reader term submarket --glossary words.yaml --json"),
        ("marks --json", "reader marks --json"),
        ("doctor --json", "reader doctor --json"),
        ("check --format json", "reader check --format json"),
        ("glossary check --format json", "reader glossary check broken.yaml client.csv --format json 2>&-"),
        ("glossary diff --format json", "reader glossary diff words.yaml client.csv --format json"),
    ],
)
def test_every_key_of_the_json_is_there_and_no_other(home: Home, command: str, line: str) -> None:
    item = section("Formats").partition(f"- `reader {command}`")[2].partition("\n\n")[0].partition("\n- ")[0]
    written = set(re.findall(r"`([a-z_]+)`", item)) - STATES
    assert written == set(keys_of(json.loads("\n".join(home.run(line)))))


# What must hold


def test_the_two_commands_to_begin_with_stand_alone() -> None:
    assert READ in TEXT
    assert TEST in TEXT
    found = re.search(r"^ *python3 -m venv .*pytest.*\n", TEXT, re.MULTILINE)
    assert found
    assert found[0] == TEST, "this is what .ci/run takes out of the README"


def test_every_link_into_the_repository_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", TEXT) if "://" not in link]
    assert links
    assert not [link for link in links if link[0] != "#" and not (readme.ROOT / link).exists()]
    assert not [link for link in links if link[0] == "#" and link[1:] not in headings()]


def headings() -> list[str]:
    """The headings below the title in their order, each as GitHub writes its anchor."""
    titles = re.findall(r"^##+ (.+)$", readme.prose(TEXT), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]


def test_the_contents_behind_the_introduction_name_every_heading_in_its_order() -> None:
    introduction = readme.prose(TEXT).partition("\n## ")[0]
    assert len(headings()) >= 15
    assert re.findall(r"\]\(#([^)\s]+)\)", introduction) == headings()


def test_every_file_that_developers_are_sent_to_exists() -> None:
    named = re.findall(r"`(\w[\w.]*/[\w./]+|\.ci/run|\w+\.yaml)`", section("For developers"))
    assert len(named) >= 20
    assert not [
        name
        for name in named
        if not ((readme.ROOT / name).exists() or (readme.ROOT / "reader" / name).exists())
    ]


def test_the_part_for_developers_is_short() -> None:
    assert section("For developers").strip().count("\n") < 40
