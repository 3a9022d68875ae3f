"""The README's blocks, and what the program says today in their place.

`python -m tests.readme` brings outputs, picture and key tables up to date. In an output, a line that is only
`…` stands for lines left out; they are left out again, from and to the same lines.
"""

import os
import re
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pexpect

from reader.folders import shipped
from reader.shelf.store import Shelf
from reader.terms.checking import Checker
from reader.terms.glossary_yaml import read_glossary
from reader.text.bitexts.articles import shipped_bitext
from reader.text.files import shipped_article
from reader.tui.help import ROOMS
from reader.tui.keys import all_keys
from reader.tui.settings import Key, shown
from tests.e2e.terminal import Room

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COLUMNS = 80
LEFT_OUT = "…"
KEYS = ("<!-- keys -->\n", "<!-- end of keys -->")
_FENCED = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`(?P<name>[\w.-]+)`[^\n]*:\n\n```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"text (\d+)x(\d+)")
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Command(NamedTuple):
    """A command as it stands in the README, with what stands beneath it."""

    line: str
    output: tuple[str, ...]


class Picture(NamedTuple):
    """The screen as the README shows it, at this size in cells."""

    size: tuple[int, int]
    text: str


def commands(readme: str) -> list[Command]:
    """Every command after a `$`, in the order of the README."""
    return [
        command
        for block in _FENCED.finditer(readme)
        if block["kind"] == "console"
        for command in _commands(block)
    ]


def _commands(block: re.Match[str]) -> Iterator[Command]:
    for part in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
        line, *output = part.rstrip("\n").split("\n")
        yield Command(line, tuple(output))


def picture(readme: str) -> Picture:
    """The picture of the screen."""
    for block in _FENCED.finditer(readme):
        if size := _PICTURE.fullmatch(block["kind"]):
            return Picture((int(size[1]), int(size[2])), block["text"].rstrip("\n"))
    raise LookupError("the README has no picture of the screen")


def prose(readme: str) -> str:
    """The README without its blocks."""
    return _FENCED.sub("", readme)


def files(readme: str) -> dict[str, str]:
    """The files that the README shows, by their names."""
    return {block["name"]: block["text"] for block in _FILE.finditer(readme)}


def key_tables() -> str:
    """Every binding in tables, grouped as the help does."""
    tables = []
    for part, keys in groupby(_in_order(), key=_part):
        rows = [f"| {_named(key.keys)} | {key.what} | `{key.id}` |" for key in keys]
        tables.append(
            f"{ROOMS[part]}:\n\n| keys | what they do | name |\n|---|---|---|\n" + "\n".join(rows) + "\n"
        )
    return "\n".join(tables)


def _in_order() -> list[Key]:
    return sorted(all_keys(), key=lambda key: list(ROOMS).index(_part(key)))


def _part(key: Key) -> str:
    return key.id.partition(".")[0]


def _named(keys: tuple[str, ...]) -> str:
    return " ".join(f"`{shown([key])}`" for key in keys)


def abridged(pattern: tuple[str, ...], output: list[str]) -> list[str]:
    """The output with those lines left out that the pattern leaves out; all of it where it does not fit."""
    if LEFT_OUT not in pattern:
        return output
    kept: list[str] = []
    place = 0
    runs = [(cut, list(run)) for cut, run in groupby(pattern, key=LEFT_OUT.__eq__)]
    for index, (cut, run) in enumerate(runs):
        if cut:
            kept.append(LEFT_OUT)
            continue
        if index and run[0] not in output[place:]:
            return output
        place = output.index(run[0], place) if index else 0
        stop = len(output) if index == len(runs) - 1 else place + len(run)
        kept += output[place:stop]
        place = stop
    return kept


class Home:
    """A home folder with the README's files, some marks, and `reader` on the PATH; it is called /home/you."""

    def __init__(self, folder: Path, readme: str) -> None:
        self.folder = folder
        for name, text in files(readme).items():
            (folder / name).write_text(text, encoding="utf-8")
        (folder / "bin").mkdir()
        for name, words in {"reader": "-m reader", "python3": ""}.items():
            program = folder / "bin" / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
            program.chmod(0o755)
        self._keep()

    def _keep(self) -> None:
        """The mark, the note and the dismissed finding that the README speaks of."""
        shelf = Shelf.open(self.folder / ".local/share/reader")
        text = shelf.text(shipped_article())
        shelf.add_mark(text, 14, "for the essay")
        words = "specialized and innovative"
        start = shipped_article().paragraph(20).source.index(words)
        body = "The fourth name for 专精特新."
        shelf.add_note(text, 20, body, start=start, end=start + len(words), concept="zhuan-jing-te-xin")
        checker = Checker(read_glossary(shipped("glossary.yaml")), ["missing"])
        (finding,) = checker.findings(shipped_bitext())
        shelf.dismiss(text, finding, "“We” are the firms here.")
        shelf.close()

    @property
    def env(self) -> dict[str, str]:
        """The environment of every command: a plain terminal and the user's own folders."""
        path = f"{self.folder / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin"
        return {
            "HOME": str(self.folder),
            "PATH": path,
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }

    def run(self, line: str) -> list[str]:
        """What the command writes on a terminal of 80 columns, without colours, line by line."""
        child = pexpect.spawn(
            "/bin/sh",
            ["-c", line],
            env=self.env,
            cwd=str(self.folder),
            dimensions=(24, COLUMNS),
            encoding="utf-8",
            timeout=120,
        )
        child.expect(pexpect.EOF)
        written = _STYLE.sub("", child.before or "").replace("\r\n", "\n")
        child.close()
        named = written.replace(str(self.folder), "/home/you").replace(str(ROOT), "/home/you/reader").rstrip()
        return [line.rstrip() for line in named.split("\n")] if named else []


def screen(size: tuple[int, int], expected: str, seconds: float = 10) -> str:
    """What the reading room shows when it has come to rest, or as soon as that is what is expected."""
    with Room(size=size) as room:
        room.wait_for("also ")
        until = time.monotonic() + seconds
        while (seen := room.text.rstrip("\n")) != expected and time.monotonic() < until:
            room.read()
    return seen


def renewed(readme: str, home: Home) -> str:
    """The README with everything in it that the program says as it says it today."""
    before, _, rest = readme.partition(KEYS[0])
    readme = before + KEYS[0] + "\n" + key_tables() + "\n" + KEYS[1] + rest.partition(KEYS[1])[2]
    return _FENCED.sub(lambda block: _renewed(block, home), readme)


def _renewed(block: re.Match[str], home: Home) -> str:
    if size := _PICTURE.fullmatch(block["kind"]):
        text = screen((int(size[1]), int(size[2])), block["text"].rstrip("\n"), 3) + "\n"
    elif block["kind"] == "console":
        text = "".join(f"$ {command.line}\n{_output(command, home)}" for command in _commands(block))
    else:
        return block[0]
    return f"```{block['kind']}\n{text}```"


def _output(command: Command, home: Home) -> str:
    return "".join(f"{line}\n" for line in abridged(command.output, home.run(command.line)))


def main() -> None:
    """Write the README anew, in folders of its own."""
    import tempfile

    assert shipped("glossary.yaml").exists()
    readme = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
            os.environ[f"READER_{kind}_DIR"] = str(Path(name, kind.lower()))
        (Path(name) / "home").mkdir()
        home = Home(Path(name) / "home", readme)
        README.write_text(renewed(readme, home), encoding="utf-8")


if __name__ == "__main__":
    main()
