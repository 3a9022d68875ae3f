"""The main job in a real terminal: open, read, mark, leave, come back; and what may go wrong meanwhile."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from reader.folders import shipped
from tests.e2e.terminal import Room
from tests.hostile import HOSTILE

FIRST = "¶ 1/21"


def test_a_reader_opens_reads_and_comes_back_to_the_place() -> None:
    with Room() as room:
        room.wait_for(FIRST)
        room.wait_for("专精特新")
        room.wait_for("specialized, refined")
        room.press("jjjb")
        room.wait_for("¶ 4/21")
        room.wait_for("1 ◆")
        room.press("q")
        assert room.end() == 0
    with Room() as room:
        room.wait_for("¶ 4/21")
        room.wait_for("1 ◆")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 24), (20, 5), (200, 60)])
def test_every_size_opens_and_takes_another(size: tuple[int, int]) -> None:
    with Room(size=size) as room:
        room.wait_for("1/21")
        room.resize(100, 30)
        room.press("j")
        room.wait_for("¶ 2/21")
        room.press("q")
        assert room.end() == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_saves_the_place_and_restores_the_terminal(number: signal.Signals, code: int) -> None:
    with Room() as room:
        room.wait_for(FIRST)
        room.press("jj")
        room.wait_for("¶ 3/21")
        os.kill(room.child.pid, number)
        assert room.end() == code
        assert "\x1b[?1049l" in room.raw
        assert "\x1b[?25h" in room.raw
    with Room() as room:
        room.wait_for("¶ 3/21")


def test_a_kill_in_the_middle_loses_no_mark() -> None:
    with Room() as room:
        room.wait_for(FIRST)
        room.press("jjb")
        room.wait_for("1 ◆")
        os.kill(room.child.pid, signal.SIGKILL)
        assert room.end() == -signal.SIGKILL
    with Room() as room:
        room.wait_for("1 ◆")


def test_no_color_is_honoured() -> None:
    with Room(env={"NO_COLOR": "1"}) as room:
        room.wait_for("专精特新")
        styles = re.findall(r"\x1b\[([0-9;]*)m", room.raw)
        assert {number for style in styles for number in style.split(";")} <= {"", *"0123479", "21"}


# Textual's own: modes, cursor, keyboard and pixel queries, colours and text styles, moving, erasing.
OWN = re.compile(
    r"\x1b(?:"
    r"\[\?(?:1000|1003|1004|1006|1015|1016|1049|2004|2026|2048|25|7)(?:;\d+)*[hl]"
    r"|\[\?(?:2026|2048)\$p"
    r"|\[[<>=]\d*(?:;\d+)*u"
    r"|\[\?u|\[c|\[>q|\[\?4m|\[18t|\[14t|\[16t"
    r"|\[[\d;:]*m"
    r"|\[\d*(?:;\d*)?[Hf]"
    r"|\[\d*[ABCDGJK]"
    r"|\[6n"
    r"|\]22;[a-z-]*\x1b\\|\]22;[a-z-]*\x07"
    r"|P\+q[0-9a-f;]*\x1b\\"
    r")"
)


def test_nothing_but_textuals_own_sequences_reaches_the_terminal(tmp_path: Path) -> None:
    article = tmp_path / "hostile.txt"
    bodies = [text.replace("\0", "") or "x" for text in HOSTILE if len(text) < 5000]  # a NUL is refused
    article.write_bytes("\n\n".join(["Hostile", *bodies]).encode(errors="replace"))
    glossary = tmp_path / "glossary.yaml"
    glossary.write_text(
        "glossary: {version: 1, title: t, languages: [en, zh-Hans], source: s}\n"
        "concepts:\n"
        "  - id: hostile\n"
        '    definitions: [{lang: en, text: "\\e]0;owned\\a \\e[31m \\u009b2J \\u202e"}]\n'
        '    notes: ["\\e]52;c;b3duZWQ=\\a [@click=app.quit]x[/]"]\n'
        '    terms: [{lang: en, text: "hostile", status: preferred}, {lang: zh-Hans, text: "敌\\e[5m意"}]\n',
        encoding="utf-8",
    )
    with Room(str(article), "--glossary", str(glossary), size=(100, 30)) as room:
        room.wait_for("Hostile")
        for keys in [
            "g",
            "\r",
            "\x1b",
            "t",
            "\x1b",
            "i",
            "\x1b",
            "?",
            "\x1b",
            *"j" * 30,
            "a",
            "\x1b",
            "B",
            "\x1b",
            "y",
            "G",
        ]:
            room.press([keys])
            room.read(0.1)
        room.press("q")
        room.end()
    rest = OWN.sub("", room.raw)
    left = sorted(
        {match[0] for match in re.finditer(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f].{0,12}", rest)}
    )
    assert left == []
    assert "owned" not in room.screen.title


def test_a_broken_glossary_is_shown_beside_the_text(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.yaml"
    text = shipped("glossary.yaml").read_text(encoding="utf-8")
    glossary.write_text(text.replace("    tier: core", "    teir: core", 1), encoding="utf-8")
    with Room("--glossary", str(glossary)) as room:
        room.wait_for(FIRST)
        room.wait_for("'teir'")
        glossary.write_text(text, encoding="utf-8")
        room.wait_for("专精特新   ")
        room.press("q")
        assert room.end() == 0


def test_the_editor_opens_the_entry_and_the_page_follows(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.yaml"
    glossary.write_bytes(shipped("glossary.yaml").read_bytes())
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/asked\nsed -i s/zhuān-jīng-tè-xīn/SAID-SO/ "$2"\n'
    )
    editor.chmod(0o755)
    with Room("--glossary", str(glossary), env={"EDITOR": str(editor)}) as room:
        room.wait_for("专精特新")
        room.press("e")
        room.wait_for("SAID-SO")
        line = int((tmp_path / "asked").read_text().splitlines()[0].lstrip("+"))
        assert "zhuan-jing-te-xin" in glossary.read_text(encoding="utf-8").splitlines()[line - 1]
        room.press("q")
        assert room.end() == 0


def test_an_editor_that_is_not_there_is_told_and_reading_goes_on() -> None:
    with Room(env={"EDITOR": "/nowhere/ed"}) as room:
        room.wait_for(FIRST)
        room.press("e")
        room.wait_for("could not be")
        room.press("j")
        room.wait_for("¶ 2/21")
        room.press("q")
        assert room.end() == 0


def test_a_note_that_is_being_written_outlives_a_signal() -> None:
    with Room() as room:
        room.wait_for(FIRST)
        room.press("a")
        room.wait_for("ctrl+s save")
        room.press("not lost")
        room.wait_for("not lost")
        os.kill(room.child.pid, signal.SIGTERM)
        assert room.end() == 143
    with Room() as room:
        room.wait_for(FIRST)
        room.press("B")
        room.wait_for("not lost")


def test_the_screen_is_seen_although_standard_error_is_a_file(tmp_path: Path) -> None:
    command = f"{sys.executable} -m reader 2>{tmp_path}/errors"
    with Room(command=["/bin/sh", "-c", command]) as room:
        room.wait_for(FIRST)
        room.press("q")
        assert room.end() == 0
    assert (tmp_path / "errors").read_text() == ""
