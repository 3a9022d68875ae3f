"""The completion scripts, and what bash makes of its own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli import COMMANDS, main
from reader.cli.completion import SHELLS, script


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_knows_every_command_and_option(shell: str) -> None:
    text = script(shell)
    assert text.endswith("\n")
    for word in (*COMMANDS, "paragraph", "plain", "markdown", "glossary", "data-dir"):
        assert word in text


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert capsys.readouterr().out == script(shell)


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("zhs", "'zhs': did you mean 'zsh'?\n"),
        ("powershell", "'powershell'. There are those of bash, zsh and tcsh.\n"),
        ("\x1b[31m", "'\u241b[31m'. There are those of bash, zsh and tcsh.\n"),
    ],
)
def test_a_shell_without_a_script_is_told(word: str, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", word]) == 2
    assert capsys.readouterr().err == f"reader: There is no completion script for the shell {ending}"


@pytest.mark.parametrize(
    ("shell", "piece"),
    [("bash", "-o bashdefault -o default -F"), ("zsh", "_describe 'reader commands' _commands\n  _files")],
)
def test_the_first_word_may_be_a_file_too(shell: str, piece: str) -> None:
    assert piece in script(shell)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("reader do", {"doctor"}),
        ("reader ", set(COMMANDS)),
        ("reader --para", {"--paragraph"}),
        ("reader show --pl", {"--plain"}),
        ("reader show art", {"article.txt"}),
        ("reader marks --data-dir fo", {"folder"}),
        ("reader term --glossary art", {"article.txt"}),
        ("reader glossary ch", {"check"}),
        ("reader glossary diff --col", {"--columns"}),
        ("reader glossary diff art", {"article.txt"}),
    ],
)
def test_bash_offers_what_fits(line: str, offers: set[str], tmp_path: Path) -> None:
    (tmp_path / "article.txt").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "completion").write_text(script("bash"), encoding="utf-8")
    words = line.split(" ")
    program = (
        'source ./completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _shtab_reader 2>/dev/null; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    ran = subprocess.run(
        ["bash", "-c", program, "bash", *words], cwd=tmp_path, capture_output=True, timeout=60, check=True
    )
    assert offers <= set(ran.stdout.decode().split())
