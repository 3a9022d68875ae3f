"""The house itself: floors, sizes, what is imported when, and that every command is documented."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reader"
FLOORS = ("errors", "folders", "text", "terms", "shelf", "exports", "tui", "cli")
GROUND = ("reader", "errors", "folders")  # anybody may stand on these
FILES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 300
COMMAND_WORDS = [[name] for name in COMMANDS] + [[]]


def imported(path: Path) -> Iterator[str]:
    """The dotted names of every module of reader that the file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out, never relative"
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def floor(name: str) -> str:
    """The room of a dotted name: `text` for `reader.text.clean.clean`, `reader` for the package itself."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in FLOORS else "reader"


def run(*words: str) -> subprocess.CompletedProcess[bytes]:
    """What a Python of its own does; it must meet no fault of reader's own."""
    ran = subprocess.run([sys.executable, *words], capture_output=True, cwd=ROOT, timeout=60)
    assert b"fault of reader" not in ran.stderr, ran.stderr
    return ran


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_import_only_points_to_a_lower_floor(path: Path) -> None:
    own = room(path)
    if own == "__main__":
        return
    used = {floor(name) for name in imported(path) if name.split(".")[0] == "reader"} - set(GROUND)
    above = [name for name in used if own in GROUND or FLOORS.index(name) > FLOORS.index(own)]
    assert not above, f"{own} stands below {above}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_textual_is_imported_in_its_own_room_alone(path: Path) -> None:
    if room(path) != "tui" or path.name == "request.py":
        assert not [name for name in imported(path) if name.split(".")[0] == "textual"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_opens_with_a_sentence_and_can_be_read_in_one_sitting(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    assert not text or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "core", "models", "types"])
def test_no_room_is_a_drawer_for_anything(name: str) -> None:
    assert not [path for path in FILES if name in (*path.relative_to(ROOT).parts, path.stem)]


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["show", "--plain"],
        ["show", "--json"],
        ["term", "专精特新"],
        ["term", "专精特新", "--json"],
        ["check"],
        ["check", "--format", "json"],
        ["glossary", "check"],
        ["glossary", "diff", "glossary.yaml", "glossary.yaml"],
        ["glossary", "suggest"],
        ["marks"],
        ["doctor"],
        ["completion", "bash"],
        ["chekc"],
    ],
    ids=" ".join,
)
def test_no_command_but_opening_imports_textual(words: list[str]) -> None:
    program = (
        "import sys; from reader.cli import main; main(sys.argv[1:]); sys.exit('textual' in sys.modules)"
    )
    assert run("-c", program, *words).returncode == 0


def test_a_term_in_a_pipe_is_printed_with_next_to_nothing() -> None:
    program = (
        "import sys; from reader.cli import main; main(['term', '专精特新']); "
        "print(sorted({'rich', 'yaml', 'sqlite3', 'difflib', 'dataclasses'} & set(sys.modules)))"
    )
    run("-c", program)  # now the glossary is compiled
    assert run("-c", program).stdout.decode().splitlines()[-1] == "[]"


def test_a_check_for_programs_does_without_what_it_does_not_need() -> None:
    program = (
        "import sys; from reader.cli import main; main(['check', '--format', 'json', '--fail-on', 'never']); "
        "print(sorted({'rich', 'textual', 'lxml', 'yaml', 'csv', 'langdetect', 'hashlib', 'xml'} "
        "& set(sys.modules)))"
    )
    run("-c", program)  # now the glossary is compiled
    assert run("-c", program).stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", COMMAND_WORDS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(words: list[str]) -> None:
    ran = run("-m", "reader", *words, "--help")
    assert ran.returncode == 0
    assert f"usage: {' '.join(['reader', *words])}" in ran.stdout.decode()
    assert "examples:\n  reader" in ran.stdout.decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"reader {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
