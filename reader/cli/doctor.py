"""`reader doctor`: what is installed, where everything lies, and whether it is sound."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from reader import folders
from reader.cli import COMMANDS, checkup
from reader.cli.manners import in_utf8, say
from reader.cli.parser import Parser, add_data_dir, add_glossary
from reader.cli.soundness import examine
from reader.cli.termbase import glossary_path
from reader.text.clean import clean, clean_line

EXAMPLES = """\
  reader doctor
  reader doctor --json
  reader doctor --glossary my-glossary.yaml
"""
SCHEMA = 1


def parser() -> Parser:
    """The parser of `reader doctor`."""
    made = Parser("doctor", COMMANDS["doctor"], EXAMPLES)
    made.add_argument("--json", action="store_true", help="as JSON, for programs")
    add_glossary(made)
    add_data_dir(made)
    return made


def run(options: Namespace) -> int:
    """Print the report; 0 where all is sound, else 1."""
    report = _report(options)
    if options.json:
        import json

        in_utf8()
        say(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    else:
        say("".join(f"{line}\n" for line in _lines(report)))
    return 0 if report["sound"] else 1


def _report(options: Namespace) -> dict[str, Any]:
    glossary = glossary_path(options.glossary)
    data = options.data_dir or folders.data_folder()
    places = checkup.places(glossary, data)
    findings = examine(glossary, data)
    versions = checkup.versions()
    usable = all(place.sound for place in places) and checkup.MISSING not in versions.values()
    return {
        "schema": SCHEMA,
        "sound": usable and all(found.sound for found in findings),
        "versions": versions,
        "places": {place.name: _place(place) for place in places},
        "findings": {found.name: {"sound": found.sound, "said": clean(found.said)} for found in findings},
        "terminal": {name: clean_line(said) for name, said in checkup.terminal().items()},
    }


def _place(place: checkup.Place) -> dict[str, Any]:
    return {"path": clean_line(str(place.path)), "state": place.state, "sound": place.sound}


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield from _section("Versions", report["versions"])
    yield from _section("Places", {name: _placed(place) for name, place in report["places"].items()})
    yield from _section("Soundness", {name: _found(found) for name, found in report["findings"].items()})
    yield from _section("Terminal", report["terminal"])
    yield "All is sound." if report["sound"] else "Not all is sound: see what is marked with ✗."


def _section(title: str, lines: dict[str, str]) -> Iterator[str]:
    yield title
    yield from (f"  {label + ':':<16}{text}" for label, text in lines.items())
    yield ""


def _placed(place: dict[str, Any]) -> str:
    state = f" ({place['state']})" if place["state"] else ""
    return f"{'✓' if place['sound'] else '✗'} {place['path']}{state}"


def _found(found: dict[str, Any]) -> str:
    said = found["said"].replace("\n", "\n" + " " * 18)
    return f"{'✓' if found['sound'] else '✗'} {said}"
