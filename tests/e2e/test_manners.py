"""A good citizen of the terminal: the real program in pipes, on full disks, in odd terminals, in none."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

from tests.e2e.programs import PATIENCE, READER, in_terminal, reader, said

pytestmark = pytest.mark.usefixtures("importable")

ARTICLE = "The first paragraph.\n\nThe second one.\n\nThe third.\n"


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ('printf "Alpha.\\n\\nOmega." | "$@" -', "Omega"),
        ('"$@" </dev/null', "little giants"),
        ('"$@" <&-', "little giants"),
    ],
)
def test_the_keyboard_works_whatever_standard_input_was(command: str, shown: str) -> None:
    reading = pexpect.spawn("/bin/sh", ["-c", command, "sh", *READER], dimensions=(24, 80), timeout=PATIENCE)
    reading.expect_exact(shown)
    reading.send("q")
    reading.expect(pexpect.EOF)
    reading.close()
    assert reading.exitstatus == 0


def test_without_a_keyboard_nothing_opens() -> None:
    ended = in_terminal(["/bin/sh", "-c", 'setsid -w "$@" </dev/null', "sh", *READER])
    assert ended.code == 2
    assert ended.shown == "reader: There is no keyboard to read with. `reader show` prints the text.\r\n"


def test_without_any_terminal_opening_says_so() -> None:
    ran = reader()
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert said(ran) == "reader: There is no terminal to read in. `reader show` prints the text.\n"


def test_standard_input_into_a_pipe_is_printed() -> None:
    ran = reader("-", stdin=ARTICLE.encode())
    assert ran.returncode == 0
    assert "¶ 1\n" in ran.stdout.decode()
    assert ran.stderr == b""


def test_opening_into_a_pipe_prints_what_show_prints() -> None:
    shell = f"{sys.executable} -m reader | cat"
    opened = in_terminal(["/bin/sh", "-c", shell])
    assert opened.code == 0
    assert "¶ 22" in opened.shown
    assert "\x1b" not in opened.shown


def test_a_dumb_terminal_is_pointed_to_show() -> None:
    ended = in_terminal(READER, TERM="dumb")
    assert ended.code == 2
    assert ended.shown == (
        "reader: This terminal (TERM=dumb) has no pages. `reader show` prints the text line by line.\r\n"
    )


def test_show_in_a_dumb_terminal_is_plain() -> None:
    ended = in_terminal([*READER, "show", "--paragraph", "1"], TERM="dumb")
    assert ended.code == 0
    assert "\x1b" not in ended.shown
    assert ended.shown.startswith("¶ 1\r\n")


@pytest.mark.parametrize(
    "words", [["show"], ["show", "--json"], ["term", "专精特新"], ["--help"], ["doctor"]]
)
def test_a_reader_of_the_pipe_who_leaves_is_let_go(words: list[str]) -> None:
    shell = 'set -o pipefail; "$@" | true; echo $?'
    ran = subprocess.run(
        ["bash", "-c", shell, "bash", *READER, *words], capture_output=True, timeout=PATIENCE
    )
    assert ran.stderr == b""
    assert ran.stdout.strip() in (b"0", b"141")


def test_a_pipe_that_closes_early_ends_with_141() -> None:
    source, sink = os.pipe()
    os.close(source)
    ran = subprocess.run([*READER, "show"], stdout=sink, stderr=subprocess.PIPE, timeout=PATIENCE)
    os.close(sink)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [["show"], ["show", "--json"], ["term", "专精特新"], ["doctor"]])
def test_a_full_disk_under_the_output_is_told(words: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run([*READER, *words], stdout=full, stderr=subprocess.PIPE, timeout=PATIENCE)
    assert ran.returncode == 74
    assert said(ran) == "reader: Standard output cannot be written to: No space left on device.\n"


@pytest.mark.parametrize("words", [["show"], ["term", "专精特新"], ["doctor"]])
def test_a_closed_output_is_told(words: list[str]) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", '"$@" >&-', "sh", *READER, *words], capture_output=True, timeout=PATIENCE
    )
    assert ran.returncode == 74
    assert said(ran) == "reader: Standard output is closed.\n"


def test_a_closed_standard_error_is_borne() -> None:
    ran = subprocess.run(["/bin/sh", "-c", '"$@" 2>&-', "sh", *READER, "chekc"], timeout=PATIENCE)
    assert ran.returncode == 2


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_an_old_encoding_spells_out_what_it_lacks(encoding: str) -> None:
    ran = reader("show", "--paragraph", "1", PYTHONIOENCODING=encoding)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"\\u4e13\\u7cbe\\u7279\\u65b0" in ran.stdout


def test_rich_in_an_old_encoding_spells_it_out_too() -> None:
    ended = in_terminal([*READER, "show", "--paragraph", "1"], PYTHONIOENCODING="latin-1")
    assert ended.code == 0
    assert "\\u4e13\\u7cbe\\u7279\\u65b0" in ended.shown


def test_no_color_is_honoured_and_underlines_stay() -> None:
    coloured = in_terminal([*READER, "show", "--paragraph", "1"])
    bare = in_terminal([*READER, "show", "--paragraph", "1"], NO_COLOR="1")
    assert "\x1b[4;31m" in coloured.shown
    assert "\x1b[4m" in bare.shown
    assert not any(f"{colour}m" in bare.shown for colour in range(31, 38))


@pytest.mark.parametrize("words", [["show"], ["show", "--notes"], ["term", "专精特新"]])
def test_a_tiny_terminal_gets_lines_that_fit(words: list[str]) -> None:
    from rich.cells import cell_len
    from rich.text import Text

    ended = in_terminal([*READER, *words], rows=5, columns=20)
    assert ended.code == 0
    lines = Text.from_ansi(ended.shown).plain.splitlines()
    assert max(map(cell_len, lines)) <= 20


def test_ctrl_c_ends_with_130_and_in_silence() -> None:
    ran = subprocess.Popen([*READER, "show", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ran.stdin is not None
    ran.stdin.write(b"The text is still ")  # it waits for the rest of its input
    ran.stdin.flush()
    wait_until_reading(ran.pid)
    ran.send_signal(signal.SIGINT)
    _, complaint = ran.communicate(timeout=PATIENCE)
    assert (ran.returncode, complaint) == (130, b"")


def wait_until_reading(pid: int) -> None:
    """Until the process sleeps in a read from a pipe, as the kernel says."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if "pipe_read" in Path(f"/proc/{pid}/wchan").read_text():
            return
        os.sched_yield()
    raise AssertionError("it never read")


def test_json_is_one_document_with_every_paragraph() -> None:
    shown = json.loads(reader("show", "--json").stdout)
    assert [paragraph["number"] for paragraph in shown["paragraphs"]] == list(range(23))
